"""Where the register is kept: a SQLite file that readers and a writer share, or a PostgreSQL database."""

from marsad.register.store.location import shown
from marsad.register.store.register import Added, Register, Replaced, find_register, open_register

__all__ = ["Added", "Register", "Replaced", "find_register", "open_register", "shown"]
