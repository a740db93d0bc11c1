"""The command line beside which the package is held, and small designs."""

from __future__ import annotations

import os
import shutil
import subprocess
import sysconfig
from pathlib import Path

import pytest

import loyalsim

SCENARIOS = Path(__file__).resolve().parents[2] / "scenarios"


def binary() -> str:
    """Return the command: the one that the wheel has installed, unless LOYALSIM names another."""
    found = os.environ.get("LOYALSIM") or shutil.which("loyalsim", path=sysconfig.get_path("scripts"))
    assert found, "no command `loyalsim` beside this Python: install the wheel, or name one in LOYALSIM"
    return found


class CommandLine:
    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self, *words: object, charts: bool = False) -> Path:
        """Run a command quietly and return the folder of its results."""
        out = self.folder / "out"
        shutil.rmtree(out, ignore_errors=True)
        quiet = ["--out", str(out), "-q", "--lang", "en"]
        if words[0] == "review":
            quiet.append("--no-pdf")
        elif not charts:
            quiet.append("--no-charts")
        subprocess.run([binary(), *map(str, words), *quiet], check=True, capture_output=True, cwd=self.folder)
        return out


@pytest.fixture
def command(tmp_path: Path) -> CommandLine:
    return CommandLine(tmp_path)


@pytest.fixture
def shop(tmp_path: Path) -> loyalsim.Design:
    """The design that `loyalsim new` begins with, in a file of its own beside the test's results."""
    loyalsim.Design.new("Shop").save(tmp_path / "shop.toml")
    return read(tmp_path / "shop.toml")


def read(path: Path) -> loyalsim.Design:
    """Return a design called as the command line calls it when it runs beside it."""
    return loyalsim.Design.from_text(path.read_text(encoding="utf-8"), name=path.name)
