"""Our figures are those of the script that defined them, to the last digit.

`recorded.json` holds what the script says of pairs of codings made by chance, so that this is tested without the
script too; where the script is at hand it is run, on those pairs, on others, and on the documents it came with.
"""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qalamoun_terms.evaluation.coding_in import read_coding
from qalamoun_terms.evaluation.evaluate import evaluate

HERE = Path(__file__).parent
SHARED = HERE.parents[2] / "shared"
RECORDED = HERE / "recorded.json"
SEEDS = range(80)
SCRIPT_IS_HERE = (SHARED / "evaluate" / "score.py").exists()


def read(codings):
    return {key: read_coding(one) for key, one in codings.items()}


def figures(golds, predictions, texts):
    data = evaluate(read(golds), read(predictions), texts).to_data()
    for document in data["documents"].values():
        del document["missed"], document["invented"]
    return {"total": data["total"], "documents": data["documents"]}


@pytest.fixture(scope="module")
def pairs(pair):
    made = {f"{seed:03}": pair(random.Random(seed)) for seed in SEEDS}
    golds = {key: gold for key, (gold, _) in made.items()}
    return golds, {key: predicted for key, (_, predicted) in made.items()}


def test_figures_are_those_on_record(pairs, text):
    golds, predictions = pairs
    recorded = json.loads(RECORDED.read_text(encoding="utf-8"))

    assert figures(golds, predictions, dict.fromkeys(golds, text)) == recorded


def test_each_figure_is_put_to_the_test(pairs, text):
    golds, predictions = pairs
    found = evaluate(read(golds), read(predictions), dict.fromkeys(golds, text)).total

    assert all(0 < rate < 1 for name, rate in found.summary().items() if isinstance(rate, float))
    assert all(
        found.tally(name).invented and found.tally(name).missed for name in ("term", "group")
    )


if SCRIPT_IS_HERE:
    DEV = sorted((HERE.parent / "corpus" / "dev").glob("*.json"))

    @pytest.fixture(scope="module")
    def corpus():
        golds = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in DEV}
        texts = {path.stem: path.with_suffix(".txt").read_bytes().decode() for path in DEV}
        return golds, texts

    def test_record_is_what_the_script_says(pairs, text, run_script):
        golds, predictions = pairs
        recorded = json.loads(RECORDED.read_text(encoding="utf-8"))

        assert run_script(golds, predictions, dict.fromkeys(golds, text)) == recorded

    @pytest.mark.parametrize("seed", range(3))
    def test_figures_on_the_corpus_are_those_of_the_script(seed, corpus, changed, run_script):
        golds, texts = corpus
        rng = random.Random(seed)
        predictions = {key: changed(rng, gold) for key, gold in golds.items()}
        del predictions[next(iter(golds))]

        assert figures(golds, predictions, texts) == run_script(golds, predictions, texts)

    @settings(max_examples=40)
    @given(rng=st.randoms(use_true_random=False))
    def test_figures_of_any_change_are_those_of_the_script(rng, corpus, changed, run_script):
        golds, texts = corpus
        one = rng.choice(sorted(golds))
        here = {one: golds[one]}, {one: changed(rng, golds[one])}, {one: texts[one]}

        assert figures(*here) == run_script(*here)

    @settings(max_examples=40)
    @given(rng=st.randoms(use_true_random=False))
    def test_figures_of_any_codings_are_those_of_the_script(rng, pair, text, run_script):
        gold, predicted = pair(rng)
        here = {"d": gold}, {"d": predicted}, {"d": text}

        assert figures(*here) == run_script(*here)
