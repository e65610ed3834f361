"""Which words of an Arabic sentence tell that a side did something, and which side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve

from qalamoun_terms.lexicon.stems import Use
from qalamoun_terms.reading.arabic.bargains import deal_act, made_unnamed
from qalamoun_terms.reading.arabic.done import Act
from qalamoun_terms.reading.arabic.lines import AROUND, Line
from qalamoun_terms.reading.arabic.nominal import nominal_act
from qalamoun_terms.reading.arabic.saying import NOUNS, SAYING, answer_noun, answered
from qalamoun_terms.reading.arabic.sides import Party, inside
from qalamoun_terms.reading.arabic.subjects import AFTER, of_speaker, subject_of
from qalamoun_terms.reading.arabic.verbs import (
    fronted_from,
    is_act,
    is_first_person,
    is_negated,
    is_supposed,
    is_tentative,
    is_threatened,
    lacks_package,
    means_it,
    under_denial,
)
from qalamoun_terms.reading.arabic.words import PAUSES, Page
from qalamoun_terms.reading.who.sides import LOCAL, PRINCIPALS

_UNLESS = 14  # words after "will not accept" in which "unless" may stand


def find_acts(
    page: Page, parties: Sequence[Party], first: int, stop: int, label: int | None = None
) -> list[Act]:
    """The acts of a sentence, in its order.

    Args:
        page: the text.
        parties: the parties of the text.
        first: the first word of the sentence.
        stop: the word after its last.
        label: where the words of a speaker begin, whose name stands before a colon.
    """
    start = first if label is None else label
    here = inside(parties, start, stop)
    return list(_acts(Line(page, here, start, stop, label is not None)))


def _acts(line: Line) -> Iterator[Act]:
    """Looks at each word of a line for an act, and passes over what belongs to the one before."""
    page, first = line.page, line.first
    skip, before = first, None
    for at in range(first, line.stop):
        if at < skip:
            continue
        if line.labelled and page.is_exactly(at, "refusal"):
            refusal = _refusal(page, at, first)
            if refusal:
                yield refusal
                continue
        if page.word(at).lstrip("وف") == "لن":
            denied = _will_not(line, at)
            if denied:
                yield denied
                skip = denied.end
                continue
        if before is not None and _is_object(page, before, at):
            continue  # "refused the request of": its object, and no verb
        told = None if line.labelled else _predicate(line, at)
        if told:
            yield told
            continue
        found = [
            act
            for use in page.uses(at, "stances")
            if line.labelled or use.form.entry.word("needs") != "label"
            for act in (_act(line, use, at),)
            if act
        ]
        if found:
            act = next((one for one in found if one.doers), found[0])
            act = _with_subject_before(page, act, before)
            before = act
            skip = act.end
            yield act


def _is_object(page: Page, before: Act, at: int) -> bool:
    """Whether a word names the package that the verb before it answers: "refused the request"."""
    uses = page.uses(at, "proposals")
    named = any(use.form.part == "noun" and not use.before for use in uses)
    return named and before.kind == "stance" and before.end == at


def _with_subject_before(page: Page, act: Act, before: Act | None) -> Act:
    """The subject of a verb with "and" is that of the verb before, where none follows it."""
    behind = bool(act.doers) and all(party.stop <= act.start for party in act.doers)
    if before is None or not behind or not page.joined(act.start) or act.kind == "deal":
        return act
    own = before.doers and not before.nominal and before.kind != "deal"
    late = act.doers[-1].first > before.end
    return evolve(act, doers=before.doers) if own and late and not before.accuser else act


def _predicate(line: Line, at: int) -> Act | None:
    """Reads "the proposal is not acceptable", "is rejected": who says so refuses it."""
    page = line.page
    refused = page.is_exactly(at, "refused")
    unfit = page.is_a(at, "fit") and page.word(at - 1) in {"غير", "ليس", "ليست"}
    first = at - unfit
    beside = range(max(line.first, first - 4), first)
    what = any(use.before in {"ال", "وال"} for i in beside for use in page.uses(i, "proposals"))
    if not (refused or unfit) or not what:
        return None
    return Act(
        start=at,
        end=at + 1,
        kind="stance",
        stance="rejected",
        span_from=max(line.first, first - 4),
        quoted=True,
        fronted=max(line.first, first - 4),
    )


def _will_not(line: Line, at: int) -> Act | None:
    """Reads "we will not hand over our arms": who says so refuses it, or waits for something."""
    page = line.page
    uses = [use for use in page.uses(at + 1, "terms") if use.form.entry.id in _GIVEN]
    use = next((use for use in uses if use.form.tense == "imperfect"), None)
    answers = any(use.form.entry.word("act") == "stance" for use in page.uses(at + 1, "stances"))
    if use is None or answers:
        return None
    own = page.word(at + 1).startswith("ن")
    here = inside(line.here, at - AROUND, at + AROUND)
    quoted = of_speaker(page, at + 1)
    doers = () if own or quoted else subject_of(page, here, use, at + 1)
    poles = tuple(party for party in doers if party.role in LOCAL)
    if not (own or quoted or poles):
        return None
    end = max([at + 1, *(p.stop for p in poles if p.first == at + 2)])
    return Act(
        start=at,
        end=at + 1,
        kind="stance",
        stance="conditional" if _waits(page, end, line.stop) else "rejected",
        doers=poles,
        span_from=at,
        own=own,
        quoted=quoted,
    )


_GIVEN = frozenset({"handover", "exit", "withdraw", "evacuate", "release", "return", "dismantle"})


def _refusal(page: Page, at: int, first: int) -> Act | None:
    """Reads "as for the first, no"."""
    topic = next(
        (i for i in range(at - 1, max(first, at - 6) - 1, -1) if page.is_a(i, "topic")), None
    )
    if topic is None or page.word(at + 1) not in PAUSES:
        return None
    return Act(
        start=at,
        end=at + 1,
        kind="stance",
        stance="rejected",
        span_from=topic,
        own=True,
        pronoun=True,
        fronted=topic + 1,
    )


def _act(line: Line, use: Use, at: int) -> Act | None:
    """The act that a word of the lexicon tells, with whose it is and whether it is denied."""
    page, entry = line.page, use.form.entry
    if entry.data.get("circumstance"):
        return _beside(line, use, at)
    negated = at > line.first and is_negated(page, at, line.first)
    side = [page.word(i) for i in (at - 1, at + 1) if page.is_a(i, "own_side")]
    own = is_first_person(page, use, at) or any(word.endswith("نا") for word in side)
    quoted = of_speaker(page, at) or bool(side and not own)
    here = inside(line.here, at - AROUND, at + AROUND)
    doers = () if quoted or (own and side) else subject_of(page, here, use, at)
    plain = Act(
        start=at,
        end=max([at + 1, *(p.stop for p in doers if at < p.first <= at + AFTER)]),
        kind=entry.word("act"),
        doers=doers,
        span_from=at if own else min([at, *(p.first for p in doers)]),
        own=own,
        named=entry.word("needs") == "package",
        quoted=quoted,
    )
    if plain.kind in _SPECIAL:
        return _silent(line, plain) if negated else _special(line, plain, use)
    sure = bool(entry.data.get("sure"))
    if plain.kind in NOUNS:
        return nominal_act(page, line.here, use, at, line.first)
    if not (sure or is_act(page, use, doers, at)):
        return None
    if plain.kind == "deal":
        deal = None if negated else deal_act(page, line.here, plain.kind, at, line.stop)
        return deal or (answered(line, plain) if doers and not negated else None)
    return _stance(line, plain, use, negated=negated)


def _beside(line: Line, use: Use, at: int) -> Act | None:
    """Reads "..., demanding guarantees": what who acts in the clause before does besides."""
    page, entry = line.page, use.form.entry
    if (
        use.before not in {"", "و"}
        or at == line.first
        or page.word(at - 1).startswith("ال")
        or use.after
    ):
        return None
    if page.is_a(at - 1, "governor") or any(page.uses(at - 1, "terms")):
        return None
    plain = Act(start=at, end=at + 1, kind=entry.word("act"), span_from=at, beside=True)
    if plain.kind in SAYING:
        return SAYING[plain.kind](line, plain)
    return evolve(plain, stance=entry.word("stance"))


_SPECIAL = frozenset({"accuse", "announce", "blame", "depend", "reach", "sign", "tell", "vote"})
_WITHOUT_STANCE = frozenset({"propose", "demand", "deny", "offer", "pledge"})
_AS_NOUNS = frozenset({"accuse", "blame", "reach"})


def _silent(line: Line, plain: Act) -> Act | None:
    """Reads "gave no opinion": not to answer is to put off."""
    place = answer_noun(line, plain.start + 1, plain.end + 4)
    if place is None or plain.kind != "announce":
        return None
    told = {use.form.entry.id for use in line.page.uses(place, "stances")}
    return (
        evolve(plain, kind="stance", stance="deferred", end=place + 1)
        if "opinion" in told
        else None
    )


def _special(line: Line, plain: Act, use: Use) -> Act | None:
    """Acts that are no plain answer: saying, making a deal, and what stands for one of them."""
    done = use.form.entry.id == "done" and not line.page.is_a(plain.start + 1, "concluded")
    if done or (use.form.part != "verb" and plain.kind not in _AS_NOUNS):
        return None
    if plain.kind in SAYING:
        return SAYING[plain.kind](line, plain)
    deal = deal_act(line.page, line.here, plain.kind, plain.start, line.stop)
    deal = deal or made_unnamed(line.page, plain)
    if deal or plain.kind == "reach":
        return deal
    told = is_act(line.page, use, plain.doers, plain.start)
    return _stance(line, plain, use, negated=False) if told else None


def _stance(line: Line, plain: Act, use: Use, *, negated: bool) -> Act | None:
    """An answer or an offer, as the verb and what stands around it say."""
    page, entry, at = line.page, use.form.entry, plain.start
    stance = entry.word("stance")
    if stance == "answered" and not negated:
        return answered(line, plain) or _turned_down(line, plain)
    negated = negated or under_denial(page, at, line.first)
    stance = _negated(line, plain, stance) if negated else stance
    negated = negated and stance != "conditional"
    denied = _own_answer(line, plain) if plain.kind == "deny" and not negated else None
    if denied is not None:
        return evolve(plain, kind="stance", stance="rejected", end=denied + 1)
    idle = not (stance or plain.kind in _WITHOUT_STANCE) or stance in _TURNED
    idle = idle or is_supposed(page, use, at, line.first)
    if idle or (entry.word("needs") == "principal" and not _principal(plain.doers)):
        return None
    if (negated and not stance) or is_threatened(page, use, at) or lacks_package(page, plain, use):
        return None
    asked = _asked(page, plain, stance, line.stop)
    if asked is not None:
        return asked
    label = entry.word("needs") == "label"
    tentative = stance == "accepted" and is_tentative(page, plain.end, line.stop)
    return evolve(
        plain,
        kind="stance" if plain.kind == "sign" else plain.kind,
        stance="provisional" if tentative else stance,
        own=plain.own or (label and not plain.doers),
        pronoun=bool(use.after) or means_it(page, at, plain.end),
        comment=label,
        fronted=fronted_from(page, plain.doers, at, line.first),
    )


_TURNED = frozenset({"yielded", "objected", "complied"})  # what counts only where it is denied


def _own_answer(line: Line, plain: Act) -> int | None:
    """Where a yes or an offer stands that somebody says was not given: "denied its approval"."""
    for at in range(plain.end, min(line.stop, plain.end + _NEAR)):
        for use in line.page.uses(at, "stances"):
            if not use.after and at > plain.end + 1:
                continue
            yes = use.form.entry.word("stance") in {"accepted", "proposed"}
            if use.form.entry.word("act") == "answer_noun" and yes:
                return at
    return None


def _waits(page: Page, first: int, stop: int) -> bool:
    """Whether a refusal would turn under a condition: "will not accept unless", "not before"."""
    near = range(first, min(stop, first + _UNLESS))
    return any(
        page.is_a(i, "not_before")
        or (page.word(i), page.word(i + 1)) == ("ما", "لم")
        or (page.is_a(i, "unless") and page.is_a(i + 1, "unless_then"))
        for i in near
    )


def _lacking(page: Page, first: int, stop: int) -> bool:
    """Whether what is refused is a deal without something: "any deal that does not provide for"."""
    for at in range(first, min(stop, first + _NEAR)):
        deal = any(use.before in {"", "ب", "ل"} for use in page.uses(at, "proposals"))
        if deal and page.word(at + 1) in {"لا", "لم"}:
            told = page.uses(at + 2, "proposals")
            return any(use.form.entry.word("act") == "define" for use in told)
    return False


def _asked(page: Page, plain: Act, stance: str, stop: int) -> Act | None:
    """What is demanded by refusing a deal without it, or by insisting that any deal has it."""
    if stance == "rejected" and _lacking(page, plain.end, stop):
        return evolve(plain, kind="demand")
    content = _must_contain(page, plain.end, stop) if stance == "insisted" else None
    return None if content is None else evolve(plain, kind="demand", stance=stance, end=content)


def _must_contain(page: Page, first: int, stop: int) -> int | None:
    """Where it stands what any deal must have: "insists that any deal provide for an exit"."""
    for at in range(first, min(stop, first + _NEAR)):
        said = any(use.form.entry.word("act") == "define" for use in page.uses(at, "proposals"))
        if said and page.word(at - 1).endswith("ان"):
            named = (i for i in range(at + 1, min(stop, at + 4)) if page.entry(i, "proposals"))
            deal = next(named, None)
            return None if deal is None else deal + 1
    return None


_NEAR = 8  # words around an act in which what it is about stands


def _turned_down(line: Line, plain: Act) -> Act | None:
    """Reads "they returned the second point": an answer whose object is what was put forward."""
    page, at = line.page, plain.end
    it = page.word(plain.start).endswith(("ته", "تها", "وه", "وها"))
    direct = it or any(use.before in {"", "ال"} for use in page.uses(at, "proposals"))
    return evolve(plain, kind="stance", stance="rejected") if direct else None


def _principal(doers: Sequence[Party]) -> bool:
    """Whether somebody is a party: the praise of others is no answer."""
    return any(party.role in PRINCIPALS for party in doers)


def _negated(line: Line, plain: Act, stance: str) -> str:
    """What it is not to do something: not to have accepted yet is to put off."""
    if stance == "accepted" and _waits(line.page, plain.end, line.stop):
        return "conditional"
    if stance == "accepted":
        yet = any(line.page.word(i) == "بعد" for i in range(plain.start + 1, plain.start + 3))
        return "deferred" if yet else "rejected"
    turned = {"answered": "deferred", "yielded": "insisted", "objected": "accepted"}
    turned["complied"] = "violated"
    return turned.get(stance, "")
