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
        self._graded: dict[tuple[str, bool], dict[str, str]] = {}
        self.before = {step.name: step.status for step in verdict.steps}

    def passes(self, text: str, step: str) -> bool:
        """Whether a grading says that the step passes, and that no other is worse than it was.

        Only where another one was blocked before, it is asked whether it still is, or fails by itself.
        """
        after = self.of(text)
        if self.worse(after) or (after[step] != "passed" if step in after else after == self.before):
            return False
        if any(said == self.before[name] == "blocked" for name, said in after.items()):
            return not self.worse(self._statuses(text, told=True))
        return True

    def of(self, text: str) -> dict[str, str]:
        """What a grading says of each step of a text; one that does not pass may count as blocked."""
        return self._graded.get((text, True)) or self._statuses(text, told=False)

    def _statuses(self, text: str, *, told: bool) -> dict[str, str]:
        key = text, told
        if key not in self._graded:
            self._graded[key] = {step.name: step.status for step in self._grade(text, told).steps}
        return self._graded[key]

    def worse(self, after: dict[str, str]) -> list[str]:
        """The steps that are worse than before."""
        return [name for name, was in self.before.items() if BETTER[after[name]] < BETTER[was]]
