"""Words that went from one article into another although both have counterparts of their own."""

from __future__ import annotations

import pytest

from qalamoun_terms.comparison.align import align
from qalamoun_terms.comparison.changes import Change, Comparability
from qalamoun_terms.comparison.compare import compare
from qalamoun_terms.comparison.compose import compose
from qalamoun_terms.comparison.crossing import crossings
from qalamoun_terms.comparison.draft import draft
from qalamoun_terms.comparison.edits import Insert
from qalamoun_terms.comparison.invert import invert
from qalamoun_terms.comparison.likeness import view_of
from qalamoun_terms.comparison.links import links_of
from qalamoun_terms.comparison.matching import Matching
from qalamoun_terms.comparison.pairings import Pairing, Run
from qalamoun_terms.comparison.rewording import reworded
from qalamoun_terms.comparison.signs import sides_of
from qalamoun_terms.comparison.trace import trace
from qalamoun_terms.formats.json import from_json, to_json
from qalamoun_terms.model.proposals import Account, Article, Wording
from qalamoun_terms.model.terms import Other
from qalamoun_terms.reports.html import to_html
from qalamoun_terms.reports.markdown import to_markdown

EXIT = (
    "Fighters who do not accept the settlement leave the town by bus within three days. "
    "They take one rifle each and three magazines."
)
BUSES = "The buses are escorted by the police to the northern crossing and may not be searched."
ROADS = (
    "The road to the capital is cleared of mines and opened for trade from sunrise to sunset. "
    "Checkpoints beside the bridge are taken down before the harvest."
)
WATER = "The pumping station is repaired and handed to the water board of the province."
SCHOOLS = "Schools open again under the local council, and teachers are paid their arrears."
PRISONERS = (
    "Each side hands over the names of those whom it holds and lets the monitors visit them."
)
FLAGS = "No flag but that of the town may be flown over public buildings."
STEPS = (
    "Guards withdraw from the market square before noon.",
    "Sappers clear mines around the grain silo and mark lanes.",
    "Nurses receive vaccines through the eastern gate every Monday.",
    "Farmers harvest olives beyond the ditch with escorts.",
)

BEFORE = (WATER, f"{EXIT} {BUSES}", ROADS, SCHOOLS, PRISONERS)
AFTER = (WATER, EXIT, f"{ROADS} {BUSES}", SCHOOLS, PRISONERS)


def made(texts, name="p1"):
    """A draft of texts, numbered from one."""
    return draft([(place, "", text) for place, text in enumerate(texts, 1)], id=name)


def links(old, new):
    """The relation of each link between two lists of texts."""
    return {
        (link.old, link.new): link.relation for link in compare(made(old), made(new, "p2")).links
    }


def test_a_paragraph_that_went_to_another_article_splits_the_one_and_adds_to_the_other():
    found = links(BEFORE, AFTER)

    assert found == {
        (("1",), ("1",)): "kept",
        (("2",), ("2", "3")): "split",
        (("2", "3"), ("3",)): "merged",
        (("4",), ("4",)): "kept",
        (("5",), ("5",)): "kept",
    }


def test_it_is_told_how_sure_it_is_and_why():
    groups = align(made(BEFORE), made(AFTER, "p2")).groups

    assert [one.reason for one in groups] == [
        "its words stand in several",
        "the words of several stand in it",
    ]
    assert all(0.7 <= one.confidence < 1 for one in groups)


def test_two_articles_that_exchanged_paragraphs_are_each_split_and_merged():
    old = (f"{EXIT} {BUSES}", f"{ROADS} {PRISONERS}")
    found = links(
        [WATER, *old, SCHOOLS], [WATER, f"{EXIT} {PRISONERS}", f"{ROADS} {BUSES}", SCHOOLS]
    )

    assert found[("2",), ("2", "3")] == found[("3",), ("2", "3")] == "split"
    assert found[("2", "3"), ("2",)] == found[("2", "3"), ("3",)] == "merged"


def test_a_paragraph_that_stays_where_it_was_does_not_cross():
    found = links(BEFORE, (WATER, f"{EXIT} {BUSES}", f"{ROADS} {BUSES}", SCHOOLS, PRISONERS))

    assert "split" not in found.values()
    assert "merged" not in found.values()


def test_phrases_here_and_there_are_no_paragraph_that_crossed():
    phrases = ("weighed at the crossing", "sealed by both committees", "carried in closed lorries")
    of_arms = (
        "arms are",
        "each rifle is",
        "none of it is",
        "what is left behind is",
        "mortars are",
    )
    of_food = ("grain is", "every sack is", "all the flour is", "what the mills need is", "seed is")
    arms, food = (
        " ".join(f"{one} {two}, {one}." for one, two in zip(said, phrases * 2, strict=False))
        for said in (of_arms, of_food)
    )
    old = (WATER, f"{EXIT} {arms}", ROADS, SCHOOLS)
    new = (WATER, EXIT, f"{ROADS} {food}", SCHOOLS)

    assert "split" not in links(old, new).values()
    assert links(old, (WATER, EXIT, f"{ROADS} {arms}", SCHOOLS))[("2",), ("2", "3")] == "split"


def test_a_paragraph_is_found_in_a_new_article_far_away_that_is_mostly_new():
    council = (
        "A joint council of nine members meets in the town hall on the first Sunday of every month. "
        "Its chair is held in turn by a teacher, a farmer and a physician whom the members choose. "
        "Minutes are taken in two languages and hung up at the gate for all inhabitants to read. "
        "Members who stay away three times without reason lose their seat to the next on the list."
    )
    old = (*STEPS, ROADS, WATER, SCHOOLS, f"{EXIT} {BUSES}", PRISONERS)
    new = (f"{council} {BUSES}", *STEPS, ROADS, WATER, SCHOOLS, EXIT, PRISONERS)

    assert links(old, new)[("8",), ("1", "9")] == "split"
    assert links(old, (council, *new[1:]))[(), ("1",)] == "added"


