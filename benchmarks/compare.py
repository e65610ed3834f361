"""How well, and how fast, does `compare` find what became of each article?

Drafts with known truth are made by `qalamoun_terms.testing.draft_pair`. Every peer sees the same two
drafts in the same run, one after the other, and is asked for pairs of articles. A peer that cannot
pair articles is left out; one that is not installed is skipped. Times are processor time, medians, in
turns; what other peers have loaded is not searched for garbage.

What changed inside of articles is worked out when it is first asked for. So our time is given three times:

- links: which article became which, of proposals that are at hand, which is all that the peers tell;
- everything: that, and all edits word by word, changes of force, movements and redlines;
- from rows: the links, and the proposals made of rows of number, heading and text before that.

DeepDiff is asked twice, for heading and text alone, and for whole articles as `to_json` writes them, each
without ids and numbers, which it would take for changes; its input is made before its time is taken.
"""

import argparse
import gc
import importlib.util
import json
import math
import resource
import statistics
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from time import process_time
from typing import Any

from qalamoun_terms.comparison.changes import Link
from qalamoun_terms.comparison.compare import compare
from qalamoun_terms.comparison.draft import draft
from qalamoun_terms.comparison.edits import TextEdit
from qalamoun_terms.comparison.redline import stretches_of
from qalamoun_terms.formats.json import to_json
from qalamoun_terms.model.proposals import Proposal
from qalamoun_terms.testing import DraftPair, TrueLink, draft_pair, score
from qalamoun_terms.testing.drafts import LinkLike

Rows = Sequence[tuple[str, str, str]]
Pairs = list[tuple[int, int]]
Articles = list[dict[str, Any]]

ENOUGH = 0.5
"""From so much likeness on the peers that pair by likeness take two articles for one."""


def installed(*names: str) -> bool:
    """Say whether modules can be imported, without doing so."""
    return all(importlib.util.find_spec(name) for name in names)


# --- the peers: each takes rows of (number, heading, text) and gives pairs of places


def links(old: Proposal, new: Proposal) -> tuple[Link, ...]:
    """`compare` and its links, of proposals that are at hand."""
    return compare(old, new).links


def links_from_rows(old: Rows, new: Rows) -> tuple[Link, ...]:
    """`draft`, and `compare` with its links."""
    return links(*as_proposals(old, new))


def everything(old: Proposal, new: Proposal) -> tuple[Link, ...]:
    """`compare` with its links, edits, changes of force, movements and redlines."""
    change = compare(old, new)
    texts = {one.id: one.accounts[0].text or "" for one in old.articles}
    for edit in change.edits:
        if isinstance(edit, TextEdit) and not edit.field:
            stretches_of(texts[edit.article], edit.words)
    if not (change.movements and all(link.reason for link in change.links)):
        raise SystemExit("the drafts do not differ")
    return change.links


def as_proposals(old: Rows, new: Rows) -> tuple[Proposal, Proposal]:
    """Make proposals of two drafts."""
    return draft(old), draft(new, id="p2")


def shingles(old: Rows, new: Rows) -> Pairs:
    """The plain pipeline: equal texts by hash, the rest by shared rows of three words, the best first."""
    pairs, left_old, left_new = equal_first(old, new)
    holders = defaultdict(set)
    cut = {}
    for side, places, rows in (("old", left_old, old), ("new", left_new, new)):
        for place in places:
            words = rows[place][2].split()
            cut[side, place] = {tuple(words[at : at + 3]) for at in range(max(1, len(words) - 2))}
    for place in left_old:
        for one in cut["old", place]:
            holders[one].add(place)
    scored = []
    for place in left_new:
        shared = defaultdict(int)
        for one in cut["new", place]:
            for other in holders[one] if len(holders[one]) <= 50 else ():
                shared[other] += 1
        scored += [
            (many / min(len(cut["old", other]), len(cut["new", place])), other, place)
            for other, many in shared.items()
        ]
    return pairs + greedy(scored, 0.3)


