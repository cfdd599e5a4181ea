"""Find the exercise to continue with after a pass."""

from dataclasses import replace

from ...kata import exercise_file, kata_names, missing_files
from ...practice.clock import Clock
from ...practice.journal import Journal
from ...practice.schedule import has_passed
from ...report.terminal import Background
from ...verdict import Verdict
from . import typed_paths


def with_next(context: Background, verdict: Verdict, clock: Clock, key: str = "") -> Background:
    """`context` with the next exercise added, if this one has passed and another has not.

    `key` is the key that continues with it; empty if no key does.
    """
    name = next_one(verdict.exercise, clock) if verdict.verdict == "passed" else ""
    return replace(context, next=name, next_key=key) if name else context


def next_one(after: str, clock: Clock) -> str:
    """The first complete exercise, other than `after`, that has not passed yet; empty if there is none.

    This reads only the journals, so that a report does not have to wait.
    """
    for name in kata_names():
        if name == after or missing_files(name):
            continue
        records = Journal(typed_paths.journal_folder(exercise_file(name)), clock).read().records
        if not has_passed(r for r in records if r.facts.get("exercise", name) == name):
            return name
    return ""
