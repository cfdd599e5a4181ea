"""Search for the fix of one step: try candidates in order of cost, and verify those that pass."""

import ast
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, islice, takewhile

from ...sandbox.parsing import parses
from ...verdict import Change, Verdict
from ..declaration.exercise import Exercise
from ..source.tree import Tree
from .candidates import candidates, methods_of
from .code.canonical import dumped
from .code.text import applied, beside, changes_between, lines_changed, split
from .code.tree_diff import statements
from .fixes import Fix
from .reference.methods_at_once import looping, whole_methods
from .tidy.faults import faults, faults_and_orphans, stranded
from .tidy.leftovers import wasted, without_leftovers
from .tidy.names_used import outlived, undefined
from .tidy.smallest import MOST, smallest
from .tidy.style import with_their_product
from .trial import Base, Score, Trial
from .verifying import Grade, StepsAfter

SECONDS, SMALL_SECONDS, DEEPER_SECONDS = 9.0, 2.8, 1.6
"""Limits of processor time: for the whole search, and in it for one step and for a second edit."""
DEPTH, ENOUGH_TRIED, MOST_VERIFIED = 3, 110, 12
ALMOST = 60  # more candidates, once one passes nearly all: a second edit is likelier then
FEWER, FEW_MORE = 20, 80  # candidates, once one has been found that needs a second fix
MANY = 6  # with more changes, pairs of them are not tried
SMALL, MIDDLING = 2, 3  # lines of fixes that do not grow beyond that by the code that they leave unused
FEW = 10  # small edits tried for a loop over the samples, which is seldom a single slip


