"""Which article of the new draft is which of the old one, and why."""

from __future__ import annotations

from attrs import evolve

from qalamoun_terms.comparison.align import align
from qalamoun_terms.model.proposals import Account, Article, ArticleRef, Proposal
from qalamoun_terms.model.terms import (
    Ceasefire,
    DetaineeRelease,
    Other,
    ProtectionGuarantee,
    ServiceGrace,
    TroopRedeployment,
)
from qalamoun_terms.model.time import Duration


def pairs(old, new):
    """The places of the articles that match, by the order of the new draft."""
    return [(match.old, match.new) for match in align(old, new).matches]


def reasons(old, new):
    """Why articles match."""
    return [match.reason for match in align(old, new).matches]


def test_equal_articles_match_wherever_they_stand(draft):
    rows = [(None, f"Road {n} through town {n} is opened.") for n in range(5)]

    assert pairs(draft("p1", *rows), draft("p2", *reversed(rows))) == [
        (4, 0),
        (3, 1),
        (2, 2),
        (1, 3),
        (0, 4),
    ]


def test_equal_articles_of_one_label_match_each_other(draft):
    old = draft("p1", ("A", "Repealed."), ("B", "Repealed."), ("C", "Repealed."))
    new = draft("p2", ("C", "Repealed."), ("A", "Repealed."), ("B", "Repealed."))

    assert pairs(old, new) == [(2, 0), (0, 1), (1, 2)]


def test_equal_articles_without_labels_match_behind_their_neighbours(draft):
    old = draft(
        "p1", (None, "Town A."), (None, "Repealed."), (None, "Town B."), (None, "Repealed.")
    )
    new = draft(
        "p2", (None, "Town B."), (None, "Repealed."), (None, "Town A."), (None, "Repealed.")
    )

    assert pairs(old, new) == [(2, 0), (3, 1), (0, 2), (1, 3)]


def test_a_draft_of_nothing_but_equal_articles_matches_in_order(draft):
    rows = [(None, "Repealed.")] * 300

    assert pairs(draft("p1", *rows), draft("p2", *rows[:299])) == [(n, n) for n in range(299)]


def test_an_asserted_lineage_wins_over_equality(paper):
    old = paper("p1", Ceasefire(places=["Jerod"]), ServiceGrace())
    new = paper("p2", Ceasefire(places=["Jerod"]), ServiceGrace())
    crossed = evolve(
        new,
        articles=[
            evolve(new.articles[0], continues=[ArticleRef("p1", "a2")]),
            evolve(new.articles[1], continues=[ArticleRef("p1", "a1")]),
        ],
    )

    assert pairs(old, crossed) == [(1, 0), (0, 1)]
    assert set(reasons(old, crossed)) == {"a source says that it continues it"}


def test_a_lineage_of_another_proposal_says_nothing(paper):
    old, new = paper("p1", Ceasefire()), paper("p2", ServiceGrace())
    stranger = evolve(new.articles[0], continues=[ArticleRef("p9", "a1")])

    assert pairs(old, evolve(new, articles=[stranger])) == []


def test_of_several_that_continue_one_article_the_likest_is_its_match(paper):
    old = paper("p1", Ceasefire(places=["Jerod"], duration=Duration.parse("P2M")))
    terms = Ceasefire(places=["Rahiba"]), Ceasefire(places=["Jerod"])
    new = Proposal(
        id="p2",
        articles=[
            Article(id=f"a{n}", accounts=[Account(term=term)], continues=[ArticleRef("p1", "a1")])
            for n, term in enumerate(terms)
        ],
    )

    assert pairs(old, new) == [(0, 1)]
    assert [(group.old, group.new) for group in align(old, new).groups] == [((0,), (0, 1))]


def test_articles_of_one_kind_match_by_what_they_state(paper):
    old = paper("p1", *(ProtectionGuarantee(places=[place]) for place in ("Jerod", "Rahiba")))
    new = paper(
        "p2",
        *(
            ProtectionGuarantee(places=[place], forces=["military police"])
            for place in ("Rahiba", "Jerod")
        ),
    )

    assert pairs(old, new) == [(1, 0), (0, 1)]
    assert reasons(old, new) == ["one kind, with the same values, the same fields stated"] * 2


def test_the_likest_of_a_kind_matches_where_one_side_has_several(paper):
    old = paper(
        "p1",
        ProtectionGuarantee(beneficiaries=["citizens"]),
        ProtectionGuarantee(forces=["Third Division"], places=["Jerod"]),
    )
    new = paper("p2", ProtectionGuarantee(forces=["military police"], places=["the entrances"]))

    assert pairs(old, new) == [(1, 0)]


def test_the_only_ones_of_a_kind_match_though_they_have_nothing_in_common(paper):
    old = paper("p1", Ceasefire(places=["Jerod"]), Other(text="No flags."))
    new = paper("p2", Ceasefire(scope=["air strikes"]), Other(text="Maps are handed over."))

    assert pairs(old, new) == [(0, 0)]
    assert reasons(old, new) == ["the only one of its kind left in both drafts"]


def test_articles_of_different_kinds_match_by_nearly_the_same_words_only():
    words = "The forces of both sides stay where they stand until the committee has met"

    def told(name, term, text):
        return Proposal(
            id=name, articles=[Article(id="a1", accounts=[Account(term=term, text=text)])]
        )

    old = told("p1", Ceasefire(), words)

    assert reasons(old, told("p2", TroopRedeployment(), f"{words}.")) == [
        "nearly the same words, of another kind"
    ]
    assert pairs(old, told("p2", TroopRedeployment(), "The forces stay.")) == []


def test_other_kinds_in_a_report_do_not_match(paper):
    assert pairs(paper("p1", Ceasefire()), paper("p2", DetaineeRelease())) == []


def test_amended_articles_of_a_long_draft_are_found_by_their_rare_words(draft):
    old = [
        (None, f"Town number {n} gets water from well{n} and power from line{n}.")
        for n in range(60)
    ]
    new = [(None, text.replace("gets water", "is given clean water")) for _, text in reversed(old)]

    assert pairs(draft("p1", *old), draft("p2", *new)) == [(59 - n, n) for n in range(60)]
