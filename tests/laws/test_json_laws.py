"""What holds for every case and proposal that can be built."""

import json

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

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
