"""The command line: the functions of the front door, on files and bundled cases."""

from __future__ import annotations

from qalamoun_terms.cli.program import main

__all__ = ["main"]
