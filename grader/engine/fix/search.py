"""Search for the fixes of all steps, alone or together, until the whole file passes or the time is up."""

from ...sandbox import launch
from ...verdict import Change
from .code.text import applied, changes_between, touch
from .edits.demo import without_demo
from .edits.load_edits import without_imports
from .fixes import Fix, Fixes, place_of
from .step_search import StepSearch
from .tidy.faults import faults_and_orphans, stranded
from .tidy.leftovers import wasted
from .tidy.names_used import used
from .verifying import statuses

VERIFYING_SECONDS = 1.2
"""Processor time that a search inside another leaves for verifying its result."""


class Search(StepSearch):
    """Looks for the fixes of one file: those of single steps first, then those that only work together."""

    found: dict[str, Fix]
    fixed = False

    def run(self) -> Fixes:
        """Search for a fix for each step with errors, and grade the text with all of them."""
        self.found = {}
        try:
            self._look()
        except launch.Cancelled:
            return Fixes(self.found, fixed=False)  # keep what was found in time
        return Fixes(self.found, fixed=self.fixed)

    def _look(self) -> None:
        self._look_without_demo()
        self._look_without_imports()
        found, text = self.found, self._text()
        for step in self.steps():
            if self.over:
                return
            if (shared := self._shared(step, found)) is not None:
                found[step] = shared
                continue
            fix = self._alone(step, found)
            if fix is not None:
                found[step] = fix
            elif step not in found and found and (joint := self._joint(step, found, text)) is not None:
                found.update(dict.fromkeys((*found, step), joint))
            elif step not in {*found, *self.statuses}:  # nothing can be judged before the file loads
                self._together(step)
            text = self._text()
        for step in self.steps():
            if step not in found and not self.over:
                self._together(step)
        text = self._text()
        if found and set(found) == set(self.steps()):
            self.fixed = set(self.after.of(text).values()) <= {"passed", "todo"}

    def _look_without_demo(self) -> None:
        """If top-level statements raise when the file is loaded, judge and fix the rest first."""
        raises = any(finding.mistake == "import-fails" for finding in self.verdict.errors)
        self.rest = self.trial.without_demo(self.source) if raises else None
        if self.rest is None:
            return
        verdict = self.after.verdict(self.rest)
        if any(finding.step not in self.statuses for finding in verdict.errors):
            return
        self.statuses = self.after.before = statuses(verdict)
        line = self.verdict.errors[0].line or 0
        self.in_demo = not verdict.errors and without_demo(self.source, line) is not None
        if verdict.errors:
            fix = tuple(self._fixes_of(self.rest))
            if fix and self.verified(applied(self.source, fix), self.steps()[0]):
                self.found[self.steps()[0]] = fix

    def _look_without_imports(self) -> None:
        """If a forbidden library is imported at the top, delete that, and fix what used it."""
        asks = [f for f in self.verdict.errors if f.mistake == "forbidden-library" and f.line is not None]
        lines = [finding.line for finding in asks if finding.line is not None]
        rest, names = without_imports(self.source, lines)
        if not names:
            return
        text = applied(rest, self._fixes_of(rest))
        if names & used(text).keys() or stranded(text) - stranded(self.source):
            return  # a name would be undefined
        if self.verified(text, asks[0].step):
            self.found[asks[0].step] = changes_between(self.source, text)

    def _text(self) -> str:
        """The text with all fixes found so far."""
        return applied(self.source, Fixes(self.found, fixed=False).changes)

    def steps(self) -> list[str]:
        """The steps with errors, each once, in the order of the findings; how work grows comes first.

        What makes work grow is rewritten, and with it what else is wrong there.
        """
        found = dict.fromkeys(finding.step for finding in self.verdict.errors)
        by_work = [s for s in found if s in self.exercise.steps[1:] and self.exercise.method_of(s) is None]
        return [*by_work, *(step for step in found if step not in by_work)]

    def _shared(self, step: str, found: dict[str, Fix]) -> Fix | None:
        """A fix for another step that also makes this one pass."""
        for fix in dict.fromkeys(found.values()):
            if self.verified(applied(self.source, fix), step):
                return fix
        return None

    def _alone(self, step: str, found: dict[str, Fix]) -> Fix | None:
        """A verified fix that does not touch the fixes of other steps; None if the one found does."""
        fix = self.searched(self.source, step)
        if fix is None or not any(touch(fix, other) for other in found.values()):
            return fix
        return None

    def _joint(self, step: str, found: dict[str, Fix], text: str) -> Fix | None:
        """A fix on top of the earlier ones, including them; it is verified for all their steps."""
        fix = self.searched(text, step)
        whole = applied(self.source, fix) if fix else ""
        return fix if fix and all(self.verified(whole, other) for other in found) else None

    def _pending(self, step: str) -> list[str]:
        """The texts in which a step passes but others are worse, the best two."""
        texts = self.pending.get(step, [])
        return sorted(texts, key=lambda text: len(self.after.worse(self.after.of(text))))[:2]

    def _with_found(self, text: str) -> tuple[Fix, list[str]]:
        """The changes that make up a text, with those found so far, and their steps, if they are apart."""
        own = changes_between(self.source, text)
        others = [change for fix in self.found.values() for change in fix]
        if not others or touch(own, others):
            return own, []
        return tuple(sorted({*own, *others}, key=place_of)), [*self.found]

    def _together(self, step: str) -> None:
        """Look for a fix that works only together with others, since alone it makes a step worse.

        If there is none, take one after which steps that were blocked before fail.
        """
        texts = self._pending(step)
        for text in texts:
            joint, steps = self._with_found(text)
            if self.over:
                return
            whole = applied(self.source, joint)
            whole = applied(whole, self._fixes_of(whole))
            ways = (changes_between(self.source, one) for one in (self._clean(whole), whole))
            if any(self._take(way, [*steps, step]) for way in ways):
                return
        for text in (one for one in texts if not self.over and self.after.unblocks(one)):
            known = {*self.exercise.takes, *faults_and_orphans(self.source)[1]}
            if faults_and_orphans(text)[1] - known or wasted(text) > wasted(self.source):
                continue  # what it adds is not used, so it cannot be all that is missing
            own = changes_between(self.source, text)
            if not any(touch(own, other) for other in self.found.values()):
                self.found[step] = own
                return

    def _fixes_of(self, text: str) -> list[Change]:
        """The changes found for the steps that fail in a text."""
        verdict = self.after.verdict(text)
        search = Search(self.exercise, text, verdict, self.trial, self.after.grade, self.solution, self.spent)
        search.until = self.until - VERIFYING_SECONDS
        return search.run().changes

    def _take(self, joint: Fix, steps: list[str]) -> bool:
        """Record one fix for several steps if it makes all of them pass."""
        text = applied(self.source, joint)
        steps = [*steps, *(s for s, fix in self.found.items() if s not in steps and touch(fix, joint))]
        if not all(self.verified(text, step) for step in steps):
            return False
        self.found.update(dict.fromkeys(steps, joint))
        return True
