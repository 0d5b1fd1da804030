"""Where the clause of an encounter word begins and ends. All positions are folded offsets."""

from marsad.extraction.clauses import clause_end, words
from marsad.extraction.encounter_scene import Scene
from marsad.knowledge.lexicon import Hit
from marsad.language.tokens import Token

#: The verb of a relative clause stands right behind "الذي".
_RELATIVE_REACH = 8


def span_end(told: Scene, start: int, *, nominal: bool = False) -> int:
    """Return where the clause that goes on at ``start`` gives way to another one.

    ``nominal``: a comma and "إلى" lead back to the verb over it. Example: in "التقى الوزير نظيره، ثم زار
    المتحف" the clause of "التقى" ends before "ثم".
    """
    end = _past_relative(told, clause_end(told.document, start, told.sentence))
    for hit in told.hits:
        if hit.start >= start and hit.left < end and hit.feature.startswith("verb.") and _opens(told, hit):
            end = hit.left
            break
    for hit in told.document.surface.hits_between(start, end):
        if hit.kind == "verb" and hit.feature.startswith("perfect") and _opens(told, hit):
            if told.document.text[hit.start : hit.end] in words("clauses", "with"):
                continue  # "بينه وبين الوزير"
            end = hit.left
            break
    return _turn(told, start, end, nominal=nominal)


def past_topic(told: Scene, end: int) -> int:
    """Return where partners named behind the topic end: in "محادثات حول الملف مع نظيره" behind "نظيره".

    That is the end of the part before the next comma or clause; ``end`` itself where no topic begins there.
    """
    token = told.document.surface.tokens.after(end)
    if token is None or token.start != end or token.text not in words("clauses", "about"):
        return end
    last = span_end(told, token.end)
    comma = next((t.start for t in told.tokens(token.end, last) if t.text in "،,"), last)
    return min(last, comma)


def governs(told: Scene, verb: Hit, noun: Hit) -> bool:
    """Return whether no other clause begins between a verb and the noun behind it.

    Example: in "سيقوم الاتفاق الذي وقع خلال زيارة" the verb "سيقوم" has nothing to do with "زيارة".
    """
    if any(token.text in words("clauses", "that") for token in told.tokens(verb.end, noun.left)):
        return False
    return not any(
        token.text in words("clauses", "relative") and not _of_setting(told, token)
        for token in told.tokens(verb.end, noun.left)
    )


def _of_setting(told: Scene, relative: Token) -> bool:
    """Tell whether it only describes an occasion: "سيجري خلال زيارته التي تستمر يومين محادثات"."""
    for hit in told.roles(told.sentence.start, relative.start, "noun"):
        before = told.document.surface.tokens.before(hit.left)
        if before is not None and before.text in words("clauses", "during"):
            return not told.document.text[hit.end : relative.start].strip()
    return False


def _past_relative(told: Scene, end: int) -> int:
    """Return the end behind a relative clause that goes on: "الاجتماع الذي عقده الوزير مع"."""
    token = told.document.surface.tokens.after(end)
    if token is None or token.start != end or token.text not in words("clauses", "relative"):
        return end
    if any(
        hit.left <= token.end + 1
        for hit in told.roles(token.end, token.end + _RELATIVE_REACH, "held", "holds")
    ):
        return clause_end(told.document, token.end, told.sentence)
    return end


def _opens(told: Scene, hit: Hit) -> bool:
    """Tell whether a verb begins a clause of its own: after و, ف or a comma, and it is no part of a name."""
    cast = told.document.cast.before(hit.start + 1, 1)
    if cast and cast[-1].start <= hit.start < cast[-1].end:
        return False
    if hit.prefix.startswith(("و", "ف")):
        return True
    before = told.document.surface.tokens.before(hit.left)
    return before is not None and (before.text in "،,-" or before.text in words("clauses", "has"))


def _turn(told: Scene, start: int, end: int, *, nominal: bool) -> int:
    """Return where "بعد" or "كما" leads over, or a comma and و lead on to something that is no side."""
    tokens = told.tokens(start, end)
    for index, token in enumerate(tokens):
        if token.text in words("clauses", "turns") and not _tells_time(told, token):
            return token.start
        if index == 0 or tokens[index - 1].text not in "،,":
            continue
        if nominal and token.text in words("clauses", "leads_on"):
            return tokens[index - 1].start
        if token.text.startswith("و") and not _goes_on(told, token):
            return tokens[index - 1].start
    return end


def _tells_time(told: Scene, token: Token) -> bool:
    """Tell whether "بعد" or "قبل" opens no clause: "قبل يومين", "بعد ظهر الأحد", "من قبل الوزير"."""
    tokens = told.document.surface.tokens
    before, following = tokens.before(token.start), tokens.after(token.end)
    if before is not None and f"{before.text} {token.text}" in words("clauses", "agents"):
        return True
    if following is not None and following.text in words("clauses", "times"):
        return True
    return told.document.date_at(token.start) is not None


def _goes_on(told: Scene, token: Token) -> bool:
    """Tell whether a word with و goes on with participants: "، ووزير", "، وعدد من"."""
    if token.text in words("clauses", "joins") or any(side.left == token.start for side in told.sides):
        return True
    return bool(told.document.surface.entities_at.get(token.start, ()))


def clause_start(told: Scene, position: int) -> int:
    """Return where the clause that holds a position begins: behind أن, or with a joined verb behind a comma.

    Example: in "أعلنت الرئاسة اليوم أن الوزير زار مسقط" the clause of "زار" begins behind "أن".
    """
    start = told.sentence.start
    for token in told.tokens(start, position):
        if token.text in words("clauses", "that"):
            start = token.end
    for hit in told.document.surface.hits_between(start, position):
        verb = hit.feature.startswith("verb.perfect" if hit.kind == "cue" else "perfect")
        if verb and hit.prefix.startswith("و") and hit.left > start and _opens(told, hit):
            start = hit.left
    return start
