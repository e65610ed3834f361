"""What is said about the package in several places is said alike."""

import re
import tomllib
from importlib.metadata import entry_points, metadata
from pathlib import Path

import pytest

import qalamoun_terms

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


@pytest.mark.parametrize(
    ("file", "line"),
    [("CITATION.cff", r"^version: (\S+)$"), ("CHANGELOG.md", r"^## (\d\S*)$")],
)
def test_version_is_the_same(file, line):
    stated = re.search(line, (ROOT / file).read_text(encoding="utf-8"), re.MULTILINE)

    assert stated[1] == PROJECT["version"]


def test_installed_version_is_the_same():
    assert metadata("qalamoun-terms")["Version"] == PROJECT["version"]
    assert qalamoun_terms.__version__ == PROJECT["version"]


def test_command_is_installed():
    (command,) = entry_points(group="console_scripts", name="qalamoun-terms")

    assert command.value == "qalamoun_terms.cli:main"


def test_no_dependency_names_an_address():
    extras = PROJECT["optional-dependencies"].values()

    assert not [
        need for needs in [PROJECT["dependencies"], *extras] for need in needs if "@" in need
    ]
