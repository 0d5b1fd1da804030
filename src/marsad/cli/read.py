"""``marsad read``: read reports into the register."""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import islice
from typing import TYPE_CHECKING, Annotated

import typer

from marsad.cli.counting import Watch, watching
from marsad.cli.ending import NOTHING_READ, ending
from marsad.cli.options import Jobs, MaybePaths, RegisterFile
from marsad.cli.reports import Skipped, usable
from marsad.errors import InputError

if TYPE_CHECKING:
    from marsad.model.jsonform import Extraction
    from marsad.model.report import RawReport
    from marsad.register.store import Register, Replaced

# Reports that are added in one transaction.
_BATCH = 100


Again = Annotated[
    bool,
    typer.Option("--again", help="Read stored reports anew that other rules or other knowledge have read."),
]


@ending
def read(
    paths: MaybePaths = None, register: RegisterFile = None, jobs: Jobs = None, again: Again = False
) -> int:
    """Read reports into the register, which is made if it isn't there. Reading one twice changes nothing."""
    from marsad.settings import load_settings

    if not paths and not again:
        raise typer.BadParameter("give at least one, or --again", param_hint="PATH...")
    settings = load_settings()
    reading = _Reading(register or settings.register, jobs or settings.jobs)
    with watching() as watch:
        if again:
            reading.again(watch)
        if paths:
            reading.run(paths, watch)
    print("\n".join(reading.summary()))
    return 0 if reading.any else NOTHING_READ


class _Reading:
    """One run over the inputs, and what became of them."""

    def __init__(self, where: str, jobs: int) -> None:
        from marsad.register.store import Added

        self.where, self.jobs = where, jobs
        self.added: Added = Added()
        self.replaced: Replaced | None = None
        self.skipped = Skipped()
        self.given: dict[str, RawReport] = {}

    @property
    def any(self) -> bool:
        """Whether there was anything to read, or nothing that had to be."""
        return bool(self.added.new or self.added.known or self.replaced is not None)

    def run(self, paths: list[str], watch: Watch) -> None:
        """Add what stands in the inputs and isn't there yet."""
        from marsad.pipeline import process
        from marsad.register.prepared import prepare
        from marsad.register.store import find_register, open_register
        from marsad.runners.local import Chain, run
        from marsad.sources import open_sources

        with ExitStack() as stack:
            there = find_register(self.where)
            register = stack.enter_context(there) if there else None
            items = self._new(open_sources(paths), register)
            stream = watch(usable(run(Chain(process, prepare), items, jobs=self.jobs), self.skipped))
            while batch := list(islice(stream, _BATCH)):
                # Made no sooner than there is something to keep.
                register = register or stack.enter_context(open_register(self.where, create=True))
                self.added += register.add(batch, given=self._given(batch))
            if register:
                register.refresh()

    def _given(self, batch: "list[Extraction]") -> "dict[str, RawReport]":
        """Take out what was read for these reports; of one that was given twice it was taken before."""
        ids = {item.report.id for item in batch} & self.given.keys()
        return {name: self.given.pop(name) for name in ids}

    def again(self, watch: Watch) -> None:
        """Replace the claims of reports that others than these rules and this knowledge have read."""
        from marsad.pipeline import process
        from marsad.register.prepared import prepare
        from marsad.register.store import Replaced, open_register
        from marsad.runners.local import Chain, run

        self.replaced = Replaced()
        with open_register(self.where) as register:
            stream = watch(
                usable(run(Chain(process, prepare), register.outdated(), jobs=self.jobs), self.skipped)
            )
            while batch := list(islice(stream, _BATCH)):
                self.replaced += register.replace(batch)
            register.refresh()

    def _new(
        self, items: "Iterable[RawReport | InputError]", register: "Register | None"
    ) -> "Iterator[RawReport | InputError]":
        """Leave out reports that the register holds, so that they need not be read again."""
        from marsad.model.ids import report_id
        from marsad.register.store import Added

        rest = iter(items)
        while part := list(islice(rest, _BATCH)):
            ids = [None if isinstance(item, InputError) else report_id(item.text) for item in part]
            known = register.known({name for name in ids if name}) if register else set()
            self.added += Added(known=sum(name in known for name in ids))
            for item, name in zip(part, ids, strict=True):
                if name not in known:
                    if name and not isinstance(item, InputError):
                        self.given.setdefault(name, item)
                    yield item

    def summary(self) -> Iterator[str]:
        """Yield what was read, and what was skipped for which reason."""
        from marsad.register.store import shown

        if self.replaced is not None:
            yield (
                f"{shown(self.where)}: {self.replaced.reports:,} reports read again: "
                f"{self.replaced.kept:,} claims kept, "
                f"{self.replaced.come:,} new, {self.replaced.gone:,} gone"
            )
        skipped = self.skipped.reasons.total()
        yield (
            f"{shown(self.where)}: {self.added.new:,} new reports with {self.added.claims:,} claims, "
            f"{self.added.known:,} already there, {skipped:,} skipped"
        )
        for reason, number in self.skipped.reasons.most_common():
            yield f"  {number:,} × {reason}"
