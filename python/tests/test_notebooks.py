"""The notebooks run from beginning to end. They need more packages and time: LOYALSIM_NOTEBOOKS=1 asks for them."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parents[1] / "notebooks"
LONGEST = 30

pytestmark = pytest.mark.skipif(not os.environ.get("LOYALSIM_NOTEBOOKS"), reason="LOYALSIM_NOTEBOOKS is not set")


@pytest.mark.parametrize("name", sorted(path.name for path in FOLDER.glob("*.ipynb")))
def test_it_runs(name: str) -> None:
    import nbclient
    import nbformat

    notebook = nbformat.read(FOLDER / name, as_version=4)
    assert not any(cell.get("outputs") for cell in notebook.cells), "it is kept without outputs"
    began = time.monotonic()
    # Raises with the cell that fails. Twice the time that it may take on two idle cores is allowed to a busy machine.
    nbclient.NotebookClient(notebook, timeout=2 * LONGEST, resources={"metadata": {"path": FOLDER}}).execute()
    assert time.monotonic() - began < 2 * LONGEST
    shown = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    assert any("image/png" in out.get("data", {}) or "text/html" in out.get("data", {}) for out in shown)
