"""Where the data that ships with the package is found.

A wheel carries the cases of the folder `data/` inside of the package, in `qalamoun_terms/_data`. An
editable install leaves it where it is, at the top of the checkout. Nobody else needs to know.
"""

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

__all__ = ["data_path", "read_text"]


def data_path(*parts: str) -> Traversable:
    """Find a file or a folder of the bundled data.

    Args:
        *parts: the names of the folders and of the file, from the top of `data/` down.

    Returns:
        The file or folder, which may lie inside of an archive.

    Raises:
        ValueError: a part is not a plain name, so that it could lead out of the data.
        FileNotFoundError: there is no such file or folder.

    >>> data_path("README.md").is_file()
    True
    """
    found = _root()
    for part in parts:
        if not _is_plain_name(part):
            raise ValueError(f"bundled data: expected the name of a file or folder, got {part!r}")
        found = found / part
    if not (found.is_file() or found.is_dir()):
        raise FileNotFoundError(f"bundled data: there is no {'/'.join(parts) or 'data folder'}")
    return found


def read_text(*parts: str) -> str:
    """Read a text of the bundled data, strictly as UTF-8, with its line ends as they are.

    Args:
        *parts: the names of the folders and of the file, from the top of `data/` down.

    Returns:
        The text of the file.

    Raises:
        ValueError: a part is not a plain name.
        FileNotFoundError: there is no such file.

    >>> read_text("README.md").splitlines()[0]
    '# Data'
    """
    return data_path(*parts).read_bytes().decode("utf-8")


def _root() -> Traversable:
    installed = files("qalamoun_terms") / "_data"
    if installed.is_dir():
        return installed
    return Path(__file__).resolve().parents[2] / "data"


def _is_plain_name(part: str) -> bool:
    return part not in {"", ".", ".."} and not set(part) & set("/\\:\0")
