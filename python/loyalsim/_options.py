"""What holds for all commands: the language, and the bounds of what may be asked for."""

from __future__ import annotations

import operator
from typing import Any, Literal

from loyalsim import _core

Lang = Literal["en", "ru"]

_LANGUAGES = ("en", "ru")
_language: Lang = "en"


def set_language(lang: Lang) -> None:
    """Set the language of answers, pictures and messages.

    Parameters
    ----------
    lang : {"en", "ru"}
        English (the default) or Russian. Numbers and the names of keys do not depend on it.
    """
    global _language  # noqa: PLW0603
    _language = language(lang)


def language(lang: str | None = None) -> Lang:
    """Return the language asked for, or the one that was set."""
    if lang is None:
        return _language
    for known in _LANGUAGES:
        if lang == known:
            return "ru" if known == "ru" else "en"
    raise ValueError(f"{lang!r} is not a language of loyalsim: write 'en' (English) or 'ru' (Russian)")


def whole(name: str, value: Any, least: int, most: int) -> int:
    """Return a whole number between bounds, or say what is allowed."""
    try:
        number = operator.index(value)
    except TypeError:
        raise TypeError(f"{name} is {value!r}: give a whole number from {least:,} to {most:,}") from None
    if not least <= number <= most:
        raise ValueError(f"{name} is {number:,}: give a whole number from {least:,} to {most:,}")
    return number


def size(trials: int | None, customers: int, seed: int, threads: int | None, least: int = 2) -> dict[str, Any]:
    """Return what every command is asked, within its bounds."""
    return {
        "trials": None if trials is None else whole("trials", trials, least, _core.MOST_TRIALS),
        "customers": whole("customers", customers, 1, _core.MOST_CUSTOMERS),
        "seed": whole("seed", seed, 0, 2**64 - 1),
        "threads": None if threads is None else whole("threads", threads, 1, _core.MOST_THREADS),
    }
