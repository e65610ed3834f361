"""The readers of texts in which what stands where says what it is, put together."""

from __future__ import annotations

from attrs import frozen

from qalamoun_terms.reading.structured.counted import CountedReader
from qalamoun_terms.reading.structured.drafts import DraftReader
from qalamoun_terms.reading.structured.interviews import InterviewReader
from qalamoun_terms.reading.structured.labelled import LabelReader
from qalamoun_terms.reading.structured.labels import LabelFinder
from qalamoun_terms.reading.structured.matters import MatterReader
from qalamoun_terms.reading.structured.options import OptionReader
from qalamoun_terms.reading.structured.pacts import PactReader
from qalamoun_terms.reading.structured.spoken import SpokenReader
from qalamoun_terms.reading.told.desk import Desk
from qalamoun_terms.reading.told.readers import ToldReaders
from qalamoun_terms.reading.told.scene import Scene


@frozen(kw_only=True)
class StructuredReaders:
    """Everybody who reads minutes, drafts, lists, interviews and agreements; tables are read apart."""

    matters: MatterReader
    labelled: LabelReader
    spoken: SpokenReader
    drafts: DraftReader
    options: OptionReader
    counted: CountedReader
    interviews: InterviewReader
    pacts: PactReader


def structured_readers(scene: Scene, desk: Desk, told: ToldReaders) -> StructuredReaders:
    """Puts the readers of structured texts together.

    Args:
        scene: the text.
        desk: where they put down what they read.
        told: the readers of running text.
    """
    matters = MatterReader(scene, desk, told.contents, told.stances)
    labels = LabelFinder(scene, desk, told.both_sides, matters)
    labelled = LabelReader(scene, desk, told.both_sides, told.verbs, told.lists, matters, labels)
    spoken = SpokenReader(
        scene, desk, told.verbs, told.contents, told.moods, told.carried, matters, labels, labelled
    )
    drafts = DraftReader(scene, desk, told.lists)
    options = OptionReader(scene, desk, told.both_sides, matters, drafts)
    counted = CountedReader(scene, desk, told.contents, told.lists, matters, labelled)
    interviews = InterviewReader(
        scene, desk, told.resolver, told.verbs, told.contents, labels, labelled
    )
    pacts = PactReader(scene, desk, told.prefaces)
    return StructuredReaders(
        matters=matters,
        labelled=labelled,
        spoken=spoken,
        drafts=drafts,
        options=options,
        counted=counted,
        interviews=interviews,
        pacts=pacts,
    )
