"""Every command gives the bytes that the command line writes."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest
from conftest import SCENARIOS, CommandLine, read

import loyalsim

SMALL = {"trials": 24, "customers": 60, "progress": False}
ASKED = ["--trials", 24, "--customers", 60]


def assert_same(result: loyalsim.Result, written: Path, *without: str) -> None:
    assert result.json == (written / result._file).read_text(encoding="utf-8")
    for name, text in result.files.items():
        if name not in without:
            assert text == (written / name).read_text(encoding="utf-8"), name


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"trials": 24, "customers": 60}, ASKED),
        (
            {"trials": 30, "customers": 30, "seed": 7, "sampling": "sobol", "threads": 1},
            "-t 30 -c 30 -s 7 --sampling sobol",
        ),
        ({"until": 0.1, "customers": 20}, "--until 0.1 -c 20"),
        ({"customers": 10}, "-c 10"),
    ],
)
def test_run(shop: loyalsim.Design, command: CommandLine, options: dict, words: object) -> None:
    typed = words.split() if isinstance(words, str) else words
    result = loyalsim.run(shop, **options, progress=False)
    assert_same(result, command("run", "shop.toml", *typed))
    written = loyalsim.Table.from_csv(result.files["trials.csv"])
    assert written.columns == result.trials.columns
    for name in written:
        np.testing.assert_array_equal(np.asarray(written[name], float), result.trials[name], name)


def test_pictures(shop: loyalsim.Design, command: CommandLine) -> None:
    out = command("run", "shop.toml", *ASKED, charts=True)
    pictures = loyalsim.run(shop, **SMALL).pictures()
    assert {f"{name}.{end}" for name in pictures for end in ("svg", "png")} == set(os.listdir(out / "charts"))
    for name, picture in pictures.items():
        assert picture.svg == (out / "charts" / f"{name}.svg").read_text(encoding="utf-8")
    first = next(iter(pictures.values()))
    assert first.png() == (out / "charts" / f"{first.name}.png").read_bytes()


def test_compare(shop: loyalsim.Design, command: CommandLine, tmp_path: Path) -> None:
    shop.edit("program.points.earn", 0.03).save(tmp_path / "other.toml")
    other = read(tmp_path / "other.toml")
    result = loyalsim.compare(shop, other, shop, **SMALL)
    assert_same(result, command("compare", "shop.toml", "other.toml", "shop.toml", *ASKED))


def test_sweep(shop: loyalsim.Design, command: CommandLine) -> None:
    axis = "program.points.earn=0.01,0.02,0.035"
    result = loyalsim.sweep(
        shop, {"program.points.earn": np.array([0.01, 0.02, 0.035])}, measures=["npv", "loss"], **SMALL
    )
    assert_same(result, command("sweep", "shop.toml", "--set", axis, "-m", "npv", "-m", "loss", *ASKED))


def test_exit(shop: loyalsim.Design, command: CommandLine) -> None:
    result = loyalsim.exit(shop, every=6, **SMALL)
    assert_same(result, command("exit", "shop.toml", "--every", 6, *ASKED))


def test_sensitivity(shop: loyalsim.Design, command: CommandLine) -> None:
    result = loyalsim.sensitivity(shop, measure="npv", trials=32, customers=20, progress=False)
    assert_same(result, command("sensitivity", "shop.toml", "-m", "npv", "-t", 32, "-c", 20))


def test_stress(shop: loyalsim.Design, command: CommandLine) -> None:
    result = loyalsim.stress(shop, **SMALL)
    assert_same(result, command("stress", "shop.toml", *ASKED))


def test_optimise(shop: loyalsim.Design, command: CommandLine, tmp_path: Path) -> None:
    lever = (
        '\n[optimise]\nobjectives = ["npv"]\n[[optimise.lever]]\npath = "program.points.earn"\nlow = 0\nhigh = 0.05\n'
    )
    text = shop.to_toml() + ("" if "[optimise]" in shop.to_toml() else lever)
    (tmp_path / "shop.toml").write_text(text, encoding="utf-8")
    result = loyalsim.optimise(read(tmp_path / "shop.toml"), points=8, fresh=20, trials=8, customers=30, progress=False)
    words = ["--points", 8, "--fresh", 20, "--trials", 8, "--customers", 30]
    assert_same(result, command("optimise", "shop.toml", *words))
    assert result.designs


@pytest.mark.parametrize("counter", [True, False])
def test_voi(shop: loyalsim.Design, command: CommandLine, counter: bool) -> None:
    result = loyalsim.voi(shop, counter=counter, trials=100, customers=20, progress=False)
    words = [] if counter else ["--no-counter"]
    assert_same(result, command("voi", "shop.toml", "-t", 100, "-c", 20, *words))


def test_review(command: CommandLine, tmp_path: Path) -> None:
    for name in ("discount-trap.toml", "coffee.toml"):
        (tmp_path / name).write_bytes((SCENARIOS / name).read_bytes())
    design, rival = read(tmp_path / "discount-trap.toml"), read(tmp_path / "coffee.toml")
    result = loyalsim.review(design, rivals=[rival], trials=16, customers=60, progress=False)
    out = command("review", "discount-trap.toml", "--rival", "coffee.toml", "-t", 16, "-c", 60)
    assert_same(result, out)
    assert result.text() == (out / "review.txt").read_text(encoding="utf-8")
    assert result.counter_design is None or result.counter_design.to_toml() in result.files.values()
