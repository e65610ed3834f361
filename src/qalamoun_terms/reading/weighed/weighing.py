"""Weighs what the readings by the lexicon have left of a text, once those are done.

They take a statement for content where words say so: "the deal provides for". What they leave is
weighed here by all that stands around it: `content_model.json`, made by
`benchmarks/train_content.py` from our own documents, says how likely a reader takes it for a term.
"""

from __future__ import annotations

from collections import Counter

from attrs import frozen

from qalamoun_terms.reading.told.carrying import CarryReader
from qalamoun_terms.reading.told.desk import Desk
from qalamoun_terms.reading.told.readers import ToldReaders
from qalamoun_terms.reading.told.responding import RespondReader
from qalamoun_terms.reading.told.scene import Scene
from qalamoun_terms.reading.weighed.candidates import Candidates
from qalamoun_terms.reading.weighed.features import Features
from qalamoun_terms.reading.weighed.judging import Judge
from qalamoun_terms.reading.weighed.past import Moment, Past
from qalamoun_terms.reading.weighed.placing import Placing

LEAST = 20  # characters of a sentence beside its terms that can hold another one


def weigh_reader(scene: Scene, desk: Desk, told: ToldReaders, judge: Judge) -> WeighReader:
    """Puts together those who weigh what is left.

    Args:
        scene: the text.
        desk: what was read of it.
        told: the readers of running text.
        judge: says what is a term.
    """
    return WeighReader(
        scene=scene,
        desk=desk,
        past=Past(scene, desk),
        candidates=Candidates(scene, desk, told.verbs, told.moods),
        features=Features(scene, desk, told.verbs),
        judge=judge,
        placing=Placing(scene, desk, told.resolver, told.verbs),
        carried=told.carried,
        responses=told.responses,
    )


@frozen(kw_only=True)
class WeighReader:
    """Weighs each statement as the text stood then, so that a guess never leads the lexicon astray."""

    scene: Scene
    desk: Desk
    past: Past
    candidates: Candidates
    features: Features
    judge: Judge
    placing: Placing
    carried: CarryReader
    responses: RespondReader

    def look_again(self) -> None:
        """Goes over the sentences once more, unless the lexicon finds nothing negotiated in the text."""
        if self.past.is_silent:
            return
        packages = self.desk.story.shelf.packages
        read: Counter[int] = Counter()
        for item in (item for package in packages for item in package.items):
            read[item.sentence] += len(item.mention.span)
        preamble = min((p.sentence for p in packages if p.verbatim), default=0)
        for moment, ahead in self.past.again():
            left = len(self.scene.content(moment.index)) - read[moment.index]
            if moment.index >= preamble and left >= LEAST:
                self._weigh(moment, ahead)
            self._answer_again(moment)

    def _weigh(self, moment: Moment, ahead: int) -> None:
        """Puts into a package what is likely one of its terms, though no word says so."""
        index, current = moment.index, self.desk.story.shelf.current
        if current is not None and self.carried.is_aside(current, index):
            return
        left = self.candidates.left(index)
        standing = set(self.features.standing(moment, ahead)) if left else set()
        for stated in left:
            if self.judge(standing | set(self.features.wording(index, stated)), stated):
                self.placing.put(stated, moment)

    def _answer_again(self, moment: Moment) -> None:
        """Reads once more what found nothing to be about: by now a guess may have told of it."""
        self.placing.come_back(moment.index)
        phrases = self.scene.phrases(moment.index)
        for one in moment.refused:
            if one.act.act == "stance":
                self.responses.respond(one.act, list(one.doers), phrases, moment.index)
