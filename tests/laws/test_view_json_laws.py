"""What holds of the JSON of every history, negotiating text and table of drafts side by side."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from qalamoun_terms.comparison.merge import merge
from qalamoun_terms.comparison.resolve import resolve
from qalamoun_terms.comparison.side_by_side import side_by_side
from qalamoun_terms.comparison.trace import trace
from qalamoun_terms.errors import QalamounError
from qalamoun_terms.formats.json import from_json, to_json
from qalamoun_terms.formats.schema import json_schema
from qalamoun_terms.testing import proposals

few = settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
drafts = st.lists(proposals(), min_size=2, max_size=3)


@st.composite
def texts(draw):
    """Negotiating texts, some with brackets that are decided."""
    base, *others = draw(st.lists(proposals(), min_size=3, max_size=3))
    policy = draw(st.sampled_from(("consent", "editorial")))
    text = merge(base, dict(zip(("State", "Opposition"), others, strict=True)), policy=policy)
    for one in text.brackets[: draw(st.integers(0, 1))]:
        known = [parties[0] for parties, words in one.options.items() if words is not None]
        text = resolve(text, one.number, take=draw(st.sampled_from(known)))
    return text


views = st.one_of(
    drafts.map(trace),
    drafts.map(lambda found: side_by_side(*found, compromise=True)),
    texts(),
)


@pytest.fixture(scope="module")
def validators():
    names = ("history", "negotiating_text", "side_by_side")
    return {name: Draft202012Validator(json_schema(name)) for name in names}


@few
@given(views)
def test_reading_what_was_written_gives_the_same_value_and_the_same_text(view):
    written = to_json(view)

    assert from_json(written) == view
    assert to_json(from_json(written)) == written
    assert str(from_json(written)) == str(view)


@few
@given(views)
def test_what_was_written_follows_the_schema(validators, view):
    data = json.loads(to_json(view))

    assert not list(validators[data["type"]].iter_errors(data))


def places(data):
    keys = data if isinstance(data, dict) else range(len(data))
    for key in keys:
        yield data, key
        if isinstance(data[key], dict | list):
            yield from places(data[key])


SCALARS = st.none() | st.booleans() | st.integers() | st.text(max_size=3)
JUNK = SCALARS | st.lists(SCALARS, max_size=2) | st.dictionaries(st.text(max_size=3), SCALARS)


@few
@given(views, st.data())
def test_junk_in_one_place_is_refused_or_read_for_what_it_is(validators, view, data):
    written = json.loads(to_json(view))
    container, key = data.draw(st.sampled_from(list(places(written))))
    container[key] = data.draw(JUNK)
    try:
        read = from_json(json.dumps(written))
    except QalamounError:
        return

    assert from_json(to_json(read)) == read
    assert validators[written["type"]].is_valid(written)
