"""One knowledge file as it stands, for the stage that needs it whole."""

from typing import Any

from marsad.errors import KnowledgeError
from marsad.knowledge.table import table


def load(name: str) -> dict[str, Any]:
    """Return the mapping that ``name.yml`` held when it was compiled. Raises KnowledgeError where there is none."""
    try:
        return table().files[name]
    except KeyError as error:
        raise KnowledgeError(
            f"{name}.yml is missing from the knowledge; put it back and run: make knowledge"
        ) from error
