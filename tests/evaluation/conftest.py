"""Codings made by chance, and the script that first defined the figures, where it is at hand."""

from __future__ import annotations

import copy
import json
import subprocess
import sys
from pathlib import Path

import pytest

TEXT = "The army and the council agreed on a truce of two months; the roads open at once. " * 3
KINDS = ["ceasefire", "armed_exit", "weapons_handover", "movement_access", "other"]
SIDES = ["state", "opposition", "mediator", "civilian", "other"]
STANCES = [
    "proposed",
    "accepted",
    "provisional",
    "conditional",
    "rejected",
    "insisted",
    "demanded",
    "withdrawn",
    "deferred",
    "violated",
]
VALUES = {
    "duration": ["P2M", "P60D", "P1Y", "P12M", "P6M/P9M", "pt72h", "P1W", "P7D", "soon"],
    "extension": ["P1Y", "P15D", "P2M"],
    "weapons": ["light", "medium", "heavy"],
    "place": ["al-Dumayr", "Dumayr", "الضمير", "ضمير", "the north of the city of Homs", "Homs"],
    "beneficiary": ["the wounded", "wounded of the town", "conscripts", "families and the sick"],
    "destination": ["Idlib", "the north", "Idlib in the north"],
    "force": ["the army"],
}
SPEAKERS = ["reporter", "anonymous", "the Council", "a spokesman of the council", "Council", None]


def _span(rng):
    start = rng.randint(0, len(TEXT) - 2)
    return [start, start + rng.randint(1, 40)]


def _fields(rng):
    fields = {}
    for name, values in VALUES.items():
        if rng.random() < 0.4:
            some = [rng.choice(values) for _ in range(rng.randint(1, 2))]
            fields[name] = some if name in ("weapons", "place") else rng.choice([some[0], "", None])
    return fields


def _proposal(rng, number):
    return {
        "id": f"P{number}",
        "label": "",
        "proposer_side": rng.choice(["state", "opposition", "joint", "unstated"]),
        "date": rng.choice([None, "2016-06-15~", "2017"]),
        "status": rng.choice(["agreed", "tentative", "unstated"]),
        "terms": [
            {
                "id": f"T{index}",
                "kind": rng.choice(KINDS),
                "gist": "a gist",
                "span": _span(rng),
                "fields": _fields(rng),
            }
            for index in range(rng.randint(0, 4))
        ],
    }


def _targets(coding):
    for proposal in coding["proposals"]:
        yield proposal["id"]
        yield from (f"{proposal['id']}/{term['id']}" for term in proposal["terms"])


def _stance(rng, targets):
    return {
        "side": rng.choice(SIDES),
        "party": "a party",
        "target": rng.choice(targets),
        "stance": rng.choice(STANCES),
        "said_by": rng.choice(SPEAKERS[:-1]),
        "span": _span(rng),
    }


def _coding(rng):
    coding = {"id": "d", "proposals": [_proposal(rng, n) for n in range(rng.randint(0, 3))]}
    targets = list(_targets(coding))
    number = rng.randint(0, 6) if targets else 0
    return coding | {"stances": [_stance(rng, targets) for _ in range(number)]}


def _changed_term(rng, term):
    if rng.random() < 0.2:
        term["kind"] = rng.choice(KINDS)
    if rng.random() < 0.4:
        step, longer = rng.randint(-15, 15), rng.randint(-10, 30)
        start, end = term["span"]
        term["span"] = [start + step, end + step + longer]
    if rng.random() < 0.4:
        term["fields"] = (term.get("fields") or {}) | _fields(rng)


def _changed(rng, coding):
    coding = copy.deepcopy(coding)
    for proposal in coding["proposals"]:
        if rng.random() < 0.2:
            proposal.update(_proposal(rng, proposal["id"][1:]) | {"terms": proposal["terms"]})
        for term in proposal["terms"]:
            _changed_term(rng, term)
        proposal["terms"] = [one for one in proposal["terms"] if rng.random() < 0.85]
    if coding["proposals"] and rng.random() < 0.3:
        coding["proposals"].pop(rng.randint(0, len(coding["proposals"]) - 1))
    for number in range(3):
        _move_a_term(rng, coding, number)
    rng.shuffle(coding["proposals"])
    _change_stances(rng, coding)
    return coding


def _move_a_term(rng, coding, number):
    full = [one for one in coding["proposals"] if one["terms"]]
    if full and rng.random() < 0.4:
        term = rng.choice(full)["terms"].pop()
        rng.choice(coding["proposals"])["terms"].append(term | {"id": f"moved{number}"})


def _change_stances(rng, coding):
    targets = list(_targets(coding))
    kept = [one for one in coding["stances"] if one["target"] in targets and rng.random() < 0.85]
    for stance in kept:
        other = _stance(rng, targets)
        for key in other:
            if rng.random() < 0.2:
                stance[key] = other[key]
        if rng.random() < 0.1:
            del stance["said_by"]
    extra = rng.randint(0, 2) if targets else 0
    coding["stances"] = kept + [_stance(rng, targets) for _ in range(extra)]


@pytest.fixture(scope="session")
def text():
    return TEXT


@pytest.fixture(scope="session")
def changed():
    """Makes another coder's coding of a coding: records dropped, moved, changed and added."""
    return _changed


@pytest.fixture(scope="session")
def pair():
    """Makes a gold coding, and a predicted one that is near to it or has nothing to do with it."""

    def make(rng):
        gold = _coding(rng)
        return gold, _changed(rng, gold) if rng.random() < 0.8 else _coding(rng)

    return make


@pytest.fixture(scope="session")
def run_script(tmp_path_factory):
    """Runs the script on codings and texts by their ids."""
    script = Path(__file__).parents[3] / "shared" / "evaluate" / "score.py"

    def run(golds, predictions, texts):
        base = tmp_path_factory.mktemp("script")
        for name, values in (("gold", golds), ("predicted", predictions)):
            (base / name).mkdir()
            for key, value in values.items():
                (base / name / f"{key}.json").write_text(json.dumps(value), encoding="utf-8")
        (base / "texts").mkdir()
        for key, value in texts.items():
            (base / "texts" / f"{key}.txt").write_bytes(value.encode())
        folders = [str(base / name) for name in ("gold", "predicted", "texts")]
        command = [sys.executable, str(script), *folders, "--json"]
        return json.loads(subprocess.run(command, capture_output=True, check=True).stdout)

    return run
