"""``marsad read``: read reports into the register."""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import islice
from typing import TYPE_CHECKING

from marsad.cli.counting import Watch, watching
from marsad.cli.ending import NOTHING_READ, ending
from marsad.cli.options import Jobs, Paths, RegisterFile
from marsad.cli.reports import Skipped, usable
from marsad.errors import InputError

if TYPE_CHECKING:
    from marsad.model.report import RawReport
    from marsad.register.store import Register

# Reports that are added in one transaction.
_BATCH = 100


@ending
def read(paths: Paths, register: RegisterFile = None, jobs: Jobs = None) -> int:
    """Read reports into the register, which is made if it isn't there. Reading one twice changes nothing."""
    from marsad.settings import load_settings

    settings = load_settings()
    reading = _Reading(register or settings.register)
    with watching() as watch:
        reading.run(paths, jobs or settings.jobs, watch)
    print("\n".join(reading.summary()))
    return 0 if reading.added.new or reading.added.known else NOTHING_READ


class _Reading:
    """One run over the inputs, and what became of them."""

    def __init__(self, where: str) -> None:
        from marsad.register.store import Added

        self.where = where
        self.added: Added = Added()
        self.skipped = Skipped()

    def run(self, paths: list[str], jobs: int, watch: Watch) -> None:
        from marsad.pipeline import process
        from marsad.register.store import find_register, open_register
        from marsad.runners.local import run
        from marsad.sources import open_sources

        with ExitStack() as stack:
            there = find_register(self.where)
            register = stack.enter_context(there) if there else None
            items = self._new(open_sources(paths), register)
            results = usable(run(process, items, jobs=jobs), self.skipped)
            stream = watch(results)
            while batch := list(islice(stream, _BATCH)):
                # Made no sooner than there is something to keep.
                register = register or stack.enter_context(open_register(self.where, create=True))
                self.added += register.add(batch)
            if register:
                register.refresh()

    def _new(
        self, items: "Iterable[RawReport | InputError]", register: "Register | None"
    ) -> "Iterator[RawReport | InputError]":
        """Leave out reports that the register holds, so that they need not be read again."""
        from marsad.model.ids import report_id
        from marsad.register.store import Added

        if register is None:
            yield from items
            return
        rest = iter(items)
        while part := list(islice(rest, _BATCH)):
            ids = [None if isinstance(item, InputError) else report_id(item.text) for item in part]
            known = register.known({name for name in ids if name})
            self.added += Added(known=sum(name in known for name in ids))
            yield from (item for item, name in zip(part, ids, strict=True) if name not in known)

    def summary(self) -> Iterator[str]:
        """Yield what was read, and what was skipped for which reason."""
        from marsad.register.store import shown

        skipped = self.skipped.reasons.total()
        yield (
            f"{shown(self.where)}: {self.added.new:,} new reports with {self.added.claims:,} claims, "
            f"{self.added.known:,} already there, {skipped:,} skipped"
        )
        for reason, number in self.skipped.reasons.most_common():
            yield f"  {number:,} × {reason}"
