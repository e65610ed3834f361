"""A change is one value, whether its edits were worked out already or not."""

from __future__ import annotations

import copy
import gc
import pickle
import weakref
from concurrent.futures import ThreadPoolExecutor

import attrs
import pytest

import qalamoun_terms as qt
from qalamoun_terms.comparison import inside
from qalamoun_terms.comparison.draft import draft
from qalamoun_terms.formats.json import from_json, to_json
from qalamoun_terms.model.proposals import Account, Article, Proposal
from qalamoun_terms.model.terms import Ceasefire
from qalamoun_terms.testing import draft_pair

PAIRS = [
    draft_pair(60, seed=seed, language=language, numbering=numbering, reworded=reworded)
    for seed, language, numbering, reworded in (
        (1, "en", "renumbered", 0.0),
        (2, "ar", "kept", 0.2),
        (3, "es", "reused", 0.5),
    )
]


def made(pair):
    return qt.compare(draft(pair.old), draft(pair.new, id="p2"))


@pytest.fixture(params=PAIRS, ids=["en", "ar", "es"])
def pair(request):
    return request.param


def changes_in_the_case():
    case = qt.load_case("eastern-qalamoun")
    return [
        qt.compare(one, other) for one in case.proposals for other in case.proposals if one != other
    ]


def test_links_are_the_same_before_and_after_the_edits_are_worked_out(pair):
    early, late = made(pair), made(pair)

    assert late.edits
    assert early.links == late.links
    assert early == late
    assert hash(early) == hash(late)


def test_links_are_those_of_the_same_change_read_from_json(pair):
    for change in (made(pair), *changes_in_the_case()):
        links = change.links
        read = from_json(to_json(change))

        assert read.links == links
        assert read == change


def test_links_ask_for_no_edits_and_edits_only_once(pair, monkeypatch):
    asked = []
    real = inside.word_edits
    monkeypatch.setattr(inside, "word_edits", lambda *texts: asked.append(texts) or real(*texts))
    change = made(pair)

    assert all((change.links, change.summary, repr(change)))
    assert not asked

    amended = next(link for link in change.links if link.relation == "amended")
    assert amended.edits
    worked = len(asked)
    assert worked
    assert all((change.edits, change.pairings, change.by_relation("amended")[0].edits))
    assert len(asked) == worked


def test_a_copy_has_all_its_fields(pair):
    expected = to_json(made(pair))

    for copied in (copy.copy, copy.deepcopy, lambda one: pickle.loads(pickle.dumps(one))):
        assert to_json(copied(made(pair))) == expected
    assert to_json(attrs.evolve(made(pair), old="p9")) == expected.replace('"p1"', '"p9"', 1)
    assert pickle.loads(pickle.dumps(made(pair).links)) == made(pair).links


def test_drafts_are_forgotten_when_the_edits_are_worked_out():
    old, new = (draft([(1, "Exit", f"Fighters {verb} leave.")]) for verb in ("shall", "may"))
    change = qt.compare(old, new)
    assert change.links[0].edits
    known = weakref.ref(old.articles[0])
    del old, new
    gc.collect()

    assert known() is None
    assert all((change.edits, change.pairings))


def test_several_threads_may_ask_at_once(pair):
    expected = made(pair)
    expected_edits = expected.edits
    change = made(pair)
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: (change.edits, change.pairings), range(32)))

    assert all(one == (expected_edits, expected.pairings) for one in found)


def test_a_change_stays_frozen_and_knows_its_fields():
    change = made(PAIRS[0])

    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        change.edits = ()
    with pytest.raises(AttributeError, match="no attribute 'edit'"):
        change.edit  # noqa: B018


def test_contested_articles_are_outlined_as_they_are_told():
    told = [Account(term=Ceasefire(places=[one])) for one in ("Jerod", "Rahiba")]
    one, other = (
        Proposal(id=name, articles=[Article(id="a1", accounts=accounts)])
        for name, accounts in (("p1", told), ("p2", told[::-1]))
    )

    for change in (qt.compare(one, other), qt.compare(other, one)):
        assert [link.relation for link in change.links] == ["kept"]
        assert change.pairings[0].relation == "kept"
