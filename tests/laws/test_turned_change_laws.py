"""What holds of changes that are turned round, and of changes that are joined."""

from __future__ import annotations

import json

import attrs
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from qalamoun_terms.comparison.apply import apply
from qalamoun_terms.comparison.compare import compare
from qalamoun_terms.comparison.compose import compose
from qalamoun_terms.comparison.draft import draft
from qalamoun_terms.comparison.invert import invert
from qalamoun_terms.comparison.wording import apply_words, composed_words, word_edits
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
    for one in draw(st.permutations(old.articles)) if draw(st.booleans()) else old.articles:
        article = one
        step = draw(st.sampled_from(("keep", "keep", "drop", "tell", "add", "head", "twice")))
        if step == "tell":
            told = draw(
                st.lists(accounts() | st.sampled_from(article.accounts), min_size=1, max_size=3)
            )
            article = attrs.evolve(one, accounts=told)
        if step == "head":
            article = attrs.evolve(one, heading=draw(texts()))
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


triples = pairs.flatmap(lambda pair: st.tuples(*map(st.just, pair), later(pair[1], id="p3")))


@few
@given(triples)
def test_two_changes_that_are_joined_do_what_both_do(drafts):
    a, b, c = drafts
    joined = compose(compare(a, b), compare(b, c))

    assert apply(a, joined) == c
    assert apply(c, invert(joined)) == a


@few
@given(triples)
def test_a_joined_change_is_a_change_like_any_other(drafts):
    a, b, c = drafts
    joined = compose(compare(a, b), compare(b, c))
    links = joined.links
    text = to_json(joined)

    assert from_json(text) == joined
    assert Draft202012Validator(json_schema("change")).is_valid(json.loads(text))
    assert sum(len(link.old) for link in links) == len(a.articles)
    assert sum(len(link.new) for link in links) == len(c.articles)
    assert all(movement.words for movement in joined.movements)


@few
@given(pairs)
def test_no_change_before_or_after_a_change_is_that_change(pair):
    old, new = pair
    change = compare(old, new)

    assert compose(compare(old, old), change) == change
    assert compose(change, compare(new, new)) == change


@few
@given(pairs)
def test_a_change_and_what_undoes_it_leave_the_draft_as_it_is(pair):
    old, new = pair
    change = compare(old, new)

    assert apply(old, compose(change, invert(change))) == old


words = st.lists(
    st.sampled_from(("six", "nine", "months", ",", " ", "  ", "not", "\u0634\u0647\u0631"))
).map("".join)


@given(words, words, words)
def test_word_edits_join(a, b, c):
    assert apply_words(a, composed_words(word_edits(a, b), word_edits(b, c))) == c


verbatim = st.lists(st.tuples(st.none() | st.integers(0, 12), st.none() | words, words), max_size=5)


@few
@given(st.tuples(verbatim, verbatim, verbatim))
def test_drafts_known_word_for_word_can_be_followed_to_and_fro(rows):
    a, b, c = (draft(one, id=f"p{n}") for n, one in enumerate(rows, 1))
    joined = compose(compare(a, b), compare(b, c))

    assert apply(a, joined) == c
    assert apply(b, invert(compare(a, b))) == a
