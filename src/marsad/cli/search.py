"""``marsad search``: reports by their words."""

from datetime import date
from typing import TYPE_CHECKING, Annotated, Literal, TextIO

import typer

from marsad.cli.codes import known_codes
from marsad.cli.days import day_given
from marsad.cli.ending import ending
from marsad.cli.options import Language, Output, RegisterFile
from marsad.cli.output import open_output

if TYPE_CHECKING:
    from marsad.register.search.filters import Filters
    from marsad.register.store import Register
    from marsad.views.findings import Findings

Format = Literal["terminal", "markdown", "json", "jsonl"]


@ending
def search(
    query: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="QUERY...",
            help='Words in Arabic or English, "phrases", AND, OR, NOT (و، أو، ليس), parentheses.',
        ),
    ] = None,
    register: RegisterFile = None,
    state: Annotated[
        list[str] | None,
        typer.Option(
            "--state", metavar="STATE", help="With a claim about this state; again: about all of them."
        ),
    ] = None,
    kind: Annotated[
        list[str] | None,
        typer.Option("--type", metavar="TYPE", help="With a claim of this type; again: of any of them."),
    ] = None,
    speaker: Annotated[
        str | None,
        typer.Option("--speaker", metavar="NAME", help="With a claim in this person's or state's mouth."),
    ] = None,
    outlet: Annotated[
        str | None, typer.Option("--outlet", metavar="NAME", help="Only of this outlet.")
    ] = None,
    since: Annotated[
        str | None,
        typer.Option("--from", metavar="DATE", help="Published on this day, month or year, or later."),
    ] = None,
    until: Annotated[
        str | None, typer.Option("--to", metavar="DATE", help="Published up to and including this one.")
    ] = None,
    limit: Annotated[int, typer.Option("--limit", min=1, max=1000, help="Reports to show.")] = 10,
    lang: Language = "en",
    form: Annotated[Format, typer.Option("--format", "-f", help="Form of the output.")] = "terminal",
    reindex: Annotated[bool, typer.Option("--reindex", help="First make the search index anew.")] = False,
    output: Output = None,
) -> int:
    """Find reports by their words, in all their forms, with the sentences that answer and the claims on them."""
    from marsad.register.store import open_register
    from marsad.settings import load_settings

    said = " ".join(query or ())
    if not said and not reindex:
        raise typer.BadParameter(
            "give words to look for, such as: marsad search كازاخستان", param_hint="QUERY"
        )
    days = day_given(since, "--from"), day_given(until, "--to", end=True)
    with open_register(register or load_settings().register) as opened:
        if reindex:
            _reindex(opened)
        if said:
            filters = _filters(opened, state or [], kind or [], days, speaker, outlet)
            found = _find(opened, said, filters, limit, lang)
            with open_output(output) as file:
                _write(found, form, file)
    return 0


def _reindex(register: "Register") -> None:
    import sys

    from marsad.register.search.index import rebuild_index

    print(f"{register.name}: {rebuild_index(register):,} reports taken into the index", file=sys.stderr)


def _filters(
    register: "Register",
    states: list[str],
    types: list[str],
    days: tuple[date | None, date | None],
    speaker: str | None,
    outlet: str | None,
) -> "Filters":
    from marsad.cli.states import state_code
    from marsad.model.vocabulary import ClaimType
    from marsad.register.search.filters import Filters
    from marsad.register.search.naming import outlet_names, speaker_keys

    if days[0] and days[1] and days[0] > days[1]:
        raise typer.BadParameter("the period ends before it begins", param_hint="--to")
    return Filters(
        states=tuple(dict.fromkeys(state_code(name) for name in states)),
        types=known_codes(types, ClaimType, "--type"),
        since=days[0],
        until=days[1],
        outlets=outlet_names(register, outlet) if outlet else None,
        speakers=speaker_keys(register, speaker) if speaker else None,
    )


def _find(
    register: "Register", said: str, filters: "Filters", limit: int, lang: Literal["en", "ar"]
) -> "Findings":
    from marsad.register.search.find import search as find
    from marsad.register.search.parsing import parse_query
    from marsad.views.findings import compose_findings
    from marsad.views.names import KnowledgeNames

    results = find(register, parse_query(said), filters, limit=limit)
    return compose_findings(register, said, results, names=KnowledgeNames(), lang=lang)


def _write(found: "Findings", form: Format, file: TextIO) -> None:
    from marsad.views import render_findings as render

    match form:
        case "terminal":
            render.findings_to_terminal(found, file)
        case "markdown":
            file.write(render.findings_to_markdown(found))
        case "json":
            file.write(render.findings_to_json(found))
        case "jsonl":
            file.write(render.findings_to_jsonl(found))
