"""What grounds promise: words stand where they are said to stand, and a text can be left out and given back."""

from attrs import evolve
from hypothesis import given, settings

from qalamoun_terms.comparison.verify import Grounding, verify
from qalamoun_terms.model.grounds import Quote, quotes_in
from qalamoun_terms.testing import negotiations

_FEW = settings(max_examples=40)


def without_texts(case):
    return evolve(case, documents=tuple(one.without_text() for one in case.documents))


@_FEW
@given(negotiations())
def test_what_is_grounded_stands_in_the_text(case):
    for checked in verify(case).grounded:
        for leaf in quotes_in(checked.ground):
            assert isinstance(leaf, Quote)
            text = case.document(leaf.document).text
            assert text[leaf.start : leaf.end] == leaf.quote


@_FEW
@given(negotiations())
def test_a_checked_case_has_nothing_that_is_not_grounded(case):
    assert verify(case).not_grounded == ()


@_FEW
@given(negotiations())
def test_without_the_texts_nothing_is_checkable(case):
    checked = verify(without_texts(case))

    assert {one.grounding for one in checked.grounds} <= {Grounding.NOT_CHECKABLE}
    assert [one.path for one in checked.grounds] == [one.path for one in verify(case).grounds]


@_FEW
@given(negotiations())
def test_giving_the_texts_back_gives_every_ground_back(case):
    texts = {one.id: one.text for one in case.documents if one.text is not None}

    assert verify(without_texts(case), texts) == verify(case)
    assert without_texts(case).with_texts(texts).documents == tuple(
        evolve(one, sha256=one.sha256, length=one.length) for one in case.documents
    )
