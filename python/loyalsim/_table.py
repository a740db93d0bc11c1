"""Tables: columns of numpy arrays."""

from __future__ import annotations

import csv
import html
import importlib
import io
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

Column = npt.NDArray[Any]

_SHOWN = 10
_WIDEST = 12


class Table(Mapping[str, Column]):
    """Columns of equal length by name, in order.

    Numbers are arrays of ``float64`` (``nan`` where undefined) or ``int64``, everything else arrays of texts. All have
    the shape ``(rows,)``.

    Parameters
    ----------
    columns : mapping of str to ndarray
        The columns.
    """

    def __init__(self, columns: Mapping[str, Column]) -> None:
        self._columns = dict(columns)

    @classmethod
    def from_csv(cls, text: str) -> Table:
        """Read a table that the command line writes.

        Parameters
        ----------
        text : str
            Comma-separated values with a line of names.

        Returns
        -------
        Table
            Its columns; numbers have the same bits as those that were written.
        """
        lines = csv.reader(io.StringIO(text))
        names = next(lines)
        rows = list(lines)
        return cls({name: _column([row[at] for row in rows]) for at, name in enumerate(names)})

    def __getitem__(self, name: str) -> Column:
        try:
            return self._columns[name]
        except KeyError:
            from difflib import get_close_matches

            close = get_close_matches(name, self._columns, 1) or list(self._columns)[:3]
            raise KeyError(f"there is no column {name!r}; did you mean {close[0]!r}? .columns lists all") from None

    def __iter__(self) -> Iterator[str]:
        return iter(self._columns)

    def __len__(self) -> int:
        return len(self._columns)

    @property
    def columns(self) -> list[str]:
        """Names of the columns."""
        return list(self._columns)

    @property
    def rows(self) -> int:
        """Number of rows."""
        return len(next(iter(self._columns.values()), ()))

    def where(self, **equal: Any) -> Table:
        """Return the rows in which columns have given values.

        Parameters
        ----------
        **equal
            Value by name of the column: ``run.monthly.where(world="program", series="active")``.

        Returns
        -------
        Table
            The rows that fit, in order.
        """
        keep = np.ones(self.rows, dtype=bool)
        for name, value in equal.items():
            keep &= self[name] == value
        return Table({name: column[keep] for name, column in self.items()})

    def to_pandas(self) -> Any:
        """Return the table as a ``pandas.DataFrame`` (needs pandas)."""
        pd = _optional("pandas", "pandas")
        return pd.DataFrame(self._columns)

    def to_arrow(self) -> Any:
        """Return the table as a ``pyarrow.Table`` (needs pyarrow)."""
        pa = _optional("pyarrow", "arrow")
        return pa.table(self._columns)

    def __repr__(self) -> str:
        names = ", ".join(self.columns[:_WIDEST]) + (", …" if len(self) > _WIDEST else "")
        return f"<Table of {self.rows} rows, {len(self)} columns: {names}>"

    def _repr_html_(self) -> str:
        names = self.columns[:_WIDEST]
        head = "".join(f"<th>{html.escape(name)}</th>" for name in names)
        body = "".join(
            "<tr>" + "".join(f"<td>{html.escape(_shown(self[name][row]))}</td>" for name in names) + "</tr>"
            for row in range(min(self.rows, _SHOWN))
        )
        more = f"<p>{self.rows} rows, {len(self)} columns</p>"
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}"


def _optional(module: str, extra: str) -> Any:
    try:
        return importlib.import_module(module)
    except ModuleNotFoundError as e:
        raise ModuleNotFoundError(f"this needs {module}: pip install 'loyalsim[{extra}]'", name=module) from e


def _shown(value: Any) -> str:
    return f"{value:.6g}" if isinstance(value, float) else str(value)


def _column(cells: list[str]) -> Column:
    """Return whole numbers, numbers, or texts: the first that all cells are."""
    try:
        return np.array([int(cell) for cell in cells], dtype=np.int64)
    except ValueError:
        pass
    try:
        return np.array([float(cell) if cell else np.nan for cell in cells], dtype=np.float64)
    except ValueError:
        return np.array(cells, dtype=object)
