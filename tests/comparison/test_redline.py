"""What is shown of words that went, came and were moved."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qalamoun_terms.comparison.redline import as_text, redline

ROADS = "The road to the crossing is open at all hours."
EXIT = "Fighters leave by bus within three days."


def marked(old, new):
    return as_text(redline(old, new))


def test_a_sentence_that_was_moved_is_told_as_moved():
    assert marked(f"{ROADS} {EXIT}", f"{EXIT} {ROADS}") in (
        f"[<{ROADS} <]{EXIT}{{> {ROADS}>}}",
        f"{{>{EXIT} >}}{ROADS}[< {EXIT}<]",
    )


def test_a_few_words_that_come_again_elsewhere_are_not_told_as_moved():
    stretches = redline("Both sides stop now. Roads are open.", "Roads are open. Both sides wait.")

    assert not {one.mark for one in stretches} & {"moved away", "moved here"}


def test_what_was_put_in_begins_where_a_sentence_does():
    assert marked(f"{ROADS} {EXIT}", f"{ROADS} Nobody is searched. {EXIT}") == (
        f"{ROADS} {{+Nobody is searched. +}}{EXIT}"
    )


def test_a_clause_that_was_replaced_is_no_row_of_single_words():
    old = "The Government undertakes to release all prisoners within thirty days of the signature."
    new = "The opposition shall hand over the captured soldiers on the day of the first meeting."
    stretches = redline(old, new)

    assert sum(one.mark != "same" for one in stretches) <= 4


def test_the_end_of_a_sentence_is_never_taken_into_an_edit():
    old, new = "All six leave now. Nine stay here.", "None of them go. Ten wait there."

    assert any("." in one.words for one in redline(old, new) if one.mark == "same")


def test_arabic_words_and_marks_are_marked_one_by_one():
    old, new = "تسلم الأسلحة خلال ستة أشهر، فوراً.", "تسلم الأسلحة خلال تسعة أشهر؛ فوراً."

    assert marked(old, new) == "تسلم الأسلحة خلال [-ستة-]{+تسعة+} أشهر[-،-]{+؛+} فوراً."


words = st.sampled_from(("a", "b", "c", "d", "shall", "six", "نحو", ".", ",", "\n", "  "))
texts = st.lists(words, max_size=30).map(" ".join)


@settings(deadline=None)
@given(texts, texts)
def test_both_texts_can_be_read_out_of_a_redline(old, new):
    stretches = redline(old, new)

    assert "".join(one.words for one in stretches if one.before) == old
    assert "".join(one.words for one in stretches if one.after) == new
    assert all(one.words for one in stretches)


@settings(deadline=None)
@given(texts)
def test_a_text_that_did_not_change_has_no_marks(text):
    assert {one.mark for one in redline(text, text)} <= {"same"}


@settings(deadline=None)
@given(texts, texts)
def test_words_are_moved_away_as_often_as_they_are_moved_here(old, new):
    stretches = redline(old, new)
    away, here = (
        sorted("".join(one.words.split()) for one in stretches if one.mark == mark)
        for mark in ("moved away", "moved here")
    )

    assert len(away) == len(here)


@pytest.mark.parametrize("text", ["a " * 4_000, ". " * 4_000])
def test_one_word_over_and_over_is_no_trouble(text):
    assert redline(text, f"b {text}")
