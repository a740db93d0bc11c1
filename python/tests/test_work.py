"""Long work: Ctrl-C, progress, other threads."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator

import pytest

import loyalsim

LONG = {"trials": 100_000, "customers": 3_000}
LEVER = """
[optimise]
objectives = ["npv"]
[[optimise.lever]]
path = "program.points.earn"
low = 0
high = 0.05
"""
COMMANDS: dict[str, Callable[..., object]] = {
    "run": lambda design, **more: loyalsim.run(design, **LONG, **more),
    "compare": lambda design, **more: loyalsim.compare(design, design, **LONG, **more),
    "sweep": lambda design, **more: loyalsim.sweep(design, {"business.annual_retention": [0.7, 0.8]}, **LONG, **more),
    "exit": lambda design, **more: loyalsim.exit(design, **LONG, **more),
    "sensitivity": lambda design, **more: loyalsim.sensitivity(design, **LONG, **more),
    "stress": lambda design, **more: loyalsim.stress(design, **LONG, **more),
    "voi": lambda design, **more: loyalsim.voi(design, **LONG, **more),
    "optimise": lambda design, **more: loyalsim.optimise(
        loyalsim.Design.from_text(design.to_toml() + LEVER), points=10_000, **more
    ),
    "review": lambda design, **more: loyalsim.review(design, **LONG, **more),
}


@pytest.fixture(autouse=True)
def ctrl_c_is_heard() -> Iterator[None]:
    """Hear Ctrl-C as at a terminal: what was started in the background ignores it, and long work would never end."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.parametrize("command", COMMANDS)
def test_ctrl_c_is_heard_at_once(command: str) -> None:
    pressed: list[float] = []

    def press() -> None:
        pressed.append(time.monotonic())
        os.kill(os.getpid(), signal.SIGINT)

    # Long enough for a search to have something that it could still judge.
    timer = threading.Timer(2.0 if command == "optimise" else 0.7, press)
    timer.start()
    with pytest.raises(KeyboardInterrupt):
        COMMANDS[command](loyalsim.Design.new(), progress=False)
    assert time.monotonic() - pressed[0] < (1.5 if command == "optimise" else 0.5)


def test_other_threads_go_on() -> None:
    over, counted = threading.Event(), [0]

    def count() -> None:
        while not over.is_set():
            counted[0] += 1
            time.sleep(0.001)

    thread = threading.Thread(target=count)
    thread.start()
    began = time.monotonic()
    loyalsim.run(loyalsim.Design.new(), trials=100, customers=1_000, progress=False)
    took = time.monotonic() - began
    over.set()
    thread.join()
    # Half of a thousand a second would do; a lock held throughout would let through none.
    assert counted[0] > 20 * took


def test_progress_is_told() -> None:
    told: list[tuple[str, int, int]] = []
    design = loyalsim.Design.new()
    loyalsim.run(design, trials=60, customers=500, progress=lambda *now: told.append(now))
    assert told[-1] == ("trials", 60, 60)
    assert [done for _, done, _ in told] == sorted(done for _, done, _ in told)


def test_what_progress_raises_stops_the_work() -> None:
    def enough(what: str, done: int, total: int) -> None:
        raise RuntimeError(f"enough of {what}")

    with pytest.raises(RuntimeError, match="enough of trials"):
        loyalsim.run(loyalsim.Design.new(), **LONG, progress=enough)


def test_a_bar(capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("tqdm")
    loyalsim.run(loyalsim.Design.new(), trials=60, customers=500, progress=True)
    assert "trials" in capsys.readouterr().err
