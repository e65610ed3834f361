"""How Sphinx builds the documentation: `sphinx-build -n -W docs OUTPUT`, without a network."""

import builtins
import sys
from importlib.metadata import version as installed_version
from pathlib import Path

from sphinx.application import Sphinx

sys.path.insert(0, str(Path(__file__).parent))

from generate import write_all

project = "qalamoun_terms"
author = "The qalamoun_terms authors"
copyright = f"2026 {author}"
release = version = installed_version("qalamoun-terms")

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.autosummary",
    "sphinx.ext.napoleon",
]
exclude_patterns = ["_build", "generated"]  # what is generated is included by other pages
default_role = "literal"  # docstrings mark code with single backticks, as these pages do
nitpicky = True

autodoc_member_order = "bysource"
autodoc_typehints_format = "short"
# imported where it is used, so that its name alone tells nothing
autodoc_type_aliases = {"Extractor": "qalamoun_terms.evaluation.extractor.Extractor"}
autosummary_generate = False
python_use_unqualified_type_names = True

napoleon_google_docstring = True
napoleon_numpy_docstring = False
napoleon_use_ivar = True

myst_enable_extensions = ["colon_fence", "deflist", "fieldlist"]
myst_heading_anchors = 3

html_theme = "furo"
html_title = f"qalamoun_terms {release}"
html_show_sourcelink = False

# A link to a name of our own has to lead somewhere. Names from outside have no page here, and the
# inventories that would give them one are on the network.
_FOREIGN = {"attr", "attrs", "cattr", "cattrs", "click", "hypothesis", "jinja2", "rich"}
_PACKAGES = "|".join(sorted(_FOREIGN | sys.stdlib_module_names))
nitpick_ignore_regex = [
    ("py:.*", "|".join(sorted(dir(builtins)))),
    ("py:.*", rf"({_PACKAGES})(\..+)?"),
    ("py:class", "RenderableType"),  # rich's, named without its module
    ("py:class", "TypeAliasForwardRef"),  # what autodoc makes of a name in autodoc_type_aliases
]


def setup(app: Sphinx) -> None:
    """Write the generated pages, and put our reading of docstrings before Napoleon's (at 500)."""
    write_all()
    app.connect("autodoc-process-docstring", keep_the_first_sentence, priority=400)


def keep_the_first_sentence(
    _app: Sphinx, what: str, _name: str, _object: object, _options: object, lines: list[str]
) -> None:
    """Keep Napoleon from reading the first words of a value, up to a colon, as its type."""
    if what in {"property", "data", "attribute"} and lines:
        lines[0] = f": {lines[0]}"
