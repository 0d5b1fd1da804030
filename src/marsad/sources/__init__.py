"""Sources: files, folders and standard input, read into raw reports.

The text is decoded and otherwise untouched. Whether it is a report at all (empty, or in another
language) is not judged here; that is for ``marsad.reading``.
"""

from marsad.sources.limits import Limits
from marsad.sources.opening import open_sources

__all__ = ["Limits", "open_sources"]
