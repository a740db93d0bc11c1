"""Logs: the design, the page and the forecasts that the command line writes."""

from __future__ import annotations

import json
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


def test_what_is_said_of_an_experiment_needs_one() -> None:
    for asked in (
        {"experiment_days": 14},
        {"experiment_messages": 1},
        {"experiment_control": "none"},
        {"experiment_arm": "a"},
        {"experiment_before": ["town"]},
    ):
        with pytest.raises(ValueError, match="give the table of the experiment, too"):
            loyalsim.calibrate(LOG, progress=False, **asked)
    one = {"experiment": LOG, "experiment_days": 1}
    for asked in ({"experiment_days": None}, {"experiment_days": 0}, {"experiment_days": 1827}):
        with pytest.raises(ValueError, match="over how many days, 1 to 1826"):
            loyalsim.calibrate(LOG, progress=False, **one | asked)
    for messages in (0, 1001):
        with pytest.raises(ValueError, match=r"a number from 0\.01 to 1000"):
            loyalsim.calibrate(LOG, progress=False, **one, experiment_messages=messages)


def test_rows_that_cannot_be_read_are_set_aside(tmp_path: Path) -> None:
    rows = [f"{who},2024-{month:02}-{day:02},{day}" for who in range(60) for month in (1, 2, 4, 6) for day in (3, 17)]
    log = tmp_path / "log.csv"
    log.write_text("customer,date,amount\n" + "\n".join([*rows, "7,never,5"]) + "\n", encoding="utf-8")
    aside = loyalsim.calibrate(log, progress=False).aside
    assert aside.rows == 1
    assert "never" in aside["cell_2"][0]


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def shop(folder: Path) -> None:
    """A log with points, a table of its customers, and a promotion: everybody has a rhythm of his own."""
    rows, members = [], []
    for who in range(120):
        channel = ("shop", "app")[who % 2]
        members.append(f"{who},2023-0{1 + who % 6}-01,{'gold' if who % 5 == 0 else 'basic'},{channel}")
        for n, day in enumerate(range(who % 40, 700 if who % 3 else 200, 11 + who % 30)):
            date = f"{2023 + day // 360}-{day % 360 // 30 + 1:02}-{day % 28 + 1:02}"
            points = f"{20 + n % 7},{40 if n % 4 == 3 else 0}"
            rows.append(f"{who},{date},{20 + n % 7 + who % 5},{points},{2.37 if n % 3 else 0}")
    head = "customer,date,amount,points earned,points spent,discount\n"
    (folder / "log.csv").write_text(head + "\n".join(rows) + "\n", encoding="utf-8")
    head = "customer,member since,tier,channel\n"
    (folder / "members.csv").write_text(head + "\n".join(members) + "\n", encoding="utf-8")
    (folder / "periods.csv").write_text(
        "name,from,until,kind,discount\nSale,2024-03-01,2024-03-31,promotion,20 %\n", encoding="utf-8"
    )
    arms = [(("none", "letter")[who % 2], who // 2) for who in range(2000)]
    lines = [f"{arm},{int(place % 100 < (5, 8)[arm == 'letter'])},{place % 100}" for arm, place in arms]
    (folder / "letters.csv").write_text("arm,bought,before\n" + "\n".join(lines) + "\n", encoding="utf-8")


def test_members_groups_and_promotions_are_those_of_the_command_line(tmp_path: Path) -> None:
    shop(tmp_path)
    words = ["log.csv", "--customers", "members.csv", "--program-since", "2023-01", "--segment-by", "channel"]
    words += ["--segment-least", "40", "--periods", "periods.csv", "--out", "shop.toml", "-q", "--lang", "en"]
    words += ["--experiment", "letters.csv", "--experiment-days", "14", "--experiment-messages", "1"]
    words += ["--experiment-before", "before"]
    subprocess.run([binary(), "calibrate", *words], check=True, capture_output=True, cwd=tmp_path)
    mine = loyalsim.calibrate(
        tmp_path / "log.csv",
        customers=tmp_path / "members.csv",
        program_since="2023-01",
        segment_by="channel",
        segment_least=40,
        periods=tmp_path / "periods.csv",
        experiment=tmp_path / "letters.csv",
        experiment_days=14,
        experiment_messages=1,
        experiment_before=["before"],
        progress=False,
    )
    assert mine.experiment == json.loads(read(tmp_path / "shop-experiment.json"))
    assert mine.design.to_toml() == read(tmp_path / "shop.toml")
    assert "[today]" in mine.design.to_toml()
    assert 'name = "app"' in mine.design.to_toml()
    assert mine.page() == read(tmp_path / "shop-calibration.html")
    assert mine.periods == json.loads(read(tmp_path / "shop-periods.json"))
    assert mine.discounts is not None
    assert mine.discounts == json.loads(read(tmp_path / "shop-discounts.json"))
    mine.keep_forecast(tmp_path / "mine-forecast.json")
    assert read(tmp_path / "mine-forecast.json") == read(tmp_path / "shop-forecast.json")
    for asked in ({"segment_by": "no such"}, {"segment_least": 3}, {"program_since": "spring"}):
        with pytest.raises(ValueError, match=r"no such|30 or more|YYYY-MM"):
            loyalsim.calibrate(tmp_path / "log.csv", progress=False, **asked)


def test_cohorts_are_those_of_the_command_line(tmp_path: Path) -> None:
    left = [1000.0]
    for month in range(1, 13):
        left.append(round(left[-1] * (8.0 + month) / (8.8 + month)))
    rows = [",".join([f"2024-{n + 1:02}", *(f"{value:.0f}" for value in left[: 13 - n])]) for n in range(12)]
    head = "cohort," + ",".join(f"month {n}" for n in range(13))
    (tmp_path / "cohorts.csv").write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
    (tmp_path / "nps.csv").write_text("score\n" + "9\n8\n3\n" * 20, encoding="utf-8")
    words = [
        "--cohorts",
        "cohorts.csv",
        "--term",
        "1",
        "--survey",
        "nps.csv",
        "--out",
        "gym.toml",
        "-q",
        "--lang",
        "en",
    ]
    subprocess.run([binary(), "calibrate", *words], check=True, capture_output=True, cwd=tmp_path)
    mine = loyalsim.calibrate_cohorts(tmp_path / "cohorts.csv", term=1, survey=tmp_path / "nps.csv", progress=False)
    assert mine.design.to_toml() == read(tmp_path / "gym.toml")
    assert mine.page() == read(tmp_path / "gym-calibration.html")
    assert mine.data == json.loads(read(tmp_path / "gym-calibration.json"))
    mine.keep_forecast(tmp_path / "mine-forecast.json")
    assert read(tmp_path / "mine-forecast.json") == read(tmp_path / "gym-forecast.json")
    with pytest.raises(ValueError, match="month, quarter, year"):
        loyalsim.calibrate_cohorts(tmp_path / "cohorts.csv", period="week", progress=False)
    with pytest.raises(ValueError, match=r"nps\.csv"):
        loyalsim.calibrate_cohorts(tmp_path / "nps.csv", progress=False)


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
