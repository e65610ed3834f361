"""What holds for every case and proposal that can be built."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from qalamoun_terms.errors import QalamounError
from qalamoun_terms.formats.json import TYPES, from_json, to_json
from qalamoun_terms.formats.schema import json_schema
from qalamoun_terms.model.check import check
from qalamoun_terms.testing import negotiations, proposals

ANY = negotiations() | proposals()


@pytest.fixture(scope="module")
def validators():
    return {name: Draft202012Validator(json_schema(name)) for name in TYPES}


@given(ANY)
def test_reading_what_was_written_gives_the_same_value(value):
    assert from_json(to_json(value)) == value


@given(ANY)
def test_writing_what_was_read_gives_the_same_text(value):
    written = to_json(value)

    assert to_json(from_json(written)) == written


@given(ANY)
def test_bytes_and_indents_make_no_difference_to_what_is_read(value):
    assert from_json(to_json(value, indent=None).encode()) == value


@given(ANY)
def test_what_was_written_follows_the_schema(validators, value):
    data = json.loads(to_json(value))

    assert not list(validators[data["type"]].iter_errors(data))


@given(negotiations())
def test_a_built_case_passes_the_check(case):
    assert check(case) is case


@given(negotiations())
def test_leaving_texts_out_and_attaching_them_again_changes_nothing(case):
    texts = {one.id: one.text for one in case.documents if one.text is not None}
    data = json.loads(to_json(case))
    for document in data.get("documents", ()):
        document.pop("text", None)

    assert from_json(json.dumps(data)).with_texts(texts) == case


SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=3)
JUNK = SCALARS | st.lists(SCALARS, max_size=2) | st.dictionaries(st.text(max_size=3), SCALARS)


def places(data):
    """List every place in plain data at which something stands, as its container and key."""
    keys = data if isinstance(data, dict) else range(len(data))
    for key in keys:
        yield data, key
        if isinstance(data[key], dict | list):
            yield from places(data[key])


def result_of(text):
    """Read a text; None where it is refused with an error of ours."""
    try:
        return from_json(text)
    except QalamounError:
        return None


@given(ANY, st.data())
def test_junk_in_one_place_is_refused_or_read_for_what_it_is(validators, value, data):
    written = json.loads(to_json(value))
    container, key = data.draw(st.sampled_from(list(places(written))))
    container[key] = data.draw(JUNK)
    read = result_of(json.dumps(written))

    assert read is None or result_of(to_json(read)) == read
    assert read is None or validators[written["type"]].is_valid(written)


@given(st.text() | st.binary())
def test_any_text_is_refused_with_an_error_of_ours(text):
    assert result_of(text) is None


@given(st.recursive(SCALARS, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))
def test_any_data_in_an_envelope_is_refused_with_an_error_of_ours(data):
    envelope = {"type": "proposal", "version": 1, "id": data, "articles": data}

    assert result_of(json.dumps(envelope)) is None
