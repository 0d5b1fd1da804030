"""What else a commitment says: to whom it is made, by when, and in which fields."""

import datetime
import re
from functools import cache

from marsad.extraction.clauses import words
from marsad.extraction.commitment_actors import WORDS
from marsad.extraction.commitment_triggers import Bond
from marsad.extraction.document import Document
from marsad.extraction.mentions import Mention
from marsad.extraction.sectors import sectors
from marsad.knowledge.table import table
from marsad.language.dates import DateMention
from marsad.language.sentences import Sentence
from marsad.model.claims import Participant
from marsad.model.vocabulary import Sector

#: How many words before a date may make it a deadline.
_INTRODUCED_WITHIN = 3
#: How many words an obligation or an invitation takes up to the one it is laid before.
_LED_WITHIN = 6
#: And at most how many characters behind the word that binds somebody stands to whom it is given.
_GIVEN_WITHIN = 90
_PERIOD = re.compile(r"^P(\d+)([YMWD])$")
_DAYS = {"W": 7, "D": 1}


def addressee(document: Document, bond: Bond, end: int) -> Participant | None:
    """Return to whom it is made: "دعت كندا قطر إلى", "ستقدم لقطر منحة"; None when nobody is named for it."""
    if bond.to is not None or bond.act == "refusal":
        return bond.to
    others = [mention for mention in document.cast.between(bond.start, end) if not _same(mention, bond.by)]
    if bond.rule in _asking_rules():
        return _asked(document, bond, others)
    if bond.act in ("call", "invitation"):
        return next((mention.participant for mention in others if _led_to(document, bond, mention)), None)
    near = (mention for mention in others if mention.start - bond.start < _GIVEN_WITHIN)
    return next((mention.participant for mention in near if mention.prefix in ("ل", "لل", "ول", "ولل")), None)


@cache
def _asking_rules() -> frozenset[str]:
    return frozenset(table().files[WORDS]["asking_rules"])


def _same(mention: Mention, by: tuple[Participant, ...]) -> bool:
    codes = {code for p in by for code in (p.person, p.state, p.organisation) if code}
    return any({p.person, p.state, p.organisation} & codes for p in mention.members)


def _asked(document: Document, bond: Bond, others: list[Mention]) -> Participant | None:
    """Return the first other participant before what is asked for: the object of a verb of asking."""
    if not others or others[0].prefix not in ("", "ل"):
        return None
    before = document.surface.tokens.between(bond.start, others[0].left)
    late = any(token.text in words(WORDS, "to_what") for token in before)
    return None if late else others[0].participant


def _led_to(document: Document, bond: Bond, mention: Mention) -> bool:
    """Whether a duty or an invitation is laid before somebody: "يجب على كندا", "الدعوة إلى الوزير"."""
    tokens = document.surface.tokens.between(bond.start, mention.left)
    leads = words(WORDS, "leads_to_guest" if bond.act == "invitation" else "upon")
    return 0 < len(tokens) <= _LED_WITHIN and tokens[-1].text in leads


def deadline(document: Document, start: int, end: int) -> str | None:
    """Return by when, as EDTF: a date to come behind "بحلول" or its like, a term from the report's day."""
    for date in document.dates_between(start, end):
        if _introduced(document, date, start):
            by = _term(document, date.duration) if date.duration else _last(date.edtf)
            if by is not None and by[:10] > (document.published or "")[:10]:
                return by
    return None


def _last(edtf: str | None) -> str | None:
    """Return the end of an interval of years; one within a year stays, of an open one its beginning."""
    if edtf is None or "/" not in edtf:
        return edtf
    first, last = edtf.split("/")
    if last == "..":
        return first
    return edtf if first[:4] == last[:4] else last


def _introduced(document: Document, date: DateMention, start: int) -> bool:
    """Whether a word of term stands shortly before a date or opens it: "بحلول", "خلال مهلة أقصاها"."""
    tokens = document.surface.tokens
    index = tokens.index_at(date.start)
    first = max(tokens.index_at(start), index - _INTRODUCED_WITHIN)
    return any(token.text in words(WORDS, "deadline_words") for token in tokens.all[first : index + 2])


def _term(document: Document, period: str) -> str | None:
    """Return the end of a term that begins on the report's day, as precise as the term is."""
    match = _PERIOD.match(period)
    published = document.published
    if match is None or published is None or "/" in published or len(published) < len("2024-01-01"):
        return None
    day = datetime.date.fromisoformat(published[:10])
    count, unit = int(match[1]), match[2]
    if unit == "Y":
        return str(day.year + count)
    if unit == "M":
        months = day.year * 12 + day.month - 1 + count
        return f"{months // 12}-{months % 12 + 1:02d}"
    return (day + datetime.timedelta(days=count * _DAYS[unit])).isoformat()


def fields(document: Document, sentence: Sentence, start: int, end: int) -> tuple[Sector, ...]:
    """Return the sectors named in the evidence or, when there are none, in its sentence."""
    return sectors(document, start, end) or sectors(document, sentence.start, sentence.end)
