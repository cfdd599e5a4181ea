"""Compare the time of a grading with that of a minimal pytest run: `python -m tests.benchmark`.

For each exercise it measures a whole cold `python -m grader` of the reference, and of wrong submissions that
neither hang nor lose the worker; a save of each under `python -m grader watch`, from writing the file until
the verdict is on the screen; and how many right submissions `batch` grades per second. Times are given as
multiples of `python -m pytest -q` for one trivial NumPy test. All use the same interpreter, and their medians
are compared. The exit status is 1 if a figure is outside its limit.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from grader.command_line import DEFAULT
from grader.kata import solution_file

from .helpers.labels import labelled, labelled_exercises
from .helpers.paths import ROOT

if TYPE_CHECKING:
    from .helpers.terminals import Terminal

ROUNDS, FILES = 9, 60
REST = 0.5  # seconds after a save for the next workers to start, so that this does not slow other runs down
TRIVIAL, BATCH = "trivial", "batch a second"
TEST = "import numpy as np\n\n\ndef test_sum():\n    assert np.ones(3).sum() == 3\n"
# The two documented mistakes, and one that only occurs in `fit`; other exercises use the first ones found.
WRONG = ("gradient_not_divided_by_n__", "gradient_missing_transpose__", "fit_ascends__")
ENDED = {"times-out", "exits", "too-much-memory", "syntax-error", "import-fails", "class-missing"}


@dataclass(frozen=True)
class Column:
    """One measured figure, its limit and its goal: a maximum, but for the rate a minimum per two cores."""

    name: str
    limit: float
    wanted: float

    def fits(self, figure: float) -> bool:
        """Whether a figure is within the limit."""
        if self.name == BATCH:
            return figure >= self.limit * (os.cpu_count() or 1) / 2
        return figure <= self.limit


COLUMNS = (
    Column("cold", 1.6, 1.35),
    Column("cold, wrong", 1.85, 1.6),
    Column("saved", 0.45, 0.33),
    Column("saved, wrong", 0.45, 0.38),
    Column(BATCH, 8.0, 25.0),
)
Seconds = dict[str, list[float]]
Figures = dict[str, float]
"""Multiples of the trivial test, the rate, and the unit in seconds."""


def ran(words: Sequence[str], folder: Path, status: int) -> float:
    """Seconds that one run takes, from the start of its process to its end; exits if its status is wrong."""
    begun = time.perf_counter()
    done = subprocess.run([sys.executable, *words], cwd=folder, capture_output=True, text=True, check=False)
    spent = time.perf_counter() - begun
    if done.returncode != status:
        sys.exit(f"{' '.join(words)} ended with {done.returncode}, not {status}:\n{done.stdout}{done.stderr}")
    return spent


def trivial_test(folder: Path) -> Path:
    """The test that everything is compared with."""
    test = folder / "trivial" / "test_trivial.py"
    test.parent.mkdir()
    test.write_text(TEST, encoding="utf-8")
    return test


def wrong_sources(exercise: str) -> list[bytes]:
    """Three wrong submissions."""
    found = labelled("wrong", exercise)
    if exercise == DEFAULT:
        return [next(one.raw for one in found if one.name.startswith(f"wrong/{name}")) for name in WRONG]
    return [one.raw for one in sorted(found, key=lambda one: one.rank) if not one.ids & ENDED][: len(WRONG)]


def cold(exercise: str, folder: Path, rounds: int) -> Seconds:
    """Time the whole command in turn with the run it is compared with; the first round is dropped."""
    paths, test = [], trivial_test(folder)
    for number, raw in enumerate([solution_file(exercise).read_bytes(), *wrong_sources(exercise)]):
        paths.append(folder / f"submission_{number}.py")
        paths[-1].write_bytes(raw)

    def graded(path: Path, status: int) -> float:
        return ran(["-m", "grader", str(path), "--exercise", exercise], ROOT, status)

    spent: Seconds = defaultdict(list)
    for number in range(rounds + 1):
        spent[TRIVIAL].append(ran(["-m", "pytest", "-q", test.name], test.parent, 0))
        spent["cold"].append(graded(paths[0], 0))
        spent["cold, wrong"].append(graded(paths[1 + number % (len(paths) - 1)], 1))
    return {name: seconds[1:] for name, seconds in spent.items()}


@contextmanager
def watching(exercise: str, folder: Path) -> Iterator[Callable[[bytes], float]]:
    """Watch a file; yield a function that saves a text there and returns the seconds until its verdict."""
    from .helpers.terminals import Terminal, grader

    path, tick = folder / "saved.py", count()
    path.write_bytes(solution_file(exercise).read_bytes())

    def saved(terminal: "Terminal", raw: bytes) -> float:
        content = raw + b"# %d\n" % next(tick)
        start, begun = len(terminal.seen), time.perf_counter()
        path.write_bytes(content)
        terminal.wait_for_raw("grading", start)
        terminal.wait_for_raw("watching", start)
        spent = time.perf_counter() - begun
        time.sleep(REST)
        return spent

    with Terminal(grader("watch", str(path), "--exercise", exercise)) as terminal:
        terminal.wait_for("Well done", "watching")
        yield lambda raw: saved(terminal, raw)


def saves(exercise: str, folder: Path, rounds: int) -> Seconds:
    """Time saves of a watched file; the first round is dropped."""
    right, wrong = solution_file(exercise).read_bytes(), wrong_sources(exercise)
    spent: Seconds = defaultdict(list)
    with watching(exercise, folder) as save:
        for number in range(rounds + 1):
            spent["saved"].append(save(right))
            spent["saved, wrong"].append(save(wrong[number % len(wrong)]))
    return {name: seconds[1:] for name, seconds in spent.items()}


def rate(exercise: str, folder: Path, files: int) -> float:
    """The number of right submissions, all different, that one `batch` grades per second."""
    source, many = solution_file(exercise).read_text(encoding="utf-8"), folder / "batch"
    many.mkdir()
    for number in range(files):
        (many / f"submission_{number:05}.py").write_text(f"# number {number}\n{source}", encoding="utf-8")
    words = ["-m", "grader", "batch", str(many), "--exercise", exercise, "--out", str(folder / "out.jsonl")]
    return files / ran(words, ROOT, 0)


def measured(exercise: str, rounds: int, files: int) -> Figures:
    """The figures of one exercise."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        spent = cold(exercise, folder, rounds) | saves(exercise, folder, rounds)
        batch = {BATCH: rate(exercise, folder, files)}
    found = {name: median(seconds) for name, seconds in spent.items()}
    unit = found.pop(TRIVIAL)
    return {name: took / unit for name, took in found.items()} | batch | {TRIVIAL: unit}


