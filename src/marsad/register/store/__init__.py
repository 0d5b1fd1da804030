"""Where the register is kept: SQLite in WAL mode, one file that readers and a writer share."""

from marsad.register.store.register import Added, Register, open_register

__all__ = ["Added", "Register", "open_register"]
