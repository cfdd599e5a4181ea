"""Short ways to write a journal: records at a number of seconds after a fixed start."""

from datetime import timedelta
from typing import Any

from grader.practice.attempts import Attempt, attempts
from grader.practice.journal import Record

from .clocks import START

STEPS = ("predict", "loss", "gradients", "fit", "vectorization")


def record(at: float, event: str, **facts: Any) -> Record:
    """The record of an event, `at` seconds after the start."""
    return Record(START + timedelta(seconds=at), event, facts)


def run(at: float, passed: int, mistake: str = "", **facts: Any) -> Record:
    """The record of a grading in which `passed` steps pass; with a `mistake`, the next one failed."""
    status = {name: "passed" if index < passed else "todo" for index, name in enumerate(STEPS)}
    found = []
    if mistake:
        step = STEPS[passed]
        status[step] = "failed"
        found = [[mistake, step]]
    verdict = "failed" if mistake else "passed" if passed == len(STEPS) else "unfinished"
    usual = {"digest": f"{passed} {mistake}", "by": "check", "untouched": not (passed or mistake)}
    steps = {"init": "passed", **status}
    return record(at, "run", verdict=verdict, steps=steps, mistakes=found, **(usual | facts))


def stub(at: float, how: str = "reset") -> Record:
    """The record that the stub was laid out."""
    return record(at, "laid-out", how=how, saved=None)


def hint(at: float, rung: int = 1, finding: str = "todo-predict", step: str = "predict") -> Record:
    """The record of a hint that was shown."""
    return record(at, "hint", finding=finding, step=step, rung=rung, digest="")


def story(*records: Record) -> tuple[Attempt, ...]:
    """The attempts that these records describe."""
    return attempts(records, STEPS)


def passing(at: float, *sums: float) -> tuple[Record, ...]:
    """An attempt that starts with a stub: one more step passes at each time, and all others at the last."""
    *before, last = sums
    early = (run(at + seconds, passed) for passed, seconds in enumerate(before, 1))
    return (stub(at), *early, run(at + last, len(STEPS)))
