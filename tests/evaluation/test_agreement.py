"""How far two coders agree beyond chance."""

from __future__ import annotations

import sys

import pytest

from qalamoun_terms.evaluation.agreement import MissingExtraError, agreement
from qalamoun_terms.evaluation.codings import (
    CodedDocument,
    CodedProposal,
    CodedStance,
    CodedTerm,
    Span,
)


def coding(kinds="", stances=""):
    """Makes a coding of kinds at places of their own, and of stances of sides on the one package."""
    terms = [
        CodedTerm(id=f"T{n}", kind=kind, span=Span(10 * n, 10 * n + 9))
        for n, kind in enumerate(kinds.split())
    ]
    said = [
        CodedStance(side=side, target=target, stance=stance, span=Span(100, 110))
        for side, target, stance in (one.split(":") for one in stances.split())
    ]
    return CodedDocument(id="d", proposals=[CodedProposal(id="P1", terms=terms)], stances=said)


def test_coders_who_say_the_same_agree():
    one = coding("ceasefire armed_exit", "state:P1:accepted opposition:P1:rejected")
    found = agreement(one, one)

    assert (found.kinds.value, found.stances.value) == (1.0, 1.0)
    assert str(found).splitlines()[1].startswith("stances: 1.000 (2 units;")


def test_alpha_is_that_of_the_textbook():
    # four units, one of them coded apart: 1 - (2/8) / ((64 - 16 - 9 - 1) / 56)
    one = coding("ceasefire ceasefire armed_exit other")
    other = coding("ceasefire ceasefire armed_exit armed_exit")

    assert agreement(one, other).kinds.value == pytest.approx(1 - (2 / 8) / (38 / 56))


def test_chance_is_zero_or_below():
    one, other = coding("ceasefire armed_exit"), coding("armed_exit ceasefire")

    assert agreement(one, other).kinds.value < 0


def test_what_one_coder_has_alone_is_counted_beside():
    one = coding("ceasefire armed_exit other", "state:P1:accepted")
    found = agreement(one, coding("ceasefire armed_exit"))

    assert (found.kinds.units, found.kinds.first_alone, found.kinds.second_alone) == (2, 1, 0)
    assert (found.stances.units, found.stances.first_alone) == (0, 1)


def test_where_all_values_are_one_alpha_is_not_defined():
    found = agreement(coding("ceasefire"), coding("ceasefire"))

    assert found.kinds.value is None
    assert str(found.kinds).startswith("not defined (1 units")


def test_stances_on_the_same_article_go_together():
    one = coding("ceasefire armed_exit", "state:P1/T0:accepted state:P1/T1:rejected")
    other = coding("ceasefire armed_exit", "state:P1/T1:rejected state:P1/T0:accepted")

    assert agreement(one, other).stances.value == 1.0


def test_documents_are_taken_together_and_only_those_of_both():
    firsts = {"a": coding("ceasefire"), "b": coding("armed_exit"), "c": coding("other")}
    seconds = {"a": coding("ceasefire"), "b": coding("armed_exit")}

    assert agreement(firsts, seconds).kinds.units == 2
    assert agreement(firsts, seconds).kinds.value == 1.0


def test_without_the_library_the_extra_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "krippendorff", None)

    with pytest.raises(MissingExtraError, match=r"install qalamoun-terms\[agreement\]"):
        agreement(coding("ceasefire"), coding("ceasefire"))