def row(title: str, figures: Figures, *, judged: bool = False) -> str:
    """One line of the table; if `judged`, figures outside their limits are marked."""
    cells = []
    for column in COLUMNS:
        mark = "!" if judged and not column.fits(figures[column.name]) else " "
        cells.append(f"{figures[column.name]:.2f}{mark}".rjust(len(column.name) + 3))
    return f"{title:<22}{''.join(cells)}".rstrip()


def begin(runs: int) -> None:
    """Print the machine's data and the head of the table."""
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    print(f"{os.cpu_count()} cores, load {load:.1f}; Python {sys.version.split()[0]}; {runs} runs of each\n")
    names = "".join(f"{column.name} ".rjust(len(column.name) + 3) for column in COLUMNS)
    print(f"{'times a trivial test':<22}{names}".rstrip())
    print(row("limit", {column.name: column.limit for column in COLUMNS}))
    print(row("wanted", {column.name: column.wanted for column in COLUMNS}), flush=True)


def main() -> int:
    """Measure and print the table; return 0 if all figures are within their limits, else 1."""
    text = (__doc__ or "").split("\n\n")[1]
    parser = argparse.ArgumentParser(prog="python -m tests.benchmark", description=text)
    parser.add_argument("--exercise", choices=labelled_exercises(), help="this one alone")
    parser.add_argument("--runs", type=int, default=ROUNDS, help=f"of each ({ROUNDS})")
    parser.add_argument("--files", type=int, default=FILES, help=f"for batch ({FILES})")
    args = parser.parse_args()
    # The plugins for development would slow the trivial test down; byte code is cached, as in normal use.
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    begin(args.runs)
    units, well = list[float](), True
    for exercise in [args.exercise] if args.exercise else labelled_exercises():
        figures = measured(exercise, args.runs, args.files)
        units.append(figures[TRIVIAL])
        print(row(exercise, figures, judged=True), flush=True)
        well = well and all(column.fits(figures[column.name]) for column in COLUMNS)
    print(f"\na trivial test takes {median(units):.3f} s")
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main())
