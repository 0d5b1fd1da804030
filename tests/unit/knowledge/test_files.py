"""A knowledge file that is missing or malformed is named, with what to do."""

import pytest

from marsad.errors import KnowledgeError
from marsad.knowledge.compile import read_files
from marsad.knowledge.files import load


def test_a_file_comes_as_the_mapping_it_holds():
    assert load("states")["states"]["KAZ"]["en"] == "Kazakhstan"


def test_a_missing_file_is_named():
    with pytest.raises(KnowledgeError, match=r"no-such-file\.yml is missing"):
        load("no-such-file")


@pytest.mark.parametrize("content", [b"- a list\n", b"key: [unclosed\n", b"key: \xff\xfe\n"])
def test_a_malformed_file_is_named(tmp_path, content):
    (tmp_path / "broken.yml").write_bytes(content)
    with pytest.raises(KnowledgeError, match=r"broken\.yml"):
        read_files(tmp_path)
