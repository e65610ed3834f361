"""How much dearer is `import qalamoun_terms` than `import attrs, cattrs`?

Each import is timed inside of a fresh interpreter, so that starting Python does not count. The two
take turns, so that a busy machine slows down both. Printed are the medians and their ratio.
"""

import argparse
import statistics
import subprocess
import sys

OURS = "import qalamoun_terms"
PEER = "import attrs, cattrs"
PROMISED_RATIO = 2.5

TIMED = """
from time import perf_counter
start = perf_counter()
{statement}
print(perf_counter() - start)
"""


def seconds(statement: str) -> float:
    """Time one import statement in a fresh interpreter."""
    call = [sys.executable, "-c", TIMED.format(statement=statement)]
    return float(subprocess.run(call, capture_output=True, text=True, check=True).stdout)


def medians(runs: int) -> tuple[float, float]:
    """Time both imports in turns, after one run of each that fills the caches."""
    seconds(OURS), seconds(PEER)
    pairs = [(seconds(OURS), seconds(PEER)) for _ in range(runs)]
    ours, peer = zip(*pairs, strict=True)
    return statistics.median(ours), statistics.median(peer)


def main() -> None:
    """Print both medians and their ratio; exit with 1 where the promise is broken."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=21, help="runs of each import (default: 21)")
    ours, peer = medians(parser.parse_args().runs)
    ratio = ours / peer
    print(f"{OURS}: {ours * 1000:.1f} ms")
    print(f"{PEER}: {peer * 1000:.1f} ms")
    print(f"ratio: {ratio:.2f} (promised: at most {PROMISED_RATIO})")
    sys.exit(ratio > PROMISED_RATIO)


if __name__ == "__main__":
    main()
