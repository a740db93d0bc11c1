"""From a transaction log to a design."""

from __future__ import annotations

import os
import pathlib
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any, Literal

from loyalsim import _core
from loyalsim._design import Design
from loyalsim._options import language
from loyalsim._pictures import Pictures, said
from loyalsim._progress import Progress, watching
from loyalsim._table import Table

Path = str | os.PathLike[str]

_WEEKS = 52.0
_LONGEST_FORECAST = 520.0


class Calibration:
    """What a transaction log says: a design that runs, and the test of the forecast that it rests on."""

    def __init__(self, found: _core.Calibrated) -> None:
        self._found = found

    @cached_property
    def design(self) -> Design:
        """The design, with measured numbers and their errors; what the log cannot say is marked as assumed."""
        text = self._found.design(language())
        return Design(_core.Design.from_text(text, "calibrated.toml", language()))

    @cached_property
    def models(self) -> Table:
        """The models, the chosen one first; empty where the log was too short for a test.

        Columns ``model``, ``unseen`` (logarithm of the likelihood that it gave to what it had not seen: higher is
        better), ``expected`` and ``actual`` purchases in the time forecast, ``active`` (customers who are, by the
        model, at the cut).
        """
        return Table.from_csv(self._found.models())

    @cached_property
    def backtest(self) -> Table:
        """Purchases forecast for months that were not fitted, and what happened.

        Columns ``month``, ``expected``, ``low`` and ``high`` (90 % interval), ``actual``. The first and the last may
        be parts of months.
        """
        return Table.from_csv(self._found.backtest())

    @cached_property
    def aside(self) -> Table:
        """Rows that could not be read: file, line, reason, and the row. Empty if there are none."""
        rows = self._found.aside()
        width = max((line.count(",") for line in rows.splitlines()), default=0) + 1
        head = ["file", "line", "reason", *(f"cell_{n}" for n in range(1, max(width - 2, 1)))]
        return Table.from_csv(",".join(head) + "\n" + rows)

    def customers(self, *, weeks: float = _WEEKS, ids: bool = False) -> Table:
        """Forecast what each customer will do, in the order of the log.

        Parameters
        ----------
        weeks : float
            Weeks that are forecast.
        ids : bool
            Whether to name the customers as the log does.

        Returns
        -------
        Table
            Columns ``number``, ``purchases``, ``weeks_since_first``, ``weeks_since_last``, ``active`` (chance that
            he still is), ``expected_purchases``, ``expected_spend`` (where the log has amounts), ``customer``.
        """
        if not 1 <= weeks <= _LONGEST_FORECAST:
            raise ValueError(f"weeks is {weeks}: give a number from 1 to {_LONGEST_FORECAST:.0f}")
        return Table.from_csv(self._found.customers(weeks, ids))

    def text(self, lang: str | None = None) -> str:
        """Return what was found in words.

        Parameters
        ----------
        lang : {"en", "ru"}, optional
            The language, if not the one that was set.

        Returns
        -------
        str
            What was found.
        """
        return self._found.text(language(lang))

    def page(self, lang: str | None = None) -> str:
        """Return all of it as a page in HTML, pictures included.

        Parameters
        ----------
        lang : {"en", "ru"}, optional
            The language, if not the one that was set.

        Returns
        -------
        str
            An HTML document.
        """
        return self._found.page(language(lang))

    def to_excel(self, path: Path, lang: str | None = None) -> None:
        """Write a workbook: the test of the forecast with its months, the models, today's customers, every number.

        Parameters
        ----------
        path : path-like
            The file, ending in ``.xlsx``.
        lang : {"en", "ru"}, optional
            The language, if not the one that was set.
        """
        pathlib.Path(path).write_bytes(self._found.workbook(language(lang)))

    def pictures(self, lang: str | None = None) -> Pictures:
        """Draw the test of the forecast: by month, and by customers' purchases before.

        Parameters
        ----------
        lang : {"en", "ru"}, optional
            The language, if not the one that was set.

        Returns
        -------
        Pictures
            The pictures by name.
        """
        return Pictures(self._found.pictures(language(lang)))

    def __str__(self) -> str:
        return self.text()

    def __repr__(self) -> str:
        return f"<Calibration>\n{self.text()}"

    def _repr_html_(self) -> str:
        return said(self.text()) + self.pictures()._repr_html_()


def calibrate(
    logs: Path | Sequence[Path],
    *,
    columns: Mapping[str, str] | None = None,
    currency: str | None = None,
    cut: date | str | None = None,
    survey: Path | None = None,
    reasons: Path | None = None,
    causes: Path | None = None,
    dates: Literal["dmy", "mdy"] | None = None,
    decimal: Literal["point", "comma"] | None = None,
    sheet: str | None = None,
    tolerate: float = 0.05,
    anonymise: bool = False,
    progress: bool | Progress | None = None,
) -> Calibration:
    """Fit a transaction log: a design with measured numbers, and a test of its forecast.

    Each row of a log is a purchase: who, when, for how much. Columns are found by their names, in English or Russian.
    Nothing is guessed: what may mean two things is asked for.

    Parameters
    ----------
    logs : path-like or sequence of path-like
        CSV or other delimited text in any usual encoding, also packed with gzip, or workbooks of Excel.
    columns : mapping of str to str, optional
        Which column holds what: ``customer``, ``date``, ``amount``, ``quantity``, ``price``, ``currency``, ``score``,
        ``reason``, ``count``, ``cause``.
    currency : str, optional
        Currency of the amounts, by default the one that stands in the log.
    cut : date or str, optional
        Last day that is fitted in the test, by default after 70 % of the time.
    survey : path-like, optional
        Answers to the question how readily one would recommend, from 0 to 10.
    reasons, causes : path-like, optional
        Why customers left, and which cause is meant by which reason.
    dates : {"dmy", "mdy"}, optional
        Which number of a date is the day, where the log does not tell.
    decimal : {"point", "comma"}, optional
        What stands before the decimals of an amount, where the log does not tell.
    sheet : str, optional
        Which sheet of a workbook holds the purchases.
    tolerate : float
        Share of rows that may be unreadable.
    anonymise : bool
        Whether to write a hash in the place of each customer among the rows set aside.
    progress : bool or callable, optional
        As for :func:`loyalsim.run`.

    Returns
    -------
    Calibration
        The design, the test of the forecast, customers.

    Raises
    ------
    ValueError
        If the log cannot be read or is too short; the message says what to do. What it calls ``--map customer=COLUMN``
        is ``columns={"customer": "COLUMN"}`` here.
    """
    for name, value, known in (("dates", dates, ("dmy", "mdy")), ("decimal", decimal, ("point", "comma"))):
        if value is not None and value not in known:
            raise ValueError(f"{name} is {value!r}: write one of {', '.join(known)}")
    if not 0 <= tolerate <= 1:
        raise ValueError(f"tolerate is {tolerate}: give a share from 0 to 1, for instance 0.1")
    files = [logs] if isinstance(logs, (str, os.PathLike)) else list(logs)
    if not files:
        raise ValueError("give a log, or several")
    data: dict[str, Any] = {
        "logs": [os.fspath(file) for file in files],
        "columns": list((columns or {}).items()),
        "survey": survey,
        "reasons": reasons,
        "causes": causes,
        "dates": dates,
        "decimal": decimal,
        "sheet": sheet,
        "tolerate": float(tolerate),
        "cut": cut.isoformat() if isinstance(cut, date) else cut,
        "currency": currency,
        "anonymise": bool(anonymise),
    }
    with watching(progress) as hears:
        return Calibration(_core.calibrate(data, hears, language()))
