"""Results of commands: numbers, tables, pictures, answers in words."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np

from loyalsim import _core
from loyalsim._design import Design
from loyalsim._options import language
from loyalsim._pictures import Pictures, in_rows, said
from loyalsim._table import Table
from loyalsim._told import Told

_PICTURES_SHOWN = 4


@dataclass(frozen=True)
class Estimate:
    """The distribution of a number over the trials in which it is defined.

    Attributes
    ----------
    unit : str
        Unit of all other fields but `trials`; ``money`` is in the currency of the design.
    trials : int
        Trials in which the number is defined.
    mean : float
        Mean.
    mc_error : float
        Monte Carlo error of the mean (its standard error): more trials reduce it.
    sd : float
        Standard deviation over trials: what is uncertain, however many trials there are.
    p5, p25, median, p75, p95 : float
        Quantiles.
    p5_error, median_error, p95_error : float
        Monte Carlo errors of quantiles; ``nan`` where there are too few trials to tell.
    """

    unit: str
    trials: int
    mean: float
    mc_error: float
    sd: float
    p5: float
    p25: float
    median: float
    p75: float
    p95: float
    p5_error: float
    median_error: float
    p95_error: float

    def __float__(self) -> float:
        return self.mean


def _estimate(number: Mapping[str, Any]) -> Estimate:
    """Return what is told; JSON has no number for what is not known."""
    fields: dict[str, Any] = {field: np.nan if value is None else value for field, value in number.items()}
    return Estimate(**fields)


class Headline(Mapping[str, Estimate]):
    """Headline numbers over the horizon, by the keys of ``summary.json``. Those defined in no trial are left out."""

    def __init__(self, numbers: Mapping[str, Any]) -> None:
        self._numbers = {key: _estimate(number) for key, number in numbers.items() if number is not None}

    def __getitem__(self, key: str) -> Estimate:
        try:
            return self._numbers[key]
        except KeyError:
            from difflib import get_close_matches

            close = get_close_matches(key, self._numbers, 3)
            hint = f"did you mean {' or '.join(close)}?" if close else "list(run.headline) names all"
            raise KeyError(f"no headline number {key!r} is defined here; {hint}") from None

    def __iter__(self) -> Iterator[str]:
        return iter(self._numbers)

    def __len__(self) -> int:
        return len(self._numbers)

    def to_table(self) -> Table:
        """Return a table with a row for each number: ``key`` and the fields of :class:`Estimate`."""
        fields = list(Estimate.__dataclass_fields__)
        columns = {field: [getattr(number, field) for number in self._numbers.values()] for field in fields}
        keys = {"key": np.array(list(self._numbers), dtype=object)}
        return Table(keys | {f: np.array(c, dtype=object if f == "unit" else None) for f, c in columns.items()})

    def _repr_html_(self) -> str:
        return self.to_table()._repr_html_()


class Result(Told):
    """What a command has found. In a notebook it shows its answers and pictures."""

    _file = "result.json"
    _found: _core.Found

    def __init__(self, found: _core.Found) -> None:
        self._found = found

    @cached_property
    def json(self) -> str:
        """The file for programs that the command line writes, byte for byte."""
        return self._found.json()

    @cached_property
    def data(self) -> dict[str, Any]:
        """The content of that file; what each field means is told in the documentation of loyalsim."""
        data: dict[str, Any] = json.loads(self.json)
        return data

    @cached_property
    def files(self) -> dict[str, str]:
        """The other files that the command line writes, by name: tables as CSV, designs that were found."""
        return dict(self._found.files())

    @cached_property
    def tables(self) -> dict[str, Table]:
        """The tables by name, without ending."""
        csv = {name: text for name, text in self.files.items() if name.endswith(".csv")}
        return {name.removesuffix(".csv"): Table.from_csv(text) for name, text in csv.items()}

    @cached_property
    def designs(self) -> dict[str, Design]:
        """The designs that were found, by the name of their file without ending."""
        toml = {name: text for name, text in self.files.items() if name.endswith(".toml")}
        made = {name: _core.Design.from_text(text, name, language()) for name, text in toml.items()}
        return {name.removesuffix(".toml"): Design(core) for name, core in made.items()}

    def pictures(self, lang: str | None = None) -> Pictures:
        """Draw the pictures.

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

    def to_excel(self, path: str | os.PathLike[str], lang: str | None = None) -> None:
        """Write a workbook with tables, formulas and charts that can be edited.

        Parameters
        ----------
        path : path-like
            The file, ending in ``.xlsx``.
        lang : {"en", "ru"}, optional
            The language, if not the one that was set.
        """
        Path(path).write_bytes(self._found.workbook(language(lang)))

    def save(self, folder: str | os.PathLike[str]) -> None:
        """Write the files of the result to a folder: JSON, tables, designs, pictures as SVG.

        Parameters
        ----------
        folder : path-like
            The folder; made if it is not there. Files of the same names are replaced.
        """
        target = Path(folder)
        (target / "charts").mkdir(parents=True, exist_ok=True)
        for name, text in {self._file: self.json, **self.files}.items():
            (target / name).write_text(text, encoding="utf-8", newline="")
        for name, picture in self.pictures().items():
            picture.save(target / "charts" / f"{name}.svg")

    def _repr_html_(self) -> str:
        pictures = list(self.pictures().values())
        first, rest = pictures[:_PICTURES_SHOWN], pictures[_PICTURES_SHOWN:]
        more = f"<details><summary>{len(rest)} more pictures</summary>{in_rows(rest)}</details>" if rest else ""
        return said(self.text()) + in_rows(first) + more


