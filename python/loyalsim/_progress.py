"""Bars that show how far the work is."""

from __future__ import annotations

import importlib
import importlib.util
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

Progress = Callable[[str, int, int], None]
"""Hears of progress: what is counted, how many are done, of how many."""


class _Bar:
    """A bar of tqdm for each piece of work, taken away when the next begins."""

    def __init__(self, make: Callable[..., Any]) -> None:
        self._make = make
        self._what = ""
        self._bar: Any = None

    def __call__(self, what: str, done: int, total: int) -> None:
        if self._bar is None or what != self._what:
            self.close()
            self._what, self._bar = what, self._make(total=total, desc=what, leave=False)
        self._bar.total = total
        self._bar.update(done - self._bar.n)

    def close(self) -> None:
        if self._bar is not None:
            self._bar.close()
            self._bar = None


def _in_notebook() -> bool:
    shell = sys.modules.get("IPython")
    return shell is not None and hasattr(shell.get_ipython(), "kernel")


def _has_widgets() -> bool:
    return _in_notebook() and importlib.util.find_spec("ipywidgets") is not None


def _maker() -> Callable[..., Any] | None:
    if importlib.util.find_spec("tqdm") is None:
        return None
    made: Callable[..., Any] = importlib.import_module("tqdm.notebook" if _has_widgets() else "tqdm").tqdm
    return made


@contextmanager
def watching(progress: bool | Progress | None) -> Iterator[Progress | None]:
    """Give what hears of progress: a bar where somebody looks and tqdm is there, unless something else is asked for."""
    if callable(progress):
        yield progress
        return
    # A bar of letters would stay in a notebook for good.
    watched = progress if progress is not None else sys.stderr.isatty() or _has_widgets()
    make = _maker() if watched else None
    if make is None:
        yield None
        return
    bar = _Bar(make)
    try:
        yield bar
    finally:
        bar.close()
