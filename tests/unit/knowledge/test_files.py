"""Reading one knowledge file as it stands."""

import pytest

from marsad.errors import KnowledgeError
from marsad.knowledge import files


def test_a_file_is_read_by_its_name():
    assert files.load("units")["signs"]["$"] == "USD"


def test_a_missing_file_is_named():
    with pytest.raises(KnowledgeError, match=r"no_such_file\.yml is missing"):
        files.load("no_such_file")


@pytest.mark.parametrize("content", [b"- a list\n", b"key: [unclosed\n", b"key: \xff\xfe\n"])
def test_a_malformed_file_is_named(content, tmp_path, monkeypatch):
    (tmp_path / "broken.yml").write_bytes(content)
    monkeypatch.setattr(files.resources, "files", lambda _package: tmp_path)
    with pytest.raises(KnowledgeError, match=r"broken\.yml"):
        files.load("broken")
