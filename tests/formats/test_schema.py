"""The schema accepts what is written, and refuses what is often got wrong."""

import json

import attrs
import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from qalamoun_terms.errors import InvalidValueError
from qalamoun_terms.formats.converter import TEXTS
from qalamoun_terms.formats.json import TYPES, from_json
from qalamoun_terms.formats.schema import _PATTERNS, json_schema
from qalamoun_terms.model.terms import KINDS
from qalamoun_terms.testing import amounts, dates, durations

CASE = Draft202012Validator(json_schema())
PROPOSAL = Draft202012Validator(json_schema("proposal"))


def proposal(**fields):
    return {"type": "proposal", "version": 1, "id": "p1", **fields}


def with_term(**fields):
    return proposal(articles=[{"id": "a1", "accounts": [{"term": fields}]}])


@pytest.mark.parametrize("name", TYPES)
def test_the_schema_is_a_schema(name):
    Draft202012Validator.check_schema(json_schema(name))


def test_the_schema_is_plain_data():
    assert json.loads(json.dumps(json_schema())) == json_schema()


def test_an_unknown_type_is_refused():
    with pytest.raises(InvalidValueError, match="type_name: expected one of negotiation, "):
        json_schema("treaty")


def test_every_kind_of_term_stands_in_it_by_its_name():
    definitions = json_schema("proposal")["$defs"]
    kinds = [definitions[cls.__name__]["properties"]["kind"]["const"] for cls in KINDS.values()]

    assert kinds == list(KINDS)


def test_fields_of_terms_are_described():
    for cls in KINDS.values():
        properties = json_schema("proposal")["$defs"][cls.__name__]["properties"]

        assert all(properties[one.name]["description"] for one in attrs.fields(cls))


def test_every_value_that_is_written_as_a_text_has_its_pattern():
    assert set(_PATTERNS) == set(TEXTS)


@pytest.mark.parametrize(
    "data",
    [
        proposal(),
        proposal(title=None, complete=False, date="2016-06~", continues=["p0"]),
        with_term(kind="ceasefire", subkind=None, duration="P2M/P3M~", places=[]),
        with_term(kind="other", text="No party flies its flag."),
    ],
)
def test_what_is_read_follows_the_schema(data):
    from_json(json.dumps(data))

    assert PROPOSAL.is_valid(data)


@pytest.mark.parametrize(
    "data",
    [
        [],
        {},
        {"id": "p1"},
        proposal(type="negotiation"),
        proposal(version=2),
        proposal(version="1"),
        proposal(id=None),
        proposal(id="p 1"),
        proposal(titel="x"),
        proposal(title=""),
        proposal(title=7),
        proposal(complete="false"),
        proposal(articles_total=7.9),
        proposal(articles_total=-1),
        proposal(date="June 2016"),
        proposal(date="2016-06/2017X"),
        proposal(validity="6 months"),
        proposal(validity="P"),
        proposal(validity="PT"),
        proposal(territory="Jerod"),
        proposal(territory=[""]),
        proposal(status="Agreed"),
        proposal(continues=["p1.a1"]),
        proposal(evidence=[{"ground": {"document": "d1"}}]),
        proposal(evidence=[{"ground": {"type": "derived", "rule": "r", "from_": []}}]),
        proposal(roles=[{"party": "y1", "role": "friend"}]),
        proposal(articles=[{"id": "a1"}]),
        with_term(),
        with_term(kind="truce"),
        with_term(kind="other"),
        with_term(kind="ceasefire", weapons=[]),
        with_term(kind="ceasefire", subkind="long"),
        with_term(kind="weapons_handover", weapons=["nuclear"]),
        with_term(kind="weapons_handover", negated=None),
    ],
)
def test_what_is_refused_breaks_the_schema(data):
    assert not PROPOSAL.is_valid(data)


def test_references_in_a_case_have_their_form():
    position = {"id": "n1", "party": "y1", "target": "p1.a1", "stance": "accepted", "after": []}
    case = {"type": "negotiation", "version": 1, "id": "c", "positions": [position]}

    assert CASE.is_valid(case)
    for wrong in ({"target": "p1.a1.x"}, {"target": None}, {"after": ["n 1"]}, {"party": ""}):
        assert not CASE.is_valid({**case, "positions": [{**position, **wrong}]})


@given(amounts() | dates() | durations())
def test_the_patterns_match_what_the_model_writes(value):
    _, pattern = _PATTERNS[type(value)]

    assert Draft202012Validator({"pattern": pattern}).is_valid(str(value))
