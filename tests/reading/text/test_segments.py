"""Blocks, sentences and quotations, with offsets into the text as given."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qalamoun_terms.lexicon.load import load
from qalamoun_terms.reading.text.frames import Block
from qalamoun_terms.reading.text.segments import item_marker, segments
from qalamoun_terms.reading.text.sentences import quotations, sentences

EN = load("en")

MARKERS = [
    ("1. The road opens", "1."),
    ("(b) The road opens", "(b)"),
    ("iv) The road opens", "iv)"),
    ("- The road opens", "-"),
    ("• The road opens", "•"),
    ("2/ The road opens", "2/"),
    ("3.2. The road opens", "3.2."),
    ("Article 4 - The road opens", "Article 4 -"),
    ("Clause (a): The road opens", "Clause (a):"),
    ("Second: The road opens", "Second:"),
    ("Five. The road opens", "Five."),
    ("4\ufe0f\u20e3 The road opens", "4\ufe0f\u20e3"),
    ("The road opens", None),
    ("1999 was a bad year", None),
    ("A road opens", None),
]


@pytest.mark.parametrize(("line", "marker"), MARKERS)
def test_the_mark_of_an_item(line, marker):
    assert marker == item_marker(line, 0, len(line), EN)


def kinds(text):
    return [block.kind for block in segments(text, EN)]


def test_headings_datelines_paragraphs_and_items_are_told_apart():
    text = (
        "Deal in the valley\n\nTOWN, May 3 - They met.\n\nThey agreed:\n- Fire stops;\n- aid comes."
    )

    assert [
        Block.HEADING,
        Block.DATELINE,
        Block.PARAGRAPH,
        Block.PARAGRAPH,
        Block.ITEM,
        Block.ITEM,
    ] == kinds(text)


def test_wrapped_lines_are_one_block():
    text = "The delegation of the town came back from the talks on Sunday\nand said nothing.\n"

    assert [Block.PARAGRAPH] == kinds(text)


def test_items_know_their_depth_and_what_opens_them():
    text = "They agreed:\n1. Roads\n  (a) The bridge opens.\n  (b) The gate opens.\n2. Fire stops."

    items = [b for b in segments(text, EN) if b.kind is Block.ITEM]

    assert [0, 1, 1, 0] == [item.level for item in items]
    assert {0} == {item.parent for item in items}


def test_the_span_of_an_item_leaves_its_mark_out():
    text = "They agreed:\n(a) The bridge opens."

    assert "The bridge opens." == segments(text, EN)[1].span.text(text)


def spoken(text):
    blocks = segments(text, EN)
    return [span.text(text) for span in quotations(text, blocks)]


def test_a_quotation_runs_over_sentences():
    assert ['"We signed. We are tired."'] == spoken('"We signed. We are tired." he wrote.')


def test_a_mark_that_closes_nothing_is_left_alone():
    assert [] == spoken('He came from the" coast and left.')


def test_a_quotation_that_is_never_closed_ends_with_its_block():
    assert ['"We are tired.'] == spoken('He said "We are tired.\n\nThe talks went on, he said.')


def split(text):
    blocks = segments(text, EN)
    return [s.span.text(text) for s in sentences(text, blocks, quotations(text, blocks), EN)]


def test_abbreviations_and_initials_end_no_sentence():
    text = "Gen. A. Malik met Mr. Sawah on Jan. 4 in the town. They talked about the U.N. force."

    assert 2 == len(split(text))


def test_a_letter_that_names_an_option_may_end_a_sentence():
    assert 2 == len(split("The army prefers option B. The rebels prefer option A."))


@given(st.text(alphabet='ab. \n\r"“”-1)(:\u200f\x00', max_size=80))
def test_blocks_and_sentences_lie_in_order_inside_the_text(text):
    blocks = segments(text, EN)
    parts = sentences(text, blocks, quotations(text, blocks), EN)

    ends = [0]
    for part in parts:
        assert ends[-1] <= part.span.start < part.span.end <= len(text)
        ends.append(part.span.end)


def test_the_cells_of_a_table_know_their_column():
    text = "+---+------+------+\n| No | Army | Front |\n+---+------+------+\n| 1 | Agrees | Asks for time |\n"

    cells = [b for b in segments(text, EN) if b.kind is Block.CELL]

    assert [("No", "1"), ("Army", "Agrees"), ("Front", "Asks for time")] == [
        (cell.marker, cell.span.text(text)) for cell in cells
    ]


def test_an_article_named_on_a_line_of_its_own_marks_what_follows():
    text = (
        "ACCORD\n\nThe Parties have agreed as follows:\n\nArticle 1\nAll fighting stops.\n\n"
        "Article 2: Roads\nThe coast road opens.\n\nArticle III\n(a) Prisoners go free.\n"
        "(b) Lists are exchanged.\n\nDone at Entebbe on 4 May 2019."
    )

    found = [(one.marker, one.span.text(text)) for one in segments(text, load("en"))]

    assert found[2:] == [
        ("Article 1", "All fighting stops."),
        ("Article 2:", "The coast road opens."),
        ("Article III (a)", "Prisoners go free."),
        ("Article III (b)", "Lists are exchanged."),
        (None, "Done at Entebbe on 4 May 2019."),
    ]


def test_a_sentence_that_names_an_article_is_no_mark():
    text = "They refused one point.\nArticle 4 was refused by both.\nThe rest stands."

    assert all(one.marker is None for one in segments(text, load("en")))


def test_short_lines_under_a_colon_are_items_that_have_lost_their_marks():
    text = "They agreed:\nThe bridge opens\nThe mill pays no toll\n\nA guard stood by."

    found = [(one.kind, one.span.text(text)) for one in segments(text, load("en"))]

    assert found[1:] == [
        (Block.ITEM, "The bridge opens"),
        (Block.ITEM, "The mill pays no toll"),
        (Block.PARAGRAPH, "A guard stood by."),
    ]


def test_one_line_under_a_colon_is_no_list():
    text = "They agreed:\nThe bridge opens\n\nA guard stood by."

    assert Block.ITEM not in {one.kind for one in segments(text, load("en"))}


@pytest.mark.parametrize(
    ("line", "body"),
    [
        ("08:15 The army has left the bridge.", "The army has left the bridge."),
        ("3/8 The army has left the bridge.", "The army has left the bridge."),
        ("10.30 am - The army has left the bridge.", "The army has left the bridge."),
        ("24 soldiers have left the bridge.", "24 soldiers have left the bridge."),
    ],
)
def test_a_time_or_the_number_of_a_post_is_no_part_of_its_words(line, body):
    assert [block.span.text(line) for block in segments(line, EN)] == [body]


ENDLESS = [
    # a text without full stops, and whether its pieces end at pauses
    ("and the rebels handed over their rifles, ", True),
    ("the rebels handed over their rifles and ", False),
    ("وسلم المقاتلون سلاحهم، ", True),
    ("a" * 9_000 + " ", False),
]


@pytest.mark.parametrize(("words", "pauses"), ENDLESS)
def test_what_is_far_too_long_for_a_sentence_is_read_in_pieces_of_whole_words(words, pauses):
    text = (words * (9_000 // len(words) + 3)).strip()

    pieces = [s.span.text(text) for s in _sentences(text)]

    assert len(pieces) > 1
    assert " ".join(pieces) == text
    assert all(piece[-1] in ",،" for piece in pieces[:-1]) == pauses
    assert max(map(len, pieces)) <= 2_500 + max(map(len, words.split()))


def test_a_long_sentence_of_a_treaty_stays_whole():
    text = "The Parties, " + "recalling one paper and another, " * 60 + "agree to stop the war."

    assert len(_sentences(text)) == 1


def _sentences(text):
    blocks = segments(text, EN)
    return sentences(text, blocks, quotations(text, blocks), EN)


@pytest.mark.parametrize("stamp", ["9.15 am:", "1 pm:", "[10:05]", "12:30 -"])
def test_times_are_written_in_many_ways(stamp):
    line = f"{stamp} The army has left the bridge."

    assert [block.span.text(line) for block in segments(line, EN)] == [
        "The army has left the bridge."
    ]


def test_a_line_with_a_time_begins_a_block_of_its_own():
    text = (
        "[21:04] Envoy: all the shelling of the valley stops at six in the morning\n"
        "[21:10] Army: confirmed\n"
    )

    assert [block.span.text(text)[:4] for block in segments(text, EN)] == ["Envo", "Army"]
