"""The offices of the knowledge with the ministries spelt out."""

from typing import Any

from marsad.folding import fold_word
from marsad.knowledge import forms

Row = dict[str, Any]


def office_rows(data: Row) -> list[Row]:
    """Return the offices with the ministries spelt out; a sense's key is an index into this list."""
    rows = list(data["offices"])
    for portfolio, ministry in data["ministries"].items():
        names = [n for name in ministry["ar"] for n in (name, "ال" + name)]
        owned = [
            form
            for name in ministry["ar"]
            if " " not in name
            for form in forms.with_pronouns(fold_word(name))
        ]
        heads = [f"{head} {name}" for head in ("وزير", "وزيرة", "القائم بأعمال وزير") for name in names]
        ministries = [f"وزارة {name}" for name in names]
        theirs = [f"{head} {name}" for head in ("وزير", "وزيرة") for name in owned]
        rows.append(
            {
                "office": ministry["office"],
                "portfolio": portfolio,
                "takes": "state_or_name",
                "ar": heads + theirs,
            }
        )
        rows.append(
            {
                "office": "deputy_minister",
                "portfolio": portfolio,
                "takes": "state_or_name",
                "ar": [f"{deputy} {head}" for deputy in data["deputies"] for head in heads],
            }
        )
        rows.append({"office": "", "portfolio": portfolio, "takes": "ministry", "ar": ministries})
    return rows
