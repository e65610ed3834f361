"""A case in which every word is hostile, and one whose text is at hand."""

import json

import pytest

from qalamoun_terms.cases import demo_text, load_case
from qalamoun_terms.formats.json import from_json, to_json
from qalamoun_terms.reading.parse import parse

HOSTILE = (
    "<script>alert(1)</script>",
    '" onload="alert(1)',
    "' onmouseover='alert(1)",
    "</style><style>*{display:none}</style>",
    "<!-- --> ]]> {{ 7 * 7 }} {% raw %}",
    "a | b\n# c\n- d **e** [f](javascript:alert(1)) `g` <b>h</b>",
    "\x1b[2J\x07\x9b31m[bold]x[/bold] :smile:",
    "\u202eright to left\u2066",
    "&lt;script&gt; &amp; &#60;",
    "<img src=x onerror=alert(1)>",
)
FREE = {
    "affiliation",
    "author",
    "authority",
    "beneficiaries",
    "checked_by",
    "coder",
    "condition",
    "destination",
    "exception",
    "forces",
    "heading",
    "label",
    "licence",
    "locator",
    "name",
    "note",
    "places",
    "publisher",
    "quote",
    "reason",
    "rule",
    "sequence",
    "tasks",
    "text",
    "title",
    "trigger",
}
"""The keys whose values are words of a source or of a coder."""


def _poisoned(value, counter, key=""):
    if isinstance(value, dict):
        made = {name: _poisoned(part, counter, name) for name, part in value.items()}
        if "quote" in made:
            made["end"] = made["start"] + len(made["quote"])
        if "url" in made:
            made["url"] = ("javascript:alert(1)", 'https://x/"><script>', "data:text/html,x")[
                next(counter) % 3
            ]
        return made
    if isinstance(value, list):
        return [_poisoned(part, counter, key) for part in value]
    if isinstance(value, str) and key in FREE:
        number = next(counter)
        return f"{HOSTILE[number % len(HOSTILE)]} {number}"
    return value


def _naturals():
    number = 0
    while True:
        yield number
        number += 1


@pytest.fixture(scope="session")
def bundled():
    return load_case("eastern-qalamoun")


@pytest.fixture(scope="session")
def hostile(bundled):
    return from_json(json.dumps(_poisoned(json.loads(to_json(bundled)), _naturals())))


@pytest.fixture(scope="session")
def read():
    return parse(demo_text(), published="2017-07")
