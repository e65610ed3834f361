"""How positions over time are arranged on the page of a case and by themselves."""

from qalamoun_terms.comparison.implementation import implementation
from qalamoun_terms.comparison.open_articles import open_articles
from qalamoun_terms.comparison.over_time import changes_between
from qalamoun_terms.comparison.positions import positions
from qalamoun_terms.model.actors import Party, Side, SideRole
from qalamoun_terms.model.dates import Date
from qalamoun_terms.model.grounds import Quote
from qalamoun_terms.model.negotiation import Negotiation
from qalamoun_terms.model.proposals import Account, Article, Proposal, parse_ref
from qalamoun_terms.model.record import Position, Stance
from qalamoun_terms.model.terms import Ceasefire, DetaineeRelease, ServiceGrace
from qalamoun_terms.model.time import Duration
from qalamoun_terms.reports.listing import listing_of
from qalamoun_terms.reports.markdown import to_markdown
from qalamoun_terms.reports.pages import page_of_case, page_of_table

WORDS = [Quote(document="d1", start=0, end=3, quote="yes")]


def said(id, party, target, stance, when=None, **stated):
    date = Date(when) if when else None
    fields = {"grounds": WORDS} | stated
    return Position(
        id=id, party=party, target=parse_ref(target), stance=stance, when=date, **fields
    )


def case(*answers):
    terms = (Ceasefire(), DetaineeRelease(), ServiceGrace(duration=Duration.parse("P6M")))
    articles = [
        Article(id=f"a{n}", accounts=[Account(term=term)]) for n, term in enumerate(terms, 1)
    ]
    return Negotiation(
        id="c",
        sides=[
            Side(id="s1", label="State", role=SideRole.STATE),
            Side(id="s2", label="Opposition", role=SideRole.OPPOSITION),
        ],
        parties=[
            Party(id="y1", name="Government", side="s1"),
            Party(id="y2", name="Council", side="s2"),
        ],
        proposals=[Proposal(id="p1", name="offer", articles=articles)],
        positions=[said("n1", "y1", "p1", Stance.PROPOSED, "2016"), *answers],
    )


def section(page, title):
    return next(one for one in page.standing if one.title == title)


def test_an_open_article_is_told_with_camps_time_and_conditions():
    accepted = said("n2", "y2", "p1.a1", Stance.CONDITIONAL, condition="the prisoners go free")
    [group] = [one for one in page_of_case(case(accepted)).open if one.sign == "◐"]
    [item] = group.items

    assert item.ref == "offer.a1"
    assert item.anchor == "article-p1.a1"
    assert item.lines[1:] == (
        "for it: State (Government)",
        "for it on a condition: Opposition (Council)",
    )
    [condition] = item.within
    assert condition.words == "Council accepts it on condition: “the prisoners go free”"
    assert [one.ref for one in condition.within] == ["offer.a2"]


def test_a_condition_that_nothing_meets_or_nobody_tells_is_told_as_that():
    unmet = said("n2", "y2", "p1.a1", Stance.CONDITIONAL, condition="monitors come")
    untold = said("n3", "y2", "p1.a2", Stance.CONDITIONAL)
    [group] = [one for one in page_of_case(case(unmet, untold)).open if one.sign == "◐"]
    told = [item.within[0].words for item in group.items]

    assert told[0].endswith("no article that would meet it is known")
    assert told[1] == "Council accepts it on condition that no source tells"


def test_concessions_are_quoted_on_both_ends():
    answers = (
        said("n2", "y2", "p1.a1", Stance.REJECTED, "2017-01"),
        said("n3", "y2", "p1.a1", Stance.ACCEPTED, "2017-03"),
    )
    found = section(page_of_case(case(*answers)), "Concessions")
    [item] = found.items

    assert item.words == "Council gave up its rejection"
    assert [one.words for one in item.within] == [
        "January 2017: rejected",
        "March 2017: accepted",
    ]
    assert all(one.grounds[0].words == "yes" for one in item.within)
    assert "the later gives up part of the earlier" in found.note


def test_numbers_are_listed_where_two_parties_stated_them():
    alone = page_of_case(case())
    both = page_of_case(case(said("n2", "y2", "p1.a3", Stance.ACCEPTED)))

    assert "Numbers that the parties stated" not in [one.title for one in alone.standing]
    [item] = section(both, "Numbers that the parties stated").items
    assert item.words == "service grace, duration: the ranges meet"
    assert item.lines == ("Government: 6 months (offer.a3)", "Council: 6 months (offer.a3)")


def test_common_ground_that_is_held_alike_stands_together():
    page = page_of_case(case(said("n2", "y2", "p1", Stance.ACCEPTED)))
    [held] = section(page, "Common ground").items

    assert held.words == "State and Opposition: agreed (reported)"
    assert [one.ref for one in held.within] == ["offer.a1", "offer.a2", "offer.a3"]


def test_what_was_agreed_and_of_which_nothing_is_told_is_counted():
    page = page_of_case(case(said("n2", "y2", "p1", Stance.ACCEPTED, "2017")))

    assert [one.ref for one in page.implementation.items] == ["offer.a3"]
    assert "Of 2 agreed provisions no time is stated" in page.implementation.note


def test_a_table_of_a_day_has_what_was_open_and_due_on_that_day(bundled):
    page = page_of_table(positions(bundled, Date("2017-11")))
    lines = [line for item in page.implementation.items for line in item.lines]

    assert any("expired on 2017-09-16" in line for line in lines)
    assert not any("agreement-2018" in item.ref for item in page.implementation.items)


def test_values_by_themselves_name_articles_by_their_references(bundled):
    found = open_articles(bundled)
    listing = listing_of(found)

    assert listing.title == "eastern-qalamoun: open articles"
    items = [item for one in listing.sections for item in one.items]
    assert items[0].ref == str(found.articles[0].ref)
    assert all(one.anchor is None for one in items)


def test_what_changed_is_listed_with_what_was_done_beside_it(bundled):
    listing = listing_of(changes_between(bundled, Date("2017-07"), Date("2018-02")))

    assert [one.title for one in listing.sections] == [
        "Articles",
        "Beside the talks",
        "Said of what was agreed",
        "Perhaps in between",
    ]
    assert listing.sentence == "1 article changed; a stated time of 1 of them ran out."


def test_nothing_is_listed_where_nothing_is_known():
    empty = Negotiation(id="c")
    told = [
        listing_of(one).sentence
        for one in (open_articles(empty), implementation(empty), changes_between(empty, None))
    ]

    assert told == [
        "No article is open.",
        "Nothing agreed is known.",
        "Nothing is known to have changed.",
    ]
    assert listing_of(empty) is None


def test_words_of_a_source_are_escaped_in_markdown():
    accepted = said("n2", "y2", "p1.a1", Stance.CONDITIONAL, condition="*stars* | <b>bars</b>")
    text = to_markdown(open_articles(case(accepted)))

    assert r"\*stars\* \| \<b\>bars\</b\>" in text
    assert "<b>" not in text
