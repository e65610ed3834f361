"""What holds of changes between drafts in which paragraphs went from article to article."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qalamoun_terms.comparison.apply import apply
from qalamoun_terms.comparison.changes import Change
from qalamoun_terms.comparison.compare import compare
from qalamoun_terms.comparison.compose import compose
from qalamoun_terms.comparison.draft import draft
from qalamoun_terms.comparison.edits import Move
from qalamoun_terms.comparison.invert import invert
from qalamoun_terms.comparison.trace import trace
from qalamoun_terms.formats.json import from_json, to_json

few = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
STEPS = (
    "Guards withdraw from the market square before noon and leave no post behind.",
    "Sappers clear mines around the grain silo and mark lanes for the farmers.",
    "Nurses receive vaccines through the eastern gate every Monday of the year.",
    "Prisoners aged below eighteen go home without ransom and without any trial.",
    "Engineers restore electricity pylons along the ridge up to the old border.",
    "Judges hear property claims filed since the siege and publish what they find.",
    "Bakers obtain subsidised flour at the former barracks from the first of May.",
    "Observers photograph every weapon stored in the depot and keep one list.",
)


@st.composite
def dealt(draw):
    """The sentences, each in one of a few articles or in none."""
    found: dict[int, list[str]] = {}
    for step in draw(st.permutations(STEPS)):
        found.setdefault(draw(st.integers(0, 4)), []).append(step)
    return [" ".join(found[place]) for place in sorted(found) if place]


def made(texts: list[str], name: str):
    return draft([(place, "", text) for place, text in enumerate(texts, 1)], id=name)


def ends(change: Change) -> set[tuple[str, str]]:
    return {(one, other) for link in change.links for one in link.old for other in link.new}


@few
@given(dealt(), dealt())
def test_paragraphs_may_go_anywhere_and_the_change_makes_the_new_draft(before, after):
    old, new = made(before, "p1"), made(after, "p2")
    change = compare(old, new)

    assert apply(old, change) == new
    assert apply(new, invert(change)) == old
    assert invert(invert(change)) == change
    assert from_json(to_json(change)) == change
    assert ends(invert(change)) == {(other, one) for one, other in ends(change)}


@few
@given(dealt(), dealt())
def test_each_edit_is_told_in_one_link_and_each_article_in_some(before, after):
    old, new = made(before, "p1"), made(after, "p2")
    change = compare(old, new)
    told = [one for link in change.links for one in link.edits if not isinstance(one, Move)]
    inserted = [one for one in change.order if one in told]

    assert sorted(map(repr, told)) == sorted(map(repr, [*change.edits, *inserted, *change.drops]))
    assert {one for link in change.links for one in link.old} == {one.label for one in old.articles}
    assert {one for link in change.links for one in link.new} == {one.label for one in new.articles}
    assert all(link.relation != "split" or len(link.old) == 1 for link in change.links)
    assert all(link.relation != "merged" or len(link.new) == 1 for link in change.links)


@few
@given(st.lists(dealt(), min_size=3, max_size=3))
def test_each_article_is_in_one_life_and_changes_follow_on_each_other(texts):
    first, second, third = (made(one, f"p{place}") for place, one in enumerate(texts))
    history = trace([first, second, third])
    refs = [ref for life in history for ref in life.refs]
    change = compose(compare(first, second), compare(second, third))

    assert len(refs) == len(set(refs)) == sum(map(len, texts))
    assert all(len({stage.draft for stage in life}) == len(life.stages) for life in history)
    assert apply(first, change) == third
