"""Which exercise to go on with after a pass."""

from dataclasses import replace

from ...kata import exercise_file, kata_names, missing_files
from ...practice.clock import Clock
from ...practice.journal import Journal
from ...practice.passes import has_passed
from ...report.terminal import Background
from ...verdict import Verdict
from . import places


def with_next(told: Background, verdict: Verdict, clock: Clock, key: str = "") -> Background:
    """What a report on the learner's own file says, with the next exercise where this one has passed.

    `key` goes on with it, where there is one.
    """
    name = next_one(verdict.exercise, clock) if verdict.verdict == "passed" else ""
    return replace(told, next=name, next_key=key) if name else told


def next_one(after: str, clock: Clock) -> str:
    """The first exercise that has not passed yet, besides the one named; empty where all have.

    Only their journals are read, since a report must not wait for it.
    """
    for name in kata_names():
        if name == after or missing_files(name):
            continue
        records = Journal(places.journal_folder(exercise_file(name)), clock).read().records
        if not has_passed(r for r in records if r.facts.get("exercise", name) == name):
            return name
    return ""
