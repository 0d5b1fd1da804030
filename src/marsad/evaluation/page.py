"""The scores as a page for people: figures by type and slot, and the classes of error that are most frequent."""

from collections import Counter
from collections.abc import Iterator

from marsad.evaluation.gold import Noted
from marsad.evaluation.scoring import Scores

#: The slot by which faults of a type are put in classes.
_CLASS = {
    "encounter": "kind", "undertaking": "kind", "commitment": "act", "measure": "unit", "statement": "verb",
    "membership": "organisation", "tenure": "office",
}  # fmt: skip
_MOST_CLASSES = 20


def page(name: str, scores: Scores, *, errors: bool = True) -> str:
    """Return one Markdown section on a set of annotated reports, with its classes of error unless left out."""
    lines = [*_figures(name, scores), *(_errors(scores) if errors else ())]
    return "\n".join(lines) + "\n"


def _figures(name: str, scores: Scores) -> Iterator[str]:
    yield f"## {name}"
    yield ""
    yield f"Macro F1 **{scores.macro_f1:.3f}** · published dates {scores.published.right}/{scores.published.of} · "
    yield f"evidence that does not match the text: {scores.broken_evidence}"
    yield ""
    yield "| type | precision | recall | F1 | right | wrong | missed | slots |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: | ---: | --- |"
    for kind, tally in scores.types.items():
        if tally.right + tally.missed:
            figures = f"{tally.precision:.3f} | {tally.recall:.3f} | {tally.f1:.3f}"
            yield f"| {kind} | {figures} | {tally.right} | {tally.wrong} | {tally.missed} | {_slots(kind, scores)} |"
    yield ""


def _errors(scores: Scores) -> Iterator[str]:
    yield "Most frequent errors, by class:"
    yield ""
    yield "| class | times |"
    yield "| --- | ---: |"
    for label, times in classes(scores)[:_MOST_CLASSES]:
        yield f"| {label} | {times} |"
    yield ""


def _slots(kind: str, scores: Scores) -> str:
    return ", ".join(
        f"{name.split('.', 1)[1]} {ratio.right}/{ratio.of}"
        for name, ratio in sorted(scores.slots.items())
        if name.startswith(kind + ".")
    )


def classes(scores: Scores) -> list[tuple[str, int]]:
    """Return the classes of misses and false alarms with how often each came, the most frequent first."""
    counted = Counter(_label(fault.claim, missed=fault.missed) for fault in scores.faults)
    return sorted(counted.items(), key=lambda item: (-item[1], item[0]))


def _label(claim: Noted, *, missed: bool) -> str:
    value = getattr(claim, _CLASS[claim.type], None) or "unnamed"
    return f"{claim.type} {value}, {'missed' if missed else 'false alarm'}"
