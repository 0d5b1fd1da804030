"""Undertakings, rule by rule: a sentence of our own that tells one, and one that does not."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extracted import Read
from extracted import stages_told as told
from extracted import undertakings_of as found
from marsad.extraction import undertakings
from marsad.model.claims import Amount


@pytest.mark.parametrize(
    ("text", "kind", "stage"),
    [
        ("وقعت سلطنة عمان وقطر مذكرة تفاهم في مجال السياحة.", "memorandum", "signed"),
        ("أبرم المغرب مع البرتغال اتفاقية للصيد البحري.", "agreement", "signed"),
        ("ستوقع تونس والجزائر اتفاقية في مجال الطاقة.", "agreement", "signing_scheduled"),
        ("تعتزم البرازيل توقيع اتفاقية مع الهند.", "agreement", "signing_scheduled"),
        ("رفضت أستراليا توقيع معاهدة مع نيوزيلندا.", "treaty", "drafted"),
        ("صادقت اليابان على اتفاقية التعاون مع فيتنام.", "agreement", "ratified"),
        ("بحث الجانبان تنفيذ الاتفاقيات الموقعة بين مصر والأردن.", "agreement", "being_implemented"),
        ("انسحبت كولومبيا من المعاهدة مع بيرو.", "treaty", "terminated"),
        ("توصلت السودان وإثيوبيا إلى اتفاق بشأن الحدود.", "agreement", "agreed"),
        ("تجري مفاوضات بين كندا وإندونيسيا حول اتفاقية تجارة حرة.", "free_trade_area", "under_negotiation"),
        ("أكد الوزير ضرورة تشكيل لجنة مشتركة بين غانا وكينيا.", "joint_commission", "proposed"),
        ("انعقدت في الرباط أعمال اللجنة المشتركة بين المغرب والسنغال.", "joint_commission", "convened"),
        ("تأخر انعقاد اللجنة المشتركة بين العراق والأردن.", "joint_commission", "delayed"),
        ("دعا إلى تفعيل اللجنة المشتركة بين ليبيا وتشاد.", "joint_commission", "dormant"),
        ("افتتح رئيسا كينيا وأوغندا خط سكة حديد يربط البلدين.", "rail_link", "opened"),
        ("يسعى العراق إلى تطبيع العلاقات مع الكويت.", "other", "proposed"),
        ("أعلنت الرئاسة استئناف العلاقات بين المغرب وموريتانيا.", "other", "agreed"),
        ("تناول السفير موقف اليابان من الصفقة النووية مع إيران.", "agreement", "agreed"),
        ("بدأ العمل وفق اتفاق أعلن عنه بين غانا وتوغو.", "agreement", "agreed"),
        ("أوقفت نيجيريا تصدير الغاز إلى بنين عبر خط يمر بتوغو.", "pipeline", "suspended"),
    ],
)
def test_a_stage_is_told_by_the_word_that_governs_the_thing(
    read: Read, text: str, kind: str, stage: str
) -> None:
    assert (kind, stage) in told(read, text)


@pytest.mark.parametrize(
    "text",
    [
        "لم توقع تونس والجزائر اتفاقية الصيد.",
        "لا يوجد اتفاق نووي مع إيران.",
        "تهتم الشركات الكورية بعقد شراكات مع المصانع السعودية.",
        "أي اتفاق بين الهند والصين يحتاج إلى وقت.",
        "وقع الهجوم قرب الحدود بين النيجر ومالي.",
        "دعت إسبانيا إيران والعراق إلى وقف إطلاق النار.",
        "فشلت محاولات التوصل إلى اتفاق بين صربيا وكوسوفو.",
        "بنت الأردن محطة طاقة شمسية في معان.",
        "أرسلت وزارة الخارجية الكويتية مذكرة احتجاج إلى العراق.",
    ],
)
def test_what_is_only_mentioned_denied_or_demanded_makes_no_claim(read: Read, text: str) -> None:
    assert told(read, text) == []


def test_a_list_shares_stage_and_parties(read: Read) -> None:
    claims = found(
        read, "وقعت ماليزيا وتركيا اتفاقية في مجال الدفاع، ومذكرة تفاهم في مجال السياحة، وأخرى بشأن التعليم."
    )
    assert [(claim.kind, claim.stage) for claim in claims] == [
        ("agreement", "signed"),
        ("memorandum", "signed"),
        ("memorandum", "signed"),
    ]
    assert all(set(claim.parties) == {"MYS", "TUR"} for claim in claims)
    assert [claim.sectors[0] for claim in claims] == ["defence", "tourism", "education"]


def test_items_of_a_list_name_each_their_partner(read: Read) -> None:
    claims = found(read, "شركة سيمنز: اتفاقية لتوريد محركات.\nشركة بوينغ: اتفاقية لصيانة الطائرات.")
    assert [claim.parties for claim in claims] == [("siemens", "DEU"), ("boeing", "USA")]
    assert {claim.stage for claim in claims} == {"agreed"}


def test_one_sentence_tells_several_stages_of_one_thing(read: Read) -> None:
    assert told(
        read, "تلغي موسكو المعاهدة مع طوكيو التي وقعت بين البلدين عام 1998 ودخلت حيز التنفيذ عام 2001."
    )[1:] == [
        ("treaty", "signed"),
        ("treaty", "in_force"),
    ]


def test_a_later_word_points_back_to_the_last_instrument(read: Read) -> None:
    claims = found(read, "أبرمت الأرجنتين والأوروغواي اتفاقية للصيد. لكن البرلمان لم يصادق عليها.")
    assert [(claim.kind, claim.stage) for claim in claims] == [
        ("agreement", "signed"),
        ("agreement", "delayed"),
    ]
    assert set(claims[1].parties) == {"ARG", "URY"}


def test_nothing_points_back_without_an_instrument(read: Read) -> None:
    assert told(read, "ناقش البرلمان التشيلي الموازنة لكنه لم يصادق عليها.") == []


def test_what_a_document_sets_up_is_agreed(read: Read) -> None:
    claims = found(read, "وقعت الصين وباكستان اتفاقية لإنشاء مصفاة في غوادر.")
    assert [(claim.kind, claim.stage) for claim in claims] == [("agreement", "signed"), ("plant", "agreed")]


def test_agreeing_on_something_is_an_agreement(read: Read) -> None:
    claims = found(read, "اتفقت سلوفاكيا والمجر على تسهيل عبور الحدود.")
    assert [(claim.kind, claim.stage, claim.parties) for claim in claims] == [
        ("agreement", "agreed", ("SVK", "HUN"))
    ]


@pytest.mark.parametrize(
    "text",
    [
        "اتفقت وجهات النظر بين سلوفاكيا والمجر على خطورة الوضع.",
        "اتفقت سلوفاكيا والمجر على أن الوضع خطير.",
        "لم تتفق سلوفاكيا والمجر على موعد.",
        "اتفق الوزراء البلغار على الموازنة.",
    ],
)
def test_opinions_and_one_government_make_no_agreement(read: Read, text: str) -> None:
    assert told(read, text) == []


def test_a_joint_statement_that_is_quoted_has_been_agreed(read: Read) -> None:
    claims = found(read, "وقالت النرويج وفنلندا في بيان مشترك إن التعاون مستمر.")
    assert [(claim.kind, claim.stage, claim.parties) for claim in claims] == [
        ("declaration", "agreed", ("NOR", "FIN"))
    ]


def test_a_statement_of_one_side_or_none_is_no_declaration(read: Read) -> None:
    assert told(read, "وقال وزيرا الداخلية والدفاع في النرويج في بيان مشترك إن الوضع مستقر.") == []
    assert told(read, "غادر الوفدان النرويجي والفنلندي من دون صدور بيان مشترك.") == []


def test_a_company_brings_its_state_along(read: Read) -> None:
    claims = found(read, "وقعت شركة أدنوك اتفاقية مع شركة سيمنز لتوريد محركات.")
    assert set(claims[0].parties) == {"adnoc", "ARE", "siemens", "DEU"}


def test_a_capital_where_it_happened_and_a_mediator_are_no_parties(read: Read) -> None:
    claims = found(read, "وقعت رواندا وبوروندي في باريس اتفاقية برعاية قطر.")
    assert set(claims[0].parties) == {"RWA", "BDI"}


def test_a_withdrawal_is_the_subject_s(read: Read) -> None:
    claims = found(read, "أعلنت اليابان انسحابها من الاتفاقية مع البرازيل.")
    assert [(claim.stage, set(claim.parties)) for claim in claims] == [("terminated", {"JPN", "BRA"})]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("وقعت قبرص واليونان مذكرتي تفاهم.", 2),
        ("وقعت قبرص واليونان 13 اتفاقية.", 13),
        ("وقعت قبرص واليونان اتفاقية.", None),
    ],
)
def test_how_many(read: Read, text: str, count: int | None) -> None:
    assert [claim.count for claim in found(read, text)] == [count]


def test_term_and_value(read: Read) -> None:
    (claim,) = found(read, "وقعت قطر وباكستان اتفاقية لمدة 15 سنة بقيمة 3 مليارات دولار.")
    assert claim.term_years == 15
    assert claim.value == Amount("3000000000", "USD")


def test_the_speaker_is_kept(read: Read) -> None:
    (claim,) = found(read, "وقال وزير الخارجية الأردني إن الأردن وقع اتفاقية مع قبرص.")
    assert claim.by is not None
    assert claim.by.state == "JOR"


def test_headlines_tell_none(read: Read) -> None:
    assert undertakings.find(read("زار الوزير المصنع.", headline="قطر وعمان توقعان اتفاقية")) == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(
    st.sampled_from(["قطر", "تونس", "المجر", "كينيا", "بيرو"]),
    st.sampled_from(["الهند", "فيتنام", "غانا", "كندا", "اليونان"]),
    st.sampled_from(["اتفاقية", "مذكرة تفاهم", "معاهدة", "بروتوكولا"]),
)
def test_evidence_is_what_the_report_says(read: Read, one: str, other: str, thing: str) -> None:
    text = f"أفاد بيان بما يلي، ووقعت {one} مع {other} {thing} في العاصمة، وغادر الوفد."
    for claim in found(read, text):
        for evidence in claim.evidence:
            assert text[evidence.start : evidence.end] == evidence.text
    assert [claim.stage for claim in found(read, text)] == ["signed"]
