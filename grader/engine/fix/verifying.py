"""What a whole grading says of corrected texts, with data drawn afresh."""

from collections.abc import Callable

from ...verdict import Verdict

BETTER = {"passed": 3, "todo": 2, "blocked": 1, "failed": 0}
Grade = Callable[[str, bool], Verdict]
"""Grades a text, with data drawn afresh, and if asked tells what fails by itself and what by another step."""


class StepsAfter:
    """How the steps of corrected texts come out; each text is graded once."""

    def __init__(self, verdict: Verdict, grade: Grade) -> None:
        self._grade = grade
        self._graded: dict[str, dict[str, str]] = {}
        self.before = {step.name: step.status for step in verdict.steps}

    def passes(self, text: str, step: str) -> bool:
        """Whether a grading says that the step passes, and that no other is worse than it was."""
        after = self.of(text)
        if step not in after:  # loading
            return not self.worse(after) and after != self.before
        return not self.worse(after) and after[step] == "passed"

    def of(self, text: str) -> dict[str, str]:
        """What a grading says of each step of a text.

        A step that does not pass counts as blocked. Only where one was blocked before, it is asked whether
        it still is or fails by itself, which takes longer.
        """
        if text not in self._graded:
            after = self._statuses(text, told=False)
            blocked = [name for name, said in after.items() if said == self.before[name] == "blocked"]
            if blocked and not self.worse(after):
                after = self._statuses(text, told=True)
            self._graded[text] = after
        return self._graded[text]

    def _statuses(self, text: str, *, told: bool) -> dict[str, str]:
        return {step.name: step.status for step in self._grade(text, told).steps}

    def worse(self, after: dict[str, str]) -> list[str]:
        return [name for name, was in self.before.items() if BETTER[after[name]] < BETTER[was]]
