"""Who helps a proposal along without being a party to it: brokers, guarantors, witnesses, monitors."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrs import frozen

from qalamoun_terms.lexicon.load import Lexicon
from qalamoun_terms.reading.text.frames import Span
from qalamoun_terms.reading.text.tokens import Tokens
from qalamoun_terms.reading.who.company import Company
from qalamoun_terms.reading.who.doers import Doer
from qalamoun_terms.reading.who.naming import Actor
from qalamoun_terms.reading.who.sides import PRINCIPALS

_GAP = 5  # words between a name and what it is said to have done
_ARTICLES = 2  # words between "brokered by" and a name
_ROW = 24  # words in which the names of a row stand


@frozen(kw_only=True)
class Help:
    """What somebody is to a proposal by some words: "facilitator", "guarantor", "witness", "monitor"."""

    doer: Doer
    role: str
    at: int
    span: Span


def find_help(company: Company, first: int, stop: int) -> Iterator[Help]:
    """Who a sentence says helps a proposal along.

    Args:
        company: the actors of the text.
        first: the first word of the sentence.
        stop: the word after its last.
    """
    tokens, lexicon = company.tokens, company.lexicon
    for hit in tokens.hits(lexicon.indexes["helpers"], first, stop):
        after = hit.entry.word("where") == "after"
        named = _after(company, hit.end, stop) if after else _before(company, hit.start, first)
        role = hit.entry.word("role")
        for actor in named:
            if actor.role == "both" or (role == "facilitator" and _is_principal(actor)):
                continue
            span = tokens.span(min(hit.start, actor.first), max(hit.end, actor.stop))
            yield Help(doer=_doer(actor), role=role, at=hit.start, span=span)
    yield from _by_adjective(company, first, stop)


def _doer(actor: Actor) -> Doer:
    """Who helps; a country that does so stands between the parties, whatever it is elsewhere."""
    between = bool(actor.country) and actor.role in {"", "state"}
    return Doer(name=actor.name, role="mediator" if between else actor.role, actor=actor)


def _is_principal(actor: Actor) -> bool:
    """Whether an actor is one of those who fight here, and no country that deals between them."""
    return actor.role in PRINCIPALS and not actor.country


def _after(company: Company, at: int, stop: int) -> Sequence[Actor]:
    """The actors that stand right after some words: one, or a row that ends with "and"."""
    actors = company.between(at, stop)
    if not actors or actors[0].first - at > _ARTICLES:
        return ()
    return _row(actors, company.tokens)


def _before(company: Company, at: int, first: int) -> Sequence[Actor]:
    """The actors that stand right before some words: one, or a row that ends with "and"."""
    actors = company.between(max(first, at - _ROW), at)
    between = company.tokens.words[actors[-1].stop : at] if actors else ()
    if not actors or len(between) > _GAP or not set(between) <= company.lexicon.words("helper_gap"):
        return ()
    starts = range(len(actors) - 1)
    rows = (
        actors[at:] for at in starts if len(_row(actors[at:], company.tokens)) == len(actors) - at
    )
    return next(rows, actors[-1:])


def _row(actors: Sequence[Actor], tokens: Tokens) -> Sequence[Actor]:
    """The actors of a row such as "A, B and C" at the beginning of several; without "and" the first."""
    for last, (one, other) in enumerate(pairwise(actors), start=1):
        link = list(tokens.words[one.stop : other.first])
        if link in (["and"], ["and", "the"], ["and", "from"]):
            return actors[: last + 1]
        if link not in ([","], [",", "the"]):
            break
    return actors[:1]


def _by_adjective(company: Company, first: int, stop: int) -> Iterator[Help]:
    """Reads "an Omani-brokered truce": the country, by its own name where the text has that too."""
    tokens, lexicon = company.tokens, company.lexicon
    for at in tokens.names_between(first, stop):
        if "-" not in tokens.words[at]:
            continue
        country, _, done = tokens.words[at].rpartition("-")
        role = _done(done, lexicon)
        if not role or not _mediates(country, lexicon):
            continue
        actor = next(
            (a for a in company.actors if a.country and country.startswith(a.country)), None
        )
        name = tokens.printed(at)[: len(country)]
        doer = _doer(actor) if actor else Doer(name=name, role="mediator")
        yield Help(doer=doer, role=role, at=at, span=tokens.span(at, at + 1))


def _done(word: str, lexicon: Lexicon) -> str:
    if word in lexicon.words("brokered"):
        return "facilitator"
    return "guarantor" if word in lexicon.words("vouched_for") else ""


def _mediates(word: str, lexicon: Lexicon) -> bool:
    hits = lexicon.indexes["actors"].find([word], 0, 1)
    return any(hit.entry.word("role") == "mediator" for hit in hits)
