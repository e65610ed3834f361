"""Changes that are turned round, and changes that are joined."""

from __future__ import annotations

import pytest

from qalamoun_terms.comparison.apply import apply
from qalamoun_terms.comparison.compare import compare
from qalamoun_terms.comparison.compose import compose
from qalamoun_terms.comparison.draft import draft as rows
from qalamoun_terms.comparison.invert import invert
from qalamoun_terms.errors import ConflictError, InvalidValueError
from qalamoun_terms.formats.json import to_json
from qalamoun_terms.testing import draft_pair


@pytest.fixture(scope="module")
def pair():
    """Two drafts of 200 articles with all that may happen to them."""
    made = draft_pair(200, seed=5)
    return rows(made.old), rows(made.new, id="p2")


def test_links_read_backwards(pair):
    old, new = pair
    forth, back = compare(old, new), invert(compare(old, new))
    turned = {"added": "dropped", "dropped": "added", "split": "merged", "merged": "split"}

    assert apply(new, back) == old
    assert {(one.new, one.old, turned.get(one.relation, one.relation)) for one in forth} == {
        (one.old, one.new, one.relation) for one in back
    }


def test_a_turned_change_knows_a_draft_that_differs(pair):
    old, new = pair
    back = invert(compare(old, new))

    with pytest.raises(ConflictError):
        apply(old, back)


def test_changes_of_long_drafts_join(pair):
    old, new = pair
    third = rows([("0", "", "A new article at the head."), *draft_pair(200, seed=5).new], id="p3")
    joined = compose(compare(old, new), compare(new, third))

    assert apply(old, joined) == third
    assert apply(third, invert(joined)) == old


def test_a_joined_change_grows_with_the_edits():
    def drafts(number):
        plain = [(n, "", f"Article number {n} tells of matter {n}.") for n in range(1, number)]
        words = ("six", "nine", "ten")
        made = ([*plain, (number, "", f"A truce of {word} months.")] for word in words)
        return [rows(one, id=f"p{n}") for n, one in enumerate(made, 1)]

    def size(number):
        a, b, c = drafts(number)
        return len(to_json(compose(compare(a, b), compare(b, c))))

    assert size(200) < size(20) + 20


def test_a_change_of_another_draft_does_not_join(pair):
    old, new = pair

    with pytest.raises(InvalidValueError, match="starts at p2, got one from p1"):
        compose(compare(old, new), compare(old, new))
