"""What `import qalamoun_terms` must not pull in."""

import subprocess
import sys

import pytest

HEAVY_OR_OPTIONAL = [
    "click",
    "deepdiff",
    "docx",
    "hypothesis",
    "jinja2",
    "lxml",
    "numpy",
    "rapidfuzz",
    "rich",
]


@pytest.fixture(scope="module")
def loaded_modules():
    script = "import sys, qalamoun_terms; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(run.stdout.split())


def test_import_loads_the_package(loaded_modules):
    assert "qalamoun_terms" in loaded_modules


@pytest.mark.parametrize("name", HEAVY_OR_OPTIONAL)
def test_import_does_not_load(loaded_modules, name):
    assert name not in loaded_modules
