"""Memberships told in more words: bodies taken up again, lists behind a number of states, seats and allies."""

from collections.abc import Callable

import pytest

from marsad.extraction import memberships
from marsad.extraction.document import Document
from marsad.model.claims import Membership

Read = Callable[..., Document]


def found(read: Read, text: str) -> set[tuple[str, str, str]]:
    """Return state, organisation and status of each membership of a text."""
    claims = memberships.find(read(text))
    return {(c.state, c.organisation, c.status) for c in claims if isinstance(c, Membership)}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "اختتمت منظمة شنغهاي للتعاون قمتها في بشكيك. وتضم المنظمة الصين وروسيا وطاجيكستان.",
            {("CHN", "SCO", "member"), ("RUS", "SCO", "member"), ("TJK", "SCO", "member")},
        ),
        (
            "قررت مجموعة السبع عقد اجتماع. وقال وزير إن المجموعة المؤلفة من كندا وإيطاليا واليابان متفقة.",
            {("CAN", "G7", "member"), ("ITA", "G7", "member"), ("JPN", "G7", "member")},
        ),
        ("اجتمع وزراء حلف شمال الأطلسي. وألبانيا عضو في الحلف منذ سنوات.", {("ALB", "NATO", "member")}),
        ("ظهرت مجموعة بريكس ثم توسعت بعد انضمام جنوب أفريقيا إليها.", {("ZAF", "BRICS", "member")}),
    ],
)
def test_a_body_is_taken_up_again(read: Read, text: str, wanted: set[tuple[str, str, str]]) -> None:
    assert found(read, text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "انضمت ثلاث دول إلى مجموعة بريكس هي مصر وإثيوبيا والإمارات.",
            {("EGY", "BRICS", "member"), ("ETH", "BRICS", "member"), ("ARE", "BRICS", "member")},
        ),
        (
            "عارضت خمس دول أعضاء في الاتحاد الأوروبي بينها إسبانيا وأيرلندا هذه الخطوة.",
            {("ESP", "EU", "member"), ("IRL", "EU", "member")},
        ),
        (
            "أيدت تسع دول أعضاء في الاتحاد الأفريقي، بما في ذلك كينيا وغانا، القرار.",
            {("KEN", "AU", "member"), ("GHA", "AU", "member")},
        ),
    ],
)
def test_states_are_named_behind_their_number(
    read: Read, text: str, wanted: set[tuple[str, str, str]]
) -> None:
    assert found(read, text) == wanted


@pytest.mark.parametrize(
    ("text", "organisation", "wanted"),
    [
        ("وتضم مجموعة السبع إضافة إلى كندا كلا من إيطاليا واليابان.", "G7", {"CAN", "ITA", "JPN"}),
        ("عارضت دول مجموعة فيشغراد، أي المجر وسلوفاكيا وبولندا، الخطة.", "V4", {"HUN", "SVK", "POL"}),
        ("اتفقت مع القوى الكبرى الست (روسيا والصين وألمانيا) إيران على ذلك.", "P5P1", {"RUS", "CHN", "DEU"}),
        ("اجتمع وزراء دول مجلس التعاون الخليجي الست: السعودية والكويت وقطر.", "GCC", {"SAU", "KWT", "QAT"}),
    ],
)
def test_lists_in_other_dress(read: Read, text: str, organisation: str, wanted: set[str]) -> None:
    assert found(read, text) == {(state, organisation, "member") for state in wanted}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("بحث الوزيران طلب مولدوفا الحصول على عضوية الاتحاد الأوروبي.", {("MDA", "EU", "applicant")}),
        ("نالت ليبيا عضوية مجلس الأمن.", {("LBY", "UNSC", "member")}),
        ("تعمل فرنسا، كدولة دائمة العضوية في مجلس الأمن، على قرار جديد.", {("FRA", "UNSC", "full_member")}),
        ("رحب الأمين العام بعودة سوريا إلى الجامعة العربية.", {("SYR", "LAS", "member")}),
        ("حصلت الكويت على صفة شريك حوار في منظمة شنغهاي للتعاون.", {("KWT", "SCO", "partner")}),
        (
            "تشهد العلاقات بين اليونان وتركيا الحليفتين في حلف شمال الأطلسي توترا.",
            {("GRC", "NATO", "member"), ("TUR", "NATO", "member")},
        ),
        ("تنتمي المجر إلى الاتحاد الأوروبي.", {("HUN", "EU", "member")}),
        ("رحبت الحكومة بقبول إثيوبيا في مجموعة بريكس.", {("ETH", "BRICS", "member")}),
        ("تحدث عن قرار بريطانيا وعن مغادرة بريطانيا الاتحاد الأوروبي.", {("GBR", "EU", "former")}),
        ("نالت مولدوفا وضع المرشحة للانضمام إلى الاتحاد الأوروبي.", {("MDA", "EU", "candidate")}),
        (
            "اتفقت باريس وروما، العضوان المؤسسان في الاتحاد الأوروبي، على ذلك.",
            {("FRA", "EU", "member"), ("ITA", "EU", "member")},
        ),
    ],
)
def test_other_words_of_belonging(read: Read, text: str, wanted: set[tuple[str, str, str]]) -> None:
    assert found(read, text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "قررت قطر توسيع عضوية مجموعة بريكس.",
        "تعد اليابان حليفة لكندا. وبحث الوزيران توسيع حلف شمال الأطلسي.",
        "دعا المغرب إلى عودة الهدوء إلى الاتحاد الأفريقي.",
        "اتفقت مصر مع ثلاث دول أعضاء في الاتحاد الأوروبي على خطة للطاقة.",
        "زار وفد من المجموعة كينيا وغانا وأوغندا.",
        "عضو في لجنة تابعة للأمم المتحدة زار مالي.",
    ],
)
def test_nobody_belongs(read: Read, text: str) -> None:
    assert found(read, text) == set()
