"""Joining a name to an office or a title: behind it, set off by commas, or in front of it."""

from difflib import SequenceMatcher

from marsad.extraction.draft_record import Draft, Positions
from marsad.extraction.names import is_joiner, name_at
from marsad.folding import fold_word
from marsad.linking.tenures import people, terms_of
from marsad.model.report import Span

_QUOTES = " \"'("
#: How many words a name in front of its office may have.
_MOST_NAME_WORDS = 4
#: Two spellings of one first name share at least this part of their letters.
_ALIKE = 0.65


def _alike(first: str, names: list[str]) -> bool:
    """Whether a first name is a spelling of the first part of one of a known person's names."""
    written = first.split()[0]
    return any(SequenceMatcher(None, written, fold_word(name).split()[0]).ratio() >= _ALIKE for name in names)


def elsewhere(person: str | None, role: Draft) -> bool:
    """Whether the knowledge has a person in offices of other states only, so that the office is somebody else's."""
    states = {term.state for term in terms_of(person or "") if term.state}
    return bool(states) and bool(role.states) and not states & set(role.states)


class Names(Positions):
    """Reads the names that belong to drafts."""

    def _name(self, draft: Draft) -> None:
        """Join the name that follows, known or not, through titles, quotation marks and a comma."""
        comma = self.text[draft.end : draft.end + 1] in ("،", ",", ":")
        position = self._skip(draft.end + comma, ("title", "filler", "held"))
        position = self._past(self._skip(self._past(position, _QUOTES), ("title",)), " ")
        if "\n" in self.text[draft.end : position]:
            return
        known = self._one_at(position, ("person",))
        if known is not None and known.prefix == "" and (known.feature == "full" or not comma):
            if not comma and draft.office is not None and elsewhere(known.key, draft):
                return  # Somebody else begins here: "هنأ الرئيس الفرنسي الأمير محمد".
            draft.person, draft.name, draft.end = known.key, Span(known.start, known.end), known.end
            return
        construct = draft.office is not None and bool(draft.states) and not draft.definite
        single = not comma and not construct and (draft.office is not None or draft.titled)
        span = name_at(self.surface, position, single=single or self._known_behind(position))
        if span is None or span.start > position + 1 or (comma and not self._closed(span)):
            return
        draft.name, draft.end = span, span.end
        surname = self._one_at(span.end, ("person",))
        if surname is None or surname.prefix:
            return
        if _alike(self.text[span.start : span.end], people()[surname.key]["ar"]):
            # A first name in another spelling before a surname that we know: "نيكولا بشينيان".
            draft.person, draft.name, draft.end = surname.key, Span(span.start, surname.end), surname.end
        else:
            draft.name, draft.end = Span(span.start, surname.end), surname.end

    def _name_in_front(self, draft: Draft) -> None:
        """Join an unknown name to the office behind it: "فهد ناصيف، المدير العام للهيئة"."""
        tokens = self.surface.tokens.all
        index = self.surface.tokens.index_at(draft.start - len(draft.prefix))
        last = index - 1 if index and tokens[index - 1].text in ("،", ",") else index
        if draft.prefix or last == index or last < 2:
            return
        for first in range(max(0, last - _MOST_NAME_WORDS), last - 1):
            span = name_at(self.surface, tokens[first].start, single=False)
            if span is not None and span == (tokens[first].start, tokens[last - 1].end):
                if not is_joiner(tokens[first].text) and not is_joiner(tokens[first - 1].text):
                    draft.name, draft.start = span, span.start
                return

    def _known_behind(self, position: int) -> bool:
        """Whether the second word from a position is a surname that the knowledge holds."""
        token = self.surface.tokens.after(position)
        return token is not None and self._one_at(token.end, ("person",)) is not None

    def _closed(self, span: Span) -> bool:
        """A name set off by a comma in front is closed by one behind: "الوزيرة، سلمى ناصيف، إن"."""
        return self.text[span.end : span.end + 2].strip(' "')[:1] in ("،", ",", ")")
