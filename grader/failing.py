"""Find a small input for which a graded submission gives a wrong result."""

from collections.abc import Generator

from .grading import loaded
from .kata import Kata
from .submission import Submission
from .verdict import FailingCase, Finding, Verdict

LEFT_OUT = ("off-limits", "solution-borrowed", "times-out", "too-much-memory")
"""Mistakes that do not depend on an input, or that must not be repeated."""


def failing_cases(
    kata: Kata, submission: Submission, verdict: Verdict
) -> Generator[tuple[Finding, FailingCase], None, None]:
    """Yield each error for which a failing input was found, with the smallest one; searches lazily."""
    wanted = [f for f in verdict.errors if f.step != "loading" and f.mistake not in LEFT_OUT]
    if not wanted or not verdict.loaded:
        return
    import numpy as np

    from .engine.asking.learner import Learner
    from .engine.failing_case import smallest

    of_step: dict[str, FailingCase | None] = {}
    with loaded(kata, submission) as sandbox:
        facts = sandbox.loaded
        if not isinstance(facts, dict):
            return
        learner = Learner(kata.declaration, sandbox, facts, seed=0)
        for finding in wanted:
            if finding.step not in of_step:
                with np.errstate(all="ignore"):
                    of_step[finding.step] = smallest(learner, finding.step, submission.path)
            if (case := of_step[finding.step]) is not None:
                yield finding, case
