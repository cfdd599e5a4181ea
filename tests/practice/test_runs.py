"""What the journal records of a grading, and what `list` reads from it."""

import json

from grader.practice.journal import Record
from grader.practice.runs import GradedRun, last_run, run_in, run_of
from grader.verdict import CheckResult, Status, Step, Verdict

from ..helpers.clocks import START

STEPS = (
    Step("init", "passed", (CheckResult("shape", "passed"),)),
    Step("predict", "failed", (CheckResult("shape", "passed"), CheckResult("values", "failed", "no"))),
    Step("fit", "todo", (CheckResult("epochs", "todo"),)),
)
RUN = run_of(Verdict("x", "x.py", "failed", STEPS, (), "", False, 7, 0.1), "", "check")


def recorded(facts: object) -> Record:
    """A run record as the journal returns it, after a round trip through JSON."""
    return Record(START, "run", json.loads(json.dumps(facts)))


def test_checks_that_passed_in_a_step_that_did_not_are_remembered() -> None:
    assert RUN.checks == {"predict": ("shape",)}
    assert run_in(recorded(RUN.facts())) == RUN
    assert "checks" not in GradedRun("passed", {"init": "passed"}).facts()


def test_passed_checks_of_a_step() -> None:
    assert RUN.passed_of("init", ["shape", "a new one"]) == ("shape", "a new one")
    assert RUN.passed_of("predict", ["values", "shape"]) == ("shape",)
    assert RUN.passed_of("fit", ["epochs"]) == RUN.passed_of("gone", ["x"]) == ()


def test_record_of_before_or_damaged_has_none() -> None:
    for held in (None, 3, ["predict"], {"predict": 1}, {"predict": "shape"}):
        run = run_in(recorded({**RUN.facts(), "checks": held}))
        assert run is not None
        assert run.checks == {}


def test_newest_run_is_the_last_that_makes_sense() -> None:
    first, other = recorded(GradedRun("failed", {}).facts()), Record(START, "hint", {})
    assert last_run([]) is None
    assert last_run([other]) is None
    assert last_run([first, recorded(RUN.facts()), other, Record(START, "run", {"steps": 1})]) == RUN


def test_nothing_is_written_where_only_the_constructor_passes() -> None:
    def untouched(**steps: Status) -> bool:
        told = tuple(Step(name, status) for name, status in steps.items())
        return Verdict("x", "x.py", "unfinished", told, (), "", False, 7, 0.1).untouched

    assert untouched(init="passed", predict="todo", fit="todo")
    assert untouched(fit="todo", transform="todo")
    assert not untouched(fit="passed", transform="todo")
