"""How long a grading takes, against the shortest test run that there is: `python -m tests.benchmark`.

The whole cold `python -m grader` against `python -m pytest -q` of one file with one trivial NumPy test,
in turn, with the same interpreter, and the ratio of the medians: once for the reference, once for three
wrong submissions that neither hang nor lose the worker. The exit status is 1 if a ratio is over its limit.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from .labels import labelled

ROOT = Path(__file__).resolve().parent.parent
LEAST_RUNS = 7
LIMIT_RIGHT, LIMIT_WRONG, AIM = 1.8, 2.5, 1.25
TRIVIAL = "import numpy as np\n\n\ndef test_sum():\n    assert np.ones(3).sum() == 3\n"
# The two documented mistakes, and one that only `fit` shows.
WRONG = ("gradient_not_divided_by_n__", "gradient_missing_transpose__", "fit_ascends__")

# The plugins that development adds would slow the other side down, and so flatter this one.
ENVIRONMENT = os.environ | {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}

Command = tuple[Sequence[str], Path, int]


def seconds(command: Command) -> float:
    """How long one run takes, from the start of its process to its end."""
    words, folder, status = command
    begun = time.perf_counter()
    done = subprocess.run(
        [sys.executable, *words], cwd=folder, env=ENVIRONMENT, capture_output=True, text=True, check=False
    )
    spent = time.perf_counter() - begun
    if done.returncode != status:
        sys.exit(f"{' '.join(words)} ended with {done.returncode}, not {status}:\n{done.stdout}{done.stderr}")
    return spent


def grading(path: Path, status: int) -> Command:
    """One cold run of the grader."""
    return (["-m", "grader", str(path)], ROOT, status)


def prepared(folder: Path) -> tuple[Command, list[Command]]:
    """The trivial test run, and the gradings of the wrong submissions, as files in a folder."""
    test = folder / "trivial" / "test_trivial.py"
    test.parent.mkdir()
    test.write_text(TRIVIAL, encoding="utf-8")
    wrong = []
    for number, name in enumerate(WRONG):
        path = folder / f"submission_{number}.py"
        path.write_bytes(next(one.raw for one in labelled("wrong") if one.name.startswith(f"wrong/{name}")))
        wrong.append(grading(path, 1))
    return (["-m", "pytest", "-q", test.name], test.parent, 0), wrong


def compare(what: str, ours: Sequence[Command], theirs: Command, runs: int, limit: float) -> bool:
    """Run both in turn and print the ratio of their medians; whether it is within the limit."""
    seconds(theirs)
    for command in ours:
        seconds(command)
    spent, trivial = [], []
    for _ in range(runs):
        for command in ours:
            spent.append(seconds(command))
            trivial.append(seconds(theirs))
    ratio = median(spent) / median(trivial)
    print(
        f"{what:<24}{median(spent):.3f} s against {median(trivial):.3f} s: {ratio:.2f} times"
        f" (limit {limit}, aim {AIM}; {len(spent)} runs each)"
    )
    return ratio <= limit


def main() -> int:
    """Measure both and say by the exit status whether they are within their limits."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmark", description=(__doc__ or "").split("\n\n")[1]
    )
    parser.add_argument("--runs", type=int, default=LEAST_RUNS, help=f"of each (at least {LEAST_RUNS})")
    runs = max(LEAST_RUNS, parser.parse_args().runs)
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    print(f"{os.cpu_count()} cores, load {load:.1f}; Python {sys.version.split()[0]}")
    with tempfile.TemporaryDirectory() as folder:
        trivial, wrong = prepared(Path(folder))
        right = grading(ROOT / "solutions" / "linear_regression.py", 0)
        well = compare("the reference", [right], trivial, runs, LIMIT_RIGHT)
        well &= compare("three wrong submissions", wrong, trivial, runs, LIMIT_WRONG)
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main())
