"""Whether an extracted claim is an annotated one, by the rules of the design's section on scoring."""

from collections.abc import Callable, Iterable

from marsad.evaluation.gold import Noted, Spot, Who
from marsad.evaluation.people import same_person, same_speaker, words

#: The annotated claim told again in another place: neither right nor wrong.
ECHO = -1.0
NONE = 0.0

_NEAR, _ANYWHERE = 0.5, 0.25


def _groups(**groups: str) -> dict[str, str]:
    return {code: group for group, codes in groups.items() for code in codes.split()}


_ENCOUNTER = _groups(call="call video_call", visit="visit")
_KIND = _groups(
    instrument="agreement treaty memorandum declaration roadmap programme visa_regime free_trade_area",
    body="joint_commission working_group regional_union",
    works="corridor rail_link road_link port pipeline power_link plant",
)
_STAGE = _groups(
    before="proposed under_negotiation drafted signing_scheduled",
    done="agreed signed ratified",
    active="in_force being_implemented under_construction convened opened completed",
    stalled="delayed dormant suspended terminated",
)
_ACT = _groups(
    commit="pledge readiness", want="hope target", ask="proposal call invitation", refuse="refusal"
)


def strength(gold: Noted, found: Noted, text: str) -> float:
    """Return how well a claim matches an annotated one of its type: ``NONE``, ``ECHO`` or above 0."""
    return _RULES[gold.type](gold, found, text)


def _encounter(gold: Noted, found: Noted, text: str) -> float:
    if _ENCOUNTER.get(gold.kind or "") != _ENCOUNTER.get(found.kind or ""):
        return NONE
    want, have = _states(gold.participants), _states(found.participants)
    if want and not (want <= have and len(have) <= len(want) + 1):
        return NONE
    if not all(_share_person(gold, found, state) for state in want):
        return NONE
    shared = _overlap(gold, found)
    if shared > 0:
        return 1 + shared
    return _NEAR if _same_paragraph(gold, found, text) else _ANYWHERE


def _share_person(gold: Noted, found: Noted, state: str) -> bool:
    named, given = _named(gold.participants, state), _named(found.participants, state)
    return not named or not given or any(same_person(one, other) for one in named for other in given)


def _undertaking(gold: Noted, found: Noted, _text: str) -> float:
    if _group(_KIND, gold.kind) != _group(_KIND, found.kind):
        return NONE
    if _STAGE.get(gold.stage or "") != _STAGE.get(found.stage or ""):
        return NONE
    want, have = set(gold.parties or ()), set(found.parties or ())
    if want and have and not want & have:
        return NONE
    return _overlap(gold, found) or ECHO


def _commitment(gold: Noted, found: Noted, _text: str) -> float:
    if _ACT.get(gold.act or "") != _ACT.get(found.act or "") or not _spoken_by(gold, found):
        return NONE
    return _overlap(gold, found) or _echo(gold, found)


def _measure(gold: Noted, found: Noted, _text: str) -> float:
    value = _number(gold.value)
    if value is None or value != _number(found.value) or gold.unit != found.unit:
        return NONE
    return _overlap(gold, found) or ECHO


def _statement(gold: Noted, found: Noted, _text: str) -> float:
    if not _spoken_by(gold, found):
        return NONE
    shared = _overlap(gold, found)
    if shared == 0:
        return _echo(gold, found)
    return shared if shared >= 0.5 and _alike_in_length(gold, found) else NONE


def _membership(gold: Noted, found: Noted, _text: str) -> float:
    if (gold.state, gold.organisation) != (found.state, found.organisation):
        return NONE
    shared = _overlap(gold, found)
    return 1 + shared if shared > 0 else _ANYWHERE


def _tenure(gold: Noted, found: Noted, _text: str) -> float:
    if (gold.state or found.state) != found.state or (gold.office or found.office) != found.office:
        return NONE
    return 1.0 if same_person(gold.holder, found.holder) else NONE


_RULES: dict[str, Callable[[Noted, Noted, str], float]] = {
    "encounter": _encounter,
    "undertaking": _undertaking,
    "commitment": _commitment,
    "measure": _measure,
    "statement": _statement,
    "membership": _membership,
    "tenure": _tenure,
}
TYPES = tuple(_RULES)


def _group(groups: dict[str, str], code: str | None) -> str | None:
    return groups.get(code or "", code)


def _states(people: Iterable[Who]) -> set[str]:
    return {who.state for who in people if who.state}


def _named(people: Iterable[Who], state: str) -> list[Who]:
    return [who for who in people if who.state == state and (who.person or who.name)]


def _number(value: object) -> float | None:
    try:
        return float(str(value))
    except ValueError:
        return None


def _spoken_by(gold: Noted, found: Noted) -> bool:
    return any(same_speaker(speaker, found.by) for speaker in gold.speakers)


def _length(span: Spot) -> int:
    return span.end - span.start


def _overlap(gold: Noted, found: Noted) -> float:
    """Return the share of the shorter span that the other covers, of the best pair of spans; at least 0."""
    shares = (
        (min(one.end, other.end) - max(one.start, other.start)) / max(1, min(_length(one), _length(other)))
        for one in gold.spans
        for other in found.spans
    )
    return max(0.0, *shares)


def _alike_in_length(gold: Noted, found: Noted) -> bool:
    """Tell whether neither span is over three times the other: a paragraph is no evidence of a clause."""
    short, long = sorted((_length(gold.spans[0]), _length(found.spans[0])))
    return long <= 3 * short + 40


def _echo(gold: Noted, found: Noted) -> float:
    """Return ``ECHO`` when most words of the shorter span stand in the other: a standfirst, say."""
    mine, theirs = (set(words(claim.spans[0].text)) for claim in (gold, found))
    return ECHO if len(mine & theirs) >= 0.6 * max(1, min(len(mine), len(theirs))) else NONE


def _same_paragraph(gold: Noted, found: Noted, text: str) -> bool:
    start, end = sorted((gold.spans[0].start, found.spans[0].start))
    return "\n" not in text[start:end]
