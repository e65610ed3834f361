"""The cases that ship with the package: coded negotiations, source by source."""

from qalamoun_terms.cases.bundled import CaseInfo, demo_text, list_cases, load_case

__all__ = ["CaseInfo", "demo_text", "list_cases", "load_case"]
