"""`demo`: train the learner's own class on data with known parameters."""

from argparse import Namespace
from dataclasses import replace

from ..command_line import command
from ..comparison import Demonstration
from ..grading import loaded
from ..kata import Kata
from ..report.comparison import demonstration
from ..submission import UsageError
from ..verdict import Verdict
from .shared import checking, streams, target


def run(args: Namespace) -> int:
    """Grade the exercise, train it, print what it learned and what is still wrong or missing."""
    kata = target.exercise(args, "demo")
    demo = kata.module("demo")
    if demo is None:
        raise UsageError(f"{kata.name} has no demo. Type: {command(kata.name, 'compare')}")
    learners = target.read(kata, None)
    verdict = target.graded(kata, learners)
    if not verdict.loaded:
        checking.print_report(verdict, kata, learners, command(kata.name))
        return 1
    with loaded(kata, learners) as sandbox:
        found: Demonstration = demo.demonstrate(sandbox)
    if not found.learned:
        found = replace(found, trouble=_missing(verdict, kata) or found.trouble)
    streams.show(lambda page: demonstration(found, page, _next(verdict, kata)))
    return 0 if verdict.verdict == "passed" else 1


def _missing(verdict: Verdict, kata: Kata) -> str:
    """What nothing can be learned without; empty if there is a model and all methods are written."""
    first = verdict.steps[0]
    if kata.declaration.starts and first.checks and first.checks[0].status == "failed":
        return f"No model can be created: see step {first.name}."
    todo = (c for s in verdict.steps if s.status == "todo" for c in s.checks if c.message)
    return next((f"{check.message.rstrip('.')}." for check in todo), "")


def _next(verdict: Verdict, kata: Kata) -> str:
    """What is wrong or missing, and what to type; empty if the exercise passed."""
    if verdict.verdict == "passed":
        return ""
    if verdict.errors:
        first = verdict.errors[0]
        title = kata.catalogue[first.mistake].title
        return f"the exercise is not right yet, in {first.step}: {title}. Details: {command(kata.name)}"
    todo = next((step.name for step in verdict.steps if step.status == "todo"), "the rest")
    return f"the exercise is not finished. Write {todo}, then run: {command(kata.name)}"
