"""What holds of every negotiating text that is merged of drafts."""

from __future__ import annotations

from collections import Counter

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from qalamoun_terms.comparison.brackets import NUMBER, parse_brackets
from qalamoun_terms.comparison.draft import draft
from qalamoun_terms.comparison.merge import merge
from qalamoun_terms.comparison.merge_articles import told
from qalamoun_terms.comparison.resolve import resolve
from qalamoun_terms.model.proposals import Proposal
from qalamoun_terms.testing import proposals

few = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
fewer = settings(few, max_examples=20)

WORDS = (
    "fighters",
    "leave",
    "roads",
    "open",
    "six",
    "nine",
    "months",
    "the",
    "[a",
    "b]",
    "\\",
    ".",
)
texts = st.lists(
    st.sampled_from((*WORDS, "\n", "\n\n", "[State: x] [Opposition: y]", "\n    Text: z")),
    max_size=14,
).map(" ".join)
rows = st.lists(
    st.tuples(
        st.sampled_from((None, "1", "2", "3")), st.sampled_from((None, "Exit", "Roads [1]")), texts
    ),
    max_size=5,
)


@st.composite
def edited(draw, old):
    """What a party may make of the rows of a draft."""
    found = []
    for number, heading, text in draw(st.permutations(old)) if draw(st.booleans()) else old:
        step = draw(st.sampled_from(("keep", "keep", "drop", "words", "add", "text")))
        if step == "words" and text:
            words = text.split(" ")
            at = draw(st.integers(0, len(words) - 1))
            words[at : at + draw(st.integers(0, 2))] = [draw(st.sampled_from(WORDS))]
            found.append((number, heading, " ".join(words)))
        elif step == "text":
            found.append((draw(st.sampled_from((None, "7"))), heading, draw(texts)))
        elif step != "drop":
            found.append((number, heading, text))
        if step == "add":
            found += draw(st.lists(rows.filter(bool).map(lambda one: one[0]), max_size=2))
    return found


@st.composite
def families(draw, parties=("State", "Opposition", "Third")):
    """A base and the drafts that two or three parties made of it, all of them verbatim and complete."""
    old = draw(rows)
    labels = parties[: draw(st.integers(2, len(parties)))]
    return draft(old), {label: draft(draw(edited(old))) for label in labels}


def words_of(articles):
    return [told(one) for one in articles]


@few
@given(families())
def test_without_the_brackets_of_all_others_a_text_is_that_party_s_draft(family):
    base, drafts = family
    text = merge(base, drafts)

    for label, own in drafts.items():
        assert text.for_party(label) == tuple(map(told, own.articles))
        assert text.bracketed.reading(label) == text.for_party(label)


@fewer
@given(proposals(), proposals("p2"), proposals("p3"))
def test_the_same_holds_of_reports_but_for_the_order_in_which_they_tell(base, one, two):
    text = merge(base, {"A": one, "B": two})

    for label in ("A", "B"):
        assert Counter(text.bracketed.reading(label)) == Counter(text.for_party(label))


@few
@given(families(), st.sampled_from(("consent", "editorial")))
def test_a_text_is_read_back_to_the_same_alternatives(family, policy):
    text = merge(*family, policy=policy)

    assert parse_brackets(str(text)) == text.bracketed


@fewer
@given(proposals(), proposals("p2"), proposals("p3"), st.sampled_from(("consent", "editorial")))
def test_so_is_a_text_of_reports(base, one, two, policy):
    text = merge(base, {"A": one, "B": two}, policy=policy)

    assert parse_brackets(str(text)) == text.bracketed


def regardless_of_order(bracketed):
    def segment(one):
        return (
            one
            if isinstance(one, str)
            else frozenset((frozenset(option.parties), option.text) for option in one.options)
        )

    return [
        (
            frozenset(block.holders),
            frozenset(block.out),
            frozenset(block.silent),
            [(slot.name, [segment(one) for one in slot.segments]) for slot in block.slots],
        )
        for block in bracketed.blocks
    ]


@few
@given(families(), st.sampled_from(("consent", "editorial")))
def test_the_order_of_the_parties_changes_that_of_their_labels_only(family, policy):
    base, drafts = family
    backwards = dict(reversed(drafts.items()))
    one, two = merge(base, drafts, policy=policy), merge(base, backwards, policy=policy)

    assert regardless_of_order(one.bracketed) == regardless_of_order(two.bracketed)
    assert one.counts == two.counts


@few
@given(rows, st.sampled_from(("consent", "editorial")))
def test_drafts_that_all_equal_the_base_make_a_clean_text_that_equals_it(old, policy):
    base = draft(old)
    text = merge(base, {"A": base, "B": base}, policy=policy)

    assert text.counts.brackets == 0
    assert text.proposal().articles == base.articles


@fewer
@given(proposals())
def test_reports_that_all_equal_the_base_make_a_clean_text_as_well(base):
    text = merge(base, {"A": base, "B": base})

    assert text.counts.brackets == 0
    assert Counter(words_of(base.articles)) == Counter(text.bracketed.reading("B"))


@few
@given(families())
def test_an_editorial_merge_with_an_unchanged_draft_gives_the_other(family):
    base, drafts = family
    other = drafts["State"]
    assume(base.articles and other.articles)
    text = merge(base, {"A": base, "B": other}, policy="editorial")

    assert text.counts.brackets == 0
    assert words_of(text.proposal().articles) == words_of(other.articles)


@few
@given(families(), st.sampled_from(("State", "Opposition")))
def test_taking_one_party_s_side_in_every_bracket_gives_its_draft(family, label):
    base, drafts = family
    assume(all(own.articles for own in drafts.values()))
    text = merge(base, drafts)
    left = text.counts.brackets
    while text.brackets:
        text = resolve(text, 1, take=label)
        assert text.counts.brackets < left
        left = text.counts.brackets
        assert parse_brackets(str(text)) == text.bracketed

    made = text.proposal(numbering=label)
    assert words_of(made.articles) == words_of(drafts[label].articles)


@few
@given(families())
def test_no_word_of_one_party_alone_is_clean(family):
    base, drafts = family

    for block in merge(base, drafts).bracketed.blocks:
        parties = block.holders or tuple(drafts)
        assert block.holders or not (block.out or block.silent)
        for slot in block.slots:
            for bracket in slot.brackets:
                named = [party for option in bracket.options for party in option.parties]
                assert sorted(named) == sorted(parties)
                assert len(bracket.options) > 1


@few
@given(families())
def test_numbers_are_shown_and_not_counted(family):
    text = merge(*family)

    assert all(one.part != NUMBER for one in text.brackets)


def test_a_text_of_nothing_is_empty():
    empty = Proposal(id="p1")

    assert merge(empty, {"A": empty, "B": empty}).bracketed.blocks == ()
