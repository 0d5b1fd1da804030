import pytest

from handmade import IRAN, NEW_YORK, RAISI, TOKAYEV, MadeNames
from marsad.model.claims import (
    Amount,
    Commitment,
    Encounter,
    Evidence,
    Measure,
    Membership,
    Participant,
    Place,
    Statement,
    Tenure,
    Undertaking,
)
from marsad.model.entry import StageAt
from marsad.views.wording import Writer, phrases

SHOWN = {"evidence": (Evidence(0, 1, "ق"),), "extractor": "by hand"}
MINISTER = Participant(person="murat-nurtleu", name="مراد نورتليو", state="KAZ", office="foreign_minister")


def both(write):
    return [write(Writer(MadeNames(), phrases(lang))) for lang in ("en", "ar")]


def encounter(**fields):
    claim = Encounter(
        **{"kind": "meeting", "status": "held", "participants": (RAISI, TOKAYEV), **fields}, **SHOWN
    )
    return both(lambda writer: writer.encounter(claim))


def test_a_meeting():
    assert encounter(place=NEW_YORK) == [
        "President Ebrahim Raisi of Iran and President Kassym-Jomart Tokayev of Kazakhstan met in New York",
        "لقاء بين رئيس إيران إبراهيم رئيسي ورئيس كازاخستان قاسم جومارت توكاييف في نيويورك",
    ]


def test_a_meeting_that_is_only_planned():
    english, arabic = encounter(status="scheduled")
    assert english.startswith("Meeting of President Ebrahim Raisi")
    assert english.endswith("— scheduled")
    assert arabic.endswith("— مقرر")


def test_a_visit_names_visitor_and_host():
    tehran = Place(city="Tehran", state="IRN")
    assert encounter(kind="visit", participants=(MINISTER, IRAN), place=tehran) == [
        "Foreign Minister مراد نورتليو of Kazakhstan visited Tehran, Iran",
        "زيارة وزير خارجية كازاخستان مراد نورتليو إلى إيران (طهران)",
    ]


def test_a_visit_without_a_known_host():
    assert encounter(kind="visit", participants=(RAISI,))[0] == "Visit by President Ebrahim Raisi of Iran"


def test_one_known_participant_does_not_meet_alone():
    assert encounter(participants=(TOKAYEV,)) == [
        "Meeting with President Kassym-Jomart Tokayev of Kazakhstan",
        "لقاء بمشاركة رئيس كازاخستان قاسم جومارت توكاييف",
    ]


def test_a_bare_state_is_not_repeated_beside_its_people():
    english, _ = encounter(participants=(RAISI, TOKAYEV, IRAN))
    assert english.count("Iran") == 1


def test_a_person_nobody_knows_keeps_the_name_of_the_report_and_a_slug_is_no_name():
    writer = Writer(MadeNames(), phrases("en"))
    assert (
        writer.actors.who(Participant(person="salim-x", name="سالم", state="USA"))
        == "سالم (the United States)"
    )
    assert writer.actors.who(Participant(person="salim-x", state="USA")) == "the United States"


@pytest.mark.parametrize(
    ("who", "english", "arabic"),
    [
        (Participant(state="IRN", office="head_of_state"), "the President of Iran", "رئيس إيران"),
        (
            Participant(state="KAZ", office="speaker_upper_house"),
            "the Speaker of the upper house of Kazakhstan",
            "رئيس مجلس الشيوخ في كازاخستان",
        ),
        (
            Participant(state="KAZ", organisation="foreign-ministry"),
            "the Foreign Ministry of Kazakhstan",
            "وزارة الخارجية في كازاخستان",
        ),
        (Participant(organisation="sources"), "sources", "مصادر"),
        (Participant(organisation="SCO"), "the Shanghai Cooperation Organisation", "منظمة شنغهاي للتعاون"),
        (None, "the report", "التقرير"),
    ],
)
def test_speakers(who, english, arabic):
    assert both(lambda writer: writer.actors.who(who)) == [english, arabic]


