import pytest

from qalamoun_terms.comparison.brackets import parse_brackets
from qalamoun_terms.errors import FormatError

HEAD = "Compiled by machine and agreed by nobody, policy consent, drafts of: A, B"


def test_a_text_keeps_parties_policy_and_alternatives():
    text = parse_brackets(f"{HEAD}\n\nText: Within [A: three] [B not reported] days.")

    assert (text.parties, text.policy) == (("A", "B"), "consent")
    assert text.blocks[0].slots[0].brackets[0].of("A") == "three"
    assert text.blocks[0].slots[0].brackets[0].of("B") is None


def test_an_article_in_a_bracket_keeps_who_wants_it_out():
    block = parse_brackets(f"{HEAD}\n\n[A:\nText: One\n    two.\n] [B: ]").blocks[0]

    assert (block.holders, block.out, block.silent) == (("A",), ("B",), ())
    assert block.reading("A") == "Text: One\ntwo."


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("Text: Roads are open.", "expected the line that names policy and parties"),
        (f"{HEAD}\n\nRoads are open.", "article 1: expected a name and a colon"),
        (f"{HEAD}\n\n", "article 1: expected a name and a colon"),
        (f"{HEAD}\n\nText: a [A: b", "article 1, Text: expected a party in the bracket"),
        (f"{HEAD}\n\nText: a ] b", "article 1, Text: expected a party in the bracket"),
        (f"{HEAD}\n\nText: [A]", "expected a colon after the parties"),
        (f"{HEAD}\n\n[A:\nText: b", "expected a bracket around the whole article"),
        (f"{HEAD}\n\n[A:\nText: b\n] B", "expected a bracket, got"),
    ],
)
def test_what_is_no_bracketed_text_is_refused_with_its_place(text, problem):
    with pytest.raises(FormatError, match=problem):
        parse_brackets(text)
