"""Parts of a run, played by processes and merged to the bytes of one run.

The contract is that of the command line: ``loyalsim run DESIGN --trials N --part K/OF --out FILE`` writes a part whole
or not at all and ends with exit code 0; :func:`merge` makes of all parts, in any order, the result of one run. Whatever
starts processes can play them; :mod:`loyalsim.dask` does.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sysconfig
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from loyalsim import _core
from loyalsim._design import Design
from loyalsim._options import language, size, whole
from loyalsim._results import Run

_A_PART = 250
_MOST_PARTS = 10_000


class PartError(RuntimeError):
    """A part could not be played; the message is what the command said."""


@dataclass(frozen=True)
class Part:
    """A part of a run: what a process is told.

    Attributes
    ----------
    design : Design
        The design.
    nth, of : int
        Which part of how many, counted from 1.
    trials, customers, seed : int
        Those of the whole run.
    sampling : str
        How uncertain numbers are drawn.
    threads : int
        Processor threads of the process.
    """

    design: Design
    nth: int
    of: int
    trials: int
    customers: int = _core.CUSTOMERS
    seed: int = 1
    sampling: str = "latin"
    threads: int = 1

    @property
    def file(self) -> str:
        """A name for its file that no other part of another run has."""
        run = f"{self.design.hash[:12]}-{self.seed}-{self.customers}-{self.sampling}-{self.trials}"
        return f"{run}-{self.nth:05}-of-{self.of:05}.part"

    def command(self, design: str | os.PathLike[str], out: str | os.PathLike[str]) -> list[str]:
        """Return the command that plays it.

        Parameters
        ----------
        design : path-like
            The file of the design.
        out : path-like
            Where to write the part.

        Returns
        -------
        list of str
            Program and arguments.
        """
        numbers = {"--trials": self.trials, "--customers": self.customers, "--seed": self.seed}
        words = [word for name, number in numbers.items() for word in (name, str(number))]
        of = ["--sampling", self.sampling, "--part", f"{self.nth}/{self.of}", "--threads", str(self.threads)]
        return [binary(), "run", os.fspath(design), *words, *of, "--out", os.fspath(out), "--quiet"]

    def play(self) -> bytes:
        """Play it in a process of its own.

        Returns
        -------
        bytes
            The content of its file.

        Raises
        ------
        PartError
            If the process ends with another exit code than 0.
        """
        with tempfile.TemporaryDirectory(prefix="loyalsim-") as folder:
            # One name for all machines: a part says what its design was called.
            (Path(folder) / "design.toml").write_text(self.design.to_toml(), encoding="utf-8", newline="")
            command = self.command("design.toml", "part")
            done = subprocess.run(command, cwd=folder, capture_output=True, check=False)
            if done.returncode != 0:
                said = done.stderr.decode(errors="replace").strip()
                raise PartError(f"part {self.nth}/{self.of} ended with exit code {done.returncode}: {said}")
            return (Path(folder) / "part").read_bytes()


def binary() -> str:
    """Return the command ``loyalsim``: that of the environment variable LOYALSIM, of this Python, or of the path."""
    scripts = sysconfig.get_path("scripts")
    found = os.environ.get("LOYALSIM") or shutil.which("loyalsim", path=scripts) or shutil.which("loyalsim")
    if found is None:
        raise FileNotFoundError("there is no command `loyalsim` here: install the wheel, or name it in LOYALSIM")
    return found


def split(
    design: Design,
    *,
    trials: int,
    parts: int | None = None,
    customers: int = _core.CUSTOMERS,
    seed: int = 1,
    sampling: str = "latin",
    threads: int = 1,
) -> list[Part]:
    """Split a run into parts.

    Parameters
    ----------
    design : Design
        The design.
    trials : int
        Trials of the whole run.
    parts : int, optional
        How many parts; by default one for 250 trials.
    customers, seed, sampling
        As for :func:`loyalsim.run`.
    threads : int
        Processor threads of each process.

    Returns
    -------
    list of Part
        The parts in order.
    """
    asked = size(trials, customers, seed, threads)
    usual = min(max(1, trials // _A_PART), _MOST_PARTS)
    of = whole("parts", usual if parts is None else parts, 1, min(trials, _MOST_PARTS))
    numbers = {"trials": asked["trials"], "customers": asked["customers"], "seed": asked["seed"]}
    return [Part(design, nth, of, **numbers, sampling=sampling, threads=threads) for nth in range(1, of + 1)]


def merge(files: Iterable[str | os.PathLike[str]]) -> Run:
    """Merge the files of all parts of a run, in any order.

    Parameters
    ----------
    files : iterable of path-like
        The files.

    Returns
    -------
    Run
        What one run of all trials gives, to the last bit.

    Raises
    ------
    ValueError
        If a part is missing, there twice, damaged or of another run: it names the file.
    """
    paths: Sequence[str] = [os.fspath(file) for file in files]
    return Run(_core.merge(paths, language()))
