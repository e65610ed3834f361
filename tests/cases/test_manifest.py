import pytest

from qalamoun_terms.cases.manifest import Same, parse_manifest
from qalamoun_terms.errors import FormatError, InvalidValueError

WHOLE = """
title = "A town"
files = ["b.json", "a.json"]

[[same]]
kept = "b:p1"
dropped = "a:p2"
reason = "one paper, told twice"
"""


def test_the_order_of_the_files_stays():
    assert parse_manifest(WHOLE).files == ("b.json", "a.json")


def test_what_is_the_same_is_kept_with_its_reason():
    assert parse_manifest(WHOLE).same == (
        Same(kept="b:p1", dropped="a:p2", reason="one paper, told twice"),
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("title = ", "manifest: expected TOML"),
        ('title = "A"', "manifest: expected files"),
        ('title = "A"\nfiles = []\ncolour = 1', "manifest: expected .*, got colour"),
        ('title = "A"\nfiles = []\nsame = 1', "manifest.same: expected a list of tables"),
        ('title = "A"\nfiles = []\nsame = [1]', r"manifest.same\[0\]: expected a table"),
        ('title = "A"\nfiles = []\n[[same]]\nkept = "p1"', r"same\[0\]: expected dropped, reason"),
    ],
)
def test_another_layout_is_refused_with_its_place(text, message):
    with pytest.raises(FormatError, match=message):
        parse_manifest(text)


@pytest.mark.parametrize(
    "text",
    ['title = 7\nfiles = ["a.json"]', 'title = "A"\nfiles = "a.json"', 'title = ""\nfiles = []'],
)
def test_a_value_of_the_wrong_type_is_refused(text):
    with pytest.raises(InvalidValueError, match="manifest"):
        parse_manifest(text)
