"""Which statements may be terms, though no word marks them as content."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from qalamoun_terms.reading.terms.find import Stated
from qalamoun_terms.reading.told.acts import TELLING, Act
from qalamoun_terms.reading.told.desk import NOTES_BACK, Desk
from qalamoun_terms.reading.told.moods import RELATIVE_NEAR, Moods
from qalamoun_terms.reading.told.scene import Scene
from qalamoun_terms.reading.told.scopes import act_span
from qalamoun_terms.reading.told.verbs import VerbReader

LONGEST = 28  # words of a statement that is weighed: what runs on further is a tale
_BEFORE = frozenset({".", ",", "that", "and", "but", '"', "“"})
"""Words after which a statement begins a clause."""


@frozen
class Candidates:
    """Picks the statements of a sentence that are worth weighing."""

    scene: Scene
    desk: Desk
    verbs: VerbReader
    moods: Moods

    def left(self, index: int) -> list[Stated]:
        """What the lexicon has left of a sentence that may be a term.

        Args:
            index: the sentence.
        """
        every = self.scene.bare_stated(self.scene.content(index))
        return [
            stated
            for stated in every
            if self._may_be_content(stated) and not self._named_by_answer(stated, index)
        ]

    def _may_be_content(self, stated: Stated) -> bool:
        """Whether a statement can be a term where nothing marks it as content.

        It is not taken already, does not run on, and is not what a deal is for ("to end the war").
        """
        words = self.scene.tokens.words
        first, stop = self.scene.tokens.bounds(stated.span)
        to = next((at for at in (first - 1, first) if words[at : at + 1] == ["to"]), stop)
        aims = bool(self.scene.words_of("purpose") & set(words[to + 1 : to + 2]))
        aim = aims and bool(self.scene.words_of("strife") & set(words[to:stop]))
        if stop - first > LONGEST or aim or self.desk.taken(stated):
            return False
        opens = first == 0 or words[first - 1] in _BEFORE
        telling = self.moods.may_tell(first + 1, stop) if opens else ()
        return not any(self._tells_of(at, first) for at in telling)

    def _tells_of(self, at: int, first: int) -> bool:
        """Whether a word tells what somebody did, does or thinks, or what might come of it."""
        words = self.scene.tokens.words
        passive = words[at] in self.scene.words_of("be_form") or self.moods.participle(at, first)
        past = words[at] in self.scene.words_of("past") and not passive
        done = past or self.moods.narrates(at, first) or self.moods.perfect(at, first)
        after_who = set(words[max(first, at - RELATIVE_NEAR) : at]) & self.scene.words_of(
            "supposing"
        )
        return (done and not after_who) or self.moods.describes(at, first)

    def _named_by_answer(self, stated: Stated, index: int) -> bool:
        """Whether words only name the article that an answer is about: "insists on the prisoners"."""
        act = act_over(self.scene, self.verbs.acts(index), stated)
        if act is None:
            return False
        span = act_span(self.scene, act, index)
        return any(n.span == span and n.target.item for n in self.desk.story.notes[-NOTES_BACK:])


def act_over(scene: Scene, acts: Sequence[Act], stated: Stated) -> Act | None:
    """The act that a statement is the object of: "asked that the road be opened".

    Args:
        scene: the text.
        acts: the acts of the sentence.
        stated: the statement.
    """
    words = scene.tokens.words
    begin = scene.tokens.at(stated.span.start)
    over = [act for act in acts if act.act in TELLING and act.end <= begin < act.limit]
    if not over:
        return None
    between = set(words[over[-1].end : begin])
    return None if between & scene.lexicon.any_of("parts_object", "say") else over[-1]
