import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.errors import QueryError
from marsad.register.search.dialects import fts5, tsquery, tsvector
from marsad.register.search.parsing import parse_query
from marsad.register.search.query import Both, Either, Term, Without


def outline(node):
    """Return a tree as nested tuples of the words of the query."""
    match node:
        case Term():
            return node.text
        case Both():
            return ("and", *map(outline, node.parts))
        case Either():
            return ("or", *map(outline, node.parts))
        case Without():
            return ("not", outline(node.keep), outline(node.drop))


@pytest.mark.parametrize(
    ("query", "tree"),
    [
        ("قمح", "قمح"),
        ("قمح حبوب", ("and", "قمح", "حبوب")),
        ("قمح AND حبوب", ("and", "قمح", "حبوب")),
        ("قمح و حبوب", ("and", "قمح", "حبوب")),
        ("قمح أو حبوب", ("or", "قمح", "حبوب")),
        ("قمح OR حبوب ميناء", ("or", "قمح", ("and", "حبوب", "ميناء"))),
        ("(قمح OR حبوب) ميناء", ("and", ("or", "قمح", "حبوب"), "ميناء")),
        ("قمح NOT حبوب", ("not", "قمح", "حبوب")),
        ("قمح ليس حبوب", ("not", "قمح", "حبوب")),
        ("NOT حبوب قمح", ("not", "قمح", "حبوب")),
        ("قمح NOT NOT حبوب", ("and", "قمح", "حبوب")),
        ("قمح NOT حبوب NOT ميناء", ("not", "قمح", ("or", "حبوب", "ميناء"))),
        ('"قمح أو حبوب"', "قمح أو حبوب"),
        ("«ميناء القمح»", "ميناء القمح"),
        ("قمح، حبوب!", ("and", "قمح،", "حبوب!")),
        ("Iran wheat", ("and", "Iran", "wheat")),
        ("Iran joint commission", ("and", "Iran", "joint commission")),
        ("NOT joint commission Iran", ("not", "Iran", "joint commission")),
        ("Iran's ports", ("and", "Iran", "ports")),
        ("the ports of Iran", ("and", "ports", "Iran")),
    ],
)
def test_trees(query, tree):
    assert outline(parse_query(query).tree) == tree


@pytest.mark.parametrize(
    ("query", "position", "problem"),
    [
        ("", 0, "no word"),
        ("  ،  ", 0, "no word"),
        ("the of", 0, "no word"),
        ("قمح AND", 4, "missing behind AND"),
        ("قمح OR OR حبوب", 4, "missing behind OR"),
        ("OR قمح", 0, "missing at the start"),
        ("(قمح", 0, "never closed"),
        ("قمح)", 3, "closes nothing"),
        ("قمح ()", 4, "missing behind ("),
        ('قمح "حبوب', 4, "never closed"),
        ('قمح ""', 5, "no word between"),
        ("NOT قمح", 0, "NOT alone"),
        ("قمح OR NOT حبوب", 7, "NOT alone"),
        ("قم*", 2, "not part of the query language"),
        ("قمح\x00", 3, "U+0000"),
        ("قمح\udc80", 3, "U+DC80"),
        ("(" * 30 + "قمح" + ")" * 30, 20, "deep"),
        ("قمح " * 100, 400, "more than 60 words"),
        ("ق" * 3000, 2000, "longer than"),
    ],
)
def test_what_is_no_query_is_told_with_its_place(query, position, problem):
    with pytest.raises(QueryError) as caught:
        parse_query(query)
    assert caught.value.position == position
    assert problem in str(caught.value)
    assert str(caught.value).startswith(f"query, character {position + 1}: ")


def test_unknown_and_little_words_are_told():
    query = parse_query("the Frobnia agreement of Iran NOT Gribble")
    assert query.left_out == ("the", "of")
    assert query.unknown == ("Frobnia", "Gribble")


def test_unknown_words_are_looked_for_as_written():
    assert parse_query("F-35").tree.forms == (("f", "35"),)


def test_terms_are_those_that_a_report_is_to_hold():
    assert [term.text for term in parse_query("قمح (حبوب OR ميناء) NOT نفط").terms] == [
        "قمح",
        "حبوب",
        "ميناء",
    ]


def test_store_languages_quote_every_word():
    tree = parse_query('NEAR "قمح حبوب" NOT (نفط OR غاز)').tree
    assert fts5(tree) == '((("near") AND ("قمح حب")) NOT (("نفط") OR ("غاز")))'
    assert tsquery(tree) == "(((('near')) & (('قمح' <-> 'حب'))) & !(((('نفط')) | (('غاز')))))"


def test_places_in_a_vector_leave_room_between_headline_and_body():
    assert tsvector("قمح حب ␟ قمح") == "'قمح':1,4 'حب':2"


@given(st.text(max_size=100))
def test_any_text_is_a_query_or_a_query_error(text):
    position = None
    try:
        query = parse_query(text)
    except QueryError as error:
        position = error.position
    assert query.terms if position is None else 0 <= position <= len(text)
