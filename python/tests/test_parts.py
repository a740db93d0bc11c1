"""Parts: whatever plays them, the bytes of one run."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

import loyalsim
from loyalsim.parts import Part, PartError, merge, split

SIZE = {"trials": 60, "customers": 200}


@pytest.fixture(scope="module")
def design() -> loyalsim.Design:
    return loyalsim.Design.new("Shop")


@pytest.fixture(scope="module")
def whole(design: loyalsim.Design) -> loyalsim.Run:
    return loyalsim.run(design, **SIZE, progress=False)


def assert_same(run: loyalsim.Run, whole: loyalsim.Run) -> None:
    assert run.json == whole.json
    assert run.files == whole.files


def written(parts: list[Part], folder: Path) -> list[Path]:
    files = [folder / part.file for part in parts]
    for part, file in zip(parts, files, strict=True):
        file.write_bytes(part.play())
    return files


def test_parts_in_any_order(design: loyalsim.Design, whole: loyalsim.Run, tmp_path: Path) -> None:
    files = written(split(design, **SIZE, parts=3), tmp_path)
    assert_same(merge(reversed(files)), whole)
    with pytest.raises(ValueError, match="part 2/3 is missing"):
        merge(files[:1] + files[2:])
    files[1].write_bytes(files[1].read_bytes()[:-9])
    with pytest.raises(ValueError, match=files[1].name):
        merge(files)
    with pytest.raises(FileNotFoundError):
        merge([tmp_path / "nothing.part"])


def test_what_cannot_be_split(design: loyalsim.Design) -> None:
    assert [part.nth for part in split(design, trials=1_000)] == [1, 2, 3, 4]
    with pytest.raises(ValueError, match="parts is 61"):
        split(design, **SIZE, parts=61)
    with pytest.raises(PartError, match="exit code 2"):
        Part(design, 1, 2, trials=1).play()


def test_workers_of_dask(design: loyalsim.Design, whole: loyalsim.Run, tmp_path: Path) -> None:
    pytest.importorskip("distributed")
    from loyalsim import dask

    told: list[tuple[str, int, int]] = []
    run = dask.run(design, **SIZE, parts=4, keep=tmp_path, progress=lambda *now: told.append(now))
    assert_same(run, whole)
    assert told == [("parts", done, 4) for done in range(5)]
    # What is there is not played again: without a cluster there is none to play it.
    again = dask.run(design, **SIZE, parts=4, keep=tmp_path, client=object(), progress=False)
    assert_same(again, whole)


KILLED = """
import os, signal, sys, threading, time
import loyalsim, loyalsim.dask
from distributed import Client, LocalCluster

def kill(pids, folder):
    while not any(name.endswith(".part") for name in os.listdir(folder)):
        time.sleep(0.01)
    os.kill(pids[0], signal.SIGKILL)

if __name__ == "__main__":
    folder = sys.argv[1]
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster, Client(cluster) as client:
        pids = list(client.run(os.getpid).values())
        killer = threading.Thread(target=kill, args=(pids, folder))
        killer.start()
        design = loyalsim.Design.new("Shop")
        run = loyalsim.dask.run(design, trials=60, customers=200, parts=12, client=client, keep=folder, progress=False)
        killer.join()
        assert pids[0] not in client.run(os.getpid).values(), "the worker lives"
    sys.stdout.write(run.json)
"""


def test_a_worker_that_is_killed_loses_nothing(whole: loyalsim.Run, tmp_path: Path) -> None:
    pytest.importorskip("distributed")
    script, folder = tmp_path / "killed.py", tmp_path / "parts"
    script.write_text(textwrap.dedent(KILLED), encoding="utf-8")
    folder.mkdir()
    done = subprocess.run([sys.executable, str(script), str(folder)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout == whole.json


def test_a_run_that_is_killed_goes_on(design: loyalsim.Design, whole: loyalsim.Run, tmp_path: Path) -> None:
    pytest.importorskip("distributed")
    from loyalsim import dask

    script = (
        "import sys, loyalsim, loyalsim.dask\n"
        "loyalsim.dask.run(loyalsim.Design.new('Shop'), trials=60, customers=200, parts=12, keep=sys.argv[1])\n"
    )
    process = subprocess.Popen([sys.executable, "-c", script, str(tmp_path)], stderr=subprocess.DEVNULL)
    while not list(tmp_path.glob("*.part")) and process.poll() is None:
        time.sleep(0.005)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    kept = len(list(tmp_path.glob("[!.]*.part")))
    told: list[int] = []
    run = dask.run(design, **SIZE, parts=12, keep=tmp_path, progress=lambda _, done, __: told.append(done))
    assert told[0] == kept
    assert_same(run, whole)
