"""Figures in words. Example: 528000000 USD is USD 528 million, 528 مليون دولار."""

from decimal import Decimal, InvalidOperation

from marsad.views.wording.phrases import Phrases

# A scale word is used when no more than these decimals are left behind it.
_DECIMALS = 3


def amount_phrase(value: str, unit: str, words: Phrases, *, per: str | None = None) -> str:
    """Return a decimal string and its unit in words; a unit without a word is written as its code."""
    number = number_phrase(value, words)
    if unit == "count":
        text = number
    elif _is_currency(unit):
        name = words.label("currencies", unit) or unit
        text = words.fill("numbers", "currency", number=number, unit=name)
    else:
        name = words.label("units", unit) or unit
        close = unit in words.get("close_up")
        text = number + name if close else words.fill("numbers", "unit", number=number, unit=name)
    return words.fill("numbers", "per", value=text, unit=unit_phrase(per, words)) if per else text


def unit_phrase(unit: str, words: Phrases) -> str:
    """Return the word for one of a unit."""
    return (
        words.label("per_units", unit)
        or words.label("units", unit)
        or words.label("currencies", unit)
        or unit
    )


def number_phrase(value: str, words: Phrases) -> str:
    """Return a decimal string with a scale word, or with its thousands set apart; otherwise as it is."""
    try:
        number = Decimal(value)
    except InvalidOperation:
        return value
    scales = words.get("numbers", "scales")
    for power in sorted(scales, reverse=True):
        scaled = (number / 10**power).normalize()
        if abs(scaled) >= 1 and -_exponent(scaled) <= _DECIMALS:
            whole = int(scaled) if scaled == int(scaled) else 0
            return f"{scaled:,f} {words.count(scales[power], whole)}"
    return f"{number.normalize():,f}"


def _exponent(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _is_currency(unit: str) -> bool:
    return len(unit) == 3 and unit.isascii() and unit.isalpha() and unit.isupper()
