"""Find the line of `fit` that makes the learning rate of its steps differ from the given one."""

import ast

import numpy as np

from ...source.arguments import line_of_fixed_count, omits
from ...source.syntax import is_number, names_read, parameters
from ...training.descent import is_uneven
from ...training.trajectory import METHOD
from ..lines.trail import Event, Trail, follow
from .other_lines import right_with
from .repairs import line_of_counter, line_of_factor, repaired
from .steps import EPOCHS, Steps, stacked


class Rates:
    """Finds lines from the rates of the first two steps."""

    def __init__(self, steps: Steps) -> None:
        self.steps, self.outline, self.trail = steps, steps.outline, steps.trail

    def line(self) -> int | None:
        """The line that makes the rate of the steps differ from `lr`."""
        steps, event = self.steps, self.steps.updated
        again = self.outline.line_that_rebinds(METHOD, "lr")
        under = self.outline.line_of_condition_around(again)
        if again and (under is None or any(event.line == again for event in self.trail.events)):
            return again  # unless it is for a later epoch
        update = event.line if event else None
        rate = self._rate_of(1)
        if event and not self._reads("lr"):
            outside = not self.outline.is_inside(event.line, METHOD)
            helped = (self.trail.line_of(rate) if rate else None) or self._given_to(event)
            if written := self._written(rate) or self._left_out(rate) or (helped if outside else None):
                return written
        if rate is None or steps.steps_right(steps.vector):
            return self._later() or update
        if abs(rate / steps.lr - 1.0) < 1e-9 or abs(rate - 1.0) < 1e-9:
            return update
        made = steps.made[0], *stacked(*steps.made), steps.start[0] - steps.end[0]
        found = self.trail.event_of(rate, np.array([rate, self._rate_of(EPOCHS)], dtype=float), *made)
        if found and omits(self.outline, found.place, rate):
            return found.place
        return found.line if found else update

    def changed(self) -> int | None:
        """The line that computes the rate of the second step."""
        rebound = self.outline.line_that_rebinds(METHOD, "lr")
        later = None if rebound else self._later()
        now = repaired(self.steps) if is_uneven(self.steps.exercise) and not later else None
        return self._asked_for(later or now or line_of_factor(self.steps) or self.line())

    def unchanged(self) -> int | None:
        """The line that a twist's schedule should change: it computes a number from `lr`, or passes it on."""
        numbers = (1.0, *self.steps.exercise.formula.numbers)
        sizes = (1, self.steps.case.n)
        rates = [self.steps.lr * number / size for number in numbers if number for size in sizes]
        update = self.steps.updated
        later = self.trail.after(update) if update else Trail(())
        found = later.event_of(*rates)
        passed = self._passed(update) if update and not found else None
        return line_of_fixed_count(self.outline, found.line, found.stack) if found else passed

    def _passed(self, update: Event) -> int | None:
        """The line in the loop of `fit` that passes `lr` to the helper with the update."""
        if update.place == update.line or not self.outline.loops_around(update.place):
            return None
        return update.place if "lr" in names_read(self.outline.statement_at(update.place)) else None

    def _asked_for(self, line: int | None) -> int | None:
        """The line or, if the epochs are only counted wrongly, where they are counted, or start at one.

        If a helper is called in each epoch with another epoch's number, the line of that call.
        """
        schedule, rate = self.steps.exercise.task.rate, self._rate_of(1)
        if line is None or rate is None or schedule is None:
            return line
        if not any(abs(rate / self.steps.lr - schedule(epoch)) < 1e-9 for epoch in (1, 2)):
            return line_of_counter(self.steps) or line
        others = self.outline.graded - {METHOD, "__init__"}
        ones = (n.lineno for n in self.outline.nodes if is_number(n) and n.value == 1)  # type: ignore[attr-defined]
        lines = [at for at in ones if not self.outline.belongs_to(at, others)]
        if start := next(right_with(self.steps, [0.0], lines), None) or line_of_counter(self.steps):
            return start
        place = next((e.place for e in self.trail.events if e.line == line), line)
        loops = self.outline.loops_around(place)
        told = any(call.args or call.keywords for call in self.outline.calls_on(place))
        return place if told and loops and getattr(loops[-1], "lineno", place) < place else line

    def _later(self) -> int | None:
        """The line that computes a changed rate for a later step, alone or together with the first."""
        steps, lr = self.steps, self.steps.lr
        rates = {epoch: rate for epoch in (2, 3) if (rate := self._rate_of(epoch)) is not None}
        epoch, rate = next(((k, r) for k, r in rates.items() if abs(r / lr - 1.0) >= 1e-9), (0, lr))
        if not epoch:
            return None
        how = {"lr": lr, "epochs": epoch, "right": steps.right}
        trail = self.trail if epoch <= EPOCHS else follow(steps.learner, METHOD, steps.case, **how)
        return trail.line_of(rate, np.array([lr, rate]))

    def written_out(self) -> int | None:
        """The line of a number other than `lr` that is the rate of the first step, or that of a sum."""
        rate, lr, n = self._rate_of(1), self.steps.lr, self.steps.case.n
        if rate is None or rate <= 0 or abs(rate / lr - 1.0) < 1e-9:
            return None
        numbers = (1.0, *self.steps.exercise.formula.numbers)
        right = [lr, *(lr * number / n for number in numbers)]
        of_sum = (rate * number / n for number in numbers if number)
        odd = (one for one in of_sum if not any(abs(one - good) < 1e-9 * lr for good in right))
        return self.trail.line_of(rate) or self.trail.line_of(*odd)

    def second_step(self) -> int | None:
        """The line that computes the direction of the second step."""
        before, after = self.steps.end, self.steps.after(EPOCHS)
        if not before[0].size or before[0].shape != after[0].shape:
            return None
        step = before[0] - after[0], before[1] - after[1]
        made = step[0] / self.steps.lr, step[1] / self.steps.lr
        return self.trail.line_of(made[0], *stacked(*made), step[0], *stacked(*step))

    def repeated(self) -> int | None:
        """The line that repeats the same step within one epoch."""
        stores = self.steps.stores[self.steps.vector]
        first, second = stores[:2] if len(stores) > EPOCHS else (None, None)
        if first is None or second is None or first.line != second.line or first.stack == second.stack:
            return None
        return second.apart(first)

    def passed_on(self) -> int | None:
        """The line of `fit` that calls a helper for the steps, if `fit` never reads `epochs`."""
        update = self.steps.updated
        if update is None or self._reads("epochs") or self.outline.is_inside(update.line, METHOD):
            return None
        if self.outline.loops_around(update.place):
            return None  # fit loops itself
        return update.place

    def _reads(self, parameter: str) -> bool:
        function = self.outline.working(METHOD)
        return function is None or parameter in names_read(function)

    def _rate_of(self, epoch: int) -> float | None:
        """The rate of the vector's step in one epoch; None if its shapes are wrong.

        With the momentum of a twist, the step is along the sum of the gradients so far.
        """
        steps, inertia = self.steps, self.steps.exercise.task.inertia
        begins = [steps.start, *(steps.after(k) for k in range(1, epoch))]
        before, after = begins[-1], steps.after(epoch)
        if not before[0].size or before[0].shape != after[0].shape:
            return None
        used = begins if inertia else begins[-1:]
        slopes = (inertia**age * steps.gradients(*at)[0] for age, at in enumerate(reversed(used)))
        slope = sum(slopes, np.zeros_like(before[0]))
        return float((before[0] - after[0]) @ slope / (slope @ slope))

    def _left_out(self, rate: float | None) -> int | None:
        """The line of the training that makes an object and leaves this rate to its default."""
        calls = (n.lineno for n in self.outline.nodes.of(ast.Call))
        inside = (at for at in calls if rate and self.outline.is_inside(at, METHOD))
        return next((at for at in inside if omits(self.outline, at, rate or 0.0)), None)

    def _given_to(self, update: Event) -> int:
        """The line of an update, or that which gives the rate to the function that makes it."""
        function = self.outline.function_at(update.line)
        read = names_read(self.outline.statement_at(update.line))
        if function is None or "lr" not in read or "lr" not in parameters(function):
            return update.line
        named = (n.lineno for n in self.outline.nodes.of(ast.Name) if n.id == function.name)
        return update.place if update.place != update.line else next(named, update.line)

    def _written(self, rate: float | None) -> int | None:
        """The line in the body of `fit` that contains this rate as a literal number."""
        function = self.outline.working(METHOD)
        inside = (n for part in (function.body if function else ()) for n in ast.walk(part))
        written = [n for n in inside if isinstance(n, ast.Constant) and isinstance(n.value, float)]
        return next((n.lineno for n in written if rate and abs(n.value / rate - 1.0) < 1e-6), None)  # type: ignore[operator]
