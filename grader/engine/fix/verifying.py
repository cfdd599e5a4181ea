"""Grade corrected texts as a whole, on newly drawn data."""

from collections.abc import Callable

from ...verdict import Verdict

BETTER = {"passed": 3, "todo": 2, "blocked": 1, "failed": 0}
Grade = Callable[[str, bool], Verdict]
"""Grades a text on newly drawn data; if asked, tells steps that fail from those blocked by another step."""


class StepsAfter:
    """How the steps of corrected texts come out; each text is graded once."""

    def __init__(self, verdict: Verdict, grade: Grade) -> None:
        self._grade = grade
        self._graded: dict[tuple[str, bool], dict[str, str]] = {}
        self.before = {step.name: step.status for step in verdict.steps}

    def passes(self, text: str, step: str) -> bool:
        """Whether, in a grading, the step passes and no other step is worse than before.

        Only if another step was blocked before, the grading has to tell whether it still is, or fails by
        itself.
        """
        after = self.of(text)
        if self.worse(after) or (after[step] != "passed" if step in after else after == self.before):
            return False
        if any(said == self.before[name] == "blocked" for name, said in after.items()):
            return not self.worse(self._statuses(text, told=True))
        return True

    def of(self, text: str) -> dict[str, str]:
        """The status of each step in a grading of a text; one that does not pass may count as blocked."""
        return self._graded.get((text, True)) or self._statuses(text, told=False)

    def _statuses(self, text: str, *, told: bool) -> dict[str, str]:
        key = text, told
        if key not in self._graded:
            self._graded[key] = {step.name: step.status for step in self._grade(text, told).steps}
        return self._graded[key]

    def worse(self, after: dict[str, str]) -> list[str]:
        """The steps that are worse than before."""
        return [name for name, was in self.before.items() if BETTER[after[name]] < BETTER[was]]
