"""Whether a text negotiates at all, who faces whom in it, and how much of it is fought over."""

from __future__ import annotations

from attrs import frozen

from qalamoun_terms.reading.told.scene import Scene
from qalamoun_terms.reading.who.sides import PRINCIPALS, SIDES

SHORT_TEXT = 120  # words up to which a text need not speak of negotiating to be about it
FEW_PAPERS = 2  # nouns of papers beside which one word of what is fought over is enough
PAPERS = 3  # nouns of papers and their parts that speak of a text under negotiation
OTHER_FIELD = 4  # words of another field that make it likely
TALKED = 3  # words of negotiating that two sides have in a text that tells of their dealings
NEGOTIATES = 2  # words of negotiating from which a text is taken to negotiate
DENSE, DISTINCT = 4, 3  # words of negotiating, and different ones, of a text that does so much
DEALS = 2  # words of dealing from which terms that nobody put forward are a deal's
PREFACED_WITHIN = 40  # sentences among which the preface of an agreement stands


@frozen(kw_only=True)
class Bearings:
    """What a text is about.

    `negotiates_much` tells that what it says of terms may be taken for such without further words,
    `opposed` that two sides face each other, `deals_much` that it speaks of a deal again and again;
    `contested` counts the words of what is fought over, `papers` the nouns of papers and their parts.
    """

    negotiates: bool
    negotiates_much: bool
    opposed: bool
    deals_much: bool
    contested: int
    papers: int

    def is_fought(self, least: int = 2) -> bool:
        """Whether a text is of something fought over: clubs and councils have tables and answers, too.

        Args:
            least: words of what is fought over that it has, at least, where no papers are named.
        """
        return self.contested >= least or (self.contested > 0 and self.papers >= FEW_PAPERS)


def take_bearings(scene: Scene) -> Bearings:
    """Looks over a whole text for what it is about.

    Args:
        scene: the text.
    """
    words = scene.tokens.words
    dealing = scene.words_of("deal")
    talking = scene.words_of("negotiation") | dealing
    told = [*filter(talking.__contains__, words)]
    spoken, distinct = len(told), len(set(told))
    titled = bool(scene.heading_words() & scene.words_of("title_of_text"))
    roles = {actor.role for actor in scene.company.actors} - {"", "other"}
    clear = {actor.role for actor in scene.company.actors if not actor.weak}
    sided = len(roles) > 1 or "both" in roles
    short = len(words) <= SHORT_TEXT
    dense = (spoken >= DENSE and distinct >= DISTINCT) or (short and spoken >= 1)
    opposed = titled or "both" in clear or clear >= PRINCIPALS
    contested = len(scene.words_of("contested").intersection(words))
    papers = len(scene.lexicon.any_of("paper", "part").intersection(words))
    faced = opposed or (spoken >= TALKED and len(roles & SIDES) > 1)
    fought = _is_contested(len(words), contested, papers, opposed=opposed, faced=faced)
    apart = _is_of_other_field(scene, contested)
    about = not apart and (fought or _is_prefaced(scene))
    much = (sided or (short and bool(roles))) and (titled or dense)
    some = spoken >= NEGOTIATES or titled or (short and bool(roles)) or (opposed and fought)
    return Bearings(
        negotiates=about and (some or _is_prefaced(scene)),
        negotiates_much=about and much,
        opposed=opposed,
        deals_much=sum(word in dealing for word in told) >= DEALS,
        contested=contested,
        papers=papers,
    )


def _is_contested(length: int, contested: int, papers: int, *, opposed: bool, faced: bool) -> bool:
    """Whether a text has words of what is fought and negotiated over.

    A short one, and one in which two sides face each other, need fewer of them.
    """
    brief = length <= SHORT_TEXT // 2
    if brief and opposed:
        return True
    return contested >= (1 if faced or brief else 2) or papers >= PAPERS


def _is_of_other_field(scene: Scene, contested: int) -> bool:
    """Whether a text is full of the words of games, markets or budgets: its deals are others'."""
    others = len(scene.words_of("other_field").intersection(scene.tokens.words))
    return others >= OTHER_FIELD and others > contested


def _is_prefaced(scene: Scene) -> bool:
    """Whether a sentence opens a list with words of agreeing."""
    preface = scene.words_of("preface")
    for index in range(min(len(scene.sentences), PREFACED_WITHIN)):
        first, stop = scene.bounds(index)
        if scene.opens_items(index) and not preface.isdisjoint(scene.tokens.words[first:stop]):
            return True
    return False
