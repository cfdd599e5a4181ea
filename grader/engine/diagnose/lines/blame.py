"""Find the line to blame for a mistake, from the trail of a call: the value of every operation in it.

It makes the first value that only this mistake makes, or one that repairs the answer if it is replaced.
"""

from collections import Counter
from collections.abc import Sequence
from functools import partial
from itertools import permutations
from typing import Any

import numpy as np

from ....catalogue import Mistake
from ...asking import answers
from ...asking.learner import Learner
from ...declaration.exercise import Method
from ...declaration.twist import IGNORED
from ...source.causes import line_of_guard, line_of_refusal
from ..overlay import overlays, with_constants
from ..recogniser import Observed, agrees
from ..shared_helpers import misused, serves_a_right_method
from . import formula_trace
from .branches import of_branch
from .helper_lines import OPERATIONS, Places
from .literals import respelled
from .one_change import call_to_change, changed_on
from .shared_cause import shared_cause
from .telltales import event_of_telltale
from .trail import RETURNED, Event, Trail
from .unused_values import (
    added_too_early,
    answer_lost,
    handed_back,
    in_other_order,
    in_other_places,
    misshapen,
    taken_apart,
    unsummed,
    unused,
)
from .value_replacement import Answer, Replaced, designs, normal, repairs
from .wrong_result import Result

OTHER_NUMBER = "0.9137"


