"""Which package a statement most likely belongs to, where no word ties it to one."""

from __future__ import annotations

from attrs import define, field

from qalamoun_terms.reading.terms.find import Stated
from qalamoun_terms.reading.text.frames import Block
from qalamoun_terms.reading.told.acts import PUTTING, Act
from qalamoun_terms.reading.told.desk import ITEMS_BACK, NOTES_BACK, Desk
from qalamoun_terms.reading.told.packages import Item, Package
from qalamoun_terms.reading.told.resolving import Resolver
from qalamoun_terms.reading.told.scene import Scene
from qalamoun_terms.reading.told.scopes import act_span
from qalamoun_terms.reading.told.targets import Target
from qalamoun_terms.reading.told.verbs import VerbReader
from qalamoun_terms.reading.weighed.candidates import act_over
from qalamoun_terms.reading.weighed.past import Moment

GOES_ON = 4  # sentences after which a statement is no longer one of the open package
CONDITION_NEAR = 4  # words between "provided that" and what is a condition


@define
class Placing:
    """Puts guesses into packages.

    It keeps the last package that a guess went into, with its sentence, and the packages of one side
    beside a deal that was made.
    """

    scene: Scene
    desk: Desk
    resolver: Resolver
    verbs: VerbReader
    _lately: tuple[Package, int] | None = field(default=None, init=False)
    _wishes: list[Package] = field(factory=list, init=False)

    def come_back(self, index: int) -> None:
        """Makes the package of the last guess what the text is about, if nothing else was since.

        Args:
            index: the sentence.
        """
        lately, flow = self._lately, self.desk.flow
        if lately and flow.topic_at <= lately[1] and index - lately[1] <= GOES_ON:
            flow.topic, flow.topic_at = Target(lately[0]), lately[1]
            self.desk.story.shelf.current = lately[0]

    def put(self, stated: Stated, moment: Moment) -> None:
        """Puts a statement that is likely a term into the package that it most likely belongs to.

        Args:
            stated: the statement.
            moment: where the reading stood after its sentence.
        """
        index, before = moment.index, self.desk.story.shelf.current
        package = self._likely_package(stated, moment)
        speaker = self.scene.company.speaker(self.scene.tokens.at(stated.span.start))
        heading = self.desk.flow.heading
        package.items.append(
            Item(
                mention=stated.mention,
                sentence=index,
                heading=heading,
                speaker=speaker,
                weighed=True,
            )
        )
        if package in self._wishes:
            self.desk.story.shelf.current = before  # the text goes on with the deal
        else:
            self._lately = package, index

    def _likely_package(self, stated: Stated, moment: Moment) -> Package:
        """The package that a statement is likely part of: one at hand, or a new one."""
        index = moment.index
        made = self._condition_made(stated, index)
        if made is not None:
            return made
        package = self._at_hand(index)
        act = act_over(self.scene, self.verbs.acts(index), stated)
        own = act is not None and self._of_one_side(act) and self._is_made(package)
        if package is not None and not own and not self._apart(package, index):
            return package
        if act is not None and (told := self._put_in_words(act, stated, moment)):
            self._wishes.extend([told] if own else [])
            return told
        if own and act is not None:
            sort = "demand" if act.act == "demand" else "paper"
            self._wishes.append(self.desk.new(sort, "terms", stated.span, index))
            return self._wishes[-1]
        deal = package is None and self.desk.bearings.deals_much
        return self.desk.new("deal" if deal else "paper", "terms", stated.span, index)

    def _condition_made(self, stated: Stated, index: int) -> Package | None:
        """Reads "agreed to it, provided that the army pulls out": a demand of who answers so."""
        first, stop = self.scene.tokens.bounds(stated.span)
        near = self.scene.tokens.words[max(0, first - CONDITION_NEAR) : min(first + 2, stop)]
        if not self.scene.words_of("condition_opening") & set(near):
            return None
        sentence = self.scene.sentences[index].span
        notes = [
            note
            for note in self.desk.story.notes[-NOTES_BACK:]
            if note.stance == "conditional" and sentence.covers(note.span)
        ]
        if not notes:
            return None
        doer = notes[-1].doer
        package = self.desk.new("demand", "condition", stated.span, index, by=doer)
        for note in notes:
            self.desk.note(note.doer, Target(package), "demanded", note.span, first)
        return package

    def _is_made(self, package: Package | None) -> bool:
        """Whether a package is a deal that was made, so that a new wish is none of its terms."""
        return package is not None and package.sort == "deal" and package.status == "agreed"

    def _of_one_side(self, act: Act) -> bool:
        """Whether an act asks for something or puts it forward, and settles nothing."""
        return act.act in PUTTING or act.stance in {"insisted", "demanded"}

    def _put_in_words(self, act: Act, stated: Stated, moment: Moment) -> Package | None:
        """What somebody puts forward or answers in the words of a statement: a package of its own.

        Its doer's stance, read or not read by then, is about what those words state.
        """
        index = moment.index
        span = act_span(self.scene, act, index)
        notes = [note for note in self.desk.story.notes[-NOTES_BACK:] if note.span == span]
        bare = next((n.target.package for n in notes if not n.target.package.told), None)
        if bare is not None:
            return bare
        doers = next((one.doers for one in moment.refused if one.act == act), ())
        forward = act.act != "stance"
        if not notes and not (forward and doers):
            return None
        owner = doers[0] if forward and doers else None
        sort = "demand" if act.act == "demand" else "paper"
        package = self.desk.new(
            sort,
            "terms",
            stated.span,
            index,
            by=owner,
        )
        for note in notes:
            note.target = Target(package)
        for doer in doers if forward else ():
            stance = "demanded" if sort == "demand" and doer.role != "mediator" else "proposed"
            self.desk.note(doer, Target(package), stance, span, act.start)
        return package

    def _apart(self, package: Package, index: int) -> bool:
        """Whether a package was last told of in another paragraph, or some sentences before.

        What no word ties to it is then more often a wish or an offer of its own; but a report of a
        single deal goes on with it.
        """
        if package.sort == "deal" and len(self.desk.story.shelf.packages) == 1:
            return False
        told = max((i.sentence for i in package.items[-ITEMS_BACK:]), default=package.sentence)
        segments = [self.scene.sentences[at].segment for at in (told, index)]
        listed = self.scene.blocks[segments[1]].kind is Block.ITEM
        return index - told > 1 or (index > told and segments[0] != segments[1] and not listed)

    def _at_hand(self, index: int) -> Package | None:
        """The package that is open, named here, or spoken of."""
        flow, lately = self.desk.flow, self._lately
        if lately and index - lately[1] <= GOES_ON and flow.open_at <= lately[1]:
            return lately[0]
        if flow.open is not None and index - flow.open_at <= GOES_ON:
            return flow.open
        answers = self.scene.words_of("answering_paper")
        named = [
            phrase
            for phrase in self.scene.phrases(index)
            if phrase.sort in {"deal", "paper", "demand"} and phrase.noun not in answers
        ]
        known = [package for p in named if (package := self.resolver.resolve(p))]
        if known and known[0].sentence <= index:
            return known[0]
        if named and named[0].definite:
            return self.resolver.package(named[0], index)
        return self.desk.story.shelf.current
