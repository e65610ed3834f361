"""The readers of running text, put together: each is given those that it asks."""

from __future__ import annotations

from attrs import frozen

from qalamoun_terms.reading.told.anew import AnewReader
from qalamoun_terms.reading.told.answers import AnswerReader
from qalamoun_terms.reading.told.both_sides import BothSides
from qalamoun_terms.reading.told.breaking import BreakReader
from qalamoun_terms.reading.told.carrying import CarryReader
from qalamoun_terms.reading.told.complements import ComplementReader
from qalamoun_terms.reading.told.content import ContentReader
from qalamoun_terms.reading.told.deals import DealReader
from qalamoun_terms.reading.told.defining import DefineReader
from qalamoun_terms.reading.told.desk import Desk
from qalamoun_terms.reading.told.doing import DoerReader
from qalamoun_terms.reading.told.holding_out import HoldOutReader
from qalamoun_terms.reading.told.introducing import IntroduceReader
from qalamoun_terms.reading.told.lists import ListReader
from qalamoun_terms.reading.told.moods import Moods
from qalamoun_terms.reading.told.objects import ObjectReader
from qalamoun_terms.reading.told.offers import OfferReader
from qalamoun_terms.reading.told.pleas import PleaReader
from qalamoun_terms.reading.told.prefaces import PrefaceReader
from qalamoun_terms.reading.told.refusing import RefuseReader
from qalamoun_terms.reading.told.resolving import Resolver
from qalamoun_terms.reading.told.responding import RespondReader
from qalamoun_terms.reading.told.scene import Scene
from qalamoun_terms.reading.told.stances import StanceReader
from qalamoun_terms.reading.told.talking import TalkReader
from qalamoun_terms.reading.told.talks import Talks
from qalamoun_terms.reading.told.verbs import VerbReader


@frozen(kw_only=True)
class ToldReaders:
    """Everybody who reads what running text tells."""

    resolver: Resolver
    both_sides: BothSides
    doers: DoerReader
    verbs: VerbReader
    contents: ContentReader
    definitions: DefineReader
    moods: Moods
    carried: CarryReader
    pleas: PleaReader
    lists: ListReader
    prefaces: PrefaceReader
    introductions: IntroduceReader
    deals: DealReader
    holding_out: HoldOutReader
    offers: OfferReader
    stances: StanceReader
    refusals: RefuseReader
    responses: RespondReader
    breaches: BreakReader
    talking: TalkReader
    complements: ComplementReader


def told_readers(scene: Scene, desk: Desk) -> ToldReaders:
    """Puts the readers of running text together.

    Args:
        scene: the text.
        desk: where they put down what they read.
    """
    resolver = Resolver(scene, desk)
    both_sides = BothSides(scene, desk)
    doers = DoerReader(scene, desk)
    verbs = VerbReader(scene, desk, doers)
    contents = ContentReader(scene, desk)
    definitions = DefineReader(scene, desk, resolver, contents)
    moods = Moods(scene)
    carried = CarryReader(scene, desk, resolver, contents, moods)
    pleas = PleaReader(scene, desk, contents)
    lists = ListReader(scene, desk, resolver, doers, verbs, contents, moods)
    prefaces = PrefaceReader(scene, desk)
    introductions = IntroduceReader(scene, desk, resolver, both_sides)
    deals = DealReader(scene, desk, resolver, both_sides, contents, prefaces)
    talks = Talks(scene, desk)
    holding_out = HoldOutReader(scene, desk, contents)
    offers = OfferReader(scene, desk, resolver, contents, talks, holding_out)
    objects = ObjectReader(scene, desk, resolver, contents)
    stances = StanceReader(scene, desk, both_sides)
    anew = AnewReader(scene, desk, contents, offers)
    answers = AnswerReader(scene, desk, resolver, contents, deals, objects, stances, anew)
    refusals = RefuseReader(scene, desk, resolver, contents, holding_out, objects, answers)
    responses = RespondReader(scene, stances, answers, refusals)
    breaches = BreakReader(scene, desk, resolver)
    talking = TalkReader(scene, desk, talks, offers, holding_out, stances)
    complements = ComplementReader(scene, desk, resolver, contents)
    return ToldReaders(
        resolver=resolver,
        both_sides=both_sides,
        doers=doers,
        verbs=verbs,
        contents=contents,
        definitions=definitions,
        moods=moods,
        carried=carried,
        pleas=pleas,
        lists=lists,
        prefaces=prefaces,
        introductions=introductions,
        deals=deals,
        holding_out=holding_out,
        offers=offers,
        stances=stances,
        refusals=refusals,
        responses=responses,
        breaches=breaches,
        talking=talking,
        complements=complements,
    )
