"""Where reports contradict each other, themselves, or the knowledge. Conflicts are kept, never decided."""

from marsad.register.conflicts.find import conflicts_among
from marsad.register.conflicts.record import Conflict, Side

__all__ = ["Conflict", "Side", "conflicts_among"]
