"""Grade corrected texts as a whole, on newly drawn data."""

from collections.abc import Callable

from ...verdict import Verdict

BETTER = {"passed": 3, "todo": 2, "blocked": 1, "failed": 0}
Grade = Callable[[str, bool], Verdict]
"""Grades a text on newly drawn data; if asked, distinguishes steps that fail from those that are blocked."""


class StepsAfter:
    """How the steps of corrected texts come out; each text is graded once."""

    def __init__(self, verdict: Verdict, grade: Grade) -> None:
        self.grade = grade
        self._graded: dict[tuple[str, bool], Verdict] = {}
        self.before = statuses(verdict)

    def passes(self, text: str, step: str) -> bool:
        """Whether, in a grading, the step passes and no other step is worse than before.

        The grading distinguishes blocked from failed steps only if another step was blocked before.
        """
        after = self.of(text)
        if self.worse(after) or not self.mends(text, step):
            return False
        if any(said == self.before[name] == "blocked" for name, said in after.items()):
            return not self.worse(statuses(self.verdict(text)))
        return True

    def mends(self, text: str, step: str) -> bool:
        """Whether the step passes; for one that is not listed (loading), whether nothing is found in it."""
        after = self.of(text)
        if step in after:
            return after[step] == "passed"
        return not any(finding.step == step for finding in self.verdict(text).errors)

    def of(self, text: str) -> dict[str, str]:
        """The status of each step in a grading of a text; one that does not pass may count as blocked."""
        return statuses(self._graded.get((text, True)) or self.verdict(text, told=False))

    def verdict(self, text: str, *, told: bool = True) -> Verdict:
        """The verdict on a text, with findings if it is `told`."""
        key = text, told
        if key not in self._graded:
            self._graded[key] = self.grade(text, told)
        return self._graded[key]

    def worse(self, after: dict[str, str]) -> list[str]:
        """The steps that are worse than before."""
        return [name for name, was in self.before.items() if BETTER[after[name]] < BETTER[was]]

    def unblocks(self, text: str) -> bool:
        """Whether every step that was judged before is no worse now."""
        after = statuses(self.verdict(text))
        judged = [name for name, was in self.before.items() if was in ("passed", "failed")]
        return not set(judged) & set(self.worse(after))


def statuses(verdict: Verdict) -> dict[str, str]:
    """The status of each step."""
    return {step.name: step.status for step in verdict.steps}
