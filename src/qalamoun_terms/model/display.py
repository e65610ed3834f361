"""How a model shows itself in a notebook, without knowing the pages that it is shown with.

Imports only go down, so that the model cannot ask the reports. The front door hands the way of showing in here
once, and a model that is shown takes it from here.
"""

from __future__ import annotations

from collections.abc import Callable

__all__ = ["Renderer", "repr_html", "set_renderer"]

Renderer = Callable[[object], str]
"""Makes a fragment of HTML out of a model."""

_renderers: list[Renderer] = []


def set_renderer(renderer: Renderer | None) -> None:
    """Say what makes a fragment of HTML out of a model.

    Args:
        renderer: the function; None for none, so that notebooks show the plain ``repr``.

    >>> from qalamoun_terms.model import display
    >>> before = list(display._renderers)
    >>> set_renderer(lambda model: "<p>A case.</p>")
    >>> repr_html(object())
    '<p>A case.</p>'
    >>> display._renderers[:] = before
    """
    _renderers[:] = [] if renderer is None else [renderer]


def repr_html(model: object) -> str | None:
    """Show a model in a notebook; a class takes this as its ``_repr_html_``.

    Args:
        model: the model.

    Returns:
        A fragment of HTML, or None where nothing can make one.

    >>> class Note:
    ...     _repr_html_ = repr_html
    >>> hasattr(Note(), "_repr_html_")
    True
    """
    return _renderers[0](model) if _renderers else None
