"""Find the line on which a wrong result, or the wrong part of it, first appears in the trail of a call."""

from collections.abc import Sequence
from functools import partial

import numpy as np

from ....catalogue import Mistake
from ....observation import alike
from ...asking import answers
from ...asking.learner import Learner
from ...declaration.exercise import Method
from ...source.causes import line_of_fed
from ..multiples import multiple
from ..recogniser import Observed, Recogniser
from . import formula_trace
from .helper_lines import Places
from .trail import RETURNED, STORED, Event, Trail, along

_same = partial(alike, relative=1e-6, absolute=1e-12)


class Result:
    """The wrong result of one call, and where its values come from."""

    def __init__(
        self, learner: Learner, method: Method, observed: Observed, trail: Trail, places: Places
    ) -> None:
        self.learner, self.method = learner, method
        self.exercise, self.outline = learner.exercise, learner.outline
        self.case, self.observed, self.trail, self.places = observed.case, observed, trail, places

    def line(self, entry: Mistake | None) -> int | None:
        """The line on which the wrong result, or the wrong part of it, first appears."""
        numbers = self.observed.numbers
        wanted = answers.right(self.exercise, self.method, self.case)
        if not isinstance(numbers, tuple) or len(numbers) != len(wanted):
            return None
        pairs = list(zip(numbers, wanted, strict=True))
        shapes = [seen.shape for seen, good in pairs if seen.shape != good.shape]
        made = {v.shape for v in formula_trace.between(self.exercise, self.method, self.case, given=True)}
        if entry is None and shapes and shapes[0] not in made:
            return self.trail.first(lambda value: value.shape == shapes[0])
        wrong = [k for k, (seen, good) in enumerate(pairs) if not _same(seen, good)]
        part = entry.wrong_part if entry else None
        shown = range(len(pairs)) if self.method.sets or not wrong else wrong
        order = sorted(shown, key=lambda k: (k != part, k not in wrong))
        flat = all(np.ndim(number) < 2 for number in numbers)
        of_one = self.method.accepts is not None and [np.ndim(number) for number in numbers] == [1, 0]
        pair = len(numbers) == 2 and flat and (not self.method.sets or of_one)
        both = [np.append(*numbers), np.append(*numbers[::-1])] if pair else []
        trail = Trail(tuple(e for e in self.trail.events if not self.places.in_others(*e.stack, e.line)))
        for target in [numbers[k] for k in order] + both:
            alone = trail.event(lambda value, t=target: _same(value, t))  # type: ignore[misc]
            alone = (single := self.entry(target, trail.until(alone) if alone else trail)) or alone
            joint = trail.event(lambda value: any(_same(value, pair) for pair in both))
            if alone and joint and trail.events.index(joint) < trail.events.index(alone):
                return joint.line
            if alone and not single and self._is_on_the_right_way(target):
                equal = [e for e in trail.events if e.value is not None and _same(e.value, target)]
                made_by = [e for e in equal if e.call != RETURNED and not self.outline.handed_on(e.line)]
                helped = [e for e in made_by if self.places.stands_in(e.line)]
                again = [e for e in made_by if helped and self._is_made_again(e, helped[-1])]
                return (again or helped or [e for e in made_by if e.changed] or equal)[-1].line
            if alone or joint:
                return (alone or joint).line  # type: ignore[union-attr]
        return None

    def entry(self, target: np.ndarray, trail: Trail) -> Event | None:
        """The event that computes the first entry or column by itself, as in a loop over the features."""
        if target.ndim not in (1, 2) or not np.ptp(target) or float(target.flat[0]) in (0.0, 1.0):
            return None
        first = np.asarray(target[..., 0])
        return None if self.is_on_the_way(first) else trail.event(lambda value: _same(value, first))

    def fed(self, line: int | None) -> int | None:
        """The line or, if it only scales or averages what an earlier one computes wrongly, that one.

        A multiple of the right answer is scaled wrongly, and one in a wrong shape averaged wrongly. A right
        value of the earlier line lacks something only if nothing computes the rest of a right sum.
        """
        at = line_of_fed(self.outline, line)
        ends = {event.line: event.value for event in self.trail.events if event.value is not None}
        made, given = ends.get(at or 0), ends.get(line or 0)
        if at is None or made is None or given is None or (given.shape and not along(given, made)):
            return line
        if self.is_on_the_way(given) or multiple(Recogniser(self.learner, self.method, ())):
            return line
        wanted = answers.right(self.exercise, self.method, self.case)
        if [*map(np.shape, self.observed.numbers or ())] != [*map(np.shape, wanted)]:
            return line
        right = formula_trace.values(self.exercise, self.method, self.case, {})
        rests = [value - made for value in right if value.shape == made.shape != ()]
        parts = [rest for rest in rests if rest.any() and any(_same(rest, value) for value in right)]
        lacks = any(self.trail.event(partial(_same, part)) is None for part in parts)
        return self.fed(at) if lacks or not self._may_be_scaled(made, right) else line

    def _may_be_scaled(self, value: np.ndarray, right: Sequence[np.ndarray]) -> bool:
        """Whether a value is a multiple of a right value, or of the square of one: a root may be missing."""
        if value.shape:
            forms = (value, -value, np.sqrt(np.abs(value)))
            return any(along(form, other) for form in forms for other in right)
        factors = [2.0**two * self.case.n**power for two in (-1, 0, 1) for power in (-1, 0, 1)]
        return any(_same(value, other * factor) for other in right for factor in factors)

    def _is_made_again(self, event: Event, helped: Event) -> bool:
        """Whether an operation after a helper's gives its value again, not only stores it or hands it on."""
        events = self.trail.events
        at = events.index(event)
        return at > events.index(helped) and event.call != STORED and event.line not in events[at - 1].stack

    def _is_on_the_right_way(self, value: np.ndarray) -> bool:
        """Whether the right formula computes this value too, as an intermediate result."""
        of_pair = self.exercise.descent is not None and len(self.method.gives) > 1
        return not of_pair and self.is_on_the_way(value)

    def is_on_the_way(self, value: np.ndarray | None) -> bool:
        """Whether the right formula computes this value."""
        ways = formula_trace.values(self.exercise, self.method, self.case, {})
        return value is not None and any(_same(value, other) for other in ways)
