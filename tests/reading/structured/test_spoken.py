"""What parties put forward under their names: in notes of talks and in bracketed wordings."""

from __future__ import annotations

from qalamoun_terms.formats.coding import to_coding
from qalamoun_terms.reading.parse import parse

NOTES = """\
Notes of the talks on the Arda valley

- Truce. Chair: all shooting stops for ten days. Government: ok. Rebels: before the harvest, no.

- Prisoners. Rebels: forty prisoners to be released by Sunday. Government: not acceptable.

- Song. Chair: the anthem opens each session. Rebels yes.
"""

MATRIX = """\
MATRIX OF POSITIONS
Talks on the Arda valley

Issue: Prisoners
Government: Forty prisoners are released.
Rebels: All prisoners are released.

Issue: Road
Government: The road to the coast is opened.
Rebels: Agrees.
"""

BRACKETS = """\
DRAFT AGREEMENT ON THE ARDA VALLEY

1. All shelling stops for ten days.
2. Prisoners are released.
[Rebels: all prisoners are released by Sunday.]
[Government: forty prisoners are released by Sunday.]
3. The road to the coast is opened.
[Rebels: the army leaves the road to the coast.]
"""


def stances(text: str) -> list[tuple[str, str, str]]:
    coding = to_coding(parse(text))
    return [(s["side"], s["target"], s["stance"]) for s in coding["stances"]]


def test_in_notes_each_party_puts_forward_and_answers_under_its_name():
    assert stances(NOTES)[:5] == [
        ("mediator", "P1", "proposed"),
        ("state", "P1", "accepted"),
        ("opposition", "P1", "rejected"),
        ("opposition", "P2", "demanded"),
        ("state", "P2", "rejected"),
    ]


def test_what_is_answered_was_put_forward_even_where_it_fits_no_kind():
    assert stances(NOTES)[5:] == [
        ("mediator", "P3", "proposed"),
        ("opposition", "P3", "accepted"),
    ]


def test_the_lines_of_a_matrix_are_one_paper_of_each_party():
    coding = to_coding(parse(MATRIX))

    assert [p["proposer_side"] for p in coding["proposals"]] == ["state", "opposition"]
    assert ("opposition", "P1/T2", "accepted") in stances(MATRIX)


def test_bracketed_wordings_of_one_group_are_its_own_package():
    coding = to_coding(parse(BRACKETS))
    sides = [(p["proposer_side"], len(p["terms"])) for p in coding["proposals"]]

    assert sides == [("unstated", 3), ("opposition", 2), ("state", 1)]


def test_a_sentence_that_only_says_what_comes_puts_nothing_forward():
    text = (
        "Notes of the talks on the Arda valley\n\n"
        "Chair: The first question is the prisoners. All prisoners are released by Sunday.\n\n"
        "Government: ok.\n\nRebels: ok.\n"
    )
    coding = to_coding(parse(text))
    spans = [t["span"] for p in coding["proposals"] for t in p["terms"]]

    assert [text[slice(*span)] for span in spans] == ["All prisoners are released by Sunday"]
