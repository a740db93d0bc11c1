"""Designs: what a business and its loyalty program are like."""

from __future__ import annotations

import json
import os
import warnings
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from loyalsim import _core
from loyalsim._errors import DesignWarning
from loyalsim._options import language
from loyalsim._table import Table

Value = float | str | Sequence[str] | Mapping[str, Any] | None
"""What may stand at a key of a design."""

_LARGEST = 1_000_000


class Design:
    """A valid design: a TOML text in which every number has a range, a basis and a source.

    Designs are never changed; :meth:`edit` returns another one. Make one with :meth:`read`, :meth:`from_text`,
    :meth:`from_dict` or :meth:`new`.
    """

    __slots__ = ("_core",)

    def __init__(self, core: _core.Design) -> None:
        self._core = core

    @classmethod
    def read(cls, path: str | os.PathLike[str]) -> Design:
        """Read a design from a file.

        Parameters
        ----------
        path : path-like
            A TOML file in UTF-8.

        Returns
        -------
        Design
            The design.

        Raises
        ------
        DesignError
            If it cannot be simulated; the message names each line and what to do.

        Warns
        -----
        DesignWarning
            Of what can be simulated but is probably not meant.
        """
        name = os.fspath(path)
        bytes_ = Path(path).read_bytes()
        if len(bytes_) > _LARGEST:
            raise ValueError(f"{name} has more than {_LARGEST:,} bytes: it is no design")
        return cls.from_text(bytes_.decode("utf-8-sig"), name=name)

    @classmethod
    def from_text(cls, text: str, *, name: str = "design.toml") -> Design:
        """Read a design from a text.

        Parameters
        ----------
        text : str
            The TOML text.
        name : str
            The file that it is said to come from, for messages.

        Returns
        -------
        Design
            The design.
        """
        design = cls(_core.Design.from_text(text, name, language()))
        for warning in design.warnings:
            warnings.warn(f"{name}: {warning}", DesignWarning, stacklevel=3)
        return design

    @classmethod
    def from_dict(cls, keys: Mapping[str, Any], *, name: str = "design.toml") -> Design:
        """Make a design of nested dictionaries, as :meth:`to_dict` returns them.

        Parameters
        ----------
        keys : mapping
            Keys and values as in the file; lists of tables are lists of dictionaries.
        name : str
            The file that it is said to come from, for messages. Lines are those of :meth:`to_toml`.

        Returns
        -------
        Design
            The design.
        """
        return cls(_core.Design.from_json(json.dumps(keys, allow_nan=False), name, language()))

    @classmethod
    def new(cls, title: str = "My shop") -> Design:
        """Make the commented design that ``loyalsim new`` begins with.

        Parameters
        ----------
        title : str
            Its title.

        Returns
        -------
        Design
            A design to change.
        """
        return cls(_core.Design.from_text(_core.Design.starter(title), f"{title}.toml", language()))

    def edit(self, path: str | Mapping[str, Value], value: Value = None) -> Design:
        """Return the design with another value at a key; comments and layout stay.

        Parameters
        ----------
        path : str or mapping
            The key by its path, as in ``program.points.earn``; where there is one element of a kind, its index may be
            left out. Several changes at once are a mapping of paths to values.
        value : float, str, sequence of str, mapping or None
            The value, in the unit that the design format gives (a share of 5 % is 0.05). What is uncertain is a
            mapping: ``{"low": 1, "mode": 2, "high": 3}``, ``{"normal": [mean, sd]}`` or
            ``{"p10": 1, "p50": 2, "p90": 3}``. ``None`` takes the key, or the element, out.

        Returns
        -------
        Design
            The changed design.

        Raises
        ------
        DesignError
            If there is no such key, or the changed design is not valid: with line, value, range and remedy.

        Examples
        --------
        >>> design = Design.new().edit("business.annual_retention", 0.8)
        """
        changes = path if isinstance(path, Mapping) else {path: value}
        core = self._core
        for key, new in changes.items():
            core = core.edit(key, json.dumps(_plain(new), allow_nan=True), language())
        return Design(core)

    def scale(self, path: str, factor: float) -> Design:
        """Return the design with a number, uncertain or not, multiplied.

        Parameters
        ----------
        path : str
            The number by its path.
        factor : float
            What it is multiplied by; what would leave the allowed range stops at its end.

        Returns
        -------
        Design
            The changed design.
        """
        return Design(self._core.scale(path, float(factor), language()))

    def add(self, path: str, keys: Mapping[str, Any] | None = None) -> Design:
        """Return the design with one more element, segment or other table of a list.

        Parameters
        ----------
        path : str
            The list, for instance ``program.club``.
        keys : mapping
            The keys of the new table.

        Returns
        -------
        Design
            The changed design.
        """
        return Design(self._core.add(path, json.dumps(dict(keys or {}), allow_nan=False), language()))

    def to_toml(self) -> str:
        """Return the text of the design."""
        return self._core.text

    def to_dict(self) -> dict[str, Any]:
        """Return the keys and values that the text states, without defaults and comments."""
        keys: dict[str, Any] = json.loads(self._core.to_json())
        return keys

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write the text of the design to a file, in place of what is there.

        Parameters
        ----------
        path : path-like
            The file.
        """
        Path(path).write_text(self.to_toml(), encoding="utf-8", newline="")

    @property
    def numbers(self) -> Table:
        """Every number in force, defaults included.

        Columns: ``path``, ``value`` (as written), ``low``, ``mode``, ``high``, ``unit``, ``basis`` (measured,
        published, folk or assumed), ``source``, ``given`` (else it is the default) and ``meaning``.
        """
        import numpy as np

        rows = json.loads(self._core.numbers(language()))
        names = list(rows[0]) if rows else []
        texts = ("path", "value", "unit", "basis", "source", "meaning")
        return Table({n: np.array([r[n] for r in rows], dtype=object if n in texts else None) for n in names})

    @property
    def warnings(self) -> list[str]:
        """What can be simulated but is probably not meant."""
        return self._core.warnings(language())

    @property
    def name(self) -> str:
        """The file that it comes from."""
        return self._core.name

    @property
    def title(self) -> str:
        """Its title."""
        return self._core.title

    @property
    def program(self) -> str | None:
        """Name of the program; ``None`` where there is none."""
        return self._core.program

    @property
    def currency(self) -> str:
        """Currency of all money."""
        return self._core.currency

    @property
    def months(self) -> int:
        """Length of the horizon in months."""
        return self._core.months

    @property
    def hash(self) -> str:
        """SHA-256 of its text, by which results name it."""
        return self._core.hash

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Design) and self.to_toml() == other.to_toml()

    def __hash__(self) -> int:
        return hash(self.hash)

    def __reduce__(self) -> tuple[Any, ...]:
        return (_again, (self.to_toml(), self.name))

    def __repr__(self) -> str:
        program = f", program {self.program!r}" if self.program else ", no program"
        return f"<Design {self.title!r}{program}, {self.months} months, {self.currency}>"


def _again(text: str, name: str) -> Design:
    return Design(_core.Design.from_text(text, name, language()))


def _plain(value: Any) -> Any:
    """Return numbers of numpy as those of Python."""
    return value.item() if hasattr(value, "item") else value
