import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.errors import UnreadableFile
from marsad.sources.decoding import decode

PROSE = "وصل وزير الخارجية العماني إلى المنامة اليوم لبحث العلاقات بين البلدين، والتقى نظيره البحريني."


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1256"]
)
def test_encodings_are_told_apart(encoding: str) -> None:
    assert decode(PROSE.encode(encoding), "a.txt") == PROSE


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_and_with_latin_words(encoding: str) -> None:
    text = f"{PROSE}\r\n(SPA) 2024-05-01"
    assert decode(text.encode(encoding), "a.txt") == text


def test_line_ends_and_marks_inside_stay() -> None:
    text = "سطر\r\nسطر\n\ufeffسطر"
    assert decode(text.encode(), "a.txt") == text


def test_empty_is_empty() -> None:
    assert decode(b"", "a.txt") == ""


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (PROSE.encode()[:-2], "breaks off"),
        (PROSE.encode("utf-16")[:-1], "breaks off"),
        (PROSE.encode()[:40] + b"\xff" + PROSE.encode()[40:], "neither UTF-8"),
        ("Élysée et Château".encode("latin-1"), "neither UTF-8"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)), "NUL"),
        (PROSE.encode() + b"\x00", "NUL"),
        (PROSE.encode("iso-8859-6", "replace"), "neither UTF-8"),
    ],
)
def test_damage_is_named_with_a_remedy(data: bytes, said: str) -> None:
    with pytest.raises(UnreadableFile, match=said) as caught:
        decode(data, "here/a.txt")
    assert str(caught.value).startswith("here/a.txt: ")
    assert caught.value.remedy


@given(st.binary(max_size=300))
def test_any_bytes_give_a_text_or_an_input_error(data: bytes) -> None:
    try:
        text = decode(data, "x")
    except UnreadableFile:
        return
    assert "\x00" not in text
    text.encode("utf-8")  # no lone surrogates either


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=200))
def test_whatever_is_utf8_with_a_mark_comes_back(text: str) -> None:
    assert decode(b"\xef\xbb\xbf" + text.encode(), "x") == text


@given(st.text("ابتجحدرسعفقلمنهوي ،.\n0123", min_size=1, max_size=200))
def test_arabic_utf8_comes_back(text: str) -> None:
    assert decode(text.encode(), "x") == text
