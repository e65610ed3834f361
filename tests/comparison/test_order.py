from itertools import pairwise

import pytest

from qalamoun_terms.comparison.fold import fold
from qalamoun_terms.comparison.order import CaseIndex, known_later, natural
from qalamoun_terms.model.actors import Party, Side, SideRole
from qalamoun_terms.model.negotiation import Negotiation
from qalamoun_terms.model.proposals import ProposalRef
from qalamoun_terms.model.record import Position, Stance
from qalamoun_terms.model.time import Date


def said(id, when=None, after=()):
    return Position(
        id=id,
        party="y1",
        target=ProposalRef("p1"),
        stance=Stance.ACCEPTED,
        when=Date(when) if when else None,
        after=after,
    )


def later(a, b, *others):
    return known_later(a, b, Negotiation(id="c", positions=[a, b, *others]))


@pytest.mark.parametrize(
    ("first", "second"), [("2016", "2017"), ("2016-06-10", "2016-06-11"), ("../2016", "2017/..")]
)
def test_dates_that_do_not_overlap_decide(first, second):
    early, late = said("n1", first), said("n2", second)

    assert later(late, early)
    assert not later(early, late)


@pytest.mark.parametrize("second", ["2016-06", "2016", "2016-07~", "2016-06-10", None])
def test_dates_that_may_be_one_day_decide_nothing(second):
    one, other = said("n1", "2016-06-10"), said("n2", second)

    assert not later(one, other)
    assert not later(other, one)


def test_the_order_of_the_text_decides_nothing():
    one, other = said("n1"), said("n2")

    assert not later(other, one)


def test_what_the_words_place_after_is_later_however_many_steps_away():
    one, two, three = said("n1"), said("n2", after=["n1"]), said("n3", after=["n2"])

    assert later(three, one, two)
    assert not later(one, three, two)


def test_dates_decide_against_the_words():
    early, late = said("n1", "2016", after=["n2"]), said("n2", "2017")

    assert later(late, early)
    assert not later(early, late)


def test_words_and_dates_are_followed_together():
    start, dated = said("n1", "2016"), said("n2", "2017")
    end = said("n3", after=["n2"])
    before = said("n4")
    start_after_it = said("n1", "2016", after=["n4"])

    assert later(end, start, dated)
    assert later(end, before, dated, start_after_it)
    assert not later(before, end, dated, start_after_it)


def test_what_contradicts_itself_is_not_known():
    early = said("n1", "2015", after=["n2"])
    between = said("n2", after=["n3"])
    late = said("n3", "2017")

    assert not later(early, between, late)
    assert not later(between, early, late)


def test_nothing_is_later_than_itself():
    one = said("n1", "2016")

    assert not CaseIndex(Negotiation(id="c", positions=[one])).known_later(one, one)


def test_a_party_stands_on_the_side_that_it_speaks_for():
    sides = [Side(id=one, label=one, role=SideRole.STATE) for one in ("s1", "s2")]
    party = Party(id="y1", name="A", side="s1", speaks_for="s2")
    index = CaseIndex(Negotiation(id="c", sides=sides, parties=[party]))

    assert index.side_of("y1") == sides[1]
    assert index.side_of("y9") is None
    assert index.name_of("y9") == "y9"


def test_ids_sort_as_people_count():
    ids = ["a:n10", "a:n2", "n1", "b:n1"]

    assert sorted(ids, key=natural) == ["a:n2", "a:n10", "b:n1", "n1"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Al-Nasiriyah", "nasiriyah"),
        ("el-Dumeir", "Dumeir"),
        ("ad-Dumayr", "Dumayr"),
        ("the Revolutionary Command Council", "Revolutionary Command  Council"),
        ("Jaysh al-Islam", "Jaysh Al Islam"),
        ("Deir-ez-Zor", "Deir ez Zor"),
        ("Rāḥība", "Rahiba"),
        ("إدلب", "ادلب"),
        ("الرحيبة", "رحيبه"),
        ("مصطفى", "مصطفي"),
        ("الضُّمَيْر", "الضمير"),
        ("Ba'ath", "Baath"),
    ],
)
def test_spellings_of_one_name_fold_alike(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Jerod", "Jeroud"), ("State", "Estate"), ("Alma", "Ma"), ("-", "'")]
)
def test_other_names_stay_apart(one, other):
    assert fold(one) != fold(other)


def test_a_long_chain_is_followed():
    chain = [said(f"n{n}", after=[f"n{n - 1}"] if n else ()) for n in range(1500)]
    index = CaseIndex(Negotiation(id="c", positions=chain))

    assert index.known_later(chain[-1], chain[0])
    assert all(index.known_later(later, earlier) for earlier, later in pairwise(chain[::50]))
