import gzip
import io
import json
import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.errors import InputError, MalformedRecord, UnreadableFile
from marsad.model.report import RawReport
from marsad.sources import Limits, open_sources

TEXT = "التقى وزير النقل الأردني نظيره السوري في عمان.\n"


def line(**fields: object) -> str:
    return json.dumps(fields, ensure_ascii=False) + "\n"


def texts(items: list[RawReport | InputError]) -> list[str]:
    return [item.text for item in items if isinstance(item, RawReport)]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_text_file_is_untouched_and_named_as_given(here: Path) -> None:
    (here / "a.txt").write_bytes(TEXT.replace("\n", "\r\n").encode())
    assert list(open_sources(["./a.txt"])) == [RawReport(source="./a.txt", text=TEXT.replace("\n", "\r\n"))]


def test_record_gives_title_blank_line_text(here: Path) -> None:
    record = {"id": "7", "text": TEXT, "title": "لقاء في عمان", "url": "https://x.example/7"}
    (here / "a.jsonl").write_text(
        line(**record, outlet="X", published="2024-05-01", extra=[1]), encoding="utf-8"
    )
    (report,) = open_sources(["a.jsonl"])
    assert isinstance(report, RawReport)
    assert report.source == "a.jsonl#7"
    assert report.text == f"لقاء في عمان\n\n{TEXT}"
    assert report.text[report.body_start :] == TEXT
    assert (report.title, report.outlet, report.published) == ("لقاء في عمان", "X", "2024-05-01")
    assert report.url == "https://x.example/7"


def test_record_without_title_or_id(here: Path) -> None:
    (here / "a.jsonl").write_text("\n" + line(text=TEXT, title="", id=None), encoding="utf-8")
    (report,) = open_sources(["a.jsonl"])
    assert report == RawReport(source="a.jsonl#line-2", text=TEXT)


def test_numbers_as_id_and_date(here: Path) -> None:
    (here / "a.jsonl").write_text(line(text=TEXT, id=12, published=1_700_000_000), encoding="utf-8")
    (report,) = open_sources(["a.jsonl"])
    assert isinstance(report, RawReport)
    assert (report.source, report.published) == ("a.jsonl#12", "1700000000")


@pytest.mark.parametrize(
    "broken",
    [
        '{"text": "س',
        "[1, 2]",
        '{"title": "بلا نص"}',
        '{"text": 3}',
        '{"text": "س", "url": []}',
        '{"text": "\\ud800"}',
        '{"text": "\\u0000"}',
        '{"text": "س", "title": "\\u0000"}',
        '{"a": ' + "[" * 50_000,
    ],
)
def test_a_broken_line_is_named_and_the_rest_is_read(here: Path, broken: str) -> None:
    (here / "a.jsonl").write_text(line(text="أول") + broken + "\n" + line(text="ثالث"), encoding="utf-8")
    first, error, third = open_sources(["a.jsonl"])
    assert isinstance(error, MalformedRecord)
    assert error.source == "a.jsonl#line-2"
    assert error.remedy
    assert texts([first, third]) == ["أول", "ثالث"]


def test_a_line_in_another_encoding_is_its_own_error(here: Path) -> None:
    (here / "a.jsonl").write_bytes(b'{"text": "\xff\xfe"}\n' + line(text="ثان").encode())
    error, second = open_sources(["a.jsonl"])
    assert isinstance(error, UnreadableFile)
    assert texts([second]) == ["ثان"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "cp1256"])
def test_records_in_other_encodings(here: Path, encoding: str) -> None:
    (here / "a.jsonl").write_bytes((line(text=TEXT) + line(text="الثاني في اللائحة")).encode(encoding))
    assert texts(list(open_sources(["a.jsonl"]))) == [TEXT, "الثاني في اللائحة"]


def test_broken_utf16_records_end_with_an_error(here: Path) -> None:
    (here / "a.jsonl").write_bytes(line(text=TEXT).encode("utf-16") + b"\x00\xd8\x41\x00")
    *_, error = open_sources(["a.jsonl"])
    assert isinstance(error, UnreadableFile)


def test_folder_is_read_in_order_and_only_reports(here: Path) -> None:
    (here / "in" / "b").mkdir(parents=True)
    for name in ("z.txt", "b/a.txt", ".hidden.txt", "notes.md", "c.txt"):
        (here / "in" / name).write_text(name, encoding="utf-8")
    (here / "in" / "d.jsonl.gz").write_bytes(gzip.compress(line(text="d", id="1").encode()))
    found = list(open_sources(["in"]))
    sources = ["in/b/a.txt", "in/c.txt", "in/d.jsonl.gz#1", "in/z.txt"]
    assert [item.source for item in found] == sources
    assert [item.source for item in open_sources(["in/"])] == sources


def test_folder_without_reports_is_an_error(here: Path) -> None:
    (here / "in").mkdir()
    (error,) = open_sources(["in"])
    assert isinstance(error, UnreadableFile)
    assert ".jsonl" in error.remedy


