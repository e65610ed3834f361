"""What counts as the same to two coders, and what does not."""

import pytest

from qalamoun_terms.evaluation.codings import Span
from qalamoun_terms.evaluation.likeness import iou, overlap, same_source, same_value

VALUES = [
    ("place", "al-Dumayr", "Dumayr", True),
    ("place", "Jayrūd", "jayrud", True),
    ("place", "والضمير", "الضمير", True),
    ("place", "Homs", "Hama", False),
    ("place", "-", "-", False),  # no word in it
    ("duration", "P1Y", "P12M", True),
    ("duration", "p1w", " P7D ", True),
    ("duration", "P1M", "P30D", False),  # nobody said how long that month was
    ("duration", "P٦M", "P6M", True),
    ("duration", "P6M/P9M", "p6m/p9m", True),
    ("duration", "P", "PT", False),
    ("weapons", "light", "heavy", False),
    ("beneficiary", "the wounded", "wounded of the town", True),
    ("beneficiary", "the wounded", "the sick", False),
    ("beneficiary", "", "the sick", False),
    ("beneficiary", "of the", "of the", True),  # function words, where there are no others
    ("destination", "Idlib", " ".join(f"word{n}" for n in range(6)) + " Idlib", False),  # an essay
    ("destination", "Idlib", "a camp in Idlib", True),
]


@pytest.mark.parametrize(("name", "a", "b", "same"), VALUES)
def test_values(name, a, b, same):
    assert same_value(name, a, b) is same
    assert same_value(name, b, a) is same


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("reporter", "reporter", True),
        ("reporter", "the reporter of the agency", False),
        ("Anonymous", "anonymous", True),
        ("a council spokesman", "council spokesman", True),
        ("the council", "the army", False),
        ("of the", "by the", False),
    ],
)
def test_sources(a, b, same):
    assert same_source(a, b) is same


def test_spans_without_a_shared_character_do_not_overlap():
    assert overlap(Span(0, 5), Span(5, 9)) == iou(Span(0, 5), Span(5, 9)) == 0.0


def test_spans_without_any_character_overlap_nothing():
    assert overlap(Span(3, 3), Span(0, 9)) == 0.0
    assert iou(Span(3, 3), Span(3, 3)) == 0.0
