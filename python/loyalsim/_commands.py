"""The commands: each plays designs and returns what it has found.

They agree with those of the command line to the last bit. Ctrl-C stops them within a moment and raises
``KeyboardInterrupt``; other threads of Python go on meanwhile.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from loyalsim import _core
from loyalsim._design import Design
from loyalsim._options import language, size, whole
from loyalsim._progress import Progress, watching
from loyalsim._results import (
    Comparison,
    Exit,
    InformationValue,
    Optimum,
    Result,
    Review,
    Run,
    Sensitivity,
    Stress,
    Sweep,
)

_FINEST, _COARSEST = 0.001, 0.5
_REVIEW_FEWEST = 8
_FRESH_FEWEST = 4
_LONGEST_STEP = 120
_MOST_GOALS = 99

Watching = bool | Progress | None


def run(
    design: Design,
    *,
    trials: int | None = None,
    until: float | None = None,
    customers: int = _core.CUSTOMERS,
    seed: int = 1,
    sampling: Literal["latin", "sobol", "plain"] = "latin",
    threads: int | None = None,
    progress: Watching = None,
) -> Run:
    """Simulate a design: the same customers with and without the program.

    Parameters
    ----------
    design : Design
        The design.
    trials : int, optional
        Trials: each draws one possible truth and simulates it with and without the program. By default as many as
        precise results need, 400 or more. With `until`, the most.
    until : float, optional
        Run until the Monte Carlo error of the headline figure is below this share of its standard deviation.
    customers : int
        The most customers simulated in each trial; results do not depend on the number beyond luck.
    seed : int
        Seed of the random draws: the same seed gives the same results.
    sampling : {"latin", "sobol", "plain"}
        How the uncertain numbers of the trials are drawn.
    threads : int, optional
        Processor threads, by default all; they do not change the results.
    progress : bool or callable, optional
        ``True`` shows a bar (needs tqdm), ``False`` none; by default one is shown where somebody looks. A callable
        gets what is counted, how many are done, and of how many.

    Returns
    -------
    Run
        Headline numbers, monthly series, trials, pictures.

    Examples
    --------
    >>> result = run(Design.new(), trials=20, customers=100, progress=False)
    >>> result.headline["net_effect"].trials
    20
    """
    asked = size(trials, customers, seed, threads)
    if until is not None and not _FINEST <= until <= _COARSEST:
        raise ValueError(f"until is {until}: give a share from {_FINEST} to {_COARSEST}, for instance 0.02")
    with watching(progress) as hears:
        return Run(_core.run(design._core, asked | {"progress": hears}, until, sampling))


def compare(
    *designs: Design,
    trials: int = _core.TRIALS,
    customers: int = _core.CUSTOMERS,
    seed: int = 1,
    threads: int | None = None,
    progress: Watching = None,
) -> Comparison:
    """Compare designs on the same customers and luck: differences, dominance, regret.

    Parameters
    ----------
    *designs : Design
        Two or more; the others are compared with the first. They are called by their :attr:`Design.name`.
    trials, customers, seed, threads, progress
        As for :func:`run`.

    Returns
    -------
    Comparison
        Differences with their errors, and the numbers of every trial.
    """
    if len(designs) < 2:  # noqa: PLR2004
        raise ValueError("give two designs or more: compare(today, lean)")
    asked = size(trials, customers, seed, threads)
    with watching(progress) as hears:
        cores = [design._core for design in designs]
        return Comparison(_core.compare(cores, asked | {"progress": hears}, asked["trials"]))


def sweep(
    design: Design,
    levers: Mapping[str, str | Sequence[float | str]],
    *,
    measures: Sequence[str] = ("net_effect",),
    trials: int = _core.SWEEP_TRIALS,
    customers: int = _core.CUSTOMERS_PER_VARIANT,
    seed: int = 1,
    threads: int | None = None,
    progress: Watching = None,
) -> Sweep:
    """Try a grid of settings of one or more levers on the same customers and luck.

    Parameters
    ----------
    design : Design
        The design.
    levers : mapping
        Values by the path of a key: a sequence, or a text as on the command line, ``"0.5%..3%:6"``.
    measures : sequence of str
        What is measured: a headline number by its key, ``goals``, ``goal_1``, ``loss``, ``shortfall``. The first one
        decides which setting is best.
    trials, customers, seed, threads, progress
        As for :func:`run`; the trials are those of each setting.

    Returns
    -------
    Sweep
        The measures of every setting.
    """
    asked = size(trials, customers, seed, threads)
    axes = [f"{path}={_values(values)}" for path, values in levers.items()]
    if not axes:
        raise ValueError("give a lever and its values: sweep(design, {'program.points.earn': [0.01, 0.02]})")
    what = (axes, list(measures), asked["trials"])
    with watching(progress) as hears:
        return Sweep(_core.sweep(design._core, asked | {"progress": hears}, what, language()))


def exit(
    design: Design,
    *,
    every: int = _core.EXIT_EVERY,
    trials: int = _core.EXIT_TRIALS,
    customers: int = _core.CUSTOMERS_PER_VARIANT,
    seed: int = 1,
    threads: int | None = None,
    progress: Watching = None,
) -> Exit:
    """Show what it costs to end the program, month by month.

    Parameters
    ----------
    design : Design
        The design.
    every : int
        Months between the ends that are tried.
    trials, customers, seed, threads, progress
        As for :func:`run`.

    Returns
    -------
    Exit
        What every end costs.
    """
    asked = size(trials, customers, seed, threads)
    what = (whole("every", every, 1, _LONGEST_STEP), asked["trials"])
    with watching(progress) as hears:
        return Exit(_core.exit(design._core, asked | {"progress": hears}, what, language()))


def sensitivity(
    design: Design,
    *,
    measure: str | None = None,
    trials: int = _core.SENSITIVITY_ROWS,
    customers: int = _core.CUSTOMERS_PER_VARIANT,
    seed: int = 1,
    threads: int | None = None,
    progress: Watching = None,
) -> Sensitivity:
    """Show which assumptions drive the result, and how much of its variance is luck.

    Parameters
    ----------
    design : Design
        The design.
    measure : str, optional
        What is explained, as for :func:`sweep`; by default the net effect, without a program the retention.
    trials : int
        Rows of each sample; four times as many give intervals half as wide.
    customers, seed, threads, progress
        As for :func:`run`.

    Returns
    -------
    Sensitivity
        Shares of the variance with their intervals.
    """
    asked = size(trials, customers, seed, threads, _core.SENSITIVITY_FEWEST)
    what = (measure, asked["trials"])
    with watching(progress) as hears:
        return Sensitivity(_core.sensitivity(design._core, asked | {"progress": hears}, what, language()))


def stress(
    design: Design,
    *,
    goal: int | None = None,
    trials: int = _core.STRESS_TRIALS,
    customers: int = _core.CUSTOMERS_PER_VARIANT,
    seed: int = 1,
    threads: int | None = None,
    progress: Watching = None,
) -> Stress:
    """Stress-test a program: the nearest failure, where failures lie, the effect of single shocks.

    Parameters
    ----------
    design : Design
        The design.
    goal : int, optional
        Count missing this goal as failure instead of a loss; 1 is the first goal of the design.
    trials, customers, seed, threads, progress
        As for :func:`run`.

    Returns
    -------
    Stress
        What makes the program fail.
    """
    asked = size(trials, customers, seed, threads)
    what = (None if goal is None else whole("goal", goal, 1, _MOST_GOALS), asked["trials"])
    with watching(progress) as hears:
        return Stress(_core.stress(design._core, asked | {"progress": hears}, what, language()))


def optimise(
    design: Design,
    *,
    points: int = _core.OPTIMISE_POINTS,
    fresh: int = _core.TRIALS,
    trials: int = _core.OPTIMISE_TRIALS,
    customers: int = _core.CUSTOMERS_PER_VARIANT,
    seed: int = 1,
    threads: int | None = None,
    progress: Watching = None,
) -> Optimum:
    """Search for better settings of the levers under ``[optimise]`` of the design.

    Parameters
    ----------
    design : Design
        The design, with its ``[optimise]``.
    points : int
        The most settings to try.
    fresh : int
        Fresh trials on which the settings found are tested.
    trials : int
        Trials of each setting.
    customers, seed, threads, progress
        As for :func:`run`.

    Returns
    -------
    Optimum
        The best design, or the best trade-offs between several objectives.
    """
    asked = size(trials, customers, seed, threads)
    tested = whole("fresh", fresh, _FRESH_FEWEST, _core.MOST_TRIALS)
    what = (asked["trials"], tested, whole("points", points, _FRESH_FEWEST, _core.MOST_POINTS))
    with watching(progress) as hears:
        return Optimum(_core.optimise(design._core, asked | {"progress": hears}, what, language()))


def voi(
    design: Design,
    *,
    alternatives: Sequence[Design] = (),
    counter: bool = True,
    trials: int = _core.VOI_TRIALS,
    customers: int = _core.CUSTOMERS_PER_VARIANT,
    seed: int = 1,
    threads: int | None = None,
    progress: Watching = None,
) -> InformationValue:
    """Tell which inputs are worth a study before deciding, which studies, how large, when to stop.

    Parameters
    ----------
    design : Design
        The design, with its ``[[study]]``; without any, studies are proposed.
    alternatives : sequence of Design
        Designs that may be launched instead.
    counter : bool
        Whether to search for a better design where no alternative is given.
    trials, customers, seed, threads, progress
        As for :func:`run`.

    Returns
    -------
    InformationValue
        What each input and each study is worth.
    """
    asked = size(trials, customers, seed, threads, _core.VOI_FEWEST)
    what = ([other._core for other in alternatives], bool(counter), asked["trials"])
    with watching(progress) as hears:
        return InformationValue(_core.voi(design._core, asked | {"progress": hears}, what, language()))


def review(
    design: Design,
    *,
    rivals: Sequence[Design] = (),
    trials: int = _core.TRIALS,
    customers: int = _core.CUSTOMERS,
    seed: int = 1,
    threads: int | None = None,
    progress: Watching = None,
) -> Review:
    """Review a design as an expert would.

    Parameters
    ----------
    design : Design
        The design.
    rivals : sequence of Design
        Competitors' designs, whose programs are offered to the same customers.
    trials, customers, seed, threads, progress
        As for :func:`run`; the trials are those of the main run.

    Returns
    -------
    Review
        Recommendation, goals, evidence, weak points with tested remedies, a better design.
    """
    asked = size(trials, customers, seed, threads, _REVIEW_FEWEST)
    what = ([rival._core for rival in rivals], asked["trials"])
    with watching(progress) as hears:
        return Review(_core.review(design._core, asked | {"progress": hears}, what))


def _values(values: str | Sequence[Any]) -> str:
    """Return the values of a lever as the command line writes them; numbers keep every bit."""
    if isinstance(values, str):
        return values
    plain = (value.item() if hasattr(value, "item") else value for value in values)
    return ",".join(value if isinstance(value, str) else repr(value) for value in plain)


__all__ = [
    "Result",
    "compare",
    "exit",
    "optimise",
    "review",
    "run",
    "sensitivity",
    "stress",
    "sweep",
    "voi",
]
