"""Grade many submissions in a row, as `watch` and `batch` do: memory and descriptors must stay level.

    python -m tests.soak --count 600

Right, wrong and hostile submissions are graded repeatedly. After a warm-up, the median of the last third of
the readings is compared with that of the first; for `batch` they include the judging processes.
"""

import argparse
import sys
import time
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from statistics import median

import psutil

from grader.batch import judging
from grader.batch.pool import Pool
from grader.grading import grade
from grader.submission import Submission
from grader.watching.grading_thread import GradingThread

from .helpers.graded import IMPATIENT, KATA, SEED
from .helpers.labels import Labelled, labelled

EACH = 12
WARM_UP = 0.3  # fraction of the gradings, in which the engine and NumPy are loaded and fill their caches
KIB_EACH = 24.0  # KiB per grading; more is not noise
SLOW = {"times-out", "too-much-memory"}


@dataclass(frozen=True)
class Reading:
    """The state after one grading: resident memory in KiB, open descriptors, child processes."""

    memory: float
    descriptors: int
    processes: int


def reading(others: set[psutil.Process], *, family: bool = False) -> Reading:
    """A reading of this process, without the children in `others`; `family` adds two generations' memory."""
    process = psutil.Process()
    children = set(process.children()) - others
    if family:
        children |= {grandchild for child in children for grandchild in child.children()}
    members = [process, *children] if family else [process]
    memory = 0
    for member in members:
        try:
            memory += member.memory_info().rss
        except psutil.Error:
            continue
    descriptors = process.num_fds() if hasattr(process, "num_fds") else 0
    return Reading(memory / 1024, descriptors, len(children))


def turns(count: int) -> Iterator[Labelled]:
    """Yield `count` submissions, by repeating a few of each folder."""
    folders = [
        [one for one in labelled(name) if not one.ids & SLOW] for name in ("correct", "wrong", "hostile")
    ]
    few = [one for folder in folders for one in sorted(folder, key=lambda one: one.rank)[:EACH]]
    for number in range(count):
        yield few[number % len(few)]


def submission(number: int, one: Labelled) -> Submission:
    """A submission whose text is made unique by its number."""
    text = one.raw.decode("utf-8-sig", "replace")
    return Submission(f"{number}.py", f"{text}\n# {number}\n")


def watched(count: int) -> list[Reading]:
    """The readings after each of `count` saves, graded as `watch` does."""
    others, found = set(psutil.Process().children()), []
    thread = GradingThread(partial(grade, KATA, seed=SEED, limits=IMPATIENT))
    try:
        for number, one in enumerate(turns(count)):
            thread.begin(submission(number, one))
            while thread.take() is None:
                time.sleep(0.002)
            found.append(reading(others))
    finally:
        thread.close()
    return found


def batched(count: int) -> list[Reading]:
    """The readings after each of `count` files, graded as `batch` does."""
    asked = judging.JudgeSettings(SEED, True, IMPATIENT)
    others, found = set(psutil.Process().children()), []
    judges = judging.judges(asked)
    pool = Pool(judges.start, 2)
    try:
        work = ((number, submission(number, one)) for number, one in enumerate(turns(count)))
        for _, answer in pool.judged(work):
            assert isinstance(answer, str), answer
            found.append(reading(others, family=True))
    finally:
        pool.close()
        judges.close()
    return found


def thirds(readings: list[Reading]) -> tuple[list[Reading], list[Reading]]:
    """The first and the last third of the readings after the warm-up."""
    warm = readings[int(WARM_UP * len(readings)) :]
    third = max(1, len(warm) // 3)
    return warm[:third], warm[-third:]


def growth(readings: list[Reading]) -> float:
    """The growth of memory in KiB per grading, from the median of the first third to that of the last."""
    first, last = thirds(readings)
    more = median(r.memory for r in last) - median(r.memory for r in first)
    return more / (0.67 * (1 - WARM_UP) * len(readings))


def descriptors_level(readings: list[Reading]) -> bool:
    """Whether the number of descriptors has not grown; it varies, because waiting workers have some."""
    first, last = thirds(readings)
    return min(r.descriptors for r in last) <= max(r.descriptors for r in first)


def level(name: str, readings: list[Reading]) -> bool:
    """Print a summary of the readings, and return whether they stayed level."""
    first, last = thirds(readings)
    more = growth(readings)
    counts = [r.descriptors for r in (*first, *last)]
    print(
        f"{name:<6} {len(readings)} gradings: {first[0].memory / 1024:.0f} MiB after the warm-up, "
        f"{last[-1].memory / 1024:.0f} MiB at the end, at most {max(r.memory for r in readings) / 1024:.0f}; "
        f"{more:+.1f} KiB a grading; descriptors {min(counts)} to {max(counts)}, "
        f"processes at most {max(r.processes for r in readings)}",
        flush=True,
    )
    return more < KIB_EACH and descriptors_level(readings)


WAYS: dict[str, Callable[[int], list[Reading]]] = {"watch": watched, "batch": batched}


def main() -> int:
    """Soak both; return 0 if both stayed level, else 1."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.soak", description=(__doc__ or "").split("\n\n")[0]
    )
    parser.add_argument("--count", type=int, default=600, help="gradings of each kind (600)")
    parser.add_argument("--only", choices=WAYS, help="one kind alone")
    asked = parser.parse_args()
    warnings.simplefilter("ignore")  # pytest's deprecation warnings
    names = [asked.only] if asked.only else list(WAYS)
    steady = [level(name, WAYS[name](asked.count)) for name in names]
    return 0 if all(steady) else 1


if __name__ == "__main__":
    sys.exit(main())
