"""Results: numbers by key, tables, what a notebook shows."""

from __future__ import annotations

import zipfile
from pathlib import Path

import numpy as np
import pytest

import loyalsim


def slides(deck: Path) -> int:
    return sum(name.startswith("ppt/slides/slide") for name in zipfile.ZipFile(deck).namelist())


@pytest.fixture(scope="module")
def run() -> loyalsim.Run:
    return loyalsim.run(loyalsim.Design.new(), trials=20, customers=50, progress=False)


def test_headline_numbers_by_key(run: loyalsim.Run) -> None:
    net = run.headline["net_effect"]
    assert net.mean == run.summary["headline"]["net_effect"]["mean"] == run["net_effect"].mean
    assert net.p5 <= net.median <= net.p95
    assert net.mc_error > 0
    assert all(isinstance(getattr(net, name), float) for name in ("p5_error", "median_error", "p95_error"))
    with pytest.raises(KeyError, match="net_effect"):
        run.headline["net_efect"]
    assert run.headline.to_table()["mean"][list(run.headline).index("net_effect")] == net.mean


def test_trials_and_months_are_columns(run: loyalsim.Run) -> None:
    assert run.trials.rows == 20
    assert run.trials["net_effect"].dtype == np.float64
    assert run.trials["trial"].tolist() == list(range(20))
    assert run.trials["net_effect"].mean() == pytest.approx(run["net_effect"].mean, rel=0.2)
    active = run.monthly.where(world="program", series="active")
    assert active["month"].tolist() == run.summary["months"]
    assert active["mean"].tolist() == run.summary["program"]["series"]["active"]["mean"]
    with pytest.raises(KeyError, match="did you mean 'net_effect'"):
        run.trials["net_efect"]


def test_tables_for_pandas_and_arrow(run: loyalsim.Run) -> None:
    pandas = pytest.importorskip("pandas")
    frame = run.trials.to_pandas()
    assert isinstance(frame, pandas.DataFrame)
    assert frame["net_effect"].tolist() == run.trials["net_effect"].tolist()
    pytest.importorskip("pyarrow")
    assert run.monthly.to_arrow().column_names == run.monthly.columns


def test_what_a_notebook_shows(run: loyalsim.Run) -> None:
    shown = run._repr_html_()
    assert "data:image/svg+xml;base64," in shown
    assert run.text().splitlines()[0] in shown
    assert run.pictures("ru")["retention"].title != run.pictures()["retention"].title
    assert run.pictures()["retention"]._repr_svg_().startswith("<svg")
    with pytest.raises(KeyError, match="retention"):
        run.pictures()["nothing"]
    assert "<table>" in run.trials._repr_html_()


def test_results_can_be_kept(run: loyalsim.Run, tmp_path: Path) -> None:
    run.save(tmp_path / "kept")
    assert (tmp_path / "kept" / "summary.json").read_text(encoding="utf-8") == run.json
    assert (tmp_path / "kept" / "charts" / "retention.svg").exists()
    run.to_excel(tmp_path / "book.xlsx")
    assert (tmp_path / "book.xlsx").read_bytes()[:2] == b"PK"
    run.to_powerpoint(tmp_path / "deck.pptx", lang="ru")
    run.to_powerpoint(tmp_path / "again.pptx", tmp_path / "deck.pptx", "ru")
    assert slides(tmp_path / "deck.pptx") == slides(tmp_path / "again.pptx") >= 8
    with pytest.raises(ValueError, match="PowerPoint"):
        run.to_powerpoint(tmp_path / "no.pptx", tmp_path / "book.xlsx")
    assert not (tmp_path / "no.pptx").exists()
    run.pictures()["retention"].save(tmp_path / "retention.png")
    assert (tmp_path / "retention.png").read_bytes()[1:4] == b"PNG"
    with pytest.raises(ValueError, match="svg"):
        run.pictures()["retention"].save(tmp_path / "retention.gif")


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"trials": 1}, "2 to 10,000,000"),
        ({"trials": 2.5}, "whole number"),
        ({"customers": 0}, "customers is 0"),
        ({"seed": -1}, "seed"),
        ({"until": 0.9}, "0.001 to 0.5"),
        ({"sampling": "grid"}, "latin"),
    ],
)
def test_absurd_sizes_are_refused(asked: dict, said: str) -> None:
    with pytest.raises((ValueError, TypeError), match=said):
        loyalsim.run(loyalsim.Design.new(), progress=False, **asked)
