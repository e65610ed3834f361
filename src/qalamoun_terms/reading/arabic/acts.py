"""Which words of an Arabic sentence tell that a side did something, and which side."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from attrs import evolve, frozen

from qalamoun_terms.lexicon.stems import Use
from qalamoun_terms.reading.arabic.bargains import deal_act, made_unnamed
from qalamoun_terms.reading.arabic.done import Act
from qalamoun_terms.reading.arabic.kinds import read_kind
from qalamoun_terms.reading.arabic.nominal import nominal_act
from qalamoun_terms.reading.arabic.sides import Party, inside
from qalamoun_terms.reading.arabic.subjects import AFTER, of_speaker, subject_of
from qalamoun_terms.reading.arabic.words import PAUSES, Page
from qalamoun_terms.reading.who.sides import PRINCIPALS

_ACCUSED = 12  # words after "accused" in which a breach is named
_AROUND = 40  # words around a verb in which parties are looked at


_UNLESS = 14  # words after "will not accept" in which "unless" may stand


@frozen(eq=False)
class Line:
    """A sentence being looked at: its words `first` up to `stop`, and the parties in it."""

    page: Page
    here: Sequence[Party]
    first: int
    stop: int
    labelled: bool = False


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
            act = _goes_on(page, act, before)
            before = act
            skip = act.end
            yield act


def _is_object(page: Page, before: Act, at: int) -> bool:
    """Whether a word names the package that the verb before it answers: "refused the request"."""
    uses = page.uses(at, "proposals")
    named = any(use.form.part == "noun" and not use.before for use in uses)
    return named and before.kind == "stance" and before.end == at


def _goes_on(page: Page, act: Act, before: Act | None) -> Act:
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
    here = inside(line.here, at - _AROUND, at + _AROUND)
    quoted = of_speaker(page, at + 1)
    doers = () if own or quoted else subject_of(page, here, use, at + 1)
    poles = tuple(party for party in doers if party.role in {"state", "opposition", "civilian"})
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
    page, entry = line.page, use.form.entry
    if entry.data.get("circumstance"):
        return _beside(line, use, at)
    negated = at > line.first and _is_negated(page, at, line.first)
    side = [page.word(i) for i in (at - 1, at + 1) if page.is_a(i, "own_side")]
    own = _first_person(page, use, at) or any(word.endswith("نا") for word in side)
    quoted = of_speaker(page, at) or bool(side and not own)
    here = inside(line.here, at - _AROUND, at + _AROUND)
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
    if plain.kind in _NOUNS:
        return nominal_act(page, line.here, use, at, line.first)
    if not (sure or _is_act(page, use, doers, at)):
        return None
    if plain.kind == "deal":
        deal = None if negated else deal_act(page, line.here, plain.kind, at, line.stop)
        return deal or (_answered(line, plain) if doers and not negated else None)
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
    if plain.kind in _SAYING:
        return _SAYING[plain.kind](line, plain)
    return evolve(plain, stance=entry.word("stance"))


_SPECIAL = frozenset({"accuse", "announce", "blame", "depend", "reach", "sign", "tell", "vote"})
_WITHOUT_STANCE = frozenset({"propose", "demand", "deny", "offer", "pledge"})
_AS_NOUNS = frozenset({"accuse", "blame", "reach"})
_NOUNS = frozenset({"answer_noun", "breach_noun", "postponement"})


def _silent(line: Line, plain: Act) -> Act | None:
    """Reads "gave no opinion": not to answer is to put off."""
    place = _answer_noun(line, plain.start + 1, plain.end + 4)
    if place is None or plain.kind != "announce":
        return None
    told = {use.form.entry.id for use in line.page.uses(place, "stances")}
    return (
        evolve(plain, kind="stance", stance="deferred", end=place + 1)
        if "opinion" in told
        else None
    )


def _special(line: Line, plain: Act, use: Use) -> Act | None:
    done = use.form.entry.id == "done" and not line.page.is_a(plain.start + 1, "concluded")
    if done or (use.form.part != "verb" and plain.kind not in _AS_NOUNS):
        return None
    if plain.kind in _SAYING:
        return _SAYING[plain.kind](line, plain)
    deal = deal_act(line.page, line.here, plain.kind, plain.start, line.stop)
    deal = deal or made_unnamed(line.page, plain)
    if deal or plain.kind == "reach":
        return deal
    told = _is_act(line.page, use, plain.doers, plain.start)
    return _stance(line, plain, use, negated=False) if told else None


def _stance(line: Line, plain: Act, use: Use, *, negated: bool) -> Act | None:
    """An answer or an offer, as the verb and what stands around it say."""
    page, entry, at = line.page, use.form.entry, plain.start
    stance = entry.word("stance")
    if stance == "answered" and not negated:
        return _answered(line, plain) or _turned_down(line, plain)
    negated = negated or _under_denial(page, at, line.first)
    stance = _negated(line, plain, stance) if negated else stance
    negated = negated and stance != "conditional"
    denied = _own_answer(line, plain) if plain.kind == "deny" and not negated else None
    if denied is not None:
        return evolve(plain, kind="stance", stance="rejected", end=denied + 1)
    idle = not (stance or plain.kind in _WITHOUT_STANCE) or stance in _TURNED
    idle = idle or _supposed_to(page, use, at, line.first)
    if idle or (entry.word("needs") == "principal" and not _principal(plain.doers)):
        return None
    if (negated and not stance) or _supposed(page, use, at) or _without_package(page, plain, use):
        return None
    asked = _asked(page, plain, stance, line.stop)
    if asked is not None:
        return asked
    label = entry.word("needs") == "label"
    tentative = stance == "accepted" and _tentative(page, plain.end, line.stop)
    return evolve(
        plain,
        kind="stance" if plain.kind == "sign" else plain.kind,
        stance="provisional" if tentative else stance,
        own=plain.own or (label and not plain.doers),
        pronoun=bool(use.after) or _means_it(page, at, plain.end),
        comment=label,
        fronted=_fronted(page, plain.doers, at, line.first),
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


def _supposed_to(page: Page, use: Use, at: int, first: int) -> bool:
    """Whether something is only supposed: "if they refuse", "they may refuse"."""
    before = page.word(at - 1).lstrip("وف")
    may = before == "قد" and use.form.tense == "imperfect"
    near = range(max(first, at - 2), at)
    return may or any(page.is_a(i, "supposing") for i in near)


def _under_denial(page: Page, at: int, first: int) -> bool:
    """Whether a verb stands in what somebody denies: "denied that it had agreed"."""
    if page.word(at - 1) not in {"قد", "ان"}:
        return False
    near = range(max(first, at - _NEAR), at)
    return any(u.form.entry.word("act") == "deny" for i in near for u in page.uses(i, "stances"))


def _means_it(page: Page, at: int, end: int) -> bool:
    """Whether the object of a verb is "it" or "that"."""
    return any(page.is_a(i, "pronoun") for i in (at + 1, end)) or page.word(end) == "ذلك"


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


def _without_package(page: Page, plain: Act, use: Use) -> bool:
    """Whether an act of packages has none near it: "and the withdrawal of forces"."""
    if not plain.named or use.after or page.is_a(plain.start + 1, "pronoun"):
        return False
    if any(page.is_a(at, "reply") for at in range(plain.end, plain.end + 2)):
        return True
    return not any(page.entry(at, "proposals") for at in range(plain.end, plain.end + _NEAR))


_NEAR = 8  # words around an act in which the package stands that it is about


def _turned_down(line: Line, plain: Act) -> Act | None:
    """Reads "they returned the second point": an answer whose object is what was put forward."""
    page, at = line.page, plain.end
    it = page.word(plain.start).endswith(("ته", "تها", "وه", "وها"))
    direct = it or any(use.before in {"", "ال"} for use in page.uses(at, "proposals"))
    return evolve(plain, kind="stance", stance="rejected") if direct else None


def _principal(doers: Sequence[Party]) -> bool:
    """Whether somebody is a party: the praise of others is no answer."""
    return any(party.role in PRINCIPALS for party in doers)


def _tentative(page: Page, first: int, stop: int) -> bool:
    return any(page.is_a(i, "tentative") for i in range(first, min(stop, first + 6)))


def _supposed(page: Page, use: Use, at: int) -> bool:
    """Whether a withdrawal is only threatened."""
    near = range(at - 4, at)
    return use.form.entry.id == "withdraw" and any(page.is_a(i, "hypothetical") for i in near)


def _first_person(page: Page, use: Use, at: int) -> bool:
    word = page.word(at)[len(use.before) :]
    if use.form.tense == "past":
        return not use.after and word.endswith("نا")
    return word.startswith("ن") and use.form.tense == "imperfect"


def _fronted(page: Page, doers: Sequence[Party], at: int, first: int) -> int | None:
    """Where the words begin that are put before a verb, up to the last pause or subject."""
    start = at
    while start > max(first, at - 6) and page.word(start - 1) not in PAUSES:
        if any(p.first < start <= p.stop for p in doers):
            break
        start -= 1
    return start if start < at else None


def _is_negated(page: Page, at: int, first: int) -> bool:
    before = page.word(at - 1).lstrip("وف")
    opens = at - 1 == first or page.word(at - 2) in PAUSES
    return before in {"لم", "لن", "لا", "مش", "ليس", "غير"} or (before == "ما" and opens)


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


def _is_act(page: Page, use: Use, doers: Sequence[Party], at: int) -> bool:
    """Whether a word that may also be a noun or a preposition is a verb here."""
    if use.form.entry.word("needs") == "label":
        return True
    if use.form.part == "noun":
        return bool(doers) and page.word(at + 1).startswith(("عل", "ل"))
    word = page.word(at)
    masdar = use.form.entry.id == "reject" and use.after and page.word(at + 1).startswith("ل")
    if page.word(at).lstrip("و") in page.stems.words("father_of"):
        return False  # "Abu Ahmad" is a name
    relative = page.is_exactly(at - 1, "relative") and not use.after
    if masdar or relative or page.is_exactly(at - 1, "no_verb_after"):
        return False
    wished = (
        page.word(at - 1) in {"ان", "بان", "وان", "وبان", "الا"} and use.form.tense == "imperfect"
    )
    if "ل" in use.before or word.lstrip("وف") == "قبل" or wished:
        return False
    core = word[len(use.before) : len(word) - len(use.after)]
    bases = {verb.split(":")[0] for verb in use.form.entry.word("verbs").split()}
    return core not in bases or use.form.tense != "past" or _told(page, use, doers, at)


def _told(page: Page, use: Use, doers: Sequence[Party], at: int) -> bool:
    """Whether a form that may be a noun is a verb: after a particle, or right beside its subject."""
    beside = [p for p in doers if 0 < p.first - at <= 2 or 0 <= at - p.stop <= 2]
    sure = page.word(at - 1) in {"قد", "وقد", "فقد"} or use.before == "ف"
    if sure or (use.after and doers):
        return True
    proposes = use.form.entry.word("act") == "propose"
    if proposes and doers and doers[0].first < at:
        return True
    if proposes and not doers and _only_verb(page, at):
        return True
    return bool(beside) and not page.is_a(at - 1, "governor")


def _only_verb(page: Page, at: int) -> bool:
    """Whether a word can be no noun of the lexicon, so that it is a verb whoever does it."""
    return page.entry(at, "proposals") is None and not any(page.uses(at, "objects"))


def _answered(line: Line, plain: Act) -> Act | None:
    """Reads "gave its approval", "declared that it refuses": the noun says what it is."""
    place = _answer_noun(line, plain.start + 1, plain.end + 4) or _own_noun(line, plain)
    if place is None:
        return _announced(line, plain)
    follows = _answer_noun(line, place + 1, place + 2)
    place = place if follows is None else follows
    noun = next(u for u in line.page.uses(place, "stances") if u.form.entry.word("act") in _NOUNS)
    stance = noun.form.entry.word("stance")
    if stance == "answered":
        return None
    tentative = stance == "accepted" and _tentative(line.page, place + 1, line.stop)
    owner = tuple(p for p in inside(line.here, place + 1, place + 2) if p.role)
    own = line.page.is_a(place + 1, "own_side")
    return evolve(
        plain,
        doers=owner or plain.doers,
        own=plain.own and not owner,
        kind=_ASKING.get(stance, "stance"),
        end=max([place + 1 + (tentative or own), *(p.stop for p in owner)]),
        stance="provisional" if tentative else stance,
    )


def _own_noun(line: Line, plain: Act) -> int | None:
    """Where an answer stands after what is said of who gives it: "X, an ally of Y, its readiness"."""
    page = line.page
    for place in range(plain.end, min(line.stop, plain.start + _ASIDE) if plain.doers else 0):
        told = page.uses(place, "stances")
        verb = any(use.form.part == "verb" and use.form.tense == "past" for use in told)
        if page.is_exactly(place, "that_it") or page.word(place) in {":", "؛"} or verb:
            return None
        for use in told:
            own = use.after and (not use.before or page.word(place - 1) == "عن")
            if use.form.entry.word("act") == "answer_noun" and own:
                return place
    return None


def _announced(line: Line, plain: Act) -> Act | None:
    """Reads "announced a halt to the attacks", "said that it would stop them": it is an offer."""
    page = line.page
    if not any(party.role in PRINCIPALS for party in plain.doers):
        return None
    start = plain.end
    while start < plain.end + _DAYS:
        if page.is_exactly(start, "that_it"):
            return _promised(line, plain, start + 1)
        if page.uses(start, "terms"):
            break
        start += 1
    own = any(use.form.entry.id in {"stop", "observe"} for use in page.uses(start, "terms"))
    reading = read_kind(page, start, min(line.stop, start + _ANNOUNCED)) if own else None
    ceasefire = reading is not None and reading.rule.word("kind") == "ceasefire"
    return evolve(plain, kind="offer", end=start) if ceasefire else None


def _promised(line: Line, plain: Act, first: int) -> Act | None:
    """Reads "that it will stop the attacks": a verb of the future that says what is done."""
    for place in range(first, min(line.stop, first + _DAYS)):
        for use in line.page.uses(place, "terms"):
            if use.form.tense == "imperfect" and "س" in use.before:
                return evolve(plain, kind="offer", end=place)
    return None


_ASIDE = 18  # words after "announced" in which what is said of the subject may stand
_DAYS = 5  # words between "announced" and what is announced
_ANNOUNCED = 8  # words in which it is said what is stopped


def _blamed(line: Line, plain: Act) -> Act | None:
    """Reads "the sides accused each other of breaking the truce": each is said to have broken it."""
    page = line.page
    ahead = range(plain.start + 1, min(line.stop, plain.start + _ACCUSED))
    each = any(page.is_a(i, "accusations") for i in ahead)
    breach = next((i for i in ahead if _is_breach(page, i)), None)
    if breach is None or not each or not plain.doers:
        return None
    return evolve(plain, kind="stance", stance="violated", end=breach + 1, named=True)


def _is_breach(page: Page, at: int) -> bool:
    return any(use.form.entry.word("act") == "breach_noun" for use in page.uses(at, "stances"))


def _accused(line: Line, plain: Act) -> Act | None:
    """Reads "accused the rebels of breaking the truce": it is said of the second."""
    page = line.page
    named = [p for p in inside(line.here, plain.start + 1, plain.start + _ACCUSED) if p.role]
    nouns = range(plain.start + 1, min(line.stop, plain.start + _ACCUSED))
    breach = next(
        (i for i in nouns if _is_breach(page, i)),
        None,
    )
    if breach is None:
        return _accused_of_no(line, plain, named)
    accused = [p for p in named if p.first < breach and p not in plain.doers]
    accused = accused or [p for p in named if p.first < breach]  # who accuses stands before
    if len(accused) != 1:
        return None
    return evolve(
        plain,
        kind="stance",
        stance="violated",
        doers=tuple(accused),
        accuser=tuple(p for p in plain.doers[:1] if p not in accused),
        end=breach + 1,
        named=True,
        pronoun=any(use.after for use in page.uses(breach, "stances")),
    )


def _accused_of_no(line: Line, plain: Act, named: Sequence[Party]) -> Act | None:
    """Reads "accused the rebels of refusing the paper"."""
    page = line.page
    accused = [p for p in named if p not in plain.doers]
    for at in range(accused[0].stop, accused[0].stop + 2) if accused else ():
        for use in page.uses(at, "stances"):
            if use.before == "ب" and use.form.entry.word("stance") == "rejected":
                return evolve(
                    plain,
                    kind="stance",
                    stance="rejected",
                    doers=(accused[0],),
                    accuser=plain.doers[:1],
                    end=at + 1,
                )
    return None


def _voted(line: Line, plain: Act) -> Act | None:
    """Reads "voted for the paper", "voted against it", and "decided to accept it"."""
    for at in range(plain.end, min(line.stop, plain.end + 3)):
        stance = _VOTES.get(line.page.word(at), "")
        if stance and plain.doers:
            return evolve(plain, kind="stance", stance=stance, end=at + 1)
    return _answered(line, plain)


_VOTES = {"ضد": "rejected", "لصالح": "accepted", "لمصلحه": "accepted"}


def _dependent(line: Line, plain: Act) -> Act | None:
    """Reads "made its approval of the fifth article depend on ..."."""
    place = _answer_noun(line, plain.start + 1, plain.end + 3)
    if place is None or not plain.doers:
        return None
    turns = [
        i for i in range(place + 1, min(line.stop, place + _AROUND)) if line.page.word(i) == "علي"
    ]
    return evolve(
        plain,
        kind="stance",
        end=place + 1,
        stance="conditional",
        condition=turns[-1] if len(turns) > 1 else None,
    )


def _answer_noun(line: Line, first: int, stop: int) -> int | None:
    for place in range(first, min(line.stop, stop)):
        uses = line.page.uses(place, "stances")
        if any(party.first <= place < party.stop for party in line.here):
            continue  # "the opposition" is no refusal
        if any(u.form.entry.word("act") == "answer_noun" for u in uses):
            return place
        if line.page.word(place) in {"ان", "بان", "انه", "انها"}:
            return None
    return None


_ASKING = {"proposed": "offer", "demanded": "demand"}
_SAYING: Mapping[str, Callable[[Line, Act], Act | None]] = {
    "announce": _answered,
    "accuse": _accused,
    "blame": _blamed,
    "vote": _voted,
    "tell": _announced,
    "depend": _dependent,
}
