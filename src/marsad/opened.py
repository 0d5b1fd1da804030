"""A register opened for work in Python: ``with marsad.open("register.db") as register: …``.

What the commands print comes back as records here; ``to_frame`` makes a pandas DataFrame of any of them.
"""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar, overload

import msgspec

from marsad.errors import MarsadError
from marsad.linking.states import state_code
from marsad.model.claims import Claim
from marsad.model.entry import Entry
from marsad.register.search.find import Hit, search
from marsad.register.search.parsing import parse_query
from marsad.register.store import Register, open_register
from marsad.views.brief import Brief, Page
from marsad.views.compose import compose_brief
from marsad.views.conflicts import Conflicts, compose_conflicts
from marsad.views.ledger import Ledger
from marsad.views.ledger_compose import Choice, compose_ledger
from marsad.views.names import KnowledgeNames, Lang
from marsad.views.people import PeoplePage, compose_people
from marsad.views.render_html import render_html
from marsad.views.render_markdown import render_markdown
from marsad.views.timeline import Timeline, compose_timeline

if TYPE_CHECKING:
    from pandas import DataFrame

P = TypeVar("P", bound=Page)
R = TypeVar("R")


class Rows(Sequence[R], Generic[R]):
    """Records in a row: a sequence that a notebook shows as a table."""

    def __init__(self, records: Sequence[R]) -> None:
        self._records = tuple(records)

    @overload
    def __getitem__(self, at: int) -> R: ...
    @overload
    def __getitem__(self, at: slice) -> "Rows[R]": ...
    def __getitem__(self, at: int | slice) -> "R | Rows[R]":
        """Return one record, or several as ``Rows``."""
        return Rows(self._records[at]) if isinstance(at, slice) else self._records[at]

    def __len__(self) -> int:
        return len(self._records)

    def __repr__(self) -> str:
        return f"<{len(self)} records>"

    def _repr_html_(self) -> str:
        return str(self.to_frame().to_html(escape=True))

    def to_frame(self) -> "DataFrame":
        """Return a DataFrame with a row for each record. Raises ``MarsadError`` where pandas isn't installed."""
        return _frame([msgspec.to_builtins(record) for record in self._records])


class View(Generic[P]):
    """A page of the register: a notebook shows it, ``str()`` gives it as Markdown; ``page`` is the record."""

    def __init__(self, page: P) -> None:
        self.page = page

    def __str__(self) -> str:
        return render_markdown(self.page)

    def __repr__(self) -> str:
        return f"<{self.page.title}>"

    def _repr_markdown_(self) -> str:
        return render_markdown(self.page)

    def to_html(self) -> str:
        """Return the page as one HTML document that needs nothing else."""
        return render_html(self.page)

    def to_frame(self) -> "DataFrame":
        """Return a DataFrame with a row for each line: where it stands, what it says, and its first sentence.

        ``date`` is EDTF, ``entry`` the id that ``marsad show`` takes. Raises ``MarsadError`` where pandas isn't
        installed.
        """
        sources = {source.number: source for source in self.page.sources}
        rows = []
        for section in self.page.sections:
            for group in section.groups:
                for line in group.lines:
                    first = sources.get(line.sources[0]) if line.sources else None
                    rows.append(
                        {
                            "section": section.title,
                            "group": group.title,
                            "date": line.date,
                            "when": line.when,
                            "text": line.text,
                            "entry": line.entry,
                            "reports": len({sources[number].report for number in line.sources}),
                            "outlet": first.outlet if first else None,
                            "published": first.published if first else None,
                            "sentence": first.text if first else None,
                        }
                    )
        return _frame(rows)


class Dyad:
    """Two states, and what the register holds on them."""

    def __init__(self, register: Register, states: tuple[str, str]) -> None:
        self._register = register
        self.states = states

    def __repr__(self) -> str:
        return f"<{self.states[0]}–{self.states[1]}>"

    def brief(
        self, *, lang: Lang = "en", since: date | None = None, until: date | None = None
    ) -> View[Brief]:
        """Return who met, what was agreed, promised and said, limited to a period (both ends inclusive)."""
        names = KnowledgeNames()
        made = compose_brief(self._register, self.states, names=names, lang=lang, since=since, until=until)
        return View(made)

    def ledger(self, *, lang: Lang = "en", as_of: date | None = None) -> View[Ledger]:
        """Return every promise with its repetitions, stages and silence, reckoned to a day or the latest report's."""
        names, whole = KnowledgeNames(), Choice(wide=True, limit=None)
        made = compose_ledger(self._register, self.states, names=names, lang=lang, as_of=as_of, choice=whole)
        return View(made)

    def timeline(self, *, lang: Lang = "en") -> View[Timeline]:
        """Return encounters, agreements, promises and figures in the course of time."""
        return View(compose_timeline(self._register, self.states, names=KnowledgeNames(), lang=lang))

    def conflicts(self, *, lang: Lang = "en") -> View[Conflicts]:
        """Return where reports on the two contradict each other or the knowledge."""
        return View(compose_conflicts(self._register, self.states, names=KnowledgeNames(), lang=lang))

    def entries(self, *types: str) -> Rows[Entry]:
        """Return the entries on the two, of the given types or of all, by date."""
        found = self._register.entries_between(*self.states)
        return Rows([entry for entry in found if not types or entry.type in types])

    def claims(self, *types: str) -> Rows[Claim]:
        """Return the claims behind the entries, each with its evidence."""
        ids = [claim for entry in self.entries(*types) for claim in entry.claims]
        return Rows([item.claim for item in self._register.claims(ids).values()])


class OpenRegister:
    """An open register. Use it in a ``with`` statement, or ``close`` it."""

    def __init__(self, register: Register) -> None:
        self._register = register

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<register {self._register.name}>"

    def close(self) -> None:
        """Release the file or connection."""
        self._register.close()

    def counts(self) -> dict[str, int]:
        """Return the numbers of reports, claims and entries."""
        return self._register.counts()

    def dyad(self, one: str, other: str) -> Dyad:
        """Return two states, each given by code or name: ``dyad("IRN", "Kazakhstan")``.

        Raises ``UnknownCode`` where one is no state, ``ValueError`` where both are the same.
        """
        states = state_code(one), state_code(other)
        if states[0] == states[1]:
            raise ValueError(f"both are {states[0]}: a dyad needs two states")
        return Dyad(self._register, states)

    def search(self, query: str, *, limit: int = 20) -> Rows[Hit]:
        """Return the reports that answer a query, the best first, with sentences and claims.

        Arabic or English: words, "phrases", AND, OR, NOT and parentheses. Raises ``QueryError`` naming the place where
        the query says nothing.
        """
        return Rows(search(self._register, parse_query(query), limit=limit).hits)

    def conflicts(self, *, lang: Lang = "en") -> View[Conflicts]:
        """Return where reports contradict each other or the knowledge, in the whole register."""
        return View(compose_conflicts(self._register, names=KnowledgeNames(), lang=lang))

    def people(self, state: str, *, lang: Lang = "en") -> View[PeoplePage]:
        """Return who reports say held a state's offices, beside the knowledge."""
        return View(compose_people(self._register, state_code(state), names=KnowledgeNames(), lang=lang))


def open_desk(where: str | Path) -> OpenRegister:
    """Open a register that is there. Raises ``RegisterError`` where it can't be opened."""
    return OpenRegister(open_register(where))


def _frame(rows: list[dict[str, Any]]) -> "DataFrame":
    try:
        from pandas import DataFrame
    except ImportError as error:
        raise MarsadError("pandas is not installed (pip install 'marsad[notebook]')") from error
    return DataFrame(rows)
