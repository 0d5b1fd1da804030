"""Map the per-report function over a stream of reports with the processes of one machine.

Results come in the order of the input, and no more than a bounded number of reports is in flight, so
a stream may be longer than memory. One report never takes the others with it: when a worker dies, the
reports that were in flight are tried again one at a time, and only the one that kills its worker fails.
"""

import gc
import multiprocessing
import os
import signal
import threading
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from multiprocessing.connection import wait
from pathlib import Path

import msgspec

from marsad.errors import InputError
from marsad.model.edtf import check_dates
from marsad.model.jsonform import Extraction
from marsad.model.report import RawReport

Process = Callable[[RawReport], Extraction]
Item = RawReport | InputError
Result = Extraction | InputError


class Chain(msgspec.Struct, frozen=True):
    """One function for a report after another, as one that workers can be given."""

    first: Process
    then: Callable[[Extraction], Extraction]

    def __call__(self, raw: RawReport) -> Extraction:
        """Return what ``then`` makes of what ``first`` makes of a report."""
        return self.then(self.first(raw))


# Reports that travel to a worker together, and how many such parcels wait or run for each worker.
_PARCEL = 8
_PARCELS_PER_WORKER = 4
# How many more records than were freed a worker may hold before cyclic garbage is looked for.
_GARBAGE_AFTER = 20_000
_REMEDY = "a fault of marsad's own; please report it with the text"


def run(process: Process, items: Iterable[Item], *, jobs: int) -> Iterator[Result]:
    """Yield the result for each item in order: what ``process`` made of it, or the error that stands for it.

    Errors among the items pass through in their place. With ``jobs=1``, and for no more reports than
    make a parcel, everything happens in this process.
    """
    rest = iter(items)
    head = [] if jobs == 1 else list(islice(rest, _PARCEL + 1))
    if len(head) > _PARCEL:
        yield from _in_workers(process, chain(head, rest), jobs)
    else:
        yield from (_attempt(process, item) for item in chain(head, rest))


def _attempt(process: Process, item: Item) -> Result:
    if isinstance(item, InputError):
        return item
    try:
        extraction = process(item)
        check_dates(extraction)
    except InputError as error:
        return error
    # A rule that stumbles over one report must not end a batch of a million. It is told, never hidden.
    except Exception as error:  # noqa: BLE001
        last = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{Path(last.filename).name}:{last.lineno}"
        return InputError(item.source, f"{type(error).__name__} in {where}: {error}", _REMEDY)
    return extraction


def _attempt_all(process: Process, parcel: list[Item]) -> list[Result]:
    return [_attempt(process, item) for item in parcel]


def _in_workers(process: Process, items: Iterator[Item], jobs: int) -> Iterator[Result]:
    waiting: deque[tuple[list[Item], Future[list[Result]]]] = deque()
    pool = _pool(process, jobs)
    try:
        while True:
            while len(waiting) < jobs * _PARCELS_PER_WORKER and (parcel := list(islice(items, _PARCEL))):
                waiting.append((parcel, pool.submit(_attempt_all, process, parcel)))
            if not waiting:
                return
            try:
                results = waiting[0][1].result()
            except BrokenProcessPool:
                _end(pool)
                results = [
                    result for parcel, future in waiting for result in _salvage(process, parcel, future)
                ]
                waiting.clear()
                pool = _pool(process, jobs)
            else:
                waiting.popleft()
            yield from results
    finally:
        _end(pool)


def _salvage(process: Process, parcel: list[Item], future: "Future[list[Result]]") -> Iterator[Result]:
    """Yield the results of a parcel that was in flight when a worker died."""
    if future.done() and not future.cancelled() and future.exception() is None:
        yield from future.result()
        return
    pool = _pool(process, 1)
    for item in parcel:
        try:
            yield pool.submit(_attempt, process, item).result()
        except BrokenProcessPool:
            _end(pool)
            pool = _pool(process, 1)
            yield InputError(item.source, "the process that read it died (out of memory?)", _REMEDY)
    _end(pool)


def _pool(process: Process, jobs: int) -> ProcessPoolExecutor:
    """Make a pool whose workers share a server that has imported the rules once, where the system can."""
    methods = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")
    functions = [process.first, process.then] if isinstance(process, Chain) else [process]
    context.set_forkserver_preload([function.__module__ for function in functions])
    return ProcessPoolExecutor(jobs, mp_context=context, initializer=_start_worker)


def _end(pool: ProcessPoolExecutor) -> None:
    pool.shutdown(wait=False, cancel_futures=True)


def _start_worker() -> None:
    """Leave Ctrl-C to the main process, and end with it however it ends; look for cyclic garbage less often."""
    # A report makes thousands of short-lived records and hardly a cycle: looking for one takes a twentieth of it all.
    gc.freeze()
    gc.set_threshold(_GARBAGE_AFTER)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
