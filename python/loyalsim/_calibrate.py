"""From a transaction log, or a table of cohorts, to a design."""

from __future__ import annotations

import json
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
from loyalsim._told import Told

Path = str | os.PathLike[str]

_WEEKS = 52.0
_LONGEST_FORECAST = 520.0
_FEWEST = 30
_LONGEST_TERM = 60
_LARGEST_COHORT = 1e9
_MONTHS = {"month": 1, "quarter": 3, "year": 12}


class _Fitted(Told):
    """What was found in data: in words, as a page, and as a forecast that is kept."""

    _found: _core.Calibrated | _core.CohortsCalibrated

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

    def keep_forecast(self, path: Path) -> None:
        """Write what is forecast: ``loyalsim refit`` holds it against what happens.

        Parameters
        ----------
        path : path-like
            The file, by default found by ``refit`` if it is called like the design and ends in ``-forecast.json``.
        """
        pathlib.Path(path).write_text(self._found.forecast(language()), encoding="utf-8", newline="\n")


class Calibration(_Fitted):
    """What a transaction log says: a design that runs, and the test of the forecast that it rests on."""

    _found: _core.Calibrated

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

    @cached_property
    def periods(self) -> list[dict[str, Any]]:
        """What declared promotions and programs may have changed: ``shop-periods.json`` of the command line."""
        found: list[dict[str, Any]] = json.loads(self._found.periods())
        return found

    @cached_property
    def discounts(self) -> dict[str, Any] | None:
        """The response to discounts: ``shop-discounts.json`` of the command line; None without such a column."""
        found: dict[str, Any] | None = json.loads(self._found.discounts())
        return found

    @cached_property
    def experiment(self) -> dict[str, Any] | None:
        """What an experiment shows: ``shop-experiment.json`` of the command line; None where there was none."""
        told = self._found.experiment()
        found: dict[str, Any] | None = json.loads(told) if told else None
        return found

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

    def _repr_html_(self) -> str:
        return said(self.text()) + self.pictures()._repr_html_()


class CohortCalibration(_Fitted):
    """What a table of cohorts under contract says: a design that runs, and the test of its forecast."""

    _found: _core.CohortsCalibrated

    def __init__(self, found: _core.CohortsCalibrated) -> None:
        self._found = found

    @cached_property
    def design(self) -> Design:
        """The design, with measured numbers and their errors; what the table cannot say is marked as assumed."""
        text = self._found.design(language())
        return Design(_core.Design.from_text(text, "calibrated.toml", language()))

    @cached_property
    def data(self) -> dict[str, Any]:
        """All of it for programs: models, parameters, the test of the forecast, what the design plays."""
        found: dict[str, Any] = json.loads(self._found.data())
        return found


def _data(
    logs: Sequence[Path],
    stated: Mapping[str, Any],
    columns: Mapping[str, str] | None,
) -> dict[str, Any]:
    """Return what the extension reads, with what nobody has stated left out."""
    for name, known in (("dates", ("dmy", "mdy")), ("decimal", ("point", "comma"))):
        if stated.get(name) is not None and stated[name] not in known:
            raise ValueError(f"{name} is {stated[name]!r}: write one of {', '.join(known)}")
    if not 0 <= stated["tolerate"] <= 1:
        raise ValueError(f"tolerate is {stated['tolerate']}: give a share from 0 to 1, for instance 0.1")
    usual = dict.fromkeys(
        ("survey", "reasons", "causes", "customers", "periods", "program_since", "segment_by", "dates", "decimal")
    ) | dict.fromkeys(("sheet", "cut", "currency"))
    return {
        **usual,
        **dict.fromkeys(("experiment", "experiment_days", "experiment_messages")),
        **dict.fromkeys(("experiment_control", "experiment_arm")),
        "experiment_before": [],
        "segment_least": _core.SEGMENT_LEAST,
        "anonymise": False,
        **stated,
        "logs": [os.fspath(file) for file in logs],
        "columns": list((columns or {}).items()),
    }


