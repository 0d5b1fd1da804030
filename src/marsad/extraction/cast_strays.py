"""Words that were taken for the name of an office-holder whom the knowledge has under another name."""

from difflib import SequenceMatcher
from functools import cache

import msgspec

from marsad.extraction.draft_record import Draft
from marsad.folding import fold_word
from marsad.knowledge.table import table
from marsad.linking.tenures import Window, holders, people

#: Two spellings of one name share at least this part of their letters.
_ALIKE = 0.7


@cache
def _single_holder() -> frozenset[str]:
    return frozenset(table().files["offices"]["single_holder"])


def checked(draft: Draft, text: str, window: Window) -> Draft:
    """Return a draft that keeps a single unknown word for a name only where nobody is known to hold the office.

    "الرئيس الفرنسي استعداد بلاده" names nobody beside the president; "الرئيس الفرنسي ماكرو" spells his name
    differently. Two words or more are believed: a report may know better.
    """
    if draft.name is None or draft.person is not None or draft.status is not None or not draft.states:
        return draft
    word = text[draft.name.start : draft.name.end]
    behind_office = draft.name.start > draft.start and draft.name.end == draft.end
    if draft.office not in _single_holder() or " " in word or not behind_office:
        return draft
    known = holders(draft.states[0], draft.office or "", window)
    if not known:
        return draft
    alike = [person for person in known if _spells(word, person)]
    if len(alike) == 1:
        return msgspec.structs.replace(draft, person=alike[0])
    end = len(text[: draft.name.start].rstrip(' "«،,:('))
    return msgspec.structs.replace(draft, name=None, end=end, kind="role")


def _spells(word: str, person: str) -> bool:
    parts = {part for name in people()[person]["ar"] for part in fold_word(name).split()}
    return any(SequenceMatcher(None, word, part).ratio() >= _ALIKE for part in parts)
