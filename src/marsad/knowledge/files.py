"""One knowledge file as it stands, for the stage that needs it whole."""

from importlib import resources
from typing import Any

import yaml

from marsad.errors import KnowledgeError


def load(name: str) -> dict[str, Any]:
    """Return the mapping that ``name.yml`` holds. Raises KnowledgeError where it is missing or holds none."""
    source = resources.files("marsad.knowledge").joinpath(f"{name}.yml")
    try:
        data = yaml.load(source.read_text(encoding="utf-8"), yaml.CSafeLoader)
    except FileNotFoundError as error:
        raise KnowledgeError(f"{name}.yml is missing from the knowledge; put it back") from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise KnowledgeError(f"{name}.yml cannot be read as YAML in UTF-8; correct it: {error}") from error
    if not isinstance(data, dict):
        raise KnowledgeError(f"{name}.yml holds no mapping; it should begin with the key sources:")
    return data
