"""How long a grading takes, against the shortest test run that there is: `python -m tests.benchmark`.

The whole cold `python -m grader` against `python -m pytest -q` of one file with one trivial NumPy test,
in turn, with the same interpreter, and the ratio of the medians: once for the reference, once for three
wrong submissions that neither hang nor lose the worker. With `--watch`, a save under `python -m grader
watch`, from the write of the file until the verdict is on the screen, takes the place of the command.
With `--batch`, see `benchmark_batch`. The exit status is 1 if a ratio is over its limit.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from itertools import count
from pathlib import Path
from statistics import median

from . import benchmark_batch
from .helpers.labels import labelled
from .helpers.paths import ROOT

REFERENCE = ROOT / "solutions" / "linear_regression.py"
LEAST_RUNS, MANY = 7, 1_000
LIMIT_RIGHT, LIMIT_WRONG, AIM = 1.6, 1.85, 1.25
LIMIT_SAVED = 0.45
REST = 0.5  # seconds after a save, in which the next workers are made ready: the other side shall not pay
TRIVIAL = "import numpy as np\n\n\ndef test_sum():\n    assert np.ones(3).sum() == 3\n"
# The two documented mistakes, and one that only `fit` shows.
WRONG = ("gradient_not_divided_by_n__", "gradient_missing_transpose__", "fit_ascends__")

# The plugins that development adds would slow the other side down, and so flatter this one. Byte code is
# kept from the run before on both sides, as it is wherever nothing forbids it.
ENVIRONMENT = os.environ | {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
ENVIRONMENT.pop("PYTHONDONTWRITEBYTECODE", None)

Command = tuple[Sequence[str], Path, int]
Timed = Callable[[], float]


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


def grading(path: Path, status: int) -> Timed:
    """One cold run of the grader."""
    return lambda: seconds((["-m", "grader", str(path)], ROOT, status))


def trivial(folder: Path) -> Timed:
    """The shortest test run."""
    test = folder / "trivial" / "test_trivial.py"
    test.parent.mkdir()
    test.write_text(TRIVIAL, encoding="utf-8")
    return lambda: seconds((["-m", "pytest", "-q", test.name], test.parent, 0))


def wrong_sources() -> list[bytes]:
    """The files of the wrong submissions."""
    return [next(one.raw for one in labelled("wrong") if one.name.startswith(f"wrong/{n}")) for n in WRONG]


def compare(what: str, ours: Sequence[Timed], theirs: Timed, runs: int, limit: float, aim: float) -> bool:
    """Run both in turn and print the ratio of their medians; whether it is within the limit."""
    theirs()
    for command in ours:
        command()
    spent, shortest = [], []
    for _ in range(runs):
        for command in ours:
            spent.append(command())
            shortest.append(theirs())
    ratio = median(spent) / median(shortest)
    print(
        f"{what:<24}{median(spent):.3f} s against {median(shortest):.3f} s: {ratio:.2f} times"
        f" (limit {limit}, aim {aim}; {len(spent)} runs each)"
    )
    return ratio <= limit


def commands(folder: Path, runs: int) -> bool:
    """Compare the whole command; whether it is within its limits."""
    wrong = []
    for number, raw in enumerate(wrong_sources()):
        path = folder / f"submission_{number}.py"
        path.write_bytes(raw)
        wrong.append(grading(path, 1))
    right = grading(REFERENCE, 0)
    shortest = trivial(folder)
    well = compare("the reference", [right], shortest, runs, LIMIT_RIGHT, AIM)
    return compare("three wrong submissions", wrong, shortest, runs, LIMIT_WRONG, AIM) and well


def saves(folder: Path, runs: int) -> bool:
    """Compare a save that is watched; whether it is within its limit."""
    from .helpers.terminals import Terminal, grader

    path = folder / "saved.py"
    path.write_bytes(REFERENCE.read_bytes())
    with Terminal(grader("watch", str(path))) as terminal:
        terminal.wait_for("Well done", "watching")
        tick = count()

        def saved(raw: bytes) -> Timed:
            def timed() -> float:
                content = raw + b"# %d\n" % next(tick)
                start, begun = len(terminal.seen), time.perf_counter()
                path.write_bytes(content)
                terminal.wait_for_raw("grading", start)
                terminal.wait_for_raw("watching", start)
                spent = time.perf_counter() - begun
                time.sleep(REST)
                return spent

            return timed

        shortest = trivial(folder)
        right, wrong = [saved(REFERENCE.read_bytes())], [saved(raw) for raw in wrong_sources()]
        well = compare("the reference, saved", right, shortest, runs, LIMIT_SAVED, LIMIT_SAVED)
        return compare("three wrong ones, saved", wrong, shortest, runs, LIMIT_SAVED, LIMIT_SAVED) and well


def main() -> int:
    """Measure both and say by the exit status whether they are within their limits."""
    text = (__doc__ or "").split("\n\n")[1]
    parser = argparse.ArgumentParser(prog="python -m tests.benchmark", description=text)
    parser.add_argument("--runs", type=int, default=LEAST_RUNS, help=f"of each (at least {LEAST_RUNS})")
    parser.add_argument("--watch", action="store_true", help="a save that is watched, not the whole command")
    parser.add_argument("--batch", action="store_true", help="many files: batch beside one process each")
    parser.add_argument("--count", type=int, default=MANY, help=f"how many files with --batch ({MANY})")
    asked = parser.parse_args()
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    print(f"{os.cpu_count()} cores, load {load:.1f}; Python {sys.version.split()[0]}")
    if asked.batch:
        return 0 if benchmark_batch.compare(asked.count) else 1
    with tempfile.TemporaryDirectory() as folder:
        measure = saves if asked.watch else commands
        return 0 if measure(Path(folder), max(LEAST_RUNS, asked.runs)) else 1


if __name__ == "__main__":
    sys.exit(main())
