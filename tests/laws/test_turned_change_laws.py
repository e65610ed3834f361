"""What holds of changes that are turned round."""

from __future__ import annotations

import json

import attrs
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from qalamoun_terms.comparison.apply import apply
from qalamoun_terms.comparison.compare import compare
from qalamoun_terms.comparison.invert import invert
from qalamoun_terms.formats.json import from_json, to_json
from qalamoun_terms.formats.schema import json_schema
from qalamoun_terms.model.proposals import Proposal
from qalamoun_terms.testing import accounts, articles, texts

few = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


def renamed(found, labels):
    """Give articles of a draft their ids and their labels."""
    return tuple(
        attrs.evolve(article, id=f"a{number}", label=label)
        for number, (article, label) in enumerate(zip(found, labels, strict=True), 1)
    )


@st.composite
def drafts(draw, id="p1"):
    """Drafts of up to four articles, numbered or not."""
    found = draw(st.lists(articles(), max_size=4))
    numbered = draw(st.booleans())
    labels = [f"Article {n}" if numbered else one.label for n, one in enumerate(found, 1)]
    return Proposal(id=id, articles=renamed(found, labels))


@st.composite
def later(draw, old, id="p2"):
    """What may become of a draft: articles are lost, put in, moved, told otherwise, renumbered."""
    found = []
    for article in draw(st.permutations(old.articles)) if draw(st.booleans()) else old.articles:
        step = draw(st.sampled_from(("keep", "keep", "drop", "tell", "add", "head", "twice")))
        if step == "tell":
            told = draw(
                st.lists(accounts() | st.sampled_from(article.accounts), min_size=1, max_size=3)
            )
            article = attrs.evolve(article, accounts=told)
        if step == "head":
            article = attrs.evolve(article, heading=draw(texts()))
        found += [article] * {"drop": 0, "twice": 2}.get(step, 1)
        if step == "add":
            found.append(draw(articles()))
    numbers = [f"Article {n}" for n in range(1, len(found) + 1)]
    labels = numbers if draw(st.booleans()) else [one.label for one in found]
    return Proposal(id=id, articles=renamed(found, labels))


pairs = drafts().flatmap(lambda old: st.tuples(st.just(old), later(old)))


@few
@given(pairs)
def test_a_change_that_is_turned_round_undoes_it(pair):
    old, new = pair

    assert apply(new, invert(compare(old, new))) == old


@few
@given(pairs)
def test_turned_round_twice_it_is_the_same_change(pair):
    change = compare(*pair)

    assert invert(invert(change)) == change


@few
@given(pairs)
def test_a_turned_change_survives_json(pair):
    change = invert(compare(*pair))
    text = to_json(change)

    assert from_json(text) == change
    assert Draft202012Validator(json_schema("change")).is_valid(json.loads(text))
    assert len(change.links) == len(invert(change).links)
    assert change.movements is not None
