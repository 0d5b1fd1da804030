"""Undertakings that a report only speaks of, negotiations, and what sides agree on by a noun: own sentences."""

import pytest

from extracted import Read
from extracted import stages_told as told
from extracted import undertakings_of as found
from marsad.extraction import undertakings
from marsad.model.claims import Undertaking


@pytest.mark.parametrize(
    ("text", "kind", "stage", "parties"),
    [
        ("تحدث الوزير عن الاتفاقية بين مصر والسودان.", "agreement", "agreed", {"EGY", "SDN"}),
        ("انتقد الوزير الاتفاق السعودي الإيراني.", "agreement", "agreed", {"SAU", "IRN"}),
        ("وصف الاتفاقية الأمنية بين الصين وجزر سليمان بأنها خطيرة.", "agreement", "agreed", {"CHN", "SLB"}),
        ("يعمل المصنع بموجب اتفاق بين غانا وتوغو.", "agreement", "in_force", {"GHA", "TGO"}),
        ("ستصل الإمدادات عبر اتفاق بين مصر والأردن.", "agreement", "agreed", {"EGY", "JOR"}),
        ("أشار السفير إلى اتفاقات مينسك.", "agreement", "agreed", {"UKR", "RUS"}),
        ("لم تلتزم كييف باتفاقات مينسك.", "agreement", "agreed", {"UKR", "RUS"}),
        ("علقت روسيا مشاركتها في معاهدة نيو ستارت.", "treaty", "suspended", {"RUS", "USA"}),
        ("تحدث الخبير عن خط أنابيب باكو تبليسي جيهان.", "pipeline", "in_force", {"AZE", "GEO", "TUR"}),
        ("مذكرة التفاهم بين تونس وإيطاليا تواجه انتقادات.", "memorandum", "agreed", {"TUN", "ITA"}),
        (
            "اتفاقية توريد القمح الكازاخستاني إلى أذربيجان ترتب أسعارا ثابتة.",
            "agreement",
            "agreed",
            {"KAZ", "AZE"},
        ),
    ],
)
def test_an_instrument_spoken_of_with_its_sides_stands(
    read: Read, text: str, kind: str, stage: str, parties: set[str]
) -> None:
    claims = [claim for claim in found(read, text) if (claim.kind, claim.stage) == (kind, stage)]
    assert [set(claim.parties) >= parties for claim in claims] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "رحب الحزب بالاتفاق على موعد الحفل.",
        "تسعى النقابة إلى اتفاق مع الوزارة.",
        "لا يوجد اتفاق بين الهند والصين.",
        "تبادل الوزيران وجهات النظر بشأن الاتفاقات.",
        "عقدت كينيا وأوغندا اجتماعا موسعا.",
        "يؤيد الحزب قانونا وقعه رئيس كينيا أمس.",
    ],
)
def test_what_names_no_sides_or_is_no_instrument_makes_no_claim(read: Read, text: str) -> None:
    assert told(read, text) == []


def test_one_instrument_spoken_of_again_is_one_claim_with_every_place(read: Read) -> None:
    text = "أشاد السفير بالاتفاق بين غانا وتوغو. ودافع عن الاتفاق بين غانا وتوغو. وقال إن الاتفاق مفيد لغانا وتوغو."
    claims = found(read, text)
    assert [(claim.kind, claim.stage) for claim in claims] == [("agreement", "agreed")]
    assert [span.text.split()[0] for span in claims[0].evidence] == ["بالاتفاق", "الاتفاق", "الاتفاق"]


def test_two_instruments_signed_stay_two_claims(read: Read) -> None:
    text = "وقعت غانا وتوغو اتفاقية للصيد. ووقعت كينيا وأوغندا اتفاقية للنقل."
    assert told(read, text) == [("agreement", "signed"), ("agreement", "signed")]


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("تتواصل المفاوضات بين أرمينيا وأذربيجان بشأن الحدود.", "under_negotiation"),
        ("استؤنفت المفاوضات بين صربيا وكوسوفو.", "under_negotiation"),
        ("تجري محادثات السلام بين أرمينيا وأذربيجان في موعدها.", "under_negotiation"),
        ("تريد أرمينيا التفاوض مع أذربيجان على الحدود.", "proposed"),
    ],
)
def test_negotiations_between_sides_are_an_agreement_in_the_making(read: Read, text: str, stage: str) -> None:
    assert told(read, text) == [("agreement", stage)]


def test_talks_at_large_are_a_meeting_and_no_undertaking(read: Read) -> None:
    assert told(read, "أجرى وزيرا كينيا وأوغندا محادثات مع نظيرهما الرواندي.") == []


@pytest.mark.parametrize(
    "text",
    [
        "رحبت الأمم المتحدة باتفاق كينيا وأوغندا على فتح الحدود.",
        "تم الاتفاق بين مصر واليونان، خلال الاجتماع، على ترسيم الحدود البحرية.",
        "جرى التوافق بين الرياض وأنقرة على زيادة التبادل التجاري.",
        "توافقت اليابان والهند على تبادل الزيارات.",
        "أعلنت المجر وصربيا اتفاقهما على تبادل الزيارات.",
        "قررت كينيا وأوغندا إلغاء الرسوم بينهما.",
    ],
)
def test_what_sides_agree_on_is_told_by_nouns_and_other_verbs_too(read: Read, text: str) -> None:
    assert ("agreement", "agreed") in told(read, text)


def test_what_one_side_decides_is_no_agreement(read: Read) -> None:
    assert told(read, "قررت كينيا إلغاء الرسوم.") == []