def _check_experiment(experiment: Path | None, stated: Mapping[str, Any]) -> None:
    """Refuse what says nothing without an experiment, and what is no number of days or of messages."""
    if experiment is None:
        for name, value in stated.items():
            if value not in (None, []):
                raise ValueError(f"{name} is {value!r}: give the table of the experiment, too")
        return
    days, messages = stated["experiment_days"], stated["experiment_messages"]
    most = _core.EXPERIMENT_MOST_DAYS
    if days is None or not 1 <= days <= most:
        raise ValueError(f"experiment_days is {days}: say over how many days, 1 to {most}")
    fewest, most_messages = _core.EXPERIMENT_MESSAGES
    if messages is not None and not fewest <= messages <= most_messages:
        raise ValueError(f"experiment_messages is {messages}: give a number from {fewest:g} to {most_messages:g}")


def calibrate(
    logs: Path | Sequence[Path],
    *,
    columns: Mapping[str, str] | None = None,
    currency: str | None = None,
    cut: date | str | None = None,
    survey: Path | None = None,
    reasons: Path | None = None,
    causes: Path | None = None,
    customers: Path | None = None,
    program_since: str | None = None,
    segment_by: str | None = None,
    segment_least: int = _core.SEGMENT_LEAST,
    periods: Path | None = None,
    experiment: Path | None = None,
    experiment_days: int | None = None,
    experiment_messages: float | None = None,
    experiment_control: str | None = None,
    experiment_arm: str | None = None,
    experiment_before: Sequence[str] = (),
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
        ``reason``, ``count``, ``cause``, ``points_earned``, ``points_spent``, ``points_expired``, ``discount``,
        ``since``, ``member``, ``tier``, ``balance``, ``arm``, ``bought``, ``purchases``, ``name``, ``from``, ``until``,
        ``kind``.
    currency : str, optional
        Currency of the amounts, by default the one that stands in the log.
    cut : date or str, optional
        Last day that is fitted in the test, by default after 70 % of the time.
    survey : path-like, optional
        Answers to the question how readily one would recommend, from 0 to 10.
    reasons, causes : path-like, optional
        Why customers left, and which cause is meant by which reason.
    customers : path-like, optional
        Who is a member of the program that runs already: a table of customers with the day of joining, the tier or the
        points that they have.
    program_since : str, optional
        Month in which that program was launched, as ``YYYY-MM``, by default as the data tell.
    segment_by : str, optional
        Column by which customers are told apart, by its name or its number from 1: of the table of customers, or else
        of the log.
    segment_least : int
        Customers that a group has at least, 30 or more; smaller ones are joined as others.
    periods : path-like, optional
        Promotions and times in which a program ran: ``from``, ``until``, ``kind`` and, if known, ``name`` and
        ``discount``.
    experiment : path-like, optional
        A randomised experiment: a table with a row for each customer, the arm to which he was assigned by lot, and
        whether, how often or for how much he bought afterwards.
    experiment_days : int, optional
        Days over which it counted purchases, 1 to 1826; needed with ``experiment``.
    experiment_messages : float, optional
        Messages that each customer of an arm got in these days, where it was about messages: the design then has what
        they bring.
    experiment_control : str, optional
        The arm that was left alone, where its name does not tell.
    experiment_arm : str, optional
        The arm that the design follows, by default all together.
    experiment_before : sequence of str, optional
        Columns that were known before the lots were drawn, by name or number from 1: effects are adjusted for them,
        and the arms must be alike in them.
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
    files = [logs] if isinstance(logs, (str, os.PathLike)) else list(logs)
    if not files:
        raise ValueError("give a log, or several")
    if segment_least < _FEWEST:
        raise ValueError(f"segment_least is {segment_least}: give {_FEWEST} or more")
    of_experiment = {
        "experiment_days": None if experiment_days is None else int(experiment_days),
        "experiment_messages": experiment_messages,
        "experiment_control": experiment_control,
        "experiment_arm": experiment_arm,
        "experiment_before": list(experiment_before),
    }
    _check_experiment(experiment, of_experiment)
    stated = {
        "experiment": experiment,
        **of_experiment,
        "survey": survey,
        "reasons": reasons,
        "causes": causes,
        "customers": customers,
        "program_since": program_since,
        "segment_by": segment_by,
        "segment_least": segment_least,
        "periods": periods,
        "dates": dates,
        "decimal": decimal,
        "sheet": sheet,
        "tolerate": float(tolerate),
        "cut": cut.isoformat() if isinstance(cut, date) else cut,
        "currency": currency,
        "anonymise": bool(anonymise),
    }
    data = _data(files, stated, columns)
    with watching(progress) as hears:
        return Calibration(_core.calibrate(data, hears, language()))


def calibrate_cohorts(
    table: Path,
    *,
    period: Literal["month", "quarter", "year"] | None = None,
    values: Literal["customers", "percent", "share"] | None = None,
    cohort_size: float | None = None,
    term: int | None = None,
    start: str | None = None,
    columns: Mapping[str, str] | None = None,
    survey: Path | None = None,
    reasons: Path | None = None,
    causes: Path | None = None,
    dates: Literal["dmy", "mdy"] | None = None,
    decimal: Literal["point", "comma"] | None = None,
    sheet: str | None = None,
    tolerate: float = 0.05,
    progress: bool | Progress | None = None,
) -> CohortCalibration:
    """Fit a table of cohorts under contract: those who signed together, and how many are left after each period.

    Parameters
    ----------
    table : path-like
        CSV or other delimited text, or a workbook of Excel.
    period : {"month", "quarter", "year"}, optional
        How long a period is, where the heads do not tell.
    values : {"customers", "percent", "share"}, optional
        What the cells are, where they do not tell.
    cohort_size : float, optional
        Customers of each cohort at its start, where the table has shares and no sizes.
    term : int, optional
        Months from one renewal of a contract to the next, from 1 to 60, by default a period of the table.
    start : str, optional
        First month of the design, as ``YYYY-MM``, where the cohorts have no dates.
    columns : mapping of str to str, optional
        Which column holds what: ``cohort``, ``period``, ``left``, ``size``, ``score``, ``reason``, ``count``,
        ``cause``.
    survey : path-like, optional
        Answers to the question how readily one would recommend, from 0 to 10.
    reasons, causes : path-like, optional
        Why customers left, and which cause is meant by which reason.
    dates, decimal, sheet, tolerate
        As for :func:`loyalsim.calibrate`.
    progress : bool or callable, optional
        As for :func:`loyalsim.run`.

    Returns
    -------
    CohortCalibration
        The design, and the test of the forecast.

    Raises
    ------
    ValueError
        If the table cannot be read; the message says what to do. What it calls ``--period year`` is ``period="year"``
        here.
    """
    if period is not None and period not in _MONTHS:
        raise ValueError(f"period is {period!r}: write one of {', '.join(_MONTHS)}")
    if term is not None and not 1 <= term <= _LONGEST_TERM:
        raise ValueError(f"term is {term}: give months from 1 to {_LONGEST_TERM}")
    if cohort_size is not None and not 1 <= cohort_size <= _LARGEST_COHORT:
        raise ValueError(f"cohort_size is {cohort_size}: give a number of customers from 1 to {_LARGEST_COHORT:.0f}")
    of_table = {
        "file": os.fspath(table),
        "period": _MONTHS[period] if period else None,
        "values": values,
        "cohort_size": cohort_size,
        "term": term,
        "start": start,
    }
    stated = {
        "survey": survey,
        "reasons": reasons,
        "causes": causes,
        "dates": dates,
        "decimal": decimal,
        "sheet": sheet,
        "tolerate": float(tolerate),
    }
    data = _data([], stated, columns)
    with watching(progress) as hears:
        return CohortCalibration(_core.calibrate_cohorts(of_table, data, hears, language()))
