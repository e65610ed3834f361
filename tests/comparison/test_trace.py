"""The life of each article through all drafts."""

from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from qalamoun_terms.comparison.draft import draft as rows
from qalamoun_terms.comparison.trace import trace
from qalamoun_terms.model.dates import Date
from qalamoun_terms.model.negotiation import Negotiation
from qalamoun_terms.model.proposals import ArticleRef
from qalamoun_terms.model.terms import Ceasefire, JointCommittee, ServiceGrace
from qalamoun_terms.model.time import Duration
from qalamoun_terms.testing import draft_pair

TRUCE = "Both parties hold their fire for two months in the whole of the region."
WATER = "The pumping station is repaired and handed to the water board of the province."
EXIT = "Fighters who do not sign leave by bus within three days with one rifle each."


def told(life):
    """What is told of a life, stage by stage."""
    return [stage.told_as for stage in life]


def test_an_article_is_followed_through_all_drafts():
    drafts = [
        rows([(1, "", TRUCE), (2, "", WATER)]),
        rows([(1, "", WATER), (2, "", TRUCE.replace("two", "six"))]),
        rows([(1, "", EXIT), (2, "", TRUCE.replace("two", "six")), (3, "", WATER)]),
    ]
    history = trace(drafts)

    assert [str(ref) for ref in history["p1.a1"].refs] == ["p1.a1", "p2.a2", "p3.a2"]
    assert told(history["p1.a1"])[1] == "amended"
    assert told(history["p3.a1"]) == ["added"]


def test_what_is_lost_and_comes_back_is_one_life():
    both, one = [(1, "", TRUCE), (2, "", WATER)], [(1, "", TRUCE)]
    life = trace([rows(both), rows(one), rows(both)])["p1.a2"]

    assert told(life) == ["first known", "dropped", "again"]
    assert life.refs == (ArticleRef("p1", "a2"), ArticleRef("p3", "a2"))


def test_what_a_report_does_not_mention_is_not_dropped(paper):
    grace = ServiceGrace(duration=Duration.parse("P6M"))
    life = trace([paper("p1", Ceasefire(), grace), paper("p2", Ceasefire()), paper("p3", grace)])[
        "p1.a2"
    ]

    assert told(life) == ["first known", "not reported", "reported again"]


def test_a_lineage_that_a_source_asserts_wins(paper):
    first = paper("p1", Ceasefire(), JointCommittee())
    silent = paper("p2", JointCommittee())
    last = paper("p3", JointCommittee())
    asserted = evolve(last.articles[0], continues=[ArticleRef("p1", "a1")])
    history = trace([first, silent, evolve(last, articles=[asserted])])

    assert history["p3.a1"] is history["p1.a1"]
    assert history["p3.a1"].stages[-1].reason == "a source says that it continues it"


def test_a_lineage_over_a_draft_that_has_the_article_goes_through_it(paper):
    first = paper("p1", Ceasefire(), JointCommittee())
    last = paper("p3", JointCommittee())
    asserted = evolve(last.articles[0], continues=[ArticleRef("p1", "a1")])
    history = trace([first, paper("p2", Ceasefire()), evolve(last, articles=[asserted])])

    assert [str(ref) for ref in history["p1.a1"].refs] == ["p1.a1", "p2.a1", "p3.a1"]


def test_the_drafts_of_a_case_stand_in_the_order_of_their_dates(paper):
    later, earlier = (
        paper("p1", Ceasefire(), date=Date("2018")),
        paper("p2", Ceasefire(), date=Date("2016")),
    )
    history = trace(Negotiation(id="c", proposals=[later, earlier]))

    assert [draft.id for draft in history.drafts] == ["p2", "p1"]
    assert len(history) == 1


def test_a_part_of_a_split_article_says_where_it_comes_from():
    together, apart = [(1, "", f"{EXIT} {WATER}")], [(1, "", EXIT), (2, "", WATER)]
    history = trace([rows(together), rows(apart), rows(together)])
    stages = [stage for life in history for stage in life if stage.related]

    assert {stage.told_as for stage in stages} == {"split", "merged"}
    assert len(history) == 2


def test_an_unknown_article_is_an_error():
    with pytest.raises(KeyError, match=r"no article 'p9\.a1'"):
        trace([])["p9.a1"]


texts = st.sampled_from((TRUCE, WATER, EXIT, TRUCE.replace("two", "six"), f"{EXIT} {WATER}"))
some_rows = st.lists(st.tuples(st.integers(1, 9), st.just(""), texts), max_size=5)


@settings(deadline=None)
@given(st.lists(some_rows, max_size=5))
def test_each_article_of_each_draft_is_in_one_life(drafts):
    history = trace(map(rows, drafts))
    refs = [ref for life in history for ref in life.refs]

    assert len(refs) == len(set(refs)) == sum(map(len, drafts))
    assert str(history) == str(trace(map(rows, drafts)))
    for life in history:
        assert len({stage.draft for stage in life}) == len(life.stages)


def test_hundreds_of_articles_are_followed_through_many_drafts():
    pair = draft_pair(400, seed=3)
    drafts = [rows(pair.old), rows(pair.new)] * 3
    history = trace(drafts)

    articles = 3 * (len(pair.old) + len(pair.new))
    assert sum(len(life.refs) for life in history) == articles
