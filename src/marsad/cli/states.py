"""The states that a user gives on the command line."""

import typer

from marsad.linking.states import state_code

__all__ = ["state_code", "two_states"]


def two_states(one: str, other: str) -> tuple[str, str]:
    """Return the codes of two states that a user gave, which may not be the same."""
    states = state_code(one), state_code(other)
    if states[0] == states[1]:
        raise typer.BadParameter(f"both are {states[0]}; give two states", param_hint="STATE")
    return states
