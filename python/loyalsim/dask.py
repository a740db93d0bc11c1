"""Runs in parts on the workers of Dask: on the cores of one machine, or on a cluster.

A part is a task: a worker starts the command of the wheel, and its bytes come back. Whoever is killed loses the part
that it was at, which another plays anew. Needs ``distributed``: ``pip install loyalsim[dask]``.
"""

from __future__ import annotations

import os
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from loyalsim import _core
from loyalsim._design import Design
from loyalsim._progress import Progress, watching
from loyalsim._results import Run
from loyalsim.parts import Part, merge, split

_RETRIES = 3


def run(
    design: Design,
    *,
    trials: int,
    parts: int | None = None,
    client: Any = None,
    keep: str | os.PathLike[str] | None = None,
    retries: int = _RETRIES,
    customers: int = _core.CUSTOMERS,
    seed: int = 1,
    sampling: str = "latin",
    progress: bool | Progress | None = None,
) -> Run:
    """Simulate a design on the workers of Dask.

    Parameters
    ----------
    design : Design
        The design.
    trials : int
        Trials of the whole run.
    parts : int, optional
        How many parts; by default one for 250 trials. A few for each worker, long enough to be worth a process.
    client : distributed.Client, optional
        The cluster; by default a thread for each core of this machine, for as long as the run takes.
    keep : path-like, optional
        A folder that keeps the parts. The same call takes them up after a crash; nothing is played twice. By default
        a temporary one.
    retries : int
        How often a part is tried again that has failed or whose worker was lost.
    customers, seed, sampling
        As for :func:`loyalsim.run`.
    progress : bool or callable, optional
        As for :func:`loyalsim.run`; it counts parts.

    Returns
    -------
    Run
        What :func:`loyalsim.run` gives with so many trials, to the last bit.

    Raises
    ------
    PartError
        If a part fails each time.
    """
    wanted = split(design, trials=trials, parts=parts, customers=customers, seed=seed, sampling=sampling)
    with ExitStack() as stack:
        hears = stack.enter_context(watching(progress))
        folder = Path(keep or stack.enter_context(tempfile.TemporaryDirectory(prefix="loyalsim-parts-")))
        folder.mkdir(parents=True, exist_ok=True)
        missing = [part for part in wanted if not (folder / part.file).exists()]
        done = len(wanted) - len(missing)
        if hears is not None:
            hears("parts", done, len(wanted))
        if missing:
            cluster = client if client is not None else stack.enter_context(_local())
            for part, content in _played(cluster, missing, retries):
                _write(folder / part.file, content)
                done += 1
                if hears is not None:
                    hears("parts", done, len(wanted))
        return merge(folder / part.file for part in wanted)


def _local() -> Any:
    import distributed

    made: Any = distributed.Client
    # Threads are enough: the work is done by the processes that they start.
    return made(processes=False, n_workers=1, threads_per_worker=os.cpu_count(), dashboard_address=None)


def _played(client: Any, parts: list[Part], retries: int) -> Any:
    """Give each part and its bytes as soon as it is played; what is left is given up when the caller stops."""
    import distributed

    as_completed: Any = distributed.as_completed
    tasks = client.map(Part.play, parts, retries=retries, pure=False, key=[part.file for part in parts])
    of = {task.key: part for task, part in zip(tasks, parts, strict=True)}
    try:
        for task, content in as_completed(tasks, with_results=True):
            yield of[task.key], content
            task.release()
    finally:
        client.cancel(tasks)


def _write(file: Path, content: bytes) -> None:
    """Write it whole or not at all."""
    handle, fresh = tempfile.mkstemp(dir=file.parent, prefix=".part-")
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(content)
        os.replace(fresh, file)
    except BaseException:
        os.unlink(fresh)
        raise
