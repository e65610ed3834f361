"""A negotiating text as a value: what is clean, what stands in brackets, what was decided."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

from qalamoun_terms.comparison.bracket_counts import Counts, counts_of, open_in
from qalamoun_terms.comparison.brackets import BracketedText, Option, check_label
from qalamoun_terms.comparison.merge_articles import article_of, told
from qalamoun_terms.comparison.merge_rows import Row, knows_all
from qalamoun_terms.comparison.told import one_of
from qalamoun_terms.errors import InvalidValueError
from qalamoun_terms.model import validation as v
from qalamoun_terms.model.display import repr_html
from qalamoun_terms.model.grounds import Coding
from qalamoun_terms.model.proposals import Proposal

__all__ = ["POLICIES", "Decision", "NegotiatingText", "OpenBracket"]

POLICIES = ("consent", "editorial")
"""Clean is what all parties have; or also what one party changed where nobody else did."""


@frozen(kw_only=True)
class OpenBracket:
    """A bracket to decide on, with its number.

    Args:
        number: its number in the text, from 1; it changes as brackets before it are decided.
        article: the place of its article in the text, from 1.
        part: the part of the article; empty where the article as a whole is in the bracket.
        options: the parties of each alternative and their words; None for words of which nothing is known.

    >>> one = OpenBracket(number=1, article=1, part="Text", options={("A",): "six", ("B",): "nine"})
    >>> one.options[("A",)]
    'six'
    """

    number: int
    article: int
    part: str
    options: Mapping[tuple[str, ...], str | None] = field(hash=False)


@frozen(kw_only=True)
class Decision:
    """What was decided on one bracket, and what the others had in it.

    Args:
        article: the place of its article in the text then, from 1.
        part: the part of the article; empty for the article as a whole.
        words: the words that stand there now; None for an article that stays or goes as a whole.
        taken: the party whose words they are; None for words of a compromise.
        options: the alternatives that the parties had.

    >>> one = Option(parties=["A"], text="six")
    >>> Decision(article=1, part="Text", words="seven", options=[one]).taken is None
    True
    """

    article: int = field(validator=v.count)
    part: str = field(default="", validator=v.text)
    words: str | None = field(default=None, validator=v.optional(v.text))
    taken: str | None = field(default=None, validator=v.optional(v.nonempty_text))
    options: tuple[Option, ...] = field(
        default=(), converter=v.to_tuple, validator=v.tuple_of(Option)
    )


@frozen(kw_only=True, repr=False)
class NegotiatingText:
    """Drafts of several parties as one text: agreed words clean, the others in brackets.

    It is compiled by a machine, and no party has agreed to the compilation.

    Args:
        base: the text that the drafts depart from.
        drafts: the parties' drafts by their labels.
        policy: ``consent`` or ``editorial``.
        rows: the articles that stand side by side.
        bracketed: the text with its brackets, as far as it is not decided.
        decisions: what was decided so far, in turn.

    Raises:
        InvalidValueError: fewer than two parties, a label that cannot stand in a bracket, another policy, or
            articles that do not stand beside those that they were compiled from.

    >>> from qalamoun_terms.comparison.draft import draft
    >>> from qalamoun_terms.comparison.merge import merge
    >>> one, two = (draft([(1, None, f"Grace of {n} months.")]) for n in ("six", "nine"))
    >>> merge(one, {"State": one, "Opposition": two})
    <NegotiatingText of State, Opposition: 1 bracket, 2 options; compiled by machine>
    """

    base: Proposal = field(validator=v.instance(Proposal))
    drafts: Mapping[str, Proposal] = field(hash=False, validator=v.values_of(Proposal))
    policy: str = field(validator=one_of(*POLICIES))
    rows: tuple[Row, ...] = field(converter=v.to_tuple, validator=v.tuple_of(Row))
    bracketed: BracketedText = field(validator=v.instance(BracketedText))
    decisions: tuple[Decision, ...] = field(
        default=(), converter=v.to_tuple, validator=v.tuple_of(Decision)
    )

    _repr_html_ = repr_html

    def __attrs_post_init__(self) -> None:
        if len(self.drafts) < 2:
            raise InvalidValueError(
                f"negotiating_text.drafts: expected two or more parties, got {len(self.drafts)}"
            )
        for label in self.drafts:
            check_label(label)
        places = len(self.rows), len(self.bracketed.blocks)
        if places[0] != places[1] or self.bracketed.parties != self.parties:
            raise InvalidValueError(
                "negotiating_text.bracketed: expected the articles and parties of its rows and drafts, "
                f"got {places[1]} articles beside {places[0]} rows, "
                f"and {', '.join(self.bracketed.parties)}"
            )

    def __str__(self) -> str:
        return str(self.bracketed)

    def __repr__(self) -> str:
        brackets, options = self.counts.brackets, self.counts.options
        return (
            f"<NegotiatingText of {', '.join(self.parties)}: {brackets} "
            f"bracket{'' if brackets == 1 else 's'}, {options} options; compiled by machine>"
        )

    @property
    def parties(self) -> tuple[str, ...]:
        """The labels of the parties, in the order in which they were given."""
        return tuple(self.drafts)

    @property
    def compiled_by(self) -> Coding:
        """Who compiled the text: a machine."""
        return Coding(coder=f"qalamoun_terms merge, policy {self.policy}", by_machine=True)

    @property
    def brackets(self) -> tuple[OpenBracket, ...]:
        """The brackets that are left to decide on, in the order of the text."""
        return tuple(
            OpenBracket(number=number, article=place + 1, part=part, options=options)
            for number, (place, part, options) in enumerate(open_in(self.bracketed), 1)
        )

    @property
    def counts(self) -> Counts:
        """How many brackets, alternatives and open articles there are."""
        return counts_of(self.bracketed)

    def for_party(self, label: str) -> tuple[str, ...]:
        """Give one party's own draft, article by article.

        Args:
            label: the label of the party.

        Returns:
            The text of each article, or the fields that its report states. Under the policy ``consent`` that is
            what is left of the text when the brackets of all others are removed.

        Raises:
            InvalidValueError: a party that there is not.

        >>> from qalamoun_terms.comparison.draft import draft
        >>> from qalamoun_terms.comparison.merge import merge
        >>> one, two = (draft([(1, None, f"Grace of {n} months.")]) for n in ("six", "nine"))
        >>> print(*merge(one, {"State": one, "Opposition": two}).for_party("Opposition"))
        Number: 1
        Text: Grace of nine months.
        """
        return tuple(map(told, self._draft(label).articles))

    def _draft(self, label: str) -> Proposal:
        if label not in self.drafts:
            raise InvalidValueError(f"party: expected {' or '.join(self.drafts)}, got {label!r}")
        return self.drafts[label]

    def proposal(self, *, id: str = "merged", numbering: str | None = None) -> Proposal:
        """Make a proposal of a text without brackets.

        Args:
            id: the id of the proposal.
            numbering: the party whose numbers are taken where the parties number differently; without it such
                articles have no number.

        Returns:
            The proposal, coded by machine and checked by nobody.

        Raises:
            InvalidValueError: there are brackets left, or there is no such party.

        >>> from qalamoun_terms.comparison.draft import draft
        >>> from qalamoun_terms.comparison.merge import merge
        >>> base = draft([(1, None, "Grace of six months.")])
        >>> merge(base, {"State": base, "Opposition": base}).proposal().articles == base.articles
        True
        """
        left = self.counts.brackets
        if left:
            raise InvalidValueError(f"proposal: expected no bracket to be left, got {left}")
        if numbering is not None:
            self._draft(numbering)
        pairs = zip(self.rows, self.bracketed.blocks, strict=True)
        return Proposal(
            id=id,
            title=self.base.title,
            articles=[
                article_of(row, block, id=f"a{number}", numbering=numbering)
                for number, (row, block) in enumerate(pairs, 1)
            ],
            complete=True if all(map(knows_all, self.drafts.values())) else None,
            coding=self.compiled_by,
        )
