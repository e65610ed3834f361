"""Which words an act is about, and which are quoted for it."""

from __future__ import annotations

from qalamoun_terms.reading.text.frames import Span
from qalamoun_terms.reading.told.acts import Act
from qalamoun_terms.reading.told.scene import Scene
from qalamoun_terms.reading.who.speakers import voices_over

AIM_REACH = 10  # words of place and time between a deal and what it is for
PURPOSE_REACH = 9  # words of "to end a war of twenty months"
CONDITION_LEAST = 2  # words of "made it" before a condition that names its content itself
DEED_LEAST = 2  # words of "asked to" and "ordered not to" before what somebody is asked to do


def scope_of(scene: Scene, act: Act) -> Span | None:
    """What an act is about: the words after it, without those that only lead there.

    Args:
        scene: the text.
        act: the act.
    """
    start, end = _deed_from(scene, act), act.limit
    words = scene.tokens.words
    made = _made_condition_of(scene, act)
    if made is not None:
        start, end = made
    while start < end and words[start] in {":", ",", "that"}:
        start += 1
    while end > start and words[end - 1] in {"and", ",", "that", "it", "but", '"', ";"}:
        end -= 1
    return as_told(scene, scene.tokens.span(start, end)) if start < end else None


def act_span(scene: Scene, act: Act, index: int) -> Span:
    """The words to quote for an act: from whom does it, to some way behind the verb.

    Args:
        scene: the text.
        act: the act.
        index: its sentence.
    """
    first, _ = scene.bounds(index)
    start = first
    for actor in reversed(scene.company.between(first, act.start)):
        start = actor.first
        if act.start - actor.stop <= 3:
            break
    while start < act.start and not scene.tokens.words[start][0].isalnum():
        start += 1
    end = min(max(act.limit, act.end), act.end + 14)
    while end > act.end and not scene.tokens.words[end - 1][0].isalnum():
        end -= 1
    return scene.tokens.span(start, end)


def as_told(scene: Scene, scope: Span) -> Span:
    """A stretch without the words that only say whose words it is.

    Args:
        scene: the text.
        scope: the stretch.
    """
    for voice in voices_over(scene.company.voices, scope.start):
        if scope.start < voice.span.end < scope.end:
            return Span(scope.start, voice.span.end)
    return scope


def is_purpose(scene: Scene, at: int, stop: int) -> bool:
    """Whether "in Doha on Monday to end the war" only says what a deal is for.

    Args:
        scene: the text.
        at: the first word.
        stop: the word after the last.
    """
    words = scene.tokens.words
    to = next((i for i in range(at, min(at + AIM_REACH, stop)) if words[i] == "to"), None)
    if to is None:
        return False
    rest = words[to + 1 : min(to + PURPOSE_REACH, stop)]
    return bool(scene.words_of("purpose") & set(rest[:1])) and bool(
        scene.words_of("strife") & set(rest)
    )


def _made_condition_of(scene: Scene, act: Act) -> tuple[int, int] | None:
    """What is demanded in "made the release of prisoners a condition for talks"."""
    words = scene.tokens.words[act.start : act.end]
    nouns = scene.words_of("demand_noun") & set(words[CONDITION_LEAST:])
    if act.act != "demand" or not nouns or words[0] not in scene.words_of("makes"):
        return None
    stop = act.start + next(i for i, word in enumerate(words) if word in nouns)
    tail = {"a", "an", "the", "as", "its", "their"} | scene.words_of("ordinal_word")
    while stop > act.start + 1 and scene.tokens.words[stop - 1] in tail:
        stop -= 1
    return (act.start + 1, stop) if stop > act.start + CONDITION_LEAST else None


def _deed_from(scene: Scene, act: Act) -> int:
    """Where the object of an act begins: who is to do it, in "asked the army to leave the hill"."""
    words = scene.tokens.words
    last = act.end - 1
    if act.end - act.start <= DEED_LEAST or words[last] not in scene.words_of("asked_deed"):
        return act.end
    if "to" not in words[last - DEED_LEAST : last]:
        return act.end
    asked = scene.company.between(act.start + 1, last)
    start = asked[-1].first if asked else last
    return start - (words[start - 1] in scene.words_of("actor_determiner"))