def test_a_clause_that_a_third_article_has_as_well_crosses_to_none_far_away():
    clause = f"{BUSES} {FLAGS}"
    rest = [f"{step} {PRISONERS}" for step in STEPS]
    old = (f"{EXIT} {clause}", WATER, *rest, ROADS, SCHOOLS)
    new = (EXIT, WATER, *rest, f"{ROADS} {clause}", SCHOOLS)

    assert links(old, new)[("1",), ("1", "7")] == "split"
    third = (f"{WATER} {clause}", f"{WATER} So it stays. {clause}")
    found = links((old[0], third[0], *old[2:]), (new[0], third[1], *new[2:]))
    assert set(found.values()) == {"kept", "amended"}


def test_a_few_words_do_not_cross():
    found = links(
        (WATER, f"{EXIT} This is done without delay.", ROADS, SCHOOLS),
        (WATER, EXIT, f"{ROADS} This is done without delay.", SCHOOLS),
    )

    assert set(found.values()) == {"kept", "amended"}


def test_a_long_paragraph_crosses_though_it_is_a_small_share_of_long_articles():
    def body(side):
        return " ".join(f"{side}{n} stays {side}{n} guarded {side}{n} daily." for n in range(120))

    clause = f"{EXIT} {BUSES} {FLAGS}"
    long, other = body("north"), body("south")
    found = links(
        (WATER, f"{long} {clause}", other, SCHOOLS), (WATER, long, f"{other} {clause}", SCHOOLS)
    )

    assert found[("2",), ("2", "3")] == "split"


def test_nothing_crosses_where_drafts_do_not_keep_words_in_their_order():
    views = [
        {one.place: one for one in map(view_of, range(5), made(texts).articles)}
        for texts in (BEFORE, AFTER)
    ]
    matching = Matching(sides_of(*views, (5, 5)), [], [])
    matching.run()

    assert [(one.old, one.new) for one in crossings(matching, [])] == [(1, 2)]
    assert crossings(matching, [], fidelity=0.45) == ()
    assert crossings(matching, [(1, 2)]) == ()
    assert reworded(*views, [], sizes=(5, 5)).crossings == crossings(matching, [])


# --- what is told of it


def test_each_edit_is_told_once_though_an_article_is_in_two_links():
    change = compare(made(BEFORE), made(AFTER, "p2"))
    told = [edit for link in change.links for edit in link.edits]

    assert sorted(map(repr, told)) == sorted(map(repr, change.edits))
    assert "5 known before, 5 after: 1 split, 1 merged, 3 kept." in change.summary


def test_it_can_be_undone_and_kept_and_followed_by_another_change():
    change = compare(made(BEFORE), made(AFTER, "p2"))
    back = invert(change)

    assert {(one.old, one.new): one.relation for one in back.links}[("3",), ("2", "3")] == "split"
    assert invert(back) == change
    assert from_json(to_json(change)) == change
    again = compose(change, compare(made(AFTER, "p2"), made(AFTER, "p3")))
    assert [(one.old, one.new) for one in again.links] == [
        (one.old, one.new) for one in change.links
    ]


def test_a_life_has_one_stage_a_draft_though_its_article_is_in_two_links():
    history = trace([made(BEFORE), made(AFTER, "p2")])

    assert [[stage.told_as for stage in life] for life in history] == [
        ["first known", told] for told in ("kept", "split", "merged", "kept", "kept")
    ]


def test_a_new_article_tells_all_that_it_comes_from():
    old = (WATER, f"{EXIT} {BUSES}", f"{ROADS} {PRISONERS}", SCHOOLS)
    change = compare(made(old), made((WATER, EXIT, f"{BUSES} {PRISONERS}", ROADS, SCHOOLS), "p2"))
    [movement] = [one for one in change.movements if not one.field]
    history = trace([made(old), made((WATER, EXIT, f"{BUSES} {PRISONERS}", ROADS, SCHOOLS), "p2")])

    assert {(one.old, one.new): one.relation for one in change.links}[
        ("2", "3"), ("3",)
    ] == "merged"
    assert movement.change == "merged from p1.a2, p1.a3"
    assert [str(one) for one in history["p2.a3"].stages[0].related] == ["p1.a2", "p1.a3"]


@pytest.mark.parametrize("form", [to_markdown, to_html])
def test_a_report_has_a_row_for_what_was_split_and_one_for_what_was_merged(form):
    page = form(compare(made(BEFORE), made(AFTER, "p2")))

    assert page.count("its words stand in several") == 1
    assert page.count("the words of several stand in it") == 1


def test_an_article_that_a_group_has_only_before_is_told_by_itself_too():
    told = Comparability(old="verbatim", new="verbatim")
    other = Article(
        id="x", accounts=[Account(term=Other(text=WATER), wording=Wording.VERBATIM, text=WATER)]
    )
    change = Change(
        old="p1",
        new="p2",
        comparability=told,
        order=[Run(old="a1", new="a1", at=0), Insert(article=other)],
        pairings=[
            Pairing(old=["a1"], new=["x", "y"], relation="split", kind="other", reason="read so")
        ],
    )

    assert [(one.old, one.new) for one in links_of(change)] == [
        (("a1",), ("a1",)),
        (("a1",), ("x",)),
    ]