def equal_first(old: Rows, new: Rows) -> tuple[Pairs, list[int], list[int]]:
    """Pair the articles of equal text."""
    by_text = defaultdict(list)
    for place, row in enumerate(old):
        by_text[row[2]].append(place)
    pairs, left_new = [], []
    for place, row in enumerate(new):
        if by_text[row[2]]:
            pairs.append((by_text[row[2]].pop(0), place))
        else:
            left_new.append(place)
    return pairs, sorted(place for places in by_text.values() for place in places), left_new


def greedy(scored: list[tuple[float, int, int]], enough: float) -> Pairs:
    """Take the best pairs first."""
    seen_old, seen_new, pairs = set(), set(), []
    for likeness, old, new in sorted(scored, key=lambda one: (-one[0], one[2], one[1])):
        if likeness >= enough and old not in seen_old and new not in seen_new:
            seen_old.add(old)
            seen_new.add(new)
            pairs.append((old, new))
    return pairs


def difflib_articles(old: Rows, new: Rows) -> Pairs:
    """The list of texts by difflib: what it calls replaced is paired one by one."""
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(
        None, [row[2] for row in old], [row[2] for row in new], autojunk=False
    )
    return [
        (one, other)
        for tag, start, end, begin, until in matcher.get_opcodes()
        if tag in ("equal", "replace")
        for one, other in zip(range(start, end), range(begin, until), strict=False)
    ]


def assignment(likeness: Any, pairs: Pairs, left: Sequence[list[int]]) -> Pairs:
    """The best one-to-one pairs of a matrix of likeness."""
    from scipy.optimize import linear_sum_assignment

    rows, columns = linear_sum_assignment(likeness, maximize=True)
    return pairs + [
        (left[0][row], left[1][column])
        for row, column in zip(rows, columns, strict=True)
        if likeness[row, column] >= ENOUGH
    ]


def cdist_assignment(old: Rows, new: Rows) -> Pairs:
    """Equal texts by hash, then rapidfuzz's ratio of all the others and the best assignment."""
    from rapidfuzz.fuzz import ratio
    from rapidfuzz.process import cdist

    pairs, *left = equal_first(old, new)
    texts = [
        [rows[place][2] for place in places] for rows, places in zip((old, new), left, strict=True)
    ]
    return assignment(cdist(*texts, scorer=ratio) / 100, pairs, left)


