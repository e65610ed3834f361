"""The one way to the bundled data refuses what could lead out of it, and names what is missing."""

import pytest

from qalamoun_terms.resources import data_path, read_text


def test_no_parts_give_the_data_folder():
    assert data_path().is_dir()


def test_a_file_is_read_as_text():
    assert read_text("README.md").startswith("# Data\n")


@pytest.mark.parametrize("part", ["", ".", "..", "../src", "/etc", "a\\b", "c:", "nul\0"])
def test_a_part_that_is_not_a_plain_name_is_refused(part):
    with pytest.raises(ValueError, match="expected the name of a file or folder"):
        data_path("cases", part)


def test_a_missing_file_is_named():
    with pytest.raises(FileNotFoundError, match="there is no cases/atlantis"):
        data_path("cases", "atlantis")


def test_data_inside_of_the_package_comes_first(tmp_path, monkeypatch):
    (tmp_path / "_data").mkdir()
    (tmp_path / "_data" / "note.txt").write_bytes(b"kept\r\n")
    monkeypatch.setattr("qalamoun_terms.resources.files", lambda _package: tmp_path)

    assert read_text("note.txt") == "kept\r\n"
