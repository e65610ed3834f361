"""Positions, measures and compliance."""

import pytest

from qalamoun_terms.errors import InvalidValueError
from qalamoun_terms.model.grounds import Citation
from qalamoun_terms.model.proposals import ArticleRef, ProposalRef
from qalamoun_terms.model.record import (
    Compliance,
    ComplianceStatus,
    Measure,
    MeasureKind,
    Position,
    Stance,
    Voice,
)

VALID = {
    Position: {
        "id": "n1",
        "party": "y1",
        "target": ProposalRef("p1"),
        "stance": Stance.ACCEPTED,
    },
    Measure: {"id": "m1", "kind": MeasureKind.PRESSURE, "label": "all roads closed"},
    Compliance: {"id": "c1", "target": ProposalRef("p1"), "status": ComplianceStatus.FULL},
}


@pytest.mark.parametrize(
    ("make", "fields", "message"),
    [
        (
            Position,
            {"target": "p1"},
            "position.target: expected ProposalRef or ArticleRef, got str",
        ),
        (Position, {"stance": "accepted"}, "position.stance: expected Stance, got str 'accepted'"),
        (Position, {"stance": None}, "position.stance: expected Stance, got None"),
        (Position, {"basis": "signature"}, "position.basis: expected Basis or None, got str"),
        (Position, {"voice": None}, "position.voice: expected Voice, got None"),
        (Position, {"inferred": "no"}, "position.inferred: expected True or False, got str 'no'"),
        (Position, {"when": "2016"}, "position.when: expected Date or None, got str '2016'"),
        (Position, {"condition": " "}, "position.condition: expected text that is not blank or No"),
        (Position, {"after": "n1"}, "position.after: expected a list or tuple of an identifier"),
        (Position, {"after": ["n 1"]}, "position.after[0]: expected an identifier of letters"),
        (Position, {"grounds": Citation(document="d1")}, "position.grounds: expected a list or t"),
        (Position, {"grounds": ["d1"]}, "position.grounds[0]: expected Quote or Citation or Deriv"),
        (Measure, {"kind": "pressure"}, "measure.kind: expected MeasureKind, got str 'pressure'"),
        (Measure, {"answers": "p1"}, "measure.answers: expected ProposalRef or ArticleRef or Non"),
        (Measure, {"places": "Jerod"}, "measure.places: expected a set of names or None, got str"),
        (Compliance, {"status": "full"}, "compliance.status: expected ComplianceStatus, got str"),
        (Compliance, {"target": None}, "compliance.target: expected ProposalRef or ArticleRef"),
    ],
)
def test_a_wrong_value_is_refused_with_its_field(make, fields, message):
    with pytest.raises(InvalidValueError) as caught:
        make(**{**VALID[make], **fields})

    assert str(caught.value).startswith(message)


def test_there_are_ten_stances():
    assert len(Stance) == 10


def test_a_position_on_a_whole_package_or_on_one_article_is_valid():
    for target in (ProposalRef("p1"), ArticleRef("p1", "a1")):
        assert Position(**{**VALID[Position], "target": target}).target == target


def test_a_position_is_the_reports_word_unless_it_says_otherwise():
    plain = Position(**VALID[Position])

    assert (plain.voice, plain.inferred, plain.basis, plain.when) == (
        Voice.REPORT,
        False,
        None,
        None,
    )


def test_the_order_of_earlier_positions_says_nothing():
    one, other = (
        Position(**{**VALID[Position], "id": "n3", "after": after})
        for after in (["n2", "n1"], ["n1", "n2", "n2"])
    )

    assert one == other
