"""Talks as a term of their own: "direct talks with the government in May"."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from qalamoun_terms.reading.terms.find import talks_term
from qalamoun_terms.reading.text.frames import Span
from qalamoun_terms.reading.told.acts import Act
from qalamoun_terms.reading.told.desk import Desk
from qalamoun_terms.reading.told.notes import trimmed
from qalamoun_terms.reading.told.packages import Item, Package
from qalamoun_terms.reading.told.scene import Scene
from qalamoun_terms.reading.told.scopes import as_told
from qalamoun_terms.reading.told.targets import Target
from qalamoun_terms.reading.who.doers import Doer

TALKS_NEAR = 6  # words between a verb and the talks that it is about
TALKS_LONGEST = 14  # words of "direct talks with the government in May"
FORWARD = frozenset({"proposed", "demanded"})
_SORTS = {"proposed": "paper", "demanded": "demand", "accepted": "deal", "provisional": "deal"}
_STATUS = {"accepted": "agreed", "provisional": "tentative", "rejected": "rejected"}


@frozen
class Talks:
    """Finds the talks that an act is about, and puts them down as a package."""

    scene: Scene
    desk: Desk

    def after(self, act: Act) -> Span | None:
        """The talks that an act is about, with whom and where they are.

        Args:
            act: the act.
        """
        words, tokens = self.scene.tokens.words, self.scene.tokens
        passed = self.scene.lexicon.any_of("before_talks", "actor_determiner")
        stop = min(act.end + TALKS_NEAR, act.limit)
        at = next(
            (i for i in range(act.end, stop) if words[i] in self.scene.words_of("talks")), None
        )
        if at is None or any(word not in passed for word in words[act.end : at]):
            return None
        first = act.end
        while words[first] in {"to", "for", "on", "of", "in", "with"} and first < at:
            first += 1
        end = min(first + TALKS_LONGEST, act.limit)
        ends = self.scene.lexicon.any_of("clause_break", "turn") | {",", "that", "if", '"', "”"}
        cut = next((i for i in range(at + 1, end) if words[i] in ends), end)
        return trimmed(tokens.text, as_told(self.scene, tokens.span(first, cut)))

    def package(self, doer: Doer, stance: str, place: Span, index: int) -> Target:
        """A package of the talks alone.

        Args:
            doer: who does it.
            stance: the stance.
            place: the words of the talks.
            index: the sentence.
        """
        sort = _SORTS.get(stance, "paper")
        forward = stance in FORWARD
        package = self.desk.new(sort, "terms", place, index, by=doer if forward else None)
        package.status = _STATUS.get(stance, package.status)
        speaker = self.scene.company.speaker(self.scene.tokens.at(place.start))
        mention = talks_term(place)
        package.items.append(Item(mention=mention, sentence=index, speaker=speaker))
        return Target(package)

    def offered(self, act: Act, doers: Sequence[Doer], sort: str, index: int) -> Package | None:
        """An offer of talks, which are no more than named ("ready for direct talks").

        Args:
            act: the act.
            doers: who does it.
            sort: the sort of package: a paper, a demand.
            index: the sentence.
        """
        place = None if act.negated or act.modal else self.after(act)
        if place is None:
            return None
        stance = "demanded" if sort == "demand" else "proposed"
        return self.package(doers[0], stance, place, index).package