class StepSearch:
    """Looks for a fix of one step after the other in one file.

    `spent` returns the processor time that the search has used, in seconds.
    """

    def __init__(
        self, exercise: Exercise, source: str, verdict: Verdict, trial: Trial, grade: Grade, solution: str,
        spent: Callable[[], float],
    ) -> None:  # fmt: skip
        self.exercise, self.source, self.verdict, self.solution = exercise, source, verdict, solution
        self.spent = spent
        self.trial, self.after = trial, StepsAfter(verdict, grade)
        self.pending: dict[str, list[str]] = {}  # texts in which the step passes but another is worse
        self.worse = set[str]()  # the steps that such texts make worse
        self.rest: str | None = None  # without top-level statements that raise when the file is loaded
        self.in_demo = False  # whether all steps pass without them, so that no method is wrong
        self.until = self.soon = SECONDS
        self.statuses = self.after.before

    @property
    def late(self) -> bool:
        """Whether the time for the small edits of the current step is up."""
        return self.spent() > min(self.soon, self.until)

    @property
    def over(self) -> bool:
        """Whether the time for the whole search is up."""
        return self.spent() > self.until

    def searched(self, source: str, step: str) -> Fix | None:
        lines = [f.line for f in self.verdict.errors if f.step == step and f.line is not None]
        base = self.trial.base(source, step)
        if base.score.right:
            others = [self.trial.base(source, s) for s in self.statuses if s != step]
            base = next((other for other in others if not other.score.right), base)
            if base.score.right:
                return None
        self.soon = self.spent() + SMALL_SECONDS
        several = step in self.statuses and len(looping(self.exercise, source, self.solution)) > 1
        if not base.requests and several:
            return self._rewritten(source, base, step, lines)  # no small edit is enough
        beam = [(source, base)]
        for depth in range(DEPTH):
            nearer: list[tuple[str, Score]] = []
            if depth and beam:
                self.soon = max(self.soon, self.spent() + DEEPER_SECONDS)
            for text, start in beam:
                errors = self.verdict.errors if text == source else self.after.verdict(text).errors
                named = {f.mistake: f.line for f in errors if f.step == step}
                places = lines if text == source else [line for line in named.values() if line]
                fix = self._one_edit(source, text, start, step, places, named, nearer)
                if fix is not None or self._settled(step):
                    return fix
            nearer.sort(key=lambda entry: (len(self._unread(entry[0])), -entry[1].passed))
            beam = [(text, self.trial.base(text, base.step)) for text, _ in nearer[:2] if not self.late]
        return self._rewritten(source, base, step, lines)

    def _settled(self, step: str) -> bool:
        """Whether a step passes in some text, and what is still wrong there could not be judged before."""
        by_work = [s for s in self.statuses if self.exercise.method_of(s) is None]
        return any(self.after.unblocks(text) for text in self.pending.get(step, [])
                   if all(self.after.of(text)[s] != "failed" for s in by_work if s != step))  # fmt: skip

    def _unread(self, text: str) -> frozenset[str]:
        """The functions and attributes in a text that are not used, other than those of the source."""
        return faults_and_orphans(text)[1] - faults_and_orphans(self.source)[1] - {*self.exercise.takes}

    def _rewritten(self, source: str, base: Base, step: str, lines: Sequence[int]) -> Fix | None:
        """A fix that takes a whole method from the reference, without the changes that are not needed."""
        methods = methods_of(self.exercise, step) if not self.in_demo else []
        for text in whole_methods(self.exercise, source, methods, lines, self.solution):
            if self.over:
                return None
            if not self._keeps(source, text, base) or not self.trial.score(text, base).right:
                continue
            least = self._least(source, text, base)
            for candidate in dict.fromkeys((least, text)):
                if self.verified(candidate, step):
                    tidy = self._tidy(source, candidate, base, step)
                    known = stranded(self.source) | {*self.exercise.takes} | self._helpers()
                    if stranded(tidy) <= known:
                        return changes_between(self.source, tidy)
        return None

    def _least(self, source: str, text: str, base: Base) -> str:
        """The text with every change reverted that is not needed."""
        changes = split(source, changes_between(source, text))
        passing = self._passing(source, text, base)
        for number in (1, 2):  # a moved line is two changes
            if number > 1 and len(changes) > MANY:
                break
            needless = (c for c in changes if c.text.strip() or c.start <= c.end)  # not a blank line
            for some in combinations(sorted(needless, key=lambda c: -len(c.text)), number):
                rest = [other for other in changes if other not in some]
                if len(rest) + number == len(changes) and self._right(source, rest, base, passing):
                    changes = rest
        for change in changes:
            kept = beside(source, change)
            others = [kept if other is change else other for other in changes] if kept else []
            if self._right(source, others, base, passing):
                changes = others
        return applied(source, changes)

    def _right(self, source: str, changes: Sequence[Change], base: Base, kept: Sequence[str]) -> bool:
        """Whether these changes alone make the step and `kept` pass without new faults or unused locals."""
        if not changes or self.over or self._is_odd(text := applied(source, changes), source):
            return False
        return self._pass(text, kept) and self.trial.score(text, base, base.score.of).right

    def _is_odd(self, text: str, before: str) -> bool:
        """Whether a text has more faults or unused locals than before, or undefined names."""
        odd = faults(text) > faults(before) or wasted(text) > wasted(before)
        return odd or bool(undefined(self.source, text))

    def _keeps(self, source: str, text: str, base: Base) -> bool:
        """Whether other steps that did not fail still pass."""
        kept = (s for s in self._others(source, text, base) if self.statuses.get(s) in ("passed", "blocked"))
        return self._pass(text, kept)

    def _others(self, source: str, text: str, base: Base) -> Iterator[str]:
        """The other steps that a text may affect: the method's second one, or all changed methods'."""
        method = self.exercise.method_of(base.step)
        if method is not None or base.step not in self.statuses:
            yield from (step for step in getattr(method, "steps", ()) if step != base.step)
            return
        trees = [Tree(one, self.exercise) for one in (source, text)]
        for name in self.exercise.takes:
            one, other = (tree.function(name) for tree in trees)
            if one and other and dumped(one) != dumped(other):
                yield self.exercise.step_of(name)

    def _passing(self, source: str, text: str, base: Base) -> list[str]:
        """The other steps that a text may affect and that pass in it."""
        return [step for step in self._others(source, text, base) if self._pass(text, [step])]

    def _pass(self, text: str, steps: Iterable[str]) -> bool:
        return all(self.trial.score(text, Base(step, Score(0, 1))).right for step in steps)

    def _one_edit(
        self, source: str, text: str, base: Base, step: str, lines: Sequence[int],
        mistakes: Mapping[str, int | None], nearer: list[tuple[str, Score]],
    ) -> Fix | None:  # fmt: skip
        """Try the candidates for one text; those that pass more checks, but not all, go into `nearer`."""

        def needs() -> int:
            return max([base.score.passed + 1, *(other.passed for _, other in nearer)])

        methods = () if self.in_demo else None
        likeliest = candidates(self.exercise, text, step, lines, mistakes, methods)
        if not base.requests and step in self.statuses:  # each candidate runs all checks, which takes long
            likeliest = (one for one in islice(likeliest, FEW) if self._keeps(text, one, base))
        tries = takewhile(lambda _: not self.late, likeliest)
        verified, after, enough = 0, 0, ENOUGH_TRIED
        half = (self.spent() + self.soon) / 2  # the rest of the time is for a second edit, if one helps
        for number, (candidate, tried) in enumerate(self.trial.scores(tries, base, needs)):
            after += step in self.pending
            most = FEWER if after > FEWER and self._settled(step) else FEW_MORE
            deeper = not tried.right and (number > enough or (nearer and self.spent() > half))
            if self.late or deeper or verified >= MOST_VERIFIED or after > most:
                return None
            # a text keeps the steps that an earlier one made worse; this is quick to check
            right = tried.right and self._pass(candidate, self.worse - {step})
            verified += right
            if right and self.verified(candidate, step):
                tidy = candidate if self.in_demo else self._tidy(source, candidate, base, step)
                return changes_between(self.source, tidy)
            if tried.passed > base.score.passed and not tried.right:
                nearer.append((candidate, tried))
                enough = min(enough, number + ALMOST) if tried.passed == tried.of - 1 else enough
            if number == ALMOST and nearer and self._mends(nearer[0][0], step, mistakes):
                return None
        return None

    def _mends(self, text: str, step: str, mistakes: Collection[str]) -> bool:
        """Whether only other mistakes are found for a step in a text, and their formulas are known."""
        found = {finding.mistake for finding in self.after.verdict(text).errors if finding.step == step}
        known = {name for name, mistake in self.exercise.catalogue().items() if mistake.edits}
        return found <= known - set(mistakes)

    def _tidy(self, source: str, text: str, base: Base, step: str) -> str:
        """The text with a smaller fix and without unused code, as far as a grading accepts that."""
        kept = [] if base.requests else self._passing(source, text, base)

        def right(other: str) -> bool:
            passes = not self._is_odd(other, text) and not outlived(source, text, other)
            passes = passes and not self.over and self.trial.score(other, base, base.score.of).right
            return passes and self._pass(other, kept)

        tries = MOST if base.requests else 0  # if only work is wrong, its checks accept wrong values
        least = smallest(source, text, right, self._clean, tries)
        tidy = map(self._clean, dict.fromkeys((least, text)))
        found = (other for whole in tidy for other in (whole, least))
        return next((other for other in found if other == text or self.after.passes(other, step)), text)

    def _clean(self, text: str) -> str:
        """A text without unused code, and with products as the file writes them.

        Whole functions and classes stay, unless they are wrong themselves: the learner may want them. So do
        imports, constants, attributes and parameters if a small fix would be a large one without them.
        """
        names = {*self.exercise.takes, *self.exercise.parameters, self.exercise.class_name, *self._helpers()}
        clean = without_leftovers(self.source, text, names)
        most = max(SMALL, lines_changed(self.source, text))
        if most <= MIDDLING and most < lines_changed(self.source, clean):
            clean = without_leftovers(self.source, text, names, inside=True)
        return with_their_product(self.source, clean)

    def _helpers(self) -> set[str]:
        """The names of the functions and classes, of several lines, in which no line is to blame."""
        every = statements(self.source) if parses(self.source) else ()
        own = [s for s in every if isinstance(s, ast.FunctionDef | ast.ClassDef)]
        blamed = [finding.line or 0 for finding in self.verdict.errors]
        spans = ((s.name, range(s.lineno, (s.end_lineno or 0) + 1)) for s in own)
        return {name for name, span in spans if len(span) > 1 and not any(line in span for line in blamed)}

    def verified(self, text: str, step: str) -> bool:
        """Whether a text passes; one in which the step passes but another is worse is kept in `pending`."""
        passes = not undefined(self.source, text) and self.after.passes(text, step)
        if self.rest is not None and passes and step not in self.statuses:
            edited = self._others(self.source, text, Base(step, Score(0, 1)))
            return all(self.after.of(text)[name] in ("passed", "todo") for name in edited)
        if passes and self.exercise.method_of(step) is None and step in self.statuses:
            named = {finding.mistake for finding in self.verdict.errors}
            return {finding.mistake for finding in self.after.verdict(text).errors} <= named
        after = self.after.of(text)
        if self.after.mends(text, step) and (worse := self.after.worse(after)):
            self.pending.setdefault(step, []).append(text)
            judged = (name for name in worse if self.statuses[name] in ("passed", "failed"))
            self.worse.update(filter(self.exercise.method_of, judged))
        return passes
