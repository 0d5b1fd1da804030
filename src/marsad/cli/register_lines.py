"""What the commands of ``marsad register`` print."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from marsad.register.store.info import Info
    from marsad.register.store.renewal import Change, Renewal
    from marsad.register.store.verification import Verdict


def info_lines(found: "Info") -> list[str]:
    """Return one line a fact; what calls for a command names it."""
    by = found.entries_by or "unknown rules"
    return [
        found.name,
        f"  tables     version {found.version}",
        f"  this marsad reads with rules {found.reader.rules}, knowledge {found.reader.knowledge}",
        f"  reports    {found.reports:,}, published {_span(found.published)}, added {_span(found.added)}",
        f"  claims     {_by_type(found.claims)}",
        f"  entries    {_by_type(found.entries)}",
        f"  size       {found.bytes / 1e6:,.1f} MB",
        f"  outdated   {found.outdated:,} reports" + (" (marsad read --again)" if found.outdated else ""),
        f"  entries by {by}" + ("" if found.entries_current else " (marsad register rebuild)"),
        f"  stale      {found.stale:,} buckets",
    ]


def verdict_lines(name: str, found: "Verdict") -> list[str]:
    """Return what was looked at, then each kind of fault with examples."""
    looked = f"{found.reports:,} reports, {found.claims:,} claims, {found.entries:,} entries"
    lines = [f"{name}: {'sound' if found.sound else 'NOT sound'} ({looked}; {found.stale:,} stale buckets)"]
    for fault, number in found.faults.most_common():
        lines.append(f"  {number:,} × {fault}")
        lines.extend(f"      {example}" for example in found.examples[fault])
    return lines


def renewal_lines(name: str, done: "Renewal") -> list[str]:
    """Return numbers by fate and type, then examples of each fate."""
    numbers = {fate: _of(done, fate) for fate in done.examples}
    told = ", ".join(f"{sum(by_type.values()):,} {fate}" for fate, by_type in numbers.items())
    lines = [f"{name}: entries made anew: {done.kept:,} as before, {told}"]
    for fate, by_type in numbers.items():
        if by_type:
            lines.append(f"  {fate}: {_by_type(by_type)}")
            lines.extend(f"    {_change(change)}" for change in done.examples[fate])
    return lines


def renewal_json(done: "Renewal") -> dict[str, Any]:
    """Return the same for a program."""
    changes: dict[str, Any] = {
        fate: {"by_type": _of(done, fate), "examples": done.examples[fate]} for fate in done.examples
    }
    return {"kept": done.kept, **changes}


def _of(done: "Renewal", fate: str) -> dict[str, int]:
    return {kind: number for (what, kind), number in sorted(done.numbers.items()) if what == fate}


def _change(change: "Change") -> str:
    """Return one entry with what it was and is: days, claims and reports, as far as these differ."""
    before, after = _facts(change.before), _facts(_fields(change.after))
    entry = change.after.id if change.after else (change.before or {})["id"]
    if change.before is None or change.after is None:
        told = ", ".join(f"{key} {value}" for key, value in (after or before).items())
    else:
        differing = [key for key in {**before, **after} if before.get(key) != after.get(key)]
        told = (
            ", ".join(f"{key} {before.get(key)} → {after.get(key)}" for key in differing) or "in its details"
        )
    return f"{entry} {change.type}: {told}"


def _fields(entry: object) -> dict[str, Any] | None:
    import msgspec

    return None if entry is None else msgspec.to_builtins(entry)


def _facts(entry: dict[str, Any] | None) -> dict[str, Any]:
    if entry is None:
        return {}
    claims = len(entry.get("claims", ()))
    shown = {
        key: entry[key]
        for key in ("kind", "first", "last", "reports", "outlets")
        if entry.get(key) is not None
    }
    return {**shown, "claims": claims}


def _by_type(numbers: dict[str, int]) -> str:
    total = f"{sum(numbers.values()):,}"
    return total + (
        ": " + ", ".join(f"{number:,} {name}" for name, number in numbers.items()) if numbers else ""
    )


def _span(span: tuple[str, str] | None) -> str:
    return "unknown" if span is None else f"{span[0]} to {span[1]}"
