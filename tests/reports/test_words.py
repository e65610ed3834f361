import pytest
from hypothesis import given
from hypothesis import strategies as st

from qalamoun_terms.comparison.outcome import Outcome
from qalamoun_terms.model.dates import Date
from qalamoun_terms.model.grounds import Access, Translation
from qalamoun_terms.model.record import Stance, Voice
from qalamoun_terms.model.terms import ArmedExit
from qalamoun_terms.reports import words


@pytest.mark.parametrize(
    ("edtf", "said"),
    [
        ("2017", "2017"),
        ("2017-07", "July 2017"),
        ("2017-07-16", "16 July 2017"),
        ("2017-XX-XX", "2017"),
        ("2017-07-XX", "July 2017"),
        ("2016-06~", "about June 2016"),
        ("2016?", "2016 (uncertain)"),
        ("2016%", "about 2016 (uncertain)"),
        ("2016-22", "summer 2016"),
        ("201X", "the 2010s"),
        ("20XX", "the years 2000 to 2099"),
        ("2017-07-01/2017-07-15", "1 to 15 July 2017"),
        ("2017-08/2017-12", "August 2017 to December 2017"),
        ("2016/..", "from 2016 on"),
        ("2016/", "from 2016 on"),
        ("/2016", "until 2016"),
        ("0476-09-04", "4 September 0476"),
    ],
)
def test_dates_are_said_as_far_as_they_are_known(edtf, said):
    assert words.date_words(Date(edtf)) == said


def test_every_stance_and_outcome_has_a_sign_and_a_word():
    assert set(words.STANCE_SIGNS) == set(words.STANCE_WORDS) == set(Stance)
    assert set(words.OUTCOME_SIGNS) == {outcome.value for outcome in Outcome}
    assert set(words.VOICE_WORDS) == set(Voice)
    assert set(words.ACCESS_WORDS) == set(Access)
    assert set(words.TRANSLATION_WORDS) == set(Translation)


def test_silence_has_a_sign_of_its_own():
    assert words.SILENT_SIGN not in words.STANCE_SIGNS.values()


def test_stated_to_be_none_is_not_the_same_as_not_stated():
    assert words.term_words(ArmedExit(weapons=())) == (("weapons", "stated to be none"),)
    assert words.term_words(ArmedExit()) == ()


@given(st.text(max_size=40))
def test_visible_text_is_as_long_and_has_no_control_characters(text):
    shown = words.visible(text)

    assert len(shown) == len(text)
    assert not [char for char in shown if ord(char) < 32 and char not in "\t\n\r"]


ONE, TWO = "ستة أشهر", "تسعة أشهر"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (f"“{ONE}” → “{TWO}”", f"“\u2068{ONE}\u2069” → “\u2068{TWO}\u2069”"),
        (f"From {ONE} to {TWO}", f"From \u2068{ONE}\u2069 to \u2068{TWO}\u2069"),
        (f"“6 {ONE} (6)” added", f"“\u20686 {ONE} (6)\u2069” added"),
        ("“six months” -> “nine”", "“six months” -> “nine”"),
        ("", ""),
    ],
)
def test_words_that_run_from_right_to_left_do_not_turn_a_sentence_round(sentence, expected):
    assert words.isolated(sentence) == expected


@given(st.text(st.sampled_from("“”ab نستة6.")))
def test_isolating_adds_marks_and_nothing_else(text):
    assert words.isolated(text).translate({0x2068: None, 0x2069: None}) == text


def test_a_long_quotation_without_an_end_is_no_trouble():
    assert words.isolated("“" + "ن" * 200_000)
