"""Sentences that belong together."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from qalamoun_terms.comparison.sentence_pairs import sentence_blocks
from qalamoun_terms.comparison.wording import apply_words, pieces, word_edits

EXIT = "Fighters who do not sign shall leave by bus within 72 hours."
BUSES = "The buses are escorted by the police to the crossing and may not be searched."
ROADS = "The road to the crossing stays open to all traffic at all hours of the day."


def changed(old, new):
    return [(one.old.strip(), one.new.strip()) for one in word_edits(old, new)]


def test_a_sentence_that_goes_is_gone_as_a_whole_beside_one_that_was_reworded():
    shorter = EXIT.replace("72 hours", "three days, if lists are exchanged")

    assert changed(f"{EXIT} {BUSES}", shorter) == [
        ("72 hours", "three days, if lists are exchanged"),
        (BUSES, ""),
    ]


def test_a_sentence_that_comes_between_two_is_no_row_of_single_words():
    assert changed(f"{EXIT} {ROADS}", f"{EXIT} {BUSES} {ROADS}") == [("", BUSES)]


def test_a_sentence_that_was_cut_in_two_keeps_its_words():
    old = "The road stays open at all hours, and the buses are escorted to the crossing."
    new = "The road stays open at all hours. The buses are escorted to the crossing."

    assert changed(old, new) == [(", and the", ". The")]


def test_spaces_hold_no_sentences_together():
    hold = "يجب على الطرفين وقف إطلاق النار خلال 72 ساعة."
    other = "يجوز للطرفين وقف إطلاق النار خلال ثلاثة أيام."
    roads = "تفتح الطريق أمام جميع المدنيين دون تفتيش."

    assert changed(f"{hold} {roads}", f"{roads} {other}") == [(hold, ""), ("", other)]


def test_what_follows_on_equal_sentences_is_compared_with_what_followed_there():
    old, new = f"{ROADS} {EXIT}", f"{ROADS} {EXIT.replace('shall', 'may')}"

    assert changed(old, new) == [("shall", "may")]


words = st.sampled_from(("a", "b", "c", ".", ". ", "\n", " ", ";", "six", "نحو"))
texts = st.lists(words, max_size=40).map(" ".join)


@settings(deadline=None)
@given(texts, texts)
def test_parts_stand_in_their_order_and_what_lies_between_is_equal(old, new):
    before, after = pieces(old), pieces(new)
    place, other = 0, 0
    for one in sentence_blocks(before, after):
        assert before[place : one.old] == after[other : one.new]
        place, other = one.old_end, one.new_end
    assert before[place:] == after[other:]


@settings(deadline=None)
@given(texts, texts)
def test_edits_make_the_new_text_of_the_old_one(old, new):
    assert apply_words(old, word_edits(old, new)) == new
