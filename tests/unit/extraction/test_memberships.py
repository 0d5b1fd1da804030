"""Memberships, construction by construction."""

from collections.abc import Callable

import pytest

from marsad.extraction import memberships
from marsad.extraction.document import Document
from marsad.model.claims import Membership

Read = Callable[..., Document]


def found(read: Read, text: str) -> list[tuple[str, str, str]]:
    """Return state, organisation and status of each membership of a text."""
    claims = memberships.find(read(text))
    return [(c.state, c.organisation, c.status) for c in claims if isinstance(c, Membership)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("أشاد بعضوية أوزبكستان في منظمة التعاون الإسلامي.", [("UZB", "OIC", "member")]),
        ("تونس عضو في الاتحاد الأفريقي.", [("TUN", "AU", "member")]),
        ("وليتوانيا، وهي عضو في حلف شمال الأطلسي، تؤيد القرار.", [("LTU", "NATO", "member")]),
        ("رحب بانضمام كرواتيا إلى الاتحاد الأوروبي.", [("HRV", "EU", "member")]),
        ("انضمت مصر إلى مجموعة بريكس.", [("EGY", "BRICS", "member")]),
        ("قدمت ألبانيا طلب الانضمام إلى الاتحاد الأوروبي.", [("ALB", "EU", "applicant")]),
        ("تدعم الحكومة انضمام مولدوفا إلى حلف شمال الأطلسي.", [("MDA", "NATO", "candidate")]),
        ("خرجت بريطانيا من الاتحاد الأوروبي.", [("GBR", "EU", "former")]),
        ("منغوليا عضو مراقب في منظمة شنغهاي للتعاون.", [("MNG", "SCO", "observer")]),
    ],
)
def test_each_word_has_its_construction(read: Read, text: str, wanted: list[tuple[str, str, str]]) -> None:
    assert found(read, text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "ليست سويسرا عضوا في الاتحاد الأوروبي.",
        "تؤيد كندا عدم انضمام جورجيا إلى حلف شمال الأطلسي.",
        "التقى سفراء كندا أعضاء من البرلمان الأوروبي.",
        "اتفقت إيران مع الدول الدائمة العضوية في مجلس الأمن.",
        "وصل الوزير البلجيكي للانضمام إلى الوفد قبل قمة حلف شمال الأطلسي.",
        "تدعم الهند زيادة عضوية مجموعة بريكس.",
        "شاركت كندا في قمة الاتحاد الأوروبي.",
    ],
)
def test_no_belonging(read: Read, text: str) -> None:
    assert found(read, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "اجتمعت مجموعة السبع، وتضم كندا وإيطاليا واليابان، في روما.",
        "اجتمعت دول مجموعة السبع (كندا وإيطاليا واليابان) في روما.",
        "تضم مجموعة السبع كندا وإيطاليا واليابان.",
    ],
)
def test_an_organisation_is_spelt_out_by_its_states(read: Read, text: str) -> None:
    assert found(read, text) == [(state, "G7", "member") for state in ("CAN", "ITA", "JPN")]


def test_a_list_of_others_is_not_the_organisation_s(read: Read) -> None:
    assert found(read, "بحثت الجامعة العربية مصير الطاولة التي تضم روسيا وإيران وتركيا.") == []


def test_those_states_are_the_ones_of_the_sentence_before(read: Read) -> None:
    text = "تفرض ألمانيا ضوابط على الحدود مع فرنسا وبلجيكا. وكل هذه الدول أعضاء في الاتحاد الأوروبي."
    assert found(read, text) == [(state, "EU", "member") for state in ("DEU", "FRA", "BEL")]


def test_each_state_belongs_to_each_organisation(read: Read) -> None:
    assert set(found(read, "أشاد بعضوية مصر في الاتحاد الأفريقي ومجموعة بريكس.")) == {
        ("EGY", "AU", "member"),
        ("EGY", "BRICS", "member"),
    }


def test_presence_counts_only_among_clubs(read: Read) -> None:
    assert found(read, "أشاد بحضور الهند والصين في المنظمات الإقليمية مثل منظمة شنغهاي.") == [
        ("IND", "SCO", "member"),
        ("CHN", "SCO", "member"),
    ]
    assert found(read, "أشاد بحضور الهند والصين في قمة منظمة شنغهاي.") == []