class Slides(Result):
    """A result of which there are slides, too."""

    def to_powerpoint(
        self,
        path: str | os.PathLike[str],
        template: str | os.PathLike[str] | None = None,
        lang: str | None = None,
    ) -> None:
        """Write a deck of ten to fifteen slides: conclusions as titles, charts that can be edited, notes with sources.

        Parameters
        ----------
        path : path-like
            The file, ending in ``.pptx``.
        template : path-like, optional
            A PowerPoint file whose masters, layouts, colours and fonts the deck takes, if not the program's own.
        lang : {"en", "ru"}, optional
            The language, if not the one that was set.

        Raises
        ------
        ValueError
            If the template cannot be used; the message says what it lacks.
        """
        chosen = None if template is None else Path(template).read_bytes()
        Path(path).write_bytes(self._found.deck(chosen, language(lang)) or b"")


class Run(Slides):
    """What a simulation has found: headline numbers, months, trials."""

    _file = "summary.json"

    @property
    def summary(self) -> dict[str, Any]:
        """The content of ``summary.json``."""
        return self.data

    @cached_property
    def headline(self) -> Headline:
        """Headline numbers over the horizon with their errors and quantiles: ``run.headline["net_effect"].mean``."""
        return Headline(self.summary["headline"])

    def __getitem__(self, key: str) -> Estimate:
        return self.headline[key]

    @cached_property
    def trials(self) -> Table:
        """The numbers of every trial: a column ``trial`` and one for each number, shape ``(trials,)``.

        A number that is not defined in a trial is ``nan``.
        """
        told = self._found.trials()
        if told is None:
            return Table({})
        first, columns = told
        numbers = {name: np.frombuffer(column, dtype=np.float64) for name, column in columns}
        count = len(next(iter(numbers.values()), ()))
        return Table({"trial": np.arange(first, first + count, dtype=np.int64), **numbers})

    @cached_property
    def monthly(self) -> Table:
        """The monthly series of all worlds, as in ``monthly.csv``.

        Columns ``month``, ``world`` (baseline, program, difference), ``series``, ``unit``, ``mean``, ``mc_error``,
        ``p5``, ``p25``, ``median``, ``p75``, ``p95``; a row for each month, world and series.
        """
        return self.tables["monthly"]


class Comparison(Result):
    """Designs compared on the same customers and luck."""

    _file = "compare.json"

    @property
    def trials(self) -> Table:
        """The headline numbers of every trial and design."""
        return self.tables["trials"]


class Sweep(Result):
    """A measure over a grid of settings."""

    _file = "sweep.json"

    @property
    def table(self) -> Table:
        """A row for each setting: the levers, the measures and their errors."""
        return self.tables["sweep"]


class Exit(Result):
    """What it costs to end the program, month by month."""

    _file = "exit.json"


class Sensitivity(Result):
    """Which assumptions decide the result: shares of the variance (Sobol' indices), and a tornado."""

    _file = "sensitivity.json"

    @property
    def table(self) -> Table:
        """A row for each input, or group of inputs: its first-order and total share of the variance."""
        return self.tables["sensitivity"]


class Stress(Result):
    """What would have to go wrong."""

    _file = "stress.json"


class Optimum(Result):
    """Better settings of levers, or the best trade-offs; :attr:`designs` holds them."""

    _file = "optimise.json"

    @property
    def table(self) -> Table:
        """A row for each setting that was tried."""
        return self.tables["optimise"]


class InformationValue(Result):
    """What is worth finding out before deciding."""

    _file = "voi.json"


class Review(Slides):
    """What an expert says: recommendation, goals, evidence, weak points with tested remedies, a better design."""

    _file = "review.json"

    def page(self, lang: str | None = None) -> str:
        """Return the review as a page in HTML, pictures included.

        Parameters
        ----------
        lang : {"en", "ru"}, optional
            The language, if not the one that was set.

        Returns
        -------
        str
            An HTML document.
        """
        return self._found.page(language(lang)) or ""

    @property
    def counter_design(self) -> Design | None:
        """The proposal with the best package of changes; ``None`` where no change helps."""
        return self.designs.get("counter-design")
