"""Extractions written by hand, so that what comes after extraction can be tested without it."""

from typing import Any, ClassVar

from marsad.model.claims import (
    Amount,
    Claim,
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
from marsad.model.ids import report_id
from marsad.model.jsonform import Extraction, check_evidence
from marsad.model.report import Published, Report, Span

RAISI = Participant(person="ebrahim-raisi", name="إبراهيم رئيسي", state="IRN", office="head_of_state")
TOKAYEV = Participant(
    person="kassym-jomart-tokayev", name="قاسم جومارت توكاييف", state="KAZ", office="head_of_state"
)
IRAN = Participant(state="IRN")
NEW_YORK = Place(city="New York", state="USA")


def claim(text: str, phrase: str, record: type[Claim], fields: dict[str, Any]) -> Claim:
    """Make a claim whose evidence is ``phrase`` where it first stands in ``text``."""
    start = text.index(phrase)
    span = Evidence(start, start + len(phrase), phrase)
    return record(evidence=(span,), extractor="by hand", **fields)


def extraction(
    text: str,
    *claims: tuple[str, type[Claim], dict[str, Any]],
    published: str | None = None,
    outlet: str | None = None,
    source: str = "made.txt",
) -> Extraction:
    """Make a report whose first line is its headline, with the given claims."""
    headline, _, _ = text.partition("\n")
    start = len(headline) + 1
    report = Report(
        id=report_id(text),
        source=source,
        title=headline,
        outlet=outlet,
        published=Published(edtf=published, basis="explicit" if published else None),
        headline=(Span(0, len(headline)),),
        body=(Span(start, len(text)),),
        text=text,
    )
    made = Extraction(report, tuple(claim(text, phrase, record, fields) for phrase, record, fields in claims))
    check_evidence(made)
    return made


MEETING_NEWS = """\
رئيسي وتوكاييف يبحثان التجارة في نيويورك
اجتمع إبراهيم رئيسي بنظيره الكازاخستاني قاسم جومارت توكاييف في نيويورك مساء الاثنين.
وشدد رئيسي على أن السكك الحديدية تفتح باب التجارة بين البلدين.
وقال توكاييف إن حجم التبادل التجاري مع إيران بلغ 528 مليون دولار في 2022، والهدف ثلاثة مليارات دولار.
ودعا توكاييف إلى الإسراع في تنفيذ اتفاق النقل.
"""


def meeting_report(**fields: Any) -> Extraction:
    """A report of a meeting between the presidents of Iran and Kazakhstan, with every type of claim."""
    both = ("IRN", "KAZ")
    return extraction(
        MEETING_NEWS,
        (
            "اجتمع إبراهيم رئيسي بنظيره الكازاخستاني قاسم جومارت توكاييف في نيويورك",
            Encounter,
            {
                "kind": "meeting",
                "status": "held",
                "participants": (RAISI, TOKAYEV),
                "place": NEW_YORK,
                "date": "2023-09-18",
                "date_basis": "relative",
            },
        ),
        (
            "وشدد رئيسي على أن السكك الحديدية تفتح باب التجارة بين البلدين",
            Statement,
            {"by": RAISI, "verb": "stress", "topic": ("KAZ",)},
        ),
        (
            "بلغ 528 مليون دولار في 2022",
            Measure,
            {
                "indicator": "trade_volume",
                "value": "528000000",
                "unit": "USD",
                "period": "2022",
                "parties": both,
                "by": TOKAYEV,
            },
        ),
        (
            "والهدف ثلاثة مليارات دولار",
            Measure,
            {
                "indicator": "trade_volume",
                "value": "3000000000",
                "unit": "USD",
                "target": True,
                "parties": both,
                "by": TOKAYEV,
            },
        ),
        (
            "ودعا توكاييف إلى الإسراع في تنفيذ اتفاق النقل",
            Commitment,
            {"act": "call", "by": TOKAYEV, "parties": both, "sectors": ("transport",)},
        ),
        (
            "تنفيذ اتفاق النقل",
            Undertaking,
            {"kind": "agreement", "stage": "being_implemented", "parties": both, "sectors": ("transport",)},
        ),
        (
            "إبراهيم رئيسي بنظيره",
            Tenure,
            {
                "person": "ebrahim-raisi",
                "name": "إبراهيم رئيسي",
                "state": "IRN",
                "office": "head_of_state",
                "status": "incumbent",
            },
        ),
        **{"published": "2023-09-19T01:58Z", "outlet": "IRNA", "source": "meeting.txt", **fields},
    )


VISIT_NEWS = """وزير الخارجية الكازاخستاني في طهران
وقع البلدان يوم الخميس في طهران تسع مذكرات تفاهم. وقالت الوزارة إن اتفاق النقل دخل حيز التنفيذ.
وإيران عضو في منظمة شنغهاي للتعاون، وكازاخستان عضو مؤسس فيها.
"""


def visit_report(**fields: Any) -> Extraction:
    """A later report: memoranda signed, the transport agreement in force, and who belongs to the SCO."""
    both = ("IRN", "KAZ")
    ministry = Participant(state="KAZ", organisation="foreign-ministry")
    return extraction(
        VISIT_NEWS,
        (
            "وقع البلدان يوم الخميس في طهران تسع مذكرات تفاهم",
            Undertaking,
            {
                "kind": "memorandum",
                "stage": "signed",
                "parties": both,
                "count": 9,
                "value": Amount("7000000", "USD"),
                "date": "2024-02-15",
                "date_basis": "relative",
            },
        ),
        (
            "اتفاق النقل دخل حيز التنفيذ",
            Undertaking,
            {
                "kind": "agreement",
                "stage": "in_force",
                "parties": both,
                "sectors": ("transport",),
                "by": ministry,
            },
        ),
        (
            "وإيران عضو في منظمة شنغهاي للتعاون",
            Membership,
            {"state": "IRN", "organisation": "SCO", "status": "member"},
        ),
        (
            "وكازاخستان عضو مؤسس فيها",
            Membership,
            {"state": "KAZ", "organisation": "SCO", "status": "member"},
        ),
        **{"published": "2024-02-16", "outlet": "Kazinform", "source": "visit.txt", **fields},
    )


class MadeNames:
    """Names for the people and places of the reports above, and for nothing else."""

    PEOPLE: ClassVar = {
        "ebrahim-raisi": ("Ebrahim Raisi", "إبراهيم رئيسي"),
        "kassym-jomart-tokayev": ("Kassym-Jomart Tokayev", "قاسم جومارت توكاييف"),
    }
    STATES: ClassVar = {
        "IRN": ("Iran", "إيران"),
        "KAZ": ("Kazakhstan", "كازاخستان"),
        "USA": ("United States", "الولايات المتحدة"),
    }
    ORGANISATIONS: ClassVar = {"SCO": ("Shanghai Cooperation Organisation", "منظمة شنغهاي للتعاون")}
    OFFICES: ClassVar = {
        "head_of_state": ("President", "رئيس"),
        "foreign_minister": ("Foreign Minister", "وزير خارجية"),
        "speaker_upper_house": ("Speaker of the upper house", "رئيس مجلس الشيوخ"),
    }
    CITIES: ClassVar = {"New York": ("New York", "نيويورك"), "Tehran": ("Tehran", "طهران")}

    def person(self, slug, lang):
        return self._pick(self.PEOPLE, slug, lang)

    def state(self, code, lang):
        return self._pick(self.STATES, code, lang)

    def organisation(self, code, lang):
        return self._pick(self.ORGANISATIONS, code, lang)

    def office(self, code, lang):
        return self._pick(self.OFFICES, code, lang)

    def city(self, english, lang):
        return self._pick(self.CITIES, english, lang)

    def venue(self, english, lang):
        return self._pick({}, english, lang)

    @staticmethod
    def _pick(names, key, lang):
        return names.get(key, (None, None))[lang == "ar"]
