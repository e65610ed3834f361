"""What the learnt weights say of the kind of an Arabic statement that a rule has read."""

from __future__ import annotations

import pytest

from qalamoun_terms.lexicon.load import load
from qalamoun_terms.lexicon.phrases import Entry
from qalamoun_terms.lexicon.stems import stem_lexicon
from qalamoun_terms.reading.arabic.judging import reviewed
from qalamoun_terms.reading.arabic.kinds import Reading
from qalamoun_terms.reading.arabic.words import Page, tokens_of


@pytest.mark.parametrize(
    ("read", "kind"),
    [
        ("ceasefire", "detainee_release"),
        ("detainee_release", "detainee_release"),
        ("heritage_return", "heritage_return"),
    ],
    ids=["unlikely", "likely", "added by a caller"],
)
def test_weights_overrule_a_kind_that_they_know_and_find_very_unlikely(read, kind):
    page = Page(tokens_of("إطلاق سراح المعتقلين من السجون"), stem_lexicon(load("ar")))
    rule = Entry(id="by.hand", phrases=(), example="", counter_example="", data={"kind": read})

    found = reviewed(page, Reading(rule, 0, 1), 0, len(page.tokens))

    assert kind == found.rule.word("kind")
