"""What holds of every change between two proposals."""

from __future__ import annotations

import json

import attrs
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from qalamoun_terms.comparison.apply import apply
from qalamoun_terms.comparison.changes import RELATIONS
from qalamoun_terms.comparison.compare import compare
from qalamoun_terms.formats.json import from_json, to_json
from qalamoun_terms.formats.schema import json_schema
from qalamoun_terms.model.proposals import Article, Proposal
from qalamoun_terms.testing import accounts, articles, proposals, texts

few = settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])


def renamed(found: list[Article], labels: list[str | None]) -> tuple[Article, ...]:
    """Give articles of a draft their ids, and those labels that there are."""
    return tuple(
        attrs.evolve(article, id=f"a{number}", label=label)
        for number, (article, label) in enumerate(zip(found, labels, strict=True), 1)
    )


@st.composite
def drafts(draw, id="p1"):
    """Drafts of up to three articles, numbered or not."""
    found = draw(st.lists(articles(), max_size=3))
    numbered = draw(st.booleans())
    labels = [f"Article {n}" if numbered else one.label for n, one in enumerate(found, 1)]
    return Proposal(id=id, articles=renamed(found, labels))


@st.composite
def later_drafts(draw, old):
    """What may become of a draft: articles are lost, put in, moved, told otherwise, renumbered."""
    found = []
    for article in draw(st.permutations(old.articles)) if draw(st.booleans()) else old.articles:
        step = draw(
            st.sampled_from(("keep", "keep", "keep", "drop", "tell", "add", "head", "twice"))
        )
        if step == "tell":
            told = draw(
                st.lists(accounts() | st.sampled_from(article.accounts), min_size=1, max_size=3)
            )
            found.append(attrs.evolve(article, accounts=told))
        elif step == "head":
            found.append(attrs.evolve(article, heading=draw(texts())))
        elif step != "drop":
            found.append(article)
        if step == "add":
            found.append(draw(articles()))
        if step == "twice":
            found.append(article)
    new = Proposal(id="p2", articles=renamed(found, [one.label for one in found]))
    return (
        new
        if draw(st.booleans())
        else attrs.evolve(
            new, articles=renamed(found, [f"Article {n}" for n in range(1, len(found) + 1)])
        )
    )


pairs = drafts().flatmap(lambda old: st.tuples(st.just(old), later_drafts(old)))


@few
@given(st.one_of(st.tuples(proposals(), proposals("p2")), pairs))
def test_a_change_makes_the_new_draft_of_the_old_one(pair):
    old, new = pair

    assert apply(old, compare(old, new)) == new


@few
@given(proposals() | drafts())
def test_nothing_changes_from_a_draft_to_itself(draft):
    change = compare(draft, draft)

    assert change.is_empty
    assert not change.movements
    assert {link.relation for link in change} <= {"kept"}
    assert apply(draft, change) == draft


@few
@given(pairs)
def test_only_an_empty_change_leaves_a_draft_as_it_is(pair):
    old, new = pair

    assert compare(old, new).is_empty == (old == new)


@few
@given(pairs)
def test_each_article_stands_in_one_link(pair):
    old, new = pair
    links = compare(old, new).links

    assert sum(len(link.old) for link in links) == len(old.articles)
    assert sum(len(link.new) for link in links) == len(new.articles)
    assert {link.relation for link in links} <= set(RELATIONS)
    assert len({name for link in links for name in link.new}) == len(new.articles)


@few
@given(pairs)
def test_a_change_survives_json(pair):
    change = compare(*pair)
    text = to_json(change)

    assert from_json(text) == change
    assert Draft202012Validator(json_schema("change")).is_valid(json.loads(text))


@few
@given(st.one_of(st.tuples(proposals(), proposals("p2")), pairs))
def test_links_need_no_edits_and_agree_with_them(pair):
    change = compare(*pair)
    links = change.links

    assert from_json(to_json(change)).links == links


@few
@given(pairs)
def test_the_same_drafts_give_the_same_change(pair):
    assert compare(*pair) == compare(*pair)


@few
@given(drafts().flatmap(lambda old: st.tuples(st.just(old), st.permutations(old.articles))))
def test_a_permuted_draft_has_moved_articles_and_no_others(pair):
    old, permuted = pair
    new = attrs.evolve(old, articles=permuted)
    change = compare(old, new)

    assert {link.relation for link in change} <= {"kept", "moved"}
    assert sum(move.length for move in change.moves) < max(1, len(old.articles))


@few
@given(pairs, articles("b9"))
def test_an_article_that_the_change_does_not_know_survives(pair, stranger):
    old, new = pair
    base = attrs.evolve(old, articles=(*old.articles, stranger))

    made = apply(base, compare(old, new))

    assert stranger in made.articles
    assert tuple(one for one in made.articles if one != stranger) == new.articles


@few
@given(pairs, accounts())
def test_an_untouched_article_survives_as_the_base_has_it(pair, told):
    old, new = pair
    change = compare(old, new)
    kept = [link for link in change if link.relation == "kept" and not link.edits]
    assume(kept)
    article = old[kept[0].old[0]]
    changed = attrs.evolve(article, accounts=(told,))
    base = attrs.evolve(old, articles=[changed if one is article else one for one in old.articles])

    made = apply(base, change)

    assert made[kept[0].new[0]].accounts == (told,)


@few
@given(pairs)
def test_a_movement_is_a_sentence_and_weighs_only_by_a_rule(pair):
    for movement in compare(*pair).movements:
        assert movement.words
        assert movement.direction in {"lighter", "heavier", "neutral"}
        assert (movement.for_whom is None) == (movement.direction == "neutral")
        assert movement.old_article or movement.new_article
