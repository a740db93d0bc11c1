"""Sobol' indices of the results of any model."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from loyalsim import _core
from loyalsim._table import Table

_MATRIX = 2


def sobol_indices(a: npt.ArrayLike, b: npt.ArrayLike, mixed: npt.ArrayLike) -> Table:
    """Estimate shares of the variance as :func:`loyalsim.sensitivity` does, from results at given points.

    Parameters
    ----------
    a, b : array_like, shape (rows,)
        Results at two independent points in each row.
    mixed : array_like, shape (rows, inputs)
        Results at *a* with one input taken from *b*.

    Returns
    -------
    Table
        A row for each input: ``first`` and ``total`` share of the variance (no unit, 0 to 1), their Monte Carlo errors
        ``first_error`` and ``total_error``, and the ends of their 95 % intervals ``first_low``, ``first_high``,
        ``total_low``, ``total_high``.
    """
    at_a, at_b, between = (np.asarray(values, dtype=np.float64) for values in (a, b, mixed))
    if between.ndim != _MATRIX or at_a.shape != at_b.shape or at_a.shape != between.shape[:1]:
        raise ValueError(f"shapes {at_a.shape}, {at_b.shape}, {between.shape}: give (rows,), (rows,), (rows, inputs)")
    if not all(np.isfinite(values).all() for values in (at_a, at_b, between)):
        raise ValueError("a result is not a number: leave its row out")
    found = np.array(_core.sobol(at_a.tolist(), at_b.tolist(), between.T.tolist()))
    fields = ("", "_error", "_low", "_high")
    return Table(
        {
            f"{kind}{field}": found[:, k, n]
            for k, kind in enumerate(("first", "total"))
            for n, field in enumerate(fields)
        }
    )
