"""What the reader has no words for is listed, not passed over."""

import qalamoun_terms as qt


def test_sentences_in_a_script_without_a_lexicon_are_listed_as_unread():
    text = "Комитет согласился на перемирие. Боевики отказались сдать оружие."

    case = qt.parse(text)

    assert case.positions == ()
    assert [one.reason for one in case.unread] == ["no lexicon for this script"] * 2
    assert text.startswith(case.unread[0].ground.quote)


def test_the_other_script_of_a_mixed_document_is_listed_as_unread():
    english = "The council accepted the truce with the factions on Monday. رفضت الفصائل الورقة."
    arabic = "رفضت الفصائل الورقة التي قدمتها الحكومة أمس. They met again."

    for text, quote in ((english, "رفضت الفصائل الورقة."), (arabic, "They met again.")):
        foreign = [u for u in qt.parse(text).unread if u.reason == "no lexicon for this script"]

        assert [one.ground.quote for one in foreign] == [quote]


def test_a_foreign_name_in_an_english_sentence_is_not_listed():
    case = qt.parse("The council (مجلس) met on Monday.")

    assert case.unread == ()
