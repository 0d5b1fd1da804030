"""What a line of a page is."""

from enum import Enum


class Kind(Enum):
    """What a line is. Only headline kinds and TEXT carry claims."""

    TEXT = "a paragraph of the article"
    TITLE = "headline"
    KICKER = "the phrase above the headline"
    STANDFIRST = "the lines between headline and article"
    HEADING = "a heading or a link between paragraphs"
    DATE = "a line that dates the page"
    DATELINE = "places and agencies"
    FURNITURE = "anything else on the page"


HEADLINE_KINDS = frozenset((Kind.TITLE, Kind.KICKER, Kind.STANDFIRST))
