"""Who says what: one pair of sentences of our own for each construction, and what must hold of any text."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from marsad.extraction.document import Document
from marsad.extraction.speech import Utterance

Read = Callable[..., Document]


PIECES = [
    "وقال", "الرئيس", "التركي", "إن", "أن", ":", '"', "،", ".", "اليابان", "مؤكدا", "بحسب", "البيان",
    "نقلت", "عن", "قوله", "جرى", "\n",
]  # fmt: skip


def key(utterance: Utterance) -> str:
    who = utterance.speaker
    return who.person or who.state or who.organisation or ""


def said(document: Document) -> list[tuple[str, str]]:
    return [(key(utterance), utterance.verb or "") for utterance in document.speech.utterances]


def words_of(document: Document, utterance: Utterance) -> str:
    return document.text[utterance.start : utterance.end]


# -- verb, subject, content -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وقال الرئيس التركي إن المشروع سيكتمل قريبا.", ("recep-tayyip-erdogan", "say")),
        ("وأكدت وزارة الخارجية اليابانية أهمية الحوار مع جيرانها.", ("JPN", "stress")),
        ("ورحبت اليابان بنتائج المؤتمر الأخير.", ("JPN", "welcome")),
        ("الرئيس التركي يؤكد أن بلاده ستشارك في المعرض.", ("recep-tayyip-erdogan", "stress")),
        ("وكان الرئيس التركي قد أعلن عن خطة جديدة للمناخ.", ("recep-tayyip-erdogan", "announce")),
        ("وسبق لليابان أن أعلنت عن خطة مماثلة للمناخ.", ("JPN", "announce")),
        ("من جانبه، أعرب الرئيس التركي عن أمله في نجاح المؤتمر.", ("recep-tayyip-erdogan", "express")),
        ("وانتظر المستثمرون، ولكن اليابان رفضت أن تعدل القانون.", ("JPN", "reject")),
    ],
)
def test_a_verb_and_its_subject_in_either_order(read: Read, text: str, expected: tuple[str, str]) -> None:
    assert said(read(text)) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "ولم يعلن الرئيس التركي عن موعد جديد للزيارة.",
        "وإذا أعلنت اليابان عن خطة جديدة فستتغير السوق.",
        "ومن المتوقع أن تعلن اليابان عن خطة جديدة للمناخ.",
        "وهو ما يؤكد أن السوق اليابانية في تحسن.",
        "ويذكر أن اليابان تستضيف المعرض كل خمسة أعوام.",
        "وتجدر الإشارة إلى أن المعرض يستمر ستة أشهر.",
        "وبحث الرئيس التركي مع ضيفه سبل التعاون.",
        "واستعرض الجانبان آخر المستجدات في المنطقة.",
        "وجاء ذلك بناء على طلب الرئيس التركي.",
        "وأُعلن في طوكيو أن المعرض سيؤجل.",
        "وستعلن اليابان أن المعرض سيؤجل.",
    ],
)
def test_what_is_no_speech(read: Read, text: str) -> None:
    assert said(read(text)) == []


def test_what_is_not_excluded_is_held_possible(read: Read) -> None:
    heard = said(read("ولم يستبعد الرئيس التركي أن يعقد اللقاء في أنقرة."))
    assert heard == [("recep-tayyip-erdogan", "opine")]


def test_a_feminine_state_is_no_subject_of_a_masculine_verb(read: Read) -> None:
    assert said(read("وقال الرئيس التركي إن السوق واعدة. واعتبر اليابان شريكا موثوقا.")) == [
        ("recep-tayyip-erdogan", "say"),
        ("recep-tayyip-erdogan", "opine"),
    ]


def test_a_plural_verb_has_its_object_behind_it(read: Read) -> None:
    heard = said(read("وقال الرئيس التركي إن السوق واعدة، إلا أن التجار اتهموا اليابان بالتلكؤ."))
    assert ("JPN", "accuse") not in heard


def test_the_one_spoken_to_is_not_the_one_who_speaks(read: Read) -> None:
    heard = said(
        read("وشكر الرئيس التركي اليابان على الاستقبال، كما هنأ وزير الخارجية الياباني بنجاح المعرض.")
    )
    assert [who for who, verb in heard if verb == "congratulate"] == ["recep-tayyip-erdogan"]


# -- carried on -----------------------------------------------------------------------------------------


def test_a_verb_without_subject_belongs_to_the_last_speaker(read: Read) -> None:
    document = read("وقال الرئيس التركي إن السوق واعدة، مشيرا إلى نمو الصادرات.\nوأضاف أن المصانع ستتوسع.")
    assert said(document) == [
        ("recep-tayyip-erdogan", "say"),
        ("recep-tayyip-erdogan", "note"),
        ("recep-tayyip-erdogan", "add"),
    ]


def test_somebody_unknown_takes_the_floor(read: Read) -> None:
    heard = said(
        read("وقال الرئيس التركي إن السوق واعدة.\nوقال البائع إن الأسعار سترتفع.\nوأضاف أن العرض قليل.")
    )
    assert heard == [("recep-tayyip-erdogan", "say")]


def test_a_feminine_verb_goes_back_to_her(read: Read) -> None:
    document = read(
        "وقالت الوزيرة لمى العبدلي إن السوق واعدة.\n"
        "وقال الرئيس التركي إن المصانع ستتوسع.\n"
        "وأضافت أن العرض قليل."
    )
    speakers = [utterance.speaker.name for utterance in document.speech.utterances]
    assert speakers[2] == speakers[0] == "لمى العبدلي"


def test_a_participle_belongs_to_whoever_acts_in_the_sentence(read: Read) -> None:
    heard = said(
        read(
            "وقال وزير الخارجية الياباني إن السوق واعدة.\nوشرح الرئيس التركي الأوضاع، مشيرا إلى نمو الصادرات."
        )
    )
    assert heard[-1] == ("recep-tayyip-erdogan", "note")


def test_an_adjective_is_no_participle_of_speech(read: Read) -> None:
    heard = said(
        read("وقال الرئيس التركي إن السوق واعدة.\nوشهد المعرض حضورا لافتا من الزوار في ظل إجراءات مشددة.")
    )
    assert heard == [("recep-tayyip-erdogan", "say")]


def test_a_sentence_that_quotes_goes_on(read: Read) -> None:
    document = read('وقال الرئيس التركي: "السوق واعدة جدا". ورغم ذلك فإن الصادرات "لم تبلغ ما نريد لها".')
    assert said(document) == [("recep-tayyip-erdogan", "say")] * 2
    assert [utterance.direct for utterance in document.speech.utterances] == [True, True]


def test_a_sentence_about_somebody_else_does_not_go_on(read: Read) -> None:
    document = read(
        'وقال الرئيس التركي إن السوق واعدة.\nواستقبل وزير الخارجية الياباني وفد "شركات الطاقة في الشمال".'
    )
    assert said(document) == [("recep-tayyip-erdogan", "say")]


def test_two_speak_with_one_verb(read: Read) -> None:
    (utterance,) = read("وأكد الرئيس التركي ووزير الخارجية الياباني أن السوق واعدة.").speech.utterances
    assert [who.state for who in utterance.speakers] == ["TUR", "JPN"]


# -- who speaks ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("وقال مسؤول ياباني إن المعرض سيؤجل.", "JPN"),
        ("وأكد الجانب الياباني أن المعرض سيؤجل.", "JPN"),
        ("وذكرت مصادر مطلعة أن المعرض سيؤجل.", "sources"),
        ('وذكرت صحيفة "منارة الساحل" أن المعرض سيؤجل.', "mnarh-al-sahl"),
        ("وجاء في بيان وزارة الخارجية اليابانية أن المعرض سيؤجل.", "JPN"),
        ("وقالت وزارة الخارجية اليابانية في بيان إن المعرض سيؤجل.", "JPN"),
    ],
)
def test_speakers_without_a_name(read: Read, text: str, speaker: str) -> None:
    assert [who for who, _ in said(read(text))] == [speaker]


def test_a_document_speaks_for_its_issuer(read: Read) -> None:
    document = read(
        "وقالت وزارة الخارجية اليابانية في بيان إن المعرض سيؤجل.\nوأضاف البيان أن الموعد سيعلن لاحقا."
    )
    speakers = [utterance.speaker.organisation for utterance in document.speech.utterances]
    assert speakers == ["foreign-ministry"] * 2


def test_a_name_behind_its_description(read: Read) -> None:
    (utterance,) = read("وقال مدير المعهد العالي للزراعة، عادل ناصيف، إن المحصول وفير.").speech.utterances
    assert utterance.speaker.name == "عادل ناصيف"


def test_an_agency_hands_on_what_somebody_said(read: Read) -> None:
    document = read("ونقلت الوكالة عن الرئيس التركي قوله إن السوق واعدة.\nونقل الوزير رسالة إلى ضيفه.")
    assert said(document) == [("recep-tayyip-erdogan", "say")]


# -- without a verb --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("headline", "speaker"),
    [
        ("الرئيس التركي: السوق واعدة", "recep-tayyip-erdogan"),
        ("الرئيس التركي لنظيره الياباني: السوق واعدة", "recep-tayyip-erdogan"),
        ("الرئيس التركي مستقبلا الوفد: السوق واعدة", "recep-tayyip-erdogan"),
        ('اليابان "لن تقبل" الرسوم الجديدة', "JPN"),
        ("تقرير: السوق اليابانية واعدة", "reports"),
    ],
)
def test_headlines_with_a_colon_or_a_quotation(read: Read, headline: str, speaker: str) -> None:
    document = read("نص.", headline=headline)
    assert [who for who, _ in said(document)] == [speaker]
    assert document.speech.utterances[0].headline


@pytest.mark.parametrize("headline", ["الرئيس التركي يستقبل الوفد: صور اللقاء", "المعرض في صور: كل ما نعرفه"])
def test_headlines_whose_colon_opens_no_speech(read: Read, headline: str) -> None:
    assert said(read("نص.", headline=headline)) == []


@pytest.mark.parametrize(
    "text",
    [
        "وسيؤجل المعرض إلى الخريف، بحسب وزارة الخارجية اليابانية.",
        "ووفقا لبيان وزارة الخارجية اليابانية، فإن المعرض سيؤجل.",
        "وسيؤجل المعرض إلى الخريف، وفق ما أعلنت وزارة الخارجية اليابانية.",
        "وسيؤجل المعرض إلى الخريف، كما أعلنت وزارة الخارجية اليابانية.",
        "وسيؤجل المعرض إلى الخريف، على حد قول وزارة الخارجية اليابانية.",
    ],
)
def test_a_source_covers_its_sentence(read: Read, text: str) -> None:
    document = read(text)
    assert [who for who, _ in said(document)] == ["JPN"]
    assert "المعرض" in words_of(document, document.speech.utterances[0])


@pytest.mark.parametrize(
    "text",
    [
        "وسيؤجل المعرض وفقا للقانون الياباني.",
        "وسيؤجل المعرض كما كان متوقعا.",
        "وتوزع الأجنحة حسب المساحة.",
    ],
)
def test_what_something_accords_with_is_no_source(read: Read, text: str) -> None:
    assert said(read(text)) == []


def test_a_source_behind_a_speaker_takes_nothing_from_him(read: Read) -> None:
    document = read("وقال الرئيس التركي إن السوق واعدة، بحسب وسائل إعلام محلية.\nوأضاف أن المصانع ستتوسع.")
    assert said(document) == [("recep-tayyip-erdogan", "say"), ("recep-tayyip-erdogan", "add")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وانتهى اللقاء مع تأكيد الرئيس التركي أن السوق واعدة.", ("recep-tayyip-erdogan", "stress")),
        ("وتزامن ذلك مع إعلان وزارة الخارجية اليابانية عن موعد جديد.", ("JPN", "announce")),
    ],
)
def test_nouns_of_speech(read: Read, text: str, expected: tuple[str, str]) -> None:
    assert said(read(text)) == [expected]


def test_a_noun_of_speech_behind_a_verb_is_its_object(read: Read) -> None:
    assert len(said(read("وجدد الرئيس التركي تأكيده أن السوق واعدة."))) <= 1


# -- where speech ends -------------------------------------------------------------------------------------


def test_an_utterance_ends_at_the_next_one(read: Read) -> None:
    document = read("وأشاد الرئيس التركي بالمعرض، مؤكدا أن بلاده ستشارك فيه.")
    first, second = document.speech.utterances
    assert words_of(document, first).endswith("بالمعرض")
    assert words_of(document, second).startswith("مؤكدا")


def test_an_utterance_ends_where_the_report_speaks_again(read: Read) -> None:
    document = read("وقال الرئيس التركي إن السوق واعدة، فيما وصل الوفد إلى المطار مساء.")
    assert words_of(document, document.speech.utterances[0]).endswith("واعده")


def test_speech_inside_speech_does_not_end_it(read: Read) -> None:
    document = read("وقال وزير الخارجية الياباني إن الرئيس التركي وعد بزيارة طوكيو في الخريف.")
    outer, inner = document.speech.utterances
    assert (key(inner), inner.verb) == ("recep-tayyip-erdogan", "promise")
    assert outer.start < inner.start
    assert outer.end == inner.end
    assert document.said(inner.start + 1) == inner


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.sampled_from(PIECES)))
def test_utterances_lie_in_their_sentence_and_have_a_speaker(read: Read, pieces: list[str]) -> None:
    document = read("نص " + " ".join(pieces))
    for utterance in document.speech.utterances:
        assert utterance.speakers
        assert utterance.sentence.start <= utterance.start <= utterance.end <= utterance.sentence.end
