"""Designs: reading, changing, and what is said where they are wrong."""

from __future__ import annotations

import copy
import pickle
from pathlib import Path

import pytest
from conftest import SCENARIOS

import loyalsim
from loyalsim import Design, DesignError


def test_a_design_can_be_read_changed_and_written(tmp_path: Path) -> None:
    design = Design.new()
    changed = design.edit("program.points.earn", 0.04)
    assert changed.to_dict()["program"]["points"][0]["earn"] == 0.04
    assert design.to_dict()["program"]["points"][0]["earn"] != 0.04
    assert len(changed.to_toml().splitlines()) == len(design.to_toml().splitlines()), "comments stay"
    changed.save(tmp_path / "changed.toml")
    assert Design.read(tmp_path / "changed.toml") == changed


def test_dictionaries_hold_what_the_text_says() -> None:
    design = Design.read(SCENARIOS / "coffee.toml")
    again = Design.from_dict(design.to_dict())
    assert again.to_dict() == design.to_dict()
    assert [*again.numbers["mode"]] == [*design.numbers["mode"]]


def test_values_of_every_kind() -> None:
    design = Design.new()
    uncertain = design.edit("business.annual_retention", {"low": 0.7, "mode": 0.8, "high": 0.9})
    row = uncertain.numbers.where(path="business.annual_retention")
    assert [row[name][0] for name in ("low", "mode", "high")] == [0.7, 0.8, 0.9]
    doubled = uncertain.scale("business.annual_retention", 1.1)
    assert doubled.numbers.where(path="business.annual_retention")["mode"][0] == pytest.approx(0.88)
    assert design.edit({"title": "Other", "currency": "USD"}).title == "Other"
    club = design.add("program.club", {"cost_per_month": 500})
    assert len(club.to_dict()["program"]["club"]) == 1 + len(design.to_dict()["program"].get("club", []))
    assert club.edit("program.club", None).to_dict()["program"].get("club") is None


def test_errors_show_line_value_range_and_remedy() -> None:
    text = Design.new().to_toml()
    wrong = text.replace("annual_retention = ", "annual_retention = 1.7 # ")
    line = 1 + next(n for n, line in enumerate(wrong.splitlines()) if line.startswith("annual_retention"))
    with pytest.raises(DesignError) as caught:
        Design.from_text(wrong, name="shop.toml")
    problem = caught.value.problems[0]
    assert problem.line == line
    assert problem.path == "business.annual_retention"
    assert problem.text.startswith("annual_retention = 1.7")
    assert "1.7" in problem.what
    assert problem.remedy
    assert f"shop.toml:{line}" in str(caught.value) or f"line {line}" in str(caught.value)


def test_changes_that_cannot_be_made() -> None:
    design = Design.new()
    with pytest.raises(DesignError, match=r"1\.7"):
        design.edit("business.annual_retention", 1.7)
    with pytest.raises(DesignError, match="annual_retention"):
        design.edit("business.anual_retention", 0.7)
    for value in (True, [1, 2], {"low": 1}, float("nan")):
        with pytest.raises((TypeError, ValueError)):
            design.edit("business.annual_retention", value)
    with pytest.raises(DesignError):
        Design.from_text("title = ")
    with pytest.raises(FileNotFoundError):
        Design.read("nowhere.toml")


def test_messages_speak_the_language_that_was_set() -> None:
    loyalsim.set_language("ru")
    try:
        with pytest.raises(DesignError, match=r"[\u0430-\u044f]"):
            Design.from_text("title = 3")
    finally:
        loyalsim.set_language("en")
    with pytest.raises(ValueError, match="'en'"):
        loyalsim.set_language("de")  # type: ignore[arg-type]


def test_designs_can_be_sent_to_other_processes() -> None:
    design = Design.new()
    assert pickle.loads(pickle.dumps(design)) == design == copy.deepcopy(design)
    assert len({design, pickle.loads(pickle.dumps(design))}) == 1
