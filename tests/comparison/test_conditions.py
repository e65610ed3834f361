"""Acceptances on a condition, beside the articles that would meet it."""

import pytest

from qalamoun_terms.comparison.conditions import conditional_acceptances
from qalamoun_terms.comparison.topics import alike, kinds_spoken_of, telling_words
from qalamoun_terms.model.dates import Date
from qalamoun_terms.model.grounds import Evidence, Quote
from qalamoun_terms.model.proposals import Account, Article, Proposal
from qalamoun_terms.model.record import Stance
from qalamoun_terms.model.terms import (
    Ceasefire,
    DetaineeRelease,
    HumanitarianAccess,
    MovementAccess,
    Other,
)


@pytest.fixture
def met(paper, talks, said):
    def make(condition, *terms, target="p1.a1", **fields):
        answers = [
            said("n1", "y2", target, Stance.CONDITIONAL, condition=condition, **fields),
        ]
        [one] = conditional_acceptances(talks([paper("p1", *terms)], answers))
        return [str(article.ref) for article in one.articles]

    return make


def test_a_condition_is_put_beside_the_articles_on_the_same_matter(met):
    terms = (Ceasefire(), DetaineeRelease(), MovementAccess(subkind="open"))

    assert met("the prisoners are released", *terms) == ["p1.a2"]
    assert met("the highway is reopened", *terms) == ["p1.a3"]


def test_words_that_both_have_tell_where_the_kinds_do_not(met):
    terms = (
        Ceasefire(),
        Other(text="The flag of the old guild hangs over the granary."),
        Other(text="The band plays on Fridays."),
    )

    assert met("the guild keeps its flag", *terms) == ["p1.a2"]


def test_one_shared_word_is_not_enough(met):
    terms = (Ceasefire(), Other(text="The granary is painted."))

    assert met("the keys of the granary", *terms) == []


def test_the_article_itself_does_not_meet_its_own_condition(met):
    assert met("the prisoners are released", DetaineeRelease(), DetaineeRelease()) == ["p1.a2"]


def test_a_condition_that_was_read_as_a_provision_does_not_meet_itself(talks, said):
    words = "the prisoners are freed"
    quoted = [Evidence(ground=Quote(document="d1", start=0, end=len(words), quote=words))]
    accounts = [
        [Account(term=Ceasefire())],
        [Account(term=DetaineeRelease(), evidence=quoted)],
        [Account(term=DetaineeRelease())],
    ]
    articles = [Article(id=f"a{n}", accounts=one) for n, one in enumerate(accounts, 1)]
    answer = said("n1", "y2", "p1.a1", Stance.CONDITIONAL, condition=f"that {words} first")
    [one] = conditional_acceptances(talks([Proposal(id="p1", articles=articles)], [answer]))

    assert [str(article.ref) for article in one.articles] == ["p1.a3"]


def test_words_that_most_articles_have_tell_nothing(met):
    terms = [HumanitarianAccess(places=["Ardal"], goods=[f"good {n}"]) for n in range(5)]

    assert met("the bell of Ardal rings good", *terms) == []


def test_articles_of_the_same_proposal_come_first(paper, talks, said):
    first, second = paper("p1", DetaineeRelease()), paper("p2", Ceasefire(), DetaineeRelease())
    answer = said("n1", "y2", "p2.a1", Stance.CONDITIONAL, condition="release of the detainees")
    [one] = conditional_acceptances(talks([first, second], [answer]))

    assert [str(article.ref) for article in one.articles] == ["p2.a2", "p1.a1"]


def test_a_condition_that_was_dropped_is_not_listed(paper, talks, said):
    answers = [
        said("n1", "y2", "p1.a1", Stance.CONDITIONAL, "2017-01", condition="monitors come"),
        said("n2", "y2", "p1.a1", Stance.ACCEPTED, "2017-02"),
    ]
    case = talks([paper("p1", Ceasefire())], answers)

    assert conditional_acceptances(case) == ()
    [then] = conditional_acceptances(case, Date("2017-01"))
    assert str(then) == (
        'Council accepts p1.a1 on condition: "monitors come". No article that would meet it is known.'
    )


def test_a_condition_that_no_source_tells_is_told_as_that(paper, talks, said):
    answer = said("n1", "y2", "p1", Stance.CONDITIONAL)
    [one] = conditional_acceptances(talks([paper("p1", Ceasefire())], [answer]))

    assert str(one) == "Council accepts p1 on a condition that no source tells."


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("that the hostages go free", ("detainee_release",)),
        ("the army pulls back from the bridge", ("troop_redeployment",)),
        ("the hospital is repaired", ("services_restoration",)),
        ("good will", ()),
        ("", ()),
        ("أن يفرج عن المعتقلين", ()),
    ],
)
def test_the_kind_of_a_condition_is_told_by_the_company_of_its_words(words, kinds):
    assert kinds_spoken_of(words) == kinds


def test_small_words_tell_nothing_and_forms_of_a_word_are_alike():
    assert telling_words("If the Siege of it is lifted, the siege!") == ("siege", "lifted")
    assert alike("prisoner", "prisoners")
    assert not alike("cat", "cats")
