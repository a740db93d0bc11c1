"""What is wrong with a design, and where."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong with a design.

    Attributes
    ----------
    line : int
        Line of the design, counted from 1.
    what : str
        What was found, and what is allowed.
    remedy : str
        What to do about it.
    code : str
        A short name of the kind of problem, for instance ``design::range``.
    path : str or None
        The key that it is about, where there is one.
    text : str
        The line itself.
    """

    line: int
    what: str
    remedy: str
    code: str
    path: str | None
    text: str


class DesignError(ValueError):
    """A design cannot be simulated, or cannot be changed as asked.

    The message names each line, the value found, what is allowed and what to do.

    Attributes
    ----------
    problems : tuple of Problem
        All that is wrong, in the order of the lines; empty where a change leads nowhere.
    """

    problems: tuple[Problem, ...]

    def __init__(self, message: str, problems: Sequence[Mapping[str, Any]] = ()) -> None:
        super().__init__(message)
        self.problems = tuple(Problem(**problem) for problem in problems)


class DesignWarning(UserWarning):
    """A design can be simulated but says something that is probably not meant."""
