"""``marsad schema``: the JSON Schema of a line of ``marsad extract``."""

import json

from marsad.cli.ending import ending


@ending
def schema() -> int:
    """Print the JSON Schema of a line of marsad extract."""
    from marsad.model.jsonform import schema as make

    print(json.dumps(make(), indent=2, ensure_ascii=False))
    return 0