class Blame:
    """Finds lines in one wrong method, from a wrong answer and the trail of the same call."""

    def __init__(self, learner: Learner, method: Method, observed: Observed, trail: Trail) -> None:
        self.learner, self.method, self.observed, self.outline = learner, method, observed, learner.outline
        self.exercise, self.case = learner.exercise, observed.case
        self.parts = answers.in_parts(observed.numbers)
        if method.sets and self.outline.line_of_assignment(method.name, None):
            trail = trail.without(self.outline.lines_that_only_return(method.name))
        flat = method.sets and all(part.ndim < 2 for part in self.parts)
        self.trail = trail.flat(0) if flat else trail  # means with keepdims
        self.places = Places(learner, method, observed, self.trail)
        self.result = Result(learner, method, observed, self.trail, self.places)
        self.innocent: list[np.ndarray] = []

    def line_of(self, entry: Mistake | None, others: Sequence[Mistake] = ()) -> int | None:
        """The line of a mistake, or else the line that returns the wrong result.

        Args:
            entry: the mistake; None for a wrong result that nothing explains.
            others: the other mistakes in the method.
        """
        raised = self.observed.seen.raised
        if raised is not None and raised.line is not None:
            outer = self.trail.first(lambda v: v.shape == (self.case.n, self.case.n))  # right code has none
            called, _ = misused(self.learner, raised, self.method.name) or (None, "")
            refused = line_of_refusal(self.outline, raised.line) or raised.line
            return outer or called or self._changed_on(refused, entry, others)
        if in_other_order(self.observed.numbers, self._wanted(others)):
            return self.outline.line_of_return(self.method.name)
        self.innocent = self._innocent(entry)
        found = self._found(entry, others)
        right = [] if entry else self._between(given=False)
        chosen = of_branch(self.outline, self.trail, found, right)
        found = found if self.places.compares_rightly(chosen) else chosen or found
        found = self.result.fed(self.places.placed(found))
        line = self.places.outward(found, entry) or self.trail.return_of(self.outline, self.method.name)
        changed = self._changed_on(line, entry, others)
        line = changed if changed != line else self.respelled(line, others, found if found != line else None)
        return line_of_guard(self.outline, line) if entry and entry.guard else line

    def _changed_on(self, line: int | None, entry: Mistake | None, others: Sequence[Mistake]) -> int | None:
        """The line on which one other operation makes the answer right, if there are several lines."""
        asked, wanted = (self.learner, self.method, self.observed, self.trail), self._wanted(others)
        made = (e.line for e in self.trail.events if e.value is not None and not self._is_elsewhere(e.line))
        if {*made} <= {line} or answer_lost(*asked) or in_other_places(self.observed.numbers, wanted):
            return line
        request = call_to_change(self.learner, self.method, self.case)
        request |= {"in_part": True, "wanted": [list(parts) for parts in wanted]}
        if shared := shared_cause(self.learner, self.method, self.trail, request, line):
            return shared
        found = changed_on(self.learner, request, self.case, line, self._is_elsewhere)
        return found if self.places.outward(found, entry) == found else line

    def _is_elsewhere(self, line: int) -> bool:
        """Whether a line is in another graded method, or in a helper of one that is right."""
        return self.places.in_others(line) or self.places.serves_others(self.outline.function_at(line))

    def respelled(
        self, line: int | None, others: Sequence[Mistake] = (), inside: int | None = None
    ) -> int | None:
        """The line or, if something that it reads by name is all that is wrong, the line of that."""
        asked, wanted = (self.learner, self.method, self.case), partial(self._wanted, others)
        return respelled(*asked, line, self._parsed, wanted, inside=inside) or line

    def _wanted(self, others: Sequence[Mistake]) -> list[answers.Numbers]:
        """The answers without the mistake that is looked for, but with the others."""
        edits = list(overlays(others)) if others else [{}]
        given = [answers.computed(self.exercise, self.method, self.case, edit) for edit in edits]
        return [numbers for numbers in given if not isinstance(numbers, str)]

    def _found(self, entry: Mistake | None, others: Sequence[Mistake]) -> int | None:
        asked = (self.learner, self.method, self.observed, self.trail)
        if line := taken_apart(*asked) or misshapen(*asked):
            return line
        if line := unused(*asked) or self._handed_back(entry, others):
            return line
        case = self.case
        if line := answer_lost(*asked) or (None if entry else added_too_early(self.method, case, self.trail)):
            return line
        design = not self.method.sets and self.trail.first(lambda value: value.shape == (case.n, case.d + 1))
        numbers = self.exercise.formula.numbers if entry is None else ()
        if design and (replaced := self._replaced(others, numbers=numbers)) is not None:
            return replaced
        tells = entry.telltales if entry else ()
        places = self.places
        told = event_of_telltale(tells, self.trail, case, places.is_inside, self.parts, places.is_read_again)
        weak = told is not None and self.result.is_on_the_way(told.value)
        if told is not None:
            told = self._inside_of(told) if told in self.trail.events else told
            cause = self._replaced(others) if weak or told.stack else None
            given = cause is not None and bool(told.stack) and self.places.is_inside(cause)  # to a helper
            return cause if cause and (weak or given) else told.line
        return (
            (None if design else self._replaced(others, numbers=numbers))
            or (self._replaced(others, together=True) if self._repeats() else None)
            or unsummed(self.learner, self.method, self.observed, self.trail)
            or self._earlier(
                entry,
                self._replaced(others, on_the_way=True),
                self._only_wrong(entry, others),
                None if entry else self._replaced(others, on_the_way=True, unfinished=True),
            )
            or self._replaced(others, on_the_way=True, once=self._right_at_first(entry))
            or self.result.line(entry)
        )

    def _handed_back(self, entry: Mistake | None, others: Sequence[Mistake]) -> int | None:
        """The line of a helper that only returns a parameter, if that should be a right value.

        Its name has to say so: code may also call a helper that checks its argument.
        """
        given = handed_back(self.outline, self.trail, name := self.method.name)
        wrong = (e.line for e, value in given for part in self.parts[:1] if formula_trace.same(value, part))
        lines = {e.line for e, _ in given if entry and self.places.is_named_for(e.line, entry)}
        if (line := next(wrong, None)) or not lines:
            return line
        options = formula_trace.stand_ins(self.exercise, self.method, self.case)
        one = self.learner.requests.one(name, self.case)
        found = repairs(self.learner, name, one, self._parsed, self._wanted(others), options)
        return next((tried.line for tried in found if tried.line in lines), None)

    def _repeats(self) -> bool:
        """Whether a line of a helper computes a value several times."""
        made = (e for e in self.trail.events if e.value is not None and not self.places.is_inside(e.line))
        return max(Counter((e.line, e.value.tobytes()) for e in made).values(), default=0) > 1  # type: ignore[union-attr]

    def _inside_of(self, event: Event) -> Event:
        """The event or, if it only passes on a helper's result, the helper's last event with that value.

        A helper may give a right value, or serve a right method, unless it stands in for the method.
        """
        helper = self.outline.handed_on(event.line)
        inward = helper and not serves_a_right_method(self.learner, helper, but=self.method.name)
        calls = self.trail.until(event).events if inward else ()
        within = [e for e in calls if event.line in e.stack and e.value is not None and e.call != RETURNED]
        same = [e for e in within if formula_trace.same(e.value, event.value)]  # type: ignore[arg-type]
        right = (
            bool(same) and self.result.is_on_the_way(event.value) and not self.places.stands_in(same[-1].line)
        )
        return same[-1] if same and not right else event

    def _earlier(self, entry: Mistake | None, *lines: int | None) -> int | None:
        """The one of these lines that runs first, or in a helper for what is wrong that it calls."""
        order = [event.line for event in self.trail.events]
        first = min((line for line in lines if line in order), key=order.index, default=None)
        called = (e.line for e in self.trail.events if first in e.stack and e.line in lines)
        named = (at for at in called if entry and self.places.is_named_for(at, entry, OPERATIONS))
        return next(named, first)

    def _only_wrong(self, entry: Mistake | None, others: Sequence[Mistake]) -> int | None:
        """The line of the first value that only the formula with this mistake computes."""
        if entry is None or others or not entry.edits:
            return None
        asked = (self.exercise, self.method, case := self.case)
        edits = [edit for edit in entry.edits if agrees(self.observed, answers.computed(*asked, edit))]
        values = [value for edit in edits for value in formula_trace.only_wrong(*asked, edit)]
        # A helper may compute a result that is negated afterwards.
        turned = [-v for v in values if not v.shape and not self.result.is_on_the_way(-v)]
        known = [np.asarray(float(size)) for size in (case.n, case.d, case.d + 1)]
        known += [] if self.method.sets else self.parts  # `Result` finds the wrong answer itself
        known += self.innocent
        values = [v for v in values if not formula_trace.is_one_of(v, known)]
        told = {True: values + turned, False: values}  # by whether a helper computes them
        made = (e for e in self.trail.events if formula_trace.is_one_of(e.value, told[bool(e.stack)]))
        event = next(made, None)
        before = self.trail.until(event) if event else self.trail
        single = next(filter(None, (self.result.entry(value, before) for value in values)), None)
        return (single or event).line if single or event else None  # type: ignore[union-attr]

    def _innocent(self, entry: Mistake | None) -> list[np.ndarray]:
        """Values that are right by themselves: the parameters, also joined, and clipped values."""
        state = [np.asarray(value, dtype=float) for value in self.case.state.values()]
        together = state + [np.append(*pair) for pair in permutations(state, 2)]
        if entry is None:
            return together
        unfilled = self.exercise.catalogue()[entry.id]
        (other,) = with_constants([unfilled], (OTHER_NUMBER,))
        edits = [edit for edit in other.edits if edit not in unfilled.edits]
        given = (formula_trace.only_wrong(self.exercise, self.method, self.case, edit) for edit in edits)
        return together + [v for values in given for v in values if not np.isin(v, (0, 1)).all()]

    def _replaced(
        self, others: Sequence[Mistake], *,
        on_the_way: bool = False, once: Sequence[np.ndarray] = (), numbers: Sequence[float] = (),
        unfinished: bool = False, together: bool = False,
    ) -> int | None:  # fmt: skip
        """The first line whose value, replaced by the right one, makes the answer right.

        With `on_the_way`, values that the right formula does not compute are replaced with values that it
        does. With `once`, its own values are replaced too, except at their first occurrence, and the last
        line that helps counts. With `unfinished`, its arrays of shape (n,) are replaced too, but not with the
        last of them. With `together`, what a line computes several times is replaced every time. The numbers
        in the file are also replaced, with each of `numbers`.
        """
        wanted = self._wanted(others)
        if not wanted:
            return None
        one = self.learner.requests.one(name := self.method.name, self.case)
        first = formula_trace.first_values(self.exercise, self.method, self.case)
        spared = [np.asarray(v, dtype=float) for v in self.case.args.values()]  # a copy is right
        settings = [float(value) for value in self.case.new if isinstance(value, float)]
        options: list[Any] = [float(self.case.n), *settings, *designs(self.case), *spared, *first]
        if self.method.sets and self.method.accepts:
            options += normal(self.case)
        if on_the_way or together:
            more = formula_trace.stand_ins(self.exercise, self.method, self.case)
            options = [*options, *more] if together else more
        if unfinished:  # replacing the last such array would hide any other cause
            options = [v for v in self._between(given=False) if v.shape == (self.case.n,)][:-1]
            done = formula_trace.finished(self.exercise, self.method, self.case)
            spared += [np.asarray(v) for v in (*self.case.state.values(), *first, *done)]
        elif together:
            spared += self._between(given=False)
        elif on_the_way:
            spared = list(spared if once else self._between(given=True))
            spared += self.innocent
        found = repairs(
            self.learner, name, one, self._parsed, wanted, options, spared, once, numbers=numbers,
            together=together,
        )  # fmt: skip
        found = [tried for tried in found if not self.trail.comes_right_on(tried.line, once or spared)]
        if not once or not found:
            return found[0].line if found else None
        last = found.pop()
        while found and last.line in found[-1].stack:  # a helper's result is computed inside it
            last = found.pop()
        return last.line

    def _parsed(self, tried: Replaced) -> Answer:
        """The answer after a replacement; None if the line belongs to code that is judged separately."""
        elsewhere = self.places.in_others(*tried.stack, tried.line)
        if elsewhere or self.places.serves_others(self.outline.function_at(tried.line)):
            return None
        seen = self.observed.seen
        return answers.parts(self.method, type(seen)(value=tried.value, state=tried.state))

    def _between(self, given: bool) -> list[np.ndarray]:
        return formula_trace.between(self.exercise, self.method, self.case, given=given)

    def _right_at_first(self, entry: Mistake | None) -> list[np.ndarray]:
        """Values that are right at their first occurrence; if a twist is ignored, only the very first one."""
        if entry is not None and entry.known_as == IGNORED:
            return formula_trace.first_values(self.exercise, self.method, self.case)[:1]
        return self._between(given=True)
