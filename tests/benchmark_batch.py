"""How many submissions a second `batch` grades, beside one process each: `python -m tests.benchmark --batch`.

Right submissions, all different, are graded by one `batch`; some of them are graded as well by a cold
`python -m grader check --json FILE` each, as many at once as there are cores. The exit status is 1 if
`batch` is below its aim on every two cores.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from .helpers.paths import ROOT

AIM_ON_TWO_CORES = 8.0
BESIDE = 40


def handed_in(folder: Path, count: int) -> list[str]:
    """So many right submissions that differ."""
    source = (ROOT / "solutions" / "linear_regression.py").read_text(encoding="utf-8")
    paths = []
    for number in range(count):
        path = folder / f"submission_{number:05}.py"
        path.write_text(f"# number {number}\n{source}", encoding="utf-8")
        paths.append(str(path))
    return paths


def ran(*arguments: str) -> None:
    """One run of the grader, which has to pass everything."""
    command = [sys.executable, "-m", "grader", *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{' '.join(arguments[:3])} ended with {done.returncode}:\n{done.stdout}{done.stderr}")


def one_process_each(paths: Sequence[str], cores: int) -> None:
    """Each path by a command of its own."""
    with ThreadPoolExecutor(cores) as threads:
        list(threads.map(lambda path: ran("check", "--json", path), paths))


def compare(count: int) -> bool:
    """Print both rates; whether `batch` comes up to its aim."""
    cores = os.cpu_count() or 1
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = handed_in(folder, count)
        begun = time.perf_counter()
        ran("batch", str(folder), "--out", str(folder / "results.jsonl"))
        rate = count / (time.perf_counter() - begun)
        beside = paths[:BESIDE]
        begun = time.perf_counter()
        one_process_each(beside, cores)
        theirs = len(beside) / (time.perf_counter() - begun)
    aim = AIM_ON_TWO_CORES * cores / 2
    print(f"{'batch':<24}{rate:.1f} a second, {count} right submissions (aim {aim:.0f})")
    print(f"{'one process each':<24}{theirs:.1f} a second, {len(beside)} of them: {rate / theirs:.1f} times")
    return rate >= aim
