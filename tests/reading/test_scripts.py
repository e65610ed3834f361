"""What the reader has no words for is listed, not passed over."""

import qalamoun_terms as qt


def test_sentences_in_another_script_are_listed_as_unread():
    text = "وافقت اللجنة على الهدنة. رفضت الفصائل تسليم السلاح."

    case = qt.parse(text)

    assert case.positions == ()
    assert [one.reason for one in case.unread] == ["no lexicon for this script"] * 2
    assert text.startswith(case.unread[0].ground.quote)


def test_a_foreign_name_in_an_english_sentence_is_not_listed():
    case = qt.parse("The council (مجلس) met on Monday.")

    assert case.unread == ()
