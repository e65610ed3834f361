"""The bundled data is found from each of the three ways to install the package."""

import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SITE_PACKAGES = sysconfig.get_path("purelib")

READ_DATA = """
import site, sys
site.addsitedir(sys.argv[1])
import qalamoun_terms.resources as resources
print(resources.__file__)
print(*sorted(entry.name for entry in resources.data_path().iterdir()))
sys.stdout.write(resources.read_text("README.md"))
"""


def run(*command, **options):
    call = [sys.executable, *map(str, command)]
    done = subprocess.run(call, capture_output=True, text=True, check=False, **options)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def build(source, folder, kind):
    run("-m", "build", "--no-isolation", f"--{kind}", "--outdir", folder, source)
    (built,) = folder.iterdir()
    return built


def install(what, folder):
    offline = ["--quiet", "--no-deps", "--no-index", "--no-build-isolation"]
    run("-m", "pip", "install", *offline, "--target", folder, *what)
    return folder


def read_data(installed):
    """What a fresh interpreter sees that knows this environment's libraries but not its package.

    Without `site` the path files of the environment are not read, and so neither is the one of
    an editable install.
    """
    environment = os.environ | {"PYTHONPATH": SITE_PACKAGES}
    module, entries, text = run(
        "-S", "-c", READ_DATA, installed, env=environment, cwd=installed
    ).split("\n", 2)
    return Path(module), set(entries.split()), text


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("packaging")


@pytest.fixture(scope="module")
def wheel(folder):
    return build(ROOT, folder / "wheel", "wheel")


@pytest.fixture(scope="module")
def sdist(folder):
    return build(ROOT, folder / "sdist", "sdist")


@pytest.fixture(scope="module")
def wheel_from_sdist(folder, sdist):
    run("-m", "tarfile", "-e", sdist, folder / "unpacked")
    (source,) = (folder / "unpacked").iterdir()
    return build(source, folder / "wheel-from-sdist", "wheel")


def test_editable_checkout_reads_data_from_the_checkout(folder):
    installed = install(["--editable", ROOT], folder / "editable")

    module, entries, text = read_data(installed)

    assert ROOT in module.parents
    assert entries == {entry.name for entry in (ROOT / "data").iterdir()}
    assert text == (ROOT / "data" / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", ["wheel", "wheel_from_sdist"])
def test_wheel_carries_its_cases_and_not_what_the_reader_learns_from(folder, kind, request):
    installed = install([request.getfixturevalue(kind)], folder / f"installed-{kind}")

    module, entries, text = read_data(installed)

    assert installed in module.parents
    assert entries == {"README.md", "cases"}
    assert text == (ROOT / "data" / "README.md").read_text(encoding="utf-8")


def test_wheel_from_sdist_equals_wheel_from_checkout(wheel, wheel_from_sdist):
    assert contents(wheel) == contents(wheel_from_sdist)


def test_wheel_is_marked_as_typed(wheel):
    assert "qalamoun_terms/py.typed" in contents(wheel)


def contents(wheel):
    with zipfile.ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