def test_an_undertaking_with_its_course():
    claim = Undertaking(
        kind="memorandum",
        stage="in_force",
        parties=("IRN", "KAZ"),
        sectors=("transport", "rail"),
        count=9,
        term_years=20,
        value=Amount("7000000", "USD"),
        **SHOWN,
    )
    stages = (StageAt("signed", "2022-06-19", "c1"), StageAt("in_force", None, "c2"))
    english, arabic = both(lambda writer: writer.undertaking(claim, stages))
    assert english == (
        "9 memoranda of understanding between Iran and Kazakhstan on transport and railways, for 20 years, "
        "worth USD 7 million: signed (19 June 2022), in force"
    )
    assert arabic.startswith("9 مذكرات تفاهم بين إيران وكازاخستان في مجال النقل والسكك الحديدية، لمدة 20 سنة")
    assert arabic.endswith("توقيع (19 حزيران/يونيو 2022)، دخول حيز التنفيذ")


def test_parties_come_in_the_order_of_the_brief():
    writer = Writer(MadeNames(), phrases("en"), lead=("KAZ", "IRN"))
    assert writer.actors.codes(["USA", "IRN", "KAZ"]) == "Kazakhstan, Iran and the United States"


def test_a_commitment():
    claim = Commitment(
        act="call", by=TOKAYEV, parties=("KAZ", "IRN"), sectors=("transport",), deadline="2025", **SHOWN
    )
    assert both(lambda writer: writer.commitment(claim)) == [
        (
            "President Kassym-Jomart Tokayev of Kazakhstan called for action on transport, "
            "concerning Iran, by 2025"
        ),
        "دعوة إلى التحرك من رئيس كازاخستان قاسم جومارت توكاييف في مجال النقل، بشأن إيران، في أجل أقصاه 2025",
    ]


def test_a_figure():
    claim = Measure(
        indicator="trade_volume",
        value="3000000000",
        unit="USD",
        target=True,
        at_least=True,
        period="2025",
        parties=("IRN", "KAZ"),
        by=RAISI,
        **SHOWN,
    )
    assert both(lambda writer: writer.measure(claim)) == [
        (
            "Trade volume, Iran and Kazakhstan, 2025: at least USD 3 billion (target), "
            "according to President Ebrahim Raisi of Iran"
        ),
        (
            "حجم التبادل التجاري، إيران وكازاخستان، 2025: ما لا يقل عن 3 مليارات دولار (هدف)، "
            "وفق رئيس إيران إبراهيم رئيسي"
        ),
    ]


def test_growth_of_what_is_known_is_read_from_its_parts():
    assert both(lambda writer: writer.indicator("exports_growth")) == ["growth of exports", "نمو الصادرات"]


def test_a_statement_says_who_to_whom_and_about_what_but_not_about_oneself():
    claim = Statement(by=RAISI, verb="stress", to=TOKAYEV, topic=("IRN", "SCO", "USA"), **SHOWN)
    assert both(lambda writer: writer.statement(claim)) == [
        (
            "President Ebrahim Raisi of Iran stressed, "
            "addressing President Kassym-Jomart Tokayev of Kazakhstan, "
            "about the Shanghai Cooperation Organisation and the United States"
        ),
        (
            "تأكيد من رئيس إيران إبراهيم رئيسي، موجه إلى رئيس كازاخستان قاسم جومارت توكاييف، "
            "بشأن منظمة شنغهاي للتعاون والولايات المتحدة"
        ),
    ]


def test_joint_speakers_are_all_named():
    claim = Statement(by=RAISI, by_also=(TOKAYEV,), verb="say", **SHOWN)
    assert (
        "Raisi of Iran and President Kassym-Jomart Tokayev" in both(lambda writer: writer.statement(claim))[0]
    )


def test_tenures_and_memberships():
    tenure = Tenure(
        person="ebrahim-raisi", name="رئيسي", state="IRN", office="head_of_state", status="former", **SHOWN
    )
    assert both(lambda writer: writer.tenure(tenure, "2024-07-30")) == [
        "Ebrahim Raisi — President of Iran (former), as reported 30 July 2024",
        "إبراهيم رئيسي — رئيس إيران (سابقا) — النشر: 30 تموز/يوليو 2024",
    ]
    membership = Membership(state="IRN", organisation="SCO", status="observer", **SHOWN)
    assert both(lambda writer: writer.membership(membership)) == ["Iran: observer", "إيران: عضو مراقب"]
