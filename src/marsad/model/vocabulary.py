"""The controlled vocabularies of the claim record, as types that mypy and the JSON Schema hold us to."""

from typing import Literal

ClaimType = Literal["encounter", "undertaking", "commitment", "measure", "statement", "membership", "tenure"]

DateBasis = Literal["explicit", "relative", "publication", "tenure"]

OfficeCode = Literal[
    "head_of_state", "head_of_government", "monarch", "crown_prince", "supreme_leader",
    "foreign_minister", "minister", "deputy_minister", "deputy_head", "speaker",
    "speaker_upper_house", "speaker_lower_house", "legislator", "ambassador", "envoy",
    "spokesperson", "secretary_general", "security_adviser", "military_commander", "judge",
    "governor", "agency_head", "business", "other",
]  # fmt: skip

EncounterKind = Literal[
    "meeting", "call", "video_call", "visit", "summit", "conference", "ceremony",
    "press_conference", "negotiation", "reception",
]  # fmt: skip
EncounterStatus = Literal["held", "under_way", "scheduled", "proposed", "postponed", "cancelled", "denied"]

UndertakingKind = Literal[
    "agreement", "treaty", "memorandum", "declaration", "roadmap", "programme",
    "joint_commission", "working_group", "corridor", "rail_link", "road_link", "port",
    "pipeline", "power_link", "plant", "free_trade_area", "fund", "exchange", "visa_regime",
    "regional_union", "other",
]  # fmt: skip
Stage = Literal[
    "proposed", "under_negotiation", "agreed", "drafted", "signing_scheduled", "signed",
    "ratified", "in_force", "being_implemented", "under_construction", "convened", "opened",
    "completed", "delayed", "dormant", "suspended", "terminated",
]  # fmt: skip

Act = Literal["pledge", "readiness", "hope", "proposal", "call", "target", "invitation", "refusal"]

SpeechVerb = Literal[
    "say", "add", "continue", "stress", "note", "opine", "describe", "announce", "express",
    "hope", "welcome", "thank", "congratulate", "condole", "praise", "regret", "warn",
    "condemn", "reject", "deny", "accuse", "demand", "propose", "invite", "promise", "ask",
    "answer", "explain",
]  # fmt: skip
Stance = Literal["support", "oppose", "neutral"]

MembershipStatus = Literal[
    "member", "full_member", "observer", "partner", "candidate", "applicant", "former", "host"
]
TenureStatus = Literal["incumbent", "former", "elect", "acting", "appointed"]

Sector = Literal[
    "trade", "economy", "finance", "investment", "industry", "mining", "energy", "oil_gas",
    "nuclear", "agriculture", "water", "environment", "transport", "transit", "rail", "roads",
    "ports", "aviation", "customs", "tourism", "culture", "education", "science", "technology",
    "health", "media", "sport", "labour", "mobility", "consular", "parliamentary", "judicial",
    "security", "defence", "humanitarian", "regional_organisations",
    "international_organisations", "foreign_policy", "bilateral_relations", "agreements",
    "joint_commission", "regional_cooperation",
]  # fmt: skip
