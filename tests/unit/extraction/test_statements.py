"""Statements: the act of speech, who is addressed, and what it is about."""

from collections.abc import Callable

import pytest

from marsad.extraction import statements
from marsad.extraction.document import Document
from marsad.model.claims import Statement

Read = Callable[..., Document]


def found(document: Document) -> list[Statement]:
    return [claim for claim in statements.find(document) if isinstance(claim, Statement)]


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("وأعرب الرئيس التركي عن أمله في نجاح المعرض.", "hope"),
        ("وأعرب الرئيس التركي عن أسفه لتأجيل المعرض.", "regret"),
        ("وأعرب الرئيس التركي عن اعتقاده بأن المعرض سينجح.", "opine"),
        ("وأعرب الرئيس التركي عن قلقه من تأجيل المعرض.", "express"),
        ("ودعا الرئيس التركي نظيره الياباني لزيارة بلاده.", "invite"),
        ("ودعا الرئيس التركي إلى تأجيل المعرض.", "demand"),
    ],
)
def test_a_noun_tells_the_act_more_finely(read: Read, text: str, verb: str) -> None:
    assert [statement.verb for statement in found(read(text))] == [verb]


def test_evidence_is_verb_speaker_and_content_without_the_marks_at_its_ends(read: Read) -> None:
    (statement,) = found(read("وقال الرئيس التركي إن السوق واعدة."))
    assert statement.evidence[0].text == "وقال الرئيس التركي إن السوق واعدة"


def test_joint_speakers_stand_beside_the_first(read: Read) -> None:
    (statement,) = found(read("وأكد الرئيس التركي ووزير الخارجية الياباني أن السوق واعدة."))
    assert statement.by is not None
    assert (statement.by.state, [who.state for who in statement.by_also]) == ("TUR", ["JPN"])


@pytest.mark.parametrize(
    ("text", "direct"),
    [
        ('وقال الرئيس التركي: "السوق واعدة جدا هذا العام".', True),
        ('وقال الرئيس التركي إن سوق "النخيل" واعدة.', False),
    ],
)
def test_only_what_stands_in_quotation_marks_is_direct(read: Read, text: str, direct: bool) -> None:
    assert [statement.direct for statement in found(read(text))] == [direct]


def test_the_topic_is_what_it_is_about_but_not_the_speakers_own(read: Read) -> None:
    (statement,) = found(read("وقال الرئيس التركي إن تركيا واليابان شريكتان في حلف شمال الأطلسي."))
    assert statement.topic[0] == "JPN"
    assert "TUR" not in statement.topic


def test_who_is_addressed(read: Read) -> None:
    (spoken, silent) = found(
        read("وقال الرئيس التركي لوزير الخارجية الياباني إن السوق واعدة.\nوأضاف أن اليابان شريك مهم.")
    )
    assert spoken.to is not None
    assert spoken.to.state == "JPN"
    assert silent.to is None


def test_headlines_are_marked(read: Read) -> None:
    first, second = found(read("قال الرئيس التركي إن السوق واعدة.", headline="الرئيس التركي: السوق واعدة"))
    assert (first.headline, second.headline) == (True, False)


def test_nothing_said_no_statement(read: Read) -> None:
    assert found(read("ووصل الرئيس التركي إلى طوكيو مساء أمس.")) == []
