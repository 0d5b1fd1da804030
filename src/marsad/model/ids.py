"""Stable identifiers, derived from content: the same report read twice is the same report."""

import hashlib

import msgspec

from marsad.model.claims import Claim

_ENCODER = msgspec.json.Encoder(order="deterministic")


def report_id(text: str) -> str:
    """Return the id of a report: ``r`` and 20 hexadecimal digits of the hash of its text.

    Runs of white space count as one blank, so that a page saved with other line ends is the same
    report.
    """
    digest = hashlib.blake2b(" ".join(text.split()).encode("utf-8", "surrogatepass"), digest_size=10)
    return "r" + digest.hexdigest()


def claim_id(report: str, claim: Claim) -> str:
    """Return the id of a claim within ``report``: ``c`` and 20 hexadecimal digits.

    It depends on what is claimed and on the evidence, not on the rule that found it: a better
    rule that finds the same claim keeps its id, and judgements on it stay valid.
    """
    bare = msgspec.structs.replace(claim, extractor="")
    digest = hashlib.blake2b(report.encode() + _ENCODER.encode(bare), digest_size=10)
    return "c" + digest.hexdigest()
