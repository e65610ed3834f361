"""Made-up drafts, and how links are scored against the truth."""

from __future__ import annotations

import pytest

from qalamoun_terms.testing.drafts import TrueLink, draft_pair, score


@pytest.mark.parametrize("language", ["en", "es", "ar"])
@pytest.mark.parametrize("numbering", ["renumbered", "kept", "reused"])
def test_each_article_stands_in_one_true_link(language, numbering):
    pair = draft_pair(100, seed=2, language=language, numbering=numbering)

    for rows, side in ((pair.old, "old"), (pair.new, "new")):
        linked = [number for link in pair.links for number in getattr(link, side)]
        assert sorted(linked) == sorted(number for number, _, _ in rows)
        assert len(set(linked)) == len(linked)


def test_the_shares_are_kept():
    relations = [link.relation for link in draft_pair(1000, seed=1).links]

    assert relations.count("moved") == 100
    assert relations.count("split") == relations.count("merged") == 20
    assert relations.count("added") == relations.count("dropped") == 50


def test_the_same_seed_gives_the_same_drafts():
    assert draft_pair(40, seed=5) == draft_pair(40, seed=5)
    assert draft_pair(40, seed=5) != draft_pair(40, seed=6)


def test_half_of_the_words_may_be_replaced_or_reordered():
    pair = draft_pair(40, seed=5, reworded=0.5, shares={"inserted": 0.0, "deleted": 0.0})
    olds = {number: text.split() for number, _, text in pair.old}
    news = {number: text.split() for number, _, text in pair.new}
    moved = [
        sum(one != other for one, other in zip(olds[link.old[0]], news[link.new[0]], strict=True))
        / len(olds[link.old[0]])
        for link in pair.links
        if link.relation == "amended" and len(olds[link.old[0]]) == len(news[link.new[0]])
    ]

    assert 0.3 < sum(moved) / len(moved) < 0.6


def test_links_are_scored_by_their_pairs_and_by_what_they_say():
    truth = [
        TrueLink(old=("1",), new=("1",), relation="kept"),
        TrueLink(old=("2",), new=("2", "3"), relation="split"),
        TrueLink(old=("3",), new=(), relation="dropped"),
    ]
    found = [
        TrueLink(old=("1",), new=("1",), relation="amended"),
        TrueLink(old=("2",), new=("2",), relation="amended"),
        TrueLink(old=("3",), new=("3",), relation="amended"),
    ]
    made = score(found, truth)

    assert (made.precision, made.recall, made.relations, made.whole) == (2 / 3, 2 / 3, 0.0, 0.0)
    assert score(truth, truth).f1 == 1.0
    assert score([], []).whole is None