@pytest.mark.parametrize(
    ("text", "kind", "stage"),
    [
        ("وقع رئيسا كينيا وأوغندا بعد لقائهما، اتفاقية الشراكة.", "agreement", "signed"),
        ("ستوقع الاتفاقات التي سنوقعها مع كينيا غدا.", "agreement", "signing_scheduled"),
        ("وافق مجلس الوزراء على مذكرة تفاهم بين كينيا وأوغندا.", "memorandum", "ratified"),
        ("أعلن رئيس كينيا تمديد الهدنة مع أوغندا.", "agreement", "agreed"),
        ("مددت روسيا وتركيا اتفاق الحبوب شهرين.", "agreement", "agreed"),
        ("أنهت كينيا العمل بمعاهدة الصداقة مع أوغندا.", "treaty", "terminated"),
        ("سحب الرئيس الأمريكي بلاده من المعاهدة مع روسيا.", "treaty", "terminated"),
        ("سيبدأ العمل باتفاق التجارة الحرة بين الصين ونيكاراغوا.", "free_trade_area", "in_force"),
        ("أطلقت السعودية والهند مجلس الشراكة الاستراتيجية.", "joint_commission", "opened"),
        ("عقدت اللجنة القطرية المغربية دورتها السابعة.", "joint_commission", "convened"),
        ("تبحث كينيا وأوغندا خط أنابيب بينهما.", "pipeline", "under_negotiation"),
        ("يصل النفط من العراق إلى تركيا عبر خط أنابيب.", "pipeline", "in_force"),
        ("قررت كينيا وأوغندا استئناف العلاقات الدبلوماسية.", "other", "agreed"),
        ("أعادت كينيا وأوغندا السفراء إلى العاصمتين.", "other", "agreed"),
        ("تتم عملية تبادل الأسرى بين أرمينيا وأذربيجان.", "agreement", "being_implemented"),
        ("يناقش النواب مشروع اتفاقية بين كينيا وأوغندا.", "agreement", "drafted"),
        ("تجمع بين كينيا وأوغندا اتفاقية صيد.", "agreement", "in_force"),
        ("وافقت كينيا وأوغندا على وقف كامل وفوري لإطلاق النار.", "agreement", "agreed"),
        ("المفاوضات بين كينيا وأوغندا مجمدة منذ أعوام.", "agreement", "suspended"),
        ("دشن وزيرا كينيا وأوغندا مشروع الربط الكهربائي.", "power_link", "opened"),
        ("وقعت كينيا، بعد مشاورات، مع أوغندا عقد بناء.", "agreement", "signed"),
    ],
)
def test_more_words_of_stage(read: Read, text: str, kind: str, stage: str) -> None:
    assert (kind, stage) in told(read, text)


def test_items_with_bullets_share_the_stage_of_their_list(read: Read) -> None:
    text = "وقعت السعودية والهند مذكرات تفاهم:\n• شراكة بين شركة الأولى وشركة الثانية.\n• مذكرة تفاهم بين جامعتين."
    assert told(read, text) == [("memorandum", "signed"), ("agreement", "signed"), ("memorandum", "signed")]


def test_a_stage_that_only_may_come_is_not_told(read: Read) -> None:
    text = "ماذا يحدث للاتفاق بين كينيا وأوغندا إذا انهار؟"
    assert ("agreement", "terminated") not in told(read, text)


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("وقعت كينيا وأوغندا اتفاقية لإنشاء بحيرة صناعية.", ["لإنشاء بحيرة صناعية"]),
        ("وقعت كينيا وأوغندا اتفاقية لإنشاء حديقة، وإقامة معرض دائم.", ["لإنشاء حديقة", "وإقامة معرض دائم"]),
        (
            "من المبادرات المشتركة بين كينيا وأوغندا: إنشاء مكتبة رقمية، وإقامة معرض.",
            ["إنشاء مكتبة رقمية", "وإقامة معرض"],
        ),
        (
            "تضم الخطة بين كينيا وأوغندا استراتيجية مشتركة للغذاء.",
            ["استراتيجية مشتركة للغذاء"],
        ),
    ],
)
def test_what_a_document_or_a_list_sets_up_is_told_apart(read: Read, text: str, evidence: list[str]) -> None:
    others = [claim for claim in found(read, text) if (claim.kind, claim.stage) == ("other", "agreed")]
    assert [claim.evidence[0].text for claim in others] == evidence


@pytest.mark.parametrize(
    "text",
    [
        "وقعت كينيا وأوغندا اتفاقية لإقامة علاقات متوازنة.",
        "من المبادرات في كينيا إنشاء مكتبة رقمية.",
        "تحدث الوزير عن إنشاء مكتبة بين كينيا وأوغندا.",
    ],
)
def test_relations_are_not_set_up_and_projects_at_home_are_no_undertaking(read: Read, text: str) -> None:
    assert "other" not in [kind for kind, _ in told(read, text)]


def test_headline_adds_its_place_to_what_the_body_tells(read: Read) -> None:
    document = read(
        "وقعت كينيا وأوغندا اتفاقية للصيد. وتحسن الطقس.", headline="كينيا وأوغندا توقعان اتفاقية للصيد"
    )
    claims = [claim for claim in undertakings.find(document) if isinstance(claim, Undertaking)]
    assert [(claim.kind, claim.stage) for claim in claims] == [("agreement", "signed")]
    shown, headline = claims[0].evidence
    assert shown.start > headline.end


def test_what_only_the_headline_tells_is_a_claim_too(read: Read) -> None:
    document = read("تحسن الطقس في المدينتين.", headline="كينيا وأوغندا توقعان اتفاقية للصيد")
    claims = [claim for claim in undertakings.find(document) if isinstance(claim, Undertaking)]
    assert [(claim.kind, claim.stage) for claim in claims] == [("agreement", "signed")]
