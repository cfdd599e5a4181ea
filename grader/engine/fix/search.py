"""The search for fixes: candidates tried in order, the best ones graded as a whole."""

import ast
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, islice, takewhile

from ...sandbox import launch
from ...verdict import Change, Verdict
from ..exercise import Exercise
from ..source.tree import Tree
from .candidates import candidates, methods_of
from .faults import faults
from .leftovers import leftovers, without_leftovers
from .smallest import MOST, smallest
from .text import applied, beside, changes_between, split, touch
from .trial import Base, Score, Trial
from .verifying import Grade, StepsAfter
from .whole import whole_methods

SECONDS, SMALL_SECONDS = 9.0, 3.5
"""Of processor time: for all, and for the small edits of one step."""
DEPTH, ENOUGH_TRIED, MOST_VERIFIED = 3, 240, 12
FEW_MORE = 40  # candidates, once there is one that needs another fix beside it
MANY = 6  # changes: their pairs are not tried
FEW = 10  # small edits of a loop over the samples: it is seldom one slip

Fix = tuple[Change, ...]


@dataclass(frozen=True)
class Fixes:
    """What was found: a fix for some steps, and what a grading says of all of them together."""

    by_step: dict[str, Fix]
    fixed: bool


class Search:
    """Looks for the fixes of one file.

    `spent` tells the processor time that the search has taken, in seconds.
    """

    def __init__(
        self, exercise: Exercise, source: str, verdict: Verdict, trial: Trial, grade: Grade, solution: str,
        spent: Callable[[], float],
    ) -> None:  # fmt: skip
        self.exercise, self.source, self.verdict, self.solution = exercise, source, verdict, solution
        self.spent = spent
        self.trial, self.after = trial, StepsAfter(verdict, grade)
        self.found: dict[str, Fix] = {}
        self.fixed = False
        self.pending: dict[str, list[str]] = {}  # texts in which the step passes, and another is worse
        self.soon = SECONDS
        self.statuses = self.after.before

    @property
    def late(self) -> bool:
        """Whether the time for small edits of a step is up."""
        return self.spent() > min(self.soon, SECONDS)

    @property
    def over(self) -> bool:
        """Whether the time is up."""
        return self.spent() > SECONDS

    def run(self) -> Fixes:
        """A fix for each step that has errors, where one is found, and whether all together do."""
        try:
            self._look()
        except launch.Cancelled:
            return Fixes(self.found, fixed=False)  # what was found in time is kept
        return Fixes(self.found, fixed=self.fixed)

    def _look(self) -> None:
        found, text = self.found, self.source
        for step in self.steps():
            if self.over:
                return
            if (shared := self._shared(step, found)) is not None:
                found[step] = shared
                continue
            fix = self._alone(step, found)
            if fix is not None:
                found[step] = fix
            elif found and (joint := self._joint(step, found, text)) is not None:
                found.update(dict.fromkeys((*found, step), joint))
            else:
                continue
            text = self._text()
        for step in self.steps():
            if step not in found and not self.over:
                self._together(step)
        text = self._text()
        if found and set(found) == set(self.steps()):
            self.fixed = set(self.after.of(text).values()) <= {"passed", "todo"}

    def _text(self) -> str:
        """The text with all the fixes made that were found."""
        return applied(self.source, sorted({c for one in self.found.values() for c in one}, key=_place))

    def steps(self) -> list[str]:
        """The steps that errors are found in, each once, in the order of the findings."""
        return list(dict.fromkeys(finding.step for finding in self.verdict.errors))

    def _shared(self, step: str, found: dict[str, Fix]) -> Fix | None:
        """A fix of another step that makes this one pass as well."""
        for fix in dict.fromkeys(found.values()):
            if self._verified(applied(self.source, fix), step):
                return fix
        return None

    def _alone(self, step: str, found: dict[str, Fix]) -> Fix | None:
        """The first candidate that passes when it is graded, and is apart from the fixes of other steps."""
        fix = self._searched(self.source, step)
        if fix is None or not any(touch(fix, other) for other in found.values()):
            return fix
        return None

    def _joint(self, step: str, found: dict[str, Fix], text: str) -> Fix | None:
        """A fix on top of those that there are, given with all of their steps."""
        fix = self._searched(text, step)
        whole = applied(self.source, fix) if fix else ""
        return fix if fix and all(self._verified(whole, other) for other in found) else None

    def _together(self, step: str) -> None:
        """A fix that only works with another one: alone it makes another step worse."""
        for text in self.pending.get(step, [])[:2]:
            own = changes_between(self.source, text)
            others = [change for fix in self.found.values() for change in fix]
            if others and not touch(own, others):
                joint = tuple(sorted({*own, *others}, key=_place))
                if self._take(joint, [*self.found, step]):
                    return
            after = self.after.of(text)
            worse = [name for name in self.after.worse(after) if self.exercise.method_of(name) is not None]
            for other in worse[:1]:
                fix = self._searched(text, other)
                if fix is not None and self._take(fix, [step, *({other} & set(self.steps()))]):
                    return

    def _take(self, joint: Fix, steps: list[str]) -> bool:
        """Give one fix with several steps, if it makes all of them pass."""
        text = applied(self.source, joint)
        if not all(self._verified(text, step) for step in steps):
            return False
        self.found.update(dict.fromkeys(steps, joint))
        return True

    def _searched(self, source: str, step: str) -> Fix | None:
        lines = [f.line for f in self.verdict.errors if f.step == step and f.line is not None]
        base = self.trial.base(source, step)
        if base.score.right:
            others = [self.trial.base(source, s) for s in self.statuses if s != step]
            base = next((other for other in others if not other.score.right), base)
            if base.score.right:
                return None
        self.soon = self.spent() + SMALL_SECONDS
        beam = [(source, base)]
        for _ in range(DEPTH):
            nearer: list[tuple[str, Score]] = []
            for text, start in beam:
                fix = self._one_edit(source, text, start, step, lines, nearer)
                if fix is not None:
                    return fix
            nearer.sort(key=lambda entry: -entry[1].passed)
            beam = [(text, self.trial.base(text, base.step)) for text, _ in nearer[:2] if not self.late]
        return self._rewritten(source, base, step, lines)

    def _rewritten(self, source: str, base: Base, step: str, lines: Sequence[int]) -> Fix | None:
        """A whole method as the reference has it, with every change given back that is not needed."""
        methods = methods_of(self.exercise, step)
        for text in whole_methods(self.exercise, source, methods, lines, self.solution):
            if self.over:
                return None
            if not self._keeps(source, text, base) or not self.trial.score(text, base).right:
                continue
            least = self._least(source, text, base)
            for candidate in dict.fromkeys((least, text)):
                if self._verified(candidate, step):
                    return changes_between(self.source, self._tidy(source, candidate, base, step))
        return None

    def _least(self, source: str, text: str, base: Base) -> str:
        """The text with each change given back that is not needed."""
        changes = split(source, changes_between(source, text))
        for number in (1, 2):  # two go together where a line was moved
            if number > 1 and len(changes) > MANY:
                break
            for some in combinations(sorted(changes, key=lambda c: -len(c.text)), number):
                rest = [other for other in changes if other not in some]
                if len(rest) + number == len(changes) and self._right(source, rest, base):
                    changes = rest
        for change in changes:
            kept = beside(source, change)
            others = [kept if other is change else other for other in changes] if kept else []
            if self._right(source, others, base):
                changes = others
        return applied(source, changes)

    def _right(self, source: str, changes: Sequence[Change], base: Base) -> bool:
        """Whether these changes alone make the step pass, and leave nothing behind that is not needed."""
        if not changes or self.over or faults(text := applied(source, changes)) > faults(source):
            return False
        if len(leftovers(text)) > len(leftovers(source)):
            return False
        return self._keeps(source, text, base) and self.trial.score(text, base, base.score.of).right

    def _keeps(self, source: str, text: str, base: Base) -> bool:
        """Whether other steps that did not fail pass: the further ones of a method, or all of those changed.

        The latter where work is counted: that takes long, and so does a grading.
        """
        method = self.exercise.method_of(base.step)
        if method is not None or base.step not in self.statuses or base.requests:
            steps = [step for step in getattr(method, "steps", ()) if step != base.step]
        else:
            trees = [Tree(one, self.exercise) for one in (source, text)]
            functions = {name: [tree.function(name) for tree in trees] for name in self.exercise.takes}
            changed = [n for n, (a, b) in functions.items() if a and b and ast.dump(a) != ast.dump(b)]
            steps = [self.exercise.step_of(name) for name in changed]
        sound = [step for step in steps if self.statuses.get(step) in ("passed", "blocked")]
        return all(self.trial.score(text, Base(step, Score(0, 1))).right for step in sound)

    def _one_edit(
        self, source: str, text: str, base: Base, step: str, lines: Sequence[int],
        nearer: list[tuple[str, Score]],
    ) -> Fix | None:  # fmt: skip
        """Try the candidates of one text; those that only bring it nearer are kept for later."""

        def needs() -> int:
            return max([base.score.passed + 1, *(other.passed for _, other in nearer)])

        mistakes = {f.mistake: f.line for f in self.verdict.errors if f.step == step}
        likeliest = candidates(self.exercise, text, step, lines, mistakes)
        if not base.requests and step in self.statuses:  # each is asked everything, and that takes long
            likeliest = (one for one in islice(likeliest, FEW) if self._keeps(text, one, base))
        tries = takewhile(lambda _: not self.late, likeliest)
        verified = after = 0
        for number, (candidate, tried) in enumerate(self.trial.scores(tries, base, needs)):
            after += step in self.pending
            if (
                self.late
                or (nearer and number > ENOUGH_TRIED)
                or verified >= MOST_VERIFIED
                or after > FEW_MORE
            ):
                return None
            verified += tried.right
            if tried.right and self._verified(candidate, step):
                return changes_between(self.source, self._tidy(source, candidate, base, step))
            if tried.passed > base.score.passed and not tried.right:
                nearer.append((candidate, tried))
        return None

    def _tidy(self, source: str, text: str, base: Base, step: str) -> str:
        """The text made smaller, and without what nothing needs any more, as far as a grading passes it."""

        def right(other: str) -> bool:
            odd = faults(other) > faults(text) or len(leftovers(other)) > len(leftovers(text))
            return not odd and not self.over and self.trial.score(other, base, base.score.of).right

        tries = MOST if base.requests else 0  # where it is the work that is wrong, a wrong value passes too
        least = smallest(source, text, right, tries)
        kept = (*self.exercise.takes, *self.exercise.parameters, self.exercise.class_name)
        tidy, alone = (without_leftovers(self.source, one, kept) for one in (least, text))
        found = (other for other in (tidy, least, alone) if other == text or self.after.passes(other, step))
        return next(found, text)

    def _verified(self, text: str, step: str) -> bool:
        """Whether a text passes; one in which only another step is worse is kept for later."""
        passes = self.after.passes(text, step)
        after = self.after.of(text)
        if after.get(step) == "passed" and self.after.worse(after):
            self.pending.setdefault(step, []).append(text)
        return passes


def _place(change: Change) -> tuple[int, int]:
    return change.start, change.end


def with_fixes(verdict: Verdict, fixes: Fixes) -> Verdict:
    """The verdict with the fixes in its findings."""
    findings = tuple(
        replace(f, fix=fixes.by_step.get(f.step)) if f.severity == "error" else f for f in verdict.findings
    )
    return replace(verdict, findings=findings, fixed=fixes.fixed)
