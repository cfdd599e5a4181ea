"""One hidden check: a question about the learner's class, and how its outcome is reported."""

from collections.abc import Callable
from dataclasses import dataclass

from ...verdict import CheckResult
from ..asking.learner import Learner
from ..asking.outcomes import Unjudged

Question = Callable[[Learner], None]


class JudgeError(Exception):
    """The checks could not be run: a fault of the grader."""


@dataclass(frozen=True)
class Check:
    """One hidden check."""

    step: str  # the step that it belongs to
    name: str  # as reports show it
    run: Question  # raises AssertionError (saying what was seen and expected), Todo, NotJudged or Blocked
    after: str = ""  # for a kata's own check, the name of the check that it follows; otherwise it comes last

    def result_for(self, learner: Learner) -> CheckResult:
        """The result of the check for a learner; raises JudgeError if it broke."""
        try:
            self.run(learner)
        except Unjudged as error:
            return CheckResult(self.name, error.status, str(error))
        except AssertionError as error:
            return CheckResult(self.name, "failed", str(error) or "the check failed")
        except Exception as error:
            said = f"the check '{self.name}' broke: {type(error).__name__}: {error}"
            raise JudgeError(said) from error
        return CheckResult(self.name, "passed")