def test_pipes_in_a_folder_do_not_block(here: Path) -> None:
    os.mkfifo(here / "pipe.txt")
    (error,) = open_sources(["."])
    assert "without reports" in str(error)


def test_broken_link_in_a_folder_is_told(here: Path) -> None:
    (here / "gone.txt").symlink_to("nowhere")
    (error,) = open_sources(["."])
    assert isinstance(error, UnreadableFile)
    assert error.source == "./gone.txt"


def test_gzip_is_known_by_its_bytes(here: Path) -> None:
    (here / "a.txt").write_bytes(gzip.compress(TEXT.encode()))
    assert texts(list(open_sources(["a.txt"]))) == [TEXT]


@pytest.mark.parametrize(
    "damage", [lambda data: data[:-9], lambda data: data[:12] + b"\xff\xff\xff" + data[15:]]
)
def test_damaged_gzip_is_an_error(here: Path, damage: "object") -> None:
    (here / "a.txt").write_bytes(damage(gzip.compress(TEXT.encode() * 9)))  # type: ignore[operator]
    (error,) = open_sources(["a.txt"])
    assert isinstance(error, UnreadableFile)
    assert "gzip" in str(error)


@pytest.mark.parametrize("path", ["gone.txt", "", "a\x00b.txt"])
def test_paths_that_cannot_be_opened(here: Path, path: str) -> None:
    found = list(open_sources([path, path]))
    assert len(found) == 2
    assert all(isinstance(item, UnreadableFile) for item in found)


def test_name_that_is_no_utf8_can_be_printed(here: Path) -> None:
    (here / os.fsdecode(b"\xc7.txt")).write_text(TEXT, encoding="utf-8")
    (report,) = open_sources(["."])
    assert report.source.encode("utf-8").endswith(b".txt")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"<!DOCTYPE html><p>...", "web page"),
        (json.dumps({"text": TEXT}, indent=1).encode(), "one object a line"),
        (json.dumps([TEXT]).encode(), "one object a line"),
    ],
)
def test_markup_and_scattered_json_are_no_text(here: Path, data: bytes, said: str) -> None:
    (here / "page").write_bytes(data)
    (error,) = open_sources(["page"])
    assert isinstance(error, InputError)
    assert said in str(error)


def test_limits(here: Path) -> None:
    (here / "a.txt").write_text("س" * 30, encoding="utf-8")
    (here / "a.jsonl").write_text(
        line(text="س" * 11) + line(text="س") + line(text="س" * 60), encoding="utf-8"
    )
    limits = Limits(file_bytes=50, text_chars=10)
    too_large, long_text, fine, long_line = open_sources(["a.txt", "a.jsonl"], limits=limits)
    assert "file_bytes" in str(too_large)
    assert "text_chars" in str(long_text)
    assert isinstance(fine, RawReport)
    assert isinstance(long_line, MalformedRecord)
    assert long_line.source == "a.jsonl#line-3"


def test_a_gzip_bomb_is_stopped(here: Path) -> None:
    (here / "a.txt").write_bytes(gzip.compress(b"a" * 3_000_000))
    (error,) = open_sources(["a.txt"], limits=Limits(file_bytes=1_000_000))
    assert "file_bytes" in str(error)


@pytest.mark.parametrize(
    ("data", "sources"),
    [
        (TEXT.encode(), ["-"]),
        (b"", ["-"]),
        (gzip.compress(TEXT.encode()), ["-"]),
        ((line(text="1", id="a") + line(text="2")).encode(), ["-#a", "-#line-2"]),
        (b"\n \n" + line(text="1", id="a").encode(), ["-#a"]),
        (line(text="1", id="a").encode("utf-8-sig"), ["-#a"]),
        ("{قوس} في أول النص".encode(), ["-"]),
    ],
)
def test_standard_input(monkeypatch: pytest.MonkeyPatch, data: bytes, sources: list[str]) -> None:
    stdin = io.TextIOWrapper(io.BytesIO(data))
    monkeypatch.setattr(sys, "stdin", stdin)
    assert [item.source for item in open_sources(["-"])] == sources
    assert not stdin.buffer.closed


def test_long_streams_are_not_held_in_memory(here: Path) -> None:
    with (here / "a.jsonl").open("w", encoding="utf-8") as file:
        file.writelines(line(text=TEXT, id=number) for number in range(3000))
    reports = open_sources(["a.jsonl"])
    assert next(reports).source == "a.jsonl#0"
    with (here / "a.jsonl").open("a", encoding="utf-8") as file:
        file.write(line(text=TEXT, id="late"))
    assert [item.source for item in reports][-1] == "a.jsonl#late"


@given(data=st.one_of(st.binary(max_size=200), st.binary(max_size=100).map(lambda b: b'{"text": "' + b)))
def test_any_bytes_give_reports_or_input_errors(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    folder = tmp_path_factory.mktemp("any")
    for name in ("a.txt", "a.jsonl", "a", "a.gz"):
        (folder / name).write_bytes(data)
        for item in open_sources([str(folder / name)]):
            assert isinstance(item, RawReport | InputError)
