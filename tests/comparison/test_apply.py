"""Making a change in a draft: what survives, and what is a conflict."""

from __future__ import annotations

import pytest
from attrs import evolve

from qalamoun_terms.comparison.apply import apply
from qalamoun_terms.comparison.changes import Change, Run
from qalamoun_terms.comparison.compare import compare
from qalamoun_terms.comparison.edits import TextEdit
from qalamoun_terms.comparison.told import Comparability
from qalamoun_terms.comparison.wording import WordEdit
from qalamoun_terms.errors import ConflictError
from qalamoun_terms.model.terms import Ceasefire, JointCommittee, ServiceGrace
from qalamoun_terms.model.time import Duration

SIX, NINE, YEAR = (Duration.parse(iso) for iso in ("P6M", "P9M", "P1Y"))


@pytest.fixture
def old(paper):
    """A paper of three articles."""
    return paper("p1", Ceasefire(), ServiceGrace(duration=SIX), JointCommittee())


@pytest.fixture
def change(old, paper):
    """The grace becomes a year, and the committee is gone."""
    return compare(old, paper("p1", Ceasefire(), ServiceGrace(duration=YEAR)))


def with_article(base, place, **fields):
    """The same draft with one article changed."""
    articles = list(base.articles)
    articles[place] = evolve(articles[place], **fields)
    return evolve(base, articles=articles)


def test_an_article_that_the_change_does_not_edit_survives(old, change, paper):
    other = paper("p1", Ceasefire(places=["Jerod"])).articles[0].accounts
    made = apply(with_article(old, 0, accounts=other), change)

    assert made["a1"].accounts == other
    assert made["a2"].term.duration == YEAR


def test_an_article_that_the_change_does_not_know_stays_behind_its_neighbour(old, change, paper):
    stranger = evolve(paper("p1", Ceasefire(scope=["shelling"])).articles[0], id="b1")
    base = evolve(old, articles=[old.articles[0], stranger, *old.articles[1:]])

    assert [one.id for one in apply(base, change).articles] == ["a1", "b1", "a2"]


def test_an_untouched_article_that_the_base_lacks_is_not_made(old, change):
    assert [one.id for one in apply(evolve(old, articles=old.articles[1:]), change).articles] == [
        "a2"
    ]


def test_another_value_in_an_edited_field_is_a_conflict_that_names_the_article(old, change, paper):
    other = paper("p1", ServiceGrace(duration=NINE)).articles[0].accounts

    with pytest.raises(ConflictError, match=r"p1\.a2: expected duration 6 months, found 9 months"):
        apply(with_article(old, 1, accounts=other), change)


def test_another_edited_article_is_a_conflict_in_whatever_it_differs(old, change):
    with pytest.raises(ConflictError, match=r"p1\.a2: expected the article that was compared"):
        apply(with_article(old, 1, heading="Grace"), change)


def test_an_edited_article_that_is_gone_is_a_conflict(old, change):
    base = evolve(old, articles=[old.articles[0], old.articles[2]])

    with pytest.raises(ConflictError, match=r"p1\.a2: .* found none"):
        apply(base, change)


@pytest.mark.parametrize("gone", [True, False])
def test_a_dropped_article_that_is_not_as_it_was_is_a_conflict(old, change, gone):
    base = (
        evolve(old, articles=old.articles[:2]) if gone else with_article(old, 2, heading="Liaison")
    )

    with pytest.raises(ConflictError, match=r"p1\.a3: expected the article that the change drops"):
        apply(base, change)


def test_another_field_of_the_proposal_is_a_conflict(old):
    change = compare(old, evolve(old, title="Second paper"))

    with pytest.raises(ConflictError, match="p1: expected title not stated, found Paper"):
        apply(evolve(old, title="Paper"), change)


def test_two_articles_with_one_id_are_a_conflict(old, paper):
    change = compare(old, paper("p1", Ceasefire(), ServiceGrace(duration=SIX)))
    more = compare(old, evolve(old, articles=[*old.articles, evolve(old.articles[0], id="a4")]))
    stranger = evolve(old.articles[0], id="a4", heading="Stranger")

    assert apply(old, change)
    with pytest.raises(ConflictError, match=r"p1\.a4: expected an id that no other article has"):
        apply(evolve(old, articles=[*old.articles, stranger]), more)


def test_a_label_that_cannot_count_on_is_a_conflict(draft):
    old = draft("p1", ("1", "Prisoners are released."))
    change = compare(old, draft("p1", ("2", "Prisoners are released.")))

    with pytest.raises(ConflictError, match="expected a label with a number to count on"):
        apply(with_article(old, 0, label="IV"), change)


def test_words_that_are_not_there_are_a_conflict(old):
    told = Comparability(old="reported", new="reported")
    edit = TextEdit(article="a1", words=[WordEdit(at=0, old="six", new="nine")])
    change = Change(
        old="p1", new="p1", comparability=told, order=[Run(old="a1", new="a1", at=0)], edits=[edit]
    )

    with pytest.raises(ConflictError, match="expected the words that the change edits"):
        apply(evolve(old, articles=old.articles[:1]), change)


def test_an_account_that_the_base_does_not_have_is_a_conflict(old, change):
    edits = [evolve(edit, account=3) for edit in change.edits]
    pairings = [evolve(one, expects=None) for one in change.pairings]

    with pytest.raises(
        ConflictError, match=r"p1\.a2: expected duration 6 months, found not stated"
    ):
        apply(old, evolve(change, edits=edits, pairings=pairings))


def test_an_order_of_accounts_that_the_base_does_not_have_is_a_conflict(paper):
    terms = [Ceasefire(places=[place]) for place in "AB"]
    change = compare(paper("p1", tuple(terms)), paper("p1", tuple(reversed(terms))))
    pairings = [evolve(one, expects=None) for one in change.pairings]

    with pytest.raises(ConflictError, match=r"p1\.a1: expected at least 2 accounts, found 1"):
        apply(paper("p1", terms[0]), evolve(change, pairings=pairings))
