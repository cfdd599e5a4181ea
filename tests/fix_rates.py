"""Measure how many labelled wrong submissions get a fix: `python -m tests.matrix --fix COUNT`.

Each fix is applied and the result is graded with other data; if that does not pass, the fix is false. The
exit status is 1 if a fix is false, or if a rate is lower than promised.
"""

import time
from dataclasses import dataclass
from itertools import islice
from random import Random
from statistics import quantiles

from grader.engine.fix.code.text import lines_of
from grader.fixing import NOT_LOOKED_FOR, corrected, with_fixes
from grader.grading import grade
from grader.kata import Kata, find_kata
from grader.sandbox.fork_client import ForkServer
from grader.submission import Submission
from grader.verdict import Change, Verdict

from .helpers.labels import Labelled, labelled

SEED, OTHER_SEED = 11, 12_345
PROMISED = {"fixed": 88, "small": 78, "on the marked line": 90}
SMALL = 2  # lines
# Mistakes that are not one slip in one place; no fix is promised for them.
OTHERS = {"times-out", "exits", "too-much-memory", "syntax-error", "import-fails", "class-missing",
          "forbidden-library", "method-missing", "fit-closed-form", *NOT_LOOKED_FOR}  # fmt: skip


def lines_changed(change: Change) -> int:
    """How many lines a change touches."""
    return max(change.end - change.start + 1, len(lines_of(change.text)))


@dataclass(frozen=True)
class Tried:
    """The result of searching fixes for one submission.

    Attributes:
        name: of the submission.
        fixed: whether the grader says that the fixes make it pass.
        true: whether it does pass, with other data; also true if it was not fixed.
        lines: how many lines changed.
        marked: whether the marked line changed; None if it was not fixed or has not exactly one mark.
        seconds: how long the search took.
    """

    name: str
    fixed: bool
    true: bool
    lines: int
    marked: bool | None
    seconds: float


def tried(kata: Kata, one: Labelled, server: ForkServer) -> Tried:
    """Search the fixes of one submission, and grade the corrected text."""

    def graded(text: str, seed: int) -> Verdict:
        return grade(kata, Submission("a.py", text), seed=seed, start=server.start, with_pytest=False)

    source = one.raw.decode("utf-8-sig")
    verdict = graded(source, SEED)
    begun = time.monotonic()
    verdict = with_fixes(kata, Submission("a.py", source), verdict, start=server.start)
    seconds = time.monotonic() - begun
    changes = list(dict.fromkeys(c for finding in verdict.findings for c in finding.fix or ()))
    fixed = verdict.fixed is True
    true = not fixed or graded(corrected(source, verdict), OTHER_SEED).verdict == "passed"
    marked = (
        any(touches(c, line) for c in changes for line in one.marked)
        if len(one.marks) == 1 and fixed
        else None
    )
    return Tried(one.name, fixed, true, sum(map(lines_changed, changes)), marked, seconds)


def touches(change: Change, line: int) -> bool:
    """Whether a change replaces this line, or inserts text directly before it."""
    return change.start <= line <= max(change.end, change.start)


def wanted(exercise: str, count: int) -> list[Labelled]:
    """The first `count` wrong submissions, in a random order that is always the same."""
    found = [one for one in labelled("wrong", exercise) if not OTHERS & set().union(*one.slots)]
    Random(SEED).shuffle(found)
    return list(islice(found, count))


def measure(exercise: str, count: int) -> int:
    """Print the rates; return 0 if they are as promised and no fix is false, else 1."""
    kata, server = find_kata(exercise), ForkServer()
    rows = []
    try:
        for one in wanted(exercise, count):
            rows.append(tried(kata, one, server))
            if not rows[-1].fixed or not rows[-1].true:
                print("miss " if rows[-1].true else "FALSE", one.name, flush=True)
    finally:
        server.close()
    answers = {
        "fixed": [row.fixed for row in rows],
        "small": [row.fixed and row.lines <= SMALL for row in rows],
        "on the marked line": [row.marked for row in rows if row.marked is not None],
    }
    kept = all(row.true for row in rows)
    for what, said in answers.items():
        percent = 100 * sum(said) / max(1, len(said))
        kept &= percent >= PROMISED[what]
        print(f"{what:<20}{sum(said):>4} of {len(said):<4} {percent:.0f} % (promised {PROMISED[what]})")
    slow = quantiles([row.seconds for row in rows], n=20) if len(rows) > 1 else [rows[0].seconds] * 19
    print(f"seconds             {slow[9]:.1f} in the median, {slow[18]:.1f} at the 95th percentile")
    return 0 if kept else 1
