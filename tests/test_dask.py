"""Run the example in `courses.md` that maps files with Dask, unchanged, on two local workers."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from .helpers import pages
from .helpers.paths import ROOT

SOURCE = (ROOT / "solutions" / "linear_regression.py").read_text(encoding="utf-8")


def test_files_are_mapped_on_two_workers(tmp_path: Path) -> None:
    pytest.importorskip("distributed", reason="the extra 'dask' is not installed")
    code = pages.block(pages.doc("courses"), "import subprocess")
    assert "n_workers=2" in code
    (tmp_path / "loop.py").write_text(code, encoding="utf-8")
    (tmp_path / "submissions").mkdir()
    texts = {"right": SOURCE, "wrong": SOURCE.replace("2 / n * (X.T", "(X.T"), "stub": "x = 1\n"}
    for name, text in texts.items():
        (tmp_path / "submissions" / f"{name}.py").write_text(text, encoding="utf-8")
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    command = [sys.executable, "loop.py"]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    lines = (tmp_path / "graded.jsonl").read_text(encoding="utf-8").splitlines()
    found = {Path(line["submission"]).stem: line["verdict"] for line in map(json.loads, lines)}
    assert found == {"right": "passed", "wrong": "failed", "stub": "failed"}