def tfidf_assignment(old: Rows, new: Rows) -> Pairs:
    """TF-IDF of words over all articles, cosine, and the best assignment."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    texts = [row[2] for row in (*old, *new)]
    found = TfidfVectorizer(sublinear_tf=True).fit_transform(texts)
    likeness = (found[: len(old)] @ found[len(old) :].T).toarray()
    left = list(range(len(old))), list(range(len(new)))
    return assignment(likeness, [], left)


def deepdiff_ignore_order(old: Articles, new: Articles) -> Pairs:
    """DeepDiff of a list of articles, in any order: what it calls changed, by its paths; the rest is equal."""
    from deepdiff import DeepDiff

    found = DeepDiff(old, new, ignore_order=True, view="tree")
    changed = {
        places_of(level)
        for kind in ("values_changed", "type_changes")
        for level in found.get(kind, ())
    }
    before, after = ([("", "", repr(one)) for one in articles] for articles in (old, new))
    pairs, *_ = equal_first(before, after)
    return sorted(set(pairs) | changed)


def as_texts(old: Rows, new: Rows) -> tuple[Articles, Articles]:
    """Give the heading and the text of each article."""
    before, after = ([{"heading": row[1], "text": row[2]} for row in rows] for rows in (old, new))
    return before, after


def as_articles(old: Rows, new: Rows) -> tuple[Articles, Articles]:
    """Give the articles of two proposals as data, without ids and numbers."""
    before, after = (json.loads(to_json(one))["articles"] for one in as_proposals(old, new))
    for article in (*before, *after):
        del article["id"], article["label"]
    return before, after


def places_of(level: Any) -> tuple[int, int]:
    """The places of the two articles that a level of DeepDiff lies in."""
    while level.up is not None and level.up.up is not None:
        level = level.up
    before, after = level.up.t1_child_rel, level.up.t2_child_rel
    return before.param, (after or before).param


OURS, ALL = "qalamoun_terms, links", "qalamoun_terms, everything"
DEEPDIFF = "DeepDiff ignore_order, heading and text"
WHOLE = "DeepDiff ignore_order, whole articles"
PEERS = {
    OURS: (links, ()),
    ALL: (everything, ()),
    "qalamoun_terms, links, from rows": (links_from_rows, ()),
    "shingles (plain pipeline)": (shingles, ()),
    "difflib (articles)": (difflib_articles, ()),
    "rapidfuzz cdist + assignment": (cdist_assignment, ("scipy", "numpy")),
    "TF-IDF + assignment": (tfidf_assignment, ("scipy", "sklearn")),
    DEEPDIFF: (deepdiff_ignore_order, ("deepdiff",)),
    WHOLE: (deepdiff_ignore_order, ("deepdiff",)),
}
PREPARED = {OURS: as_proposals, ALL: as_proposals, DEEPDIFF: as_texts, WHOLE: as_articles}
"""What is done before the time is taken."""
SLOW = {
    "rapidfuzz cdist + assignment": 5_000,
    "TF-IDF + assignment": 2_000,
    DEEPDIFF: 1_000,
    WHOLE: 1_000,
}
"""Peers whose time grows with the square are not asked beyond so many articles."""


def as_they_are(old: Rows, new: Rows) -> tuple[Rows, Rows]:
    """Leave two drafts as they are."""
    return old, new


def as_links(found: Any, pair: DraftPair) -> Iterable[LinkLike]:
    """Put pairs of places into the form of links."""
    if not isinstance(found, list):
        return found
    return [
        TrueLink(old=(pair.old[one][0],), new=(pair.new[other][0],), relation="")
        for one, other in found
    ]


def measure(articles: int, *, runs: int, seed: int, reworded: float) -> float:
    """Print quality and time of all peers on one pair of drafts; give our time for everything."""
    pair = draft_pair(articles, seed=seed, reworded=reworded)
    names = [
        name
        for name, (_, needs) in PEERS.items()
        if installed(*needs) and articles <= SLOW.get(name, math.inf)
    ]
    times, found = defaultdict(list), {}
    everything(*as_proposals(pair.old[:20], pair.new[:20]))
    for turn in range(runs):
        for name in names:
            if turn and times[name][0] > 2:
                continue
            drafts = PREPARED.get(name, as_they_are)(pair.old, pair.new)
            gc.collect()
            gc.freeze()
            start = process_time()
            found[name] = PEERS[name][0](*drafts)
            times[name].append(process_time() - start)
            gc.unfreeze()
    own, full = (statistics.median(times[name]) for name in (OURS, ALL))
    words = f", {reworded:.0%} of the words replaced or reordered" if reworded else ""
    print(f"\n{articles} articles{words}\n")
    print(
        "| peer | link F1 | precision | recall | splits, mergers whole | seconds | times our links"
        " | times our everything |"
    )
    print("|---|---|---|---|---|---|---|---|")
    for name in names:
        result = score(as_links(found[name], pair), pair.links)
        whole = "-" if result.whole is None else f"{result.whole:.3f}"
        took = statistics.median(times[name])
        print(
            f"| {name} | {result.f1:.4f} | {result.precision:.4f} | {result.recall:.4f}"
            f" | {whole} | {took:.3f} | {took / own:.2f} | {took / full:.2f} |"
        )
    relations = score(found[OURS], pair.links).relations
    print(f"\nour links with their relation: {relations:.4f} right")
    return full


def main() -> None:
    """Measure all sizes, then how our time grows and what memory it took."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 1_000, 10_000])
    parser.add_argument("--runs", type=int, default=3, help="runs of each peer (default: 3)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--reworded", type=float, default=0.0, help="share of the words, 0 to 1")
    chosen = parser.parse_args()
    own = {
        size: measure(size, runs=chosen.runs, seed=chosen.seed, reworded=chosen.reworded)
        for size in chosen.sizes
    }
    sizes = sorted(own)
    for small, large in pairwise(sizes):
        growth = math.log(own[large] / own[small]) / math.log(large / small)
        print(f"\ngrowth exponent of our everything {small} -> {large}: {growth:.2f}")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"\npeak memory of all of this together: {peak:.0f} MiB")


if __name__ == "__main__":
    main()
