"""Write ``docs/quality.md``: ``make quality``. Needs the annotated reports beside the checkout."""

from pathlib import Path

from marsad.evaluation.page import page
from tests.golden.gate import PARTS, measured

PAGE = Path(__file__).parents[2] / "docs" / "quality.md"
NAMES = {
    "seeds": "Five reports on Iran, Kazakhstan and neighbours",
    "dev": "Forty reports that the rules were tuned on",
    "blind": "Twenty reports that nobody looked at",
    "corpus": "Reports of a news corpus, each annotated for one type",
}
HEAD = """# Quality

Measured by `make quality` against annotated reports of Al Mayadeen, Saudi papers, Al Arabiya, BBC, France 24, Sky News and Iranian
agencies. A claim is right when type, kind, speaker or participants and the place in the text agree with what a careful reader
noted; what counts as agreement stands in `marsad/evaluation/matching.py`. The last set tells what to expect on news that marsad
has not seen. `tests/golden/floors.json` holds the floors under which no type may fall.

"""

if __name__ == "__main__":
    # Nobody looks at the errors of the last set: it would no longer tell what to expect.
    sections = [page(NAMES[part], measured(part), errors=part != "blind") for part in PARTS]
    PAGE.write_text(HEAD + "\n".join(sections), encoding="utf-8")
