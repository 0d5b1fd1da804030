"""The record of one place of a report that tells of an encounter."""

import msgspec

from marsad.model.claims import Encounter


class Telling(msgspec.Struct, frozen=True, kw_only=True):
    """An encounter as one sentence tells it, before the tellings of one encounter are brought together.

    ``definite``: its noun has the article and may point back ("اللقاء"); ``again``: so do all who take part
    ("البلدين"). ``sure``: a perfect verb or a word such as "المقرر" gives the status, not mere usage.
    ``attendance``: it only says who was there.
    """

    encounter: Encounter
    headline: bool
    definite: bool
    sure: bool
    attendance: bool = False
    again: bool = False

    @property
    def named(self) -> frozenset[str]:
        """The people it names."""
        return frozenset(p.person for p in self.encounter.participants if p.person)

    @property
    def anaphoric(self) -> bool:
        """Whether it only points back: "اللقاء بين البلدين" names nobody, no day and no place."""
        return self.again and not self.named and not (self.encounter.date or self.encounter.place)
