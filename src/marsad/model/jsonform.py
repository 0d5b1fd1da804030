"""The one JSON form of what marsad says about a report, and its JSON Schema."""

from typing import Any

import msgspec

from marsad.errors import EvidenceError
from marsad.model.claims import Claim
from marsad.model.report import Report


class Extraction(msgspec.Struct, frozen=True):
    """A report and everything it claims: one line of ``marsad extract --format jsonl``."""

    report: Report
    claims: tuple[Claim, ...]


_ENCODER = msgspec.json.Encoder()
_DECODER = msgspec.json.Decoder(Extraction)


def encode(extraction: Extraction) -> bytes:
    """Return one line of UTF-8 JSON, without the line end."""
    return _ENCODER.encode(extraction)


def decode(line: bytes | str) -> Extraction:
    """Read one line back. Raises ``msgspec.ValidationError`` where it breaks the schema."""
    return _DECODER.decode(line)


def schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of one line."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **msgspec.json.schema(Extraction),
    }


def check_evidence(extraction: Extraction) -> None:
    """Raise ``EvidenceError`` unless every span stands, word for word, in body or headline."""
    text = extraction.report.text
    zones = (*extraction.report.body, *extraction.report.headline)
    for claim in extraction.claims:
        if not claim.evidence:
            raise EvidenceError(
                f"{extraction.report.source}: {claim.extractor} gave a claim without evidence"
            )
        for span in claim.evidence:
            inside = any(zone.start <= span.start and span.end <= zone.end for zone in zones)
            if text[span.start : span.end] != span.text or not inside:
                raise EvidenceError(
                    f"{extraction.report.source}: {claim.extractor} cites {span.start}–{span.end}, "
                    "which is not what stands there in headline or body"
                )
