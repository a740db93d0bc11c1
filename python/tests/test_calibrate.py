"""Logs: the design, the page and the forecasts that the command line writes."""

from __future__ import annotations

import subprocess
from pathlib import Path

import numpy as np
import pytest
from conftest import SCENARIOS, binary

import loyalsim

LOG = SCENARIOS / "logs" / "online-retail.csv.gz"


@pytest.fixture(scope="module")
def found() -> loyalsim.Calibration:
    return loyalsim.calibrate(LOG, currency="GBP", progress=False)


def test_the_same_design_page_and_customers(found: loyalsim.Calibration, tmp_path: Path) -> None:
    words = ["--currency", "GBP", "--out", "gifts.toml", "--customers-out", "customers.csv", "-q", "--lang", "en"]
    words.append("--xlsx")
    subprocess.run([binary(), "calibrate", str(LOG), *words], check=True, capture_output=True, cwd=tmp_path)
    assert found.design.to_toml() == (tmp_path / "gifts.toml").read_text(encoding="utf-8")
    assert found.page() == (tmp_path / "gifts-calibration.html").read_text(encoding="utf-8")
    found.to_excel(tmp_path / "mine.xlsx")
    assert (tmp_path / "mine.xlsx").read_bytes() == (tmp_path / "gifts-calibration.xlsx").read_bytes()
    written = loyalsim.Table.from_csv((tmp_path / "customers.csv").read_text(encoding="utf-8"))
    mine = found.customers()
    assert written.columns == mine.columns
    for name in written:
        np.testing.assert_array_equal(written[name], mine[name])


def test_the_test_of_the_forecast(found: loyalsim.Calibration) -> None:
    assert found.models.rows == 7
    assert found.models["unseen"][0] == max(found.models["unseen"])
    months = found.backtest
    assert (months["low"] <= months["expected"]).all()
    assert (months["expected"] <= months["high"]).all()
    assert months["actual"].sum() == found.models["actual"][0]
    assert list(found.pictures()) == ["months", "customers"]
    assert "data:image/svg+xml" in found._repr_html_()
    assert "customer" in found.customers(ids=True).columns


def test_what_is_wrong_with_a_log_is_said(tmp_path: Path) -> None:
    short = tmp_path / "short.csv"
    short.write_text("customer,date,amount\n1,2024-01-02,3\n", encoding="utf-8")
    with pytest.raises(ValueError, match="too few to learn from"):
        loyalsim.calibrate(short, progress=False)
    short.write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"short\.csv"):
        loyalsim.calibrate(short, progress=False)
    with pytest.raises(FileNotFoundError, match=r"No such file or directory: '.*nothing\.csv'"):
        loyalsim.calibrate(tmp_path / "nothing.csv", progress=False)
    for asked in ({"dates": "ymd"}, {"tolerate": 2}, {"columns": {"who": "a"}}, {"cut": "yesterday"}):
        with pytest.raises(ValueError, match=r"dmy|0\.1|customer|YYYY-MM-DD"):
            loyalsim.calibrate(LOG, progress=False, **asked)


def test_rows_that_cannot_be_read_are_set_aside(tmp_path: Path) -> None:
    rows = [f"{who},2024-{month:02}-{day:02},{day}" for who in range(60) for month in (1, 2, 4, 6) for day in (3, 17)]
    log = tmp_path / "log.csv"
    log.write_text("customer,date,amount\n" + "\n".join([*rows, "7,never,5"]) + "\n", encoding="utf-8")
    aside = loyalsim.calibrate(log, progress=False).aside
    assert aside.rows == 1
    assert "never" in aside["cell_2"][0]


def test_sobol_indices_of_a_known_function() -> None:
    """Of x + 2y with independent x and y of equal variance the shares are 1/5 and 4/5."""
    random = np.random.default_rng(1)
    one, other = random.standard_normal((2, 20_000, 2))

    def model(points: np.ndarray) -> np.ndarray:
        return points @ [1.0, 2.0]

    mixed = np.column_stack([model(np.where(np.arange(2) == k, other, one)) for k in range(2)])
    found = loyalsim.sobol_indices(model(one), model(other), mixed)
    for kind in ("first", "total"):
        # One seed in ten thousand would be further off.
        assert (np.abs(found[kind] - [0.2, 0.8]) < 4 * found[f"{kind}_error"]).all()
    with pytest.raises(ValueError, match="shapes"):
        loyalsim.sobol_indices([1.0], [1.0, 2.0], [[1.0]])
    with pytest.raises(ValueError, match="vary"):
        loyalsim.sobol_indices([1.0, 1.0], [1.0, 1.0], [[1.0], [1.0]])
