"""Hypothesis strategies for the nouns of this package, to test scripts that use it.

They need the extra ``testing``. Every strategy makes valid values; `negotiations` makes cases that
pass `check`. The texts in them hold Arabic, right-to-left marks, emoji and control characters.

>>> from hypothesis import given, settings
>>> from qalamoun_terms.formats.json import from_json, to_json
>>> @settings(max_examples=5, database=None)
... @given(negotiations())
... def test_a_case_survives_the_file(case):
...     assert from_json(to_json(case)) == case
>>> test_a_case_survives_the_file()

`draft_pair` makes drafts of which the truth is known, and `score` says how well links agree with it.
"""

from qalamoun_terms.testing.cases import negotiations, positions
from qalamoun_terms.testing.drafts import DraftPair, Score, TrueLink, draft_pair, score
from qalamoun_terms.testing.grounds import documents, grounds, quotes, sources
from qalamoun_terms.testing.proposals import accounts, articles, proposals
from qalamoun_terms.testing.terms import terms
from qalamoun_terms.testing.values import amounts, dates, durations, extensions, texts

__all__ = [
    "DraftPair",
    "Score",
    "TrueLink",
    "accounts",
    "amounts",
    "articles",
    "dates",
    "documents",
    "draft_pair",
    "durations",
    "extensions",
    "grounds",
    "negotiations",
    "positions",
    "proposals",
    "quotes",
    "score",
    "sources",
    "terms",
    "texts",
]
