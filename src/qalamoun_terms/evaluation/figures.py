"""The figures that a comparison of codings comes to, each with what it was counted from."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce

import attrs
from attrs import frozen

__all__ = ["METRICS", "RATES", "Figures", "Tally", "total"]

METRICS = ("term", "span", "field", "group", "stance", "polarity", "package")
"""What is counted as right, invented and missed, from the plainest to the finest."""

RATES = {
    "source_accuracy": ("source_right", "source_seen"),
    "stance_evidence": ("evidence_right", "source_seen"),
    "reversed_stances": ("reversed", "stances_seen"),
    "mean_span_iou": ("iou", "span_pairs"),
    "proposer_side_accuracy": ("proposer_side_right", "proposals_seen"),
    "status_accuracy": ("status_right", "proposals_seen"),
    "date_accuracy": ("date_right", "proposals_seen"),
    "false_alarms_per_negative": ("false_alarms", "negative_documents"),
    "grounded": ("grounded", "spans"),
}
"""The other figures: the share of one count in another."""


@frozen
class Tally:
    """What was right, what was invented, what was missed.

    Where nothing was to be found and nothing was invented, precision and recall are 1.

    Args:
        right: how many were found that are there.
        invented: how many were found that are not there.
        missed: how many are there and were not found.

    >>> tally = Tally(3, 1, 2)
    >>> tally.precision, tally.recall, round(tally.f1, 3), tally.n
    (0.75, 0.6, 0.667, 5)
    """

    right: int = 0
    invented: int = 0
    missed: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.right + other.right, self.invented + other.invented, self.missed + other.missed
        )

    @property
    def precision(self) -> float:
        """The share of what was found that is there."""
        found = self.right + self.invented
        return self.right / found if found else float(not self.missed)

    @property
    def recall(self) -> float:
        """The share of what is there that was found."""
        return self.right / self.n if self.n else float(not self.invented)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0

    @property
    def n(self) -> int:
        """How many there are to be found."""
        return self.right + self.missed

    def rounded(self) -> dict[str, float]:
        """Give precision, recall and F1 to three places, and the number they rest on."""
        shares = {"p": self.precision, "r": self.recall, "f1": self.f1}
        return {name: round(share, 3) for name, share in shares.items()} | {"n": self.n}


@frozen(kw_only=True)
class Figures:
    """The counts of one document, or of many added up.

    Args:
        term: terms of the right kind over the right words.
        span: terms over the right words, whatever their kind.
        field: values of the fields of matched terms.
        group: pairs of matched terms that stand in one package.
        stance: stances of the right side on the right target.
        polarity: the same, where accepting in principle counts as accepting, and so on.
        package: the same, where the right package is enough.
        iou: the overlaps of matched spans, added up.
        source_right: matched stances with the right source.
        evidence_right: matched stances that rest on the right words.
        source_seen: matched stances.
        reversed: stances by which a side accepts what it rejects, or the other way round.
        stances_seen: predicted stances.
        proposer_side_right: matched packages with the right proposer.
        status_right: matched packages with the right status.
        date_right: matched packages with the right date.
        proposals_seen: matched packages.
        false_alarms: terms and stances found in documents that hold no term.
        negative_documents: documents that hold no term.
        grounded: terms and stances that rest on a place in the text.
        spans: terms and stances.

    >>> Figures(term=Tally(1, 0, 0)).summary()["term"]
    {'p': 1.0, 'r': 1.0, 'f1': 1.0, 'n': 1}
    """

    term: Tally = Tally()
    span: Tally = Tally()
    field: Tally = Tally()
    group: Tally = Tally()
    stance: Tally = Tally()
    polarity: Tally = Tally()
    package: Tally = Tally()
    iou: float = 0
    source_right: int = 0
    evidence_right: int = 0
    source_seen: int = 0
    reversed: int = 0
    stances_seen: int = 0
    proposer_side_right: int = 0
    status_right: int = 0
    date_right: int = 0
    proposals_seen: int = 0
    false_alarms: int = 0
    negative_documents: int = 0
    grounded: int = 0
    spans: int = 0

    def __add__(self, other: Figures) -> Figures:
        names = [one.name for one in attrs.fields(Figures)]
        return Figures(**{name: getattr(self, name) + getattr(other, name) for name in names})

    @property
    def span_pairs(self) -> int:
        """How many pairs of spans were matched."""
        return self.span.right

    def tally(self, metric: str) -> Tally:
        """Give the counts of one of `METRICS`."""
        found: Tally = getattr(self, metric)
        return found

    def rate(self, name: str) -> float | None:
        """Give one of `RATES`; None where there is nothing to take a share of.

        >>> Figures(source_right=3, source_seen=4).rate("source_accuracy")
        0.75
        """
        part, whole = (getattr(self, count) for count in RATES[name])
        return part / whole if whole else None

    def summary(self) -> dict[str, dict[str, float] | float | None]:
        """Give all figures, to three places, by their names."""
        tallies = {name: self.tally(name).rounded() for name in METRICS}
        rates = {name: self.rate(name) for name in RATES}
        return tallies | {
            name: None if rate is None else round(rate, 3) for name, rate in rates.items()
        }


def total(figures: Iterable[Figures]) -> Figures:
    """Add figures up, in their order.

    >>> total([Figures(spans=2), Figures(spans=3)]).spans
    5
    """
    return reduce(Figures.__add__, figures, Figures())
