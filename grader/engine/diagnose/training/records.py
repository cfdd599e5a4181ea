"""Find the line of `fit` that records a wrong entry of the history, from the trail of two epochs."""

import ast
from collections.abc import Iterable
from functools import partial
from itertools import chain

import numpy as np

from ....observation import close
from ...asking.answers import losses_of
from ...source.literals import texts_that_choose
from ...source.syntax import Function, called_name, parameters, parts, reads_own
from ...source.wrappers import PROPERTIES
from ...training.trajectory import LR, METHOD
from ..lines.trail import Event
from ..lines.value_replacement import tries
from .other_lines import RECORDS, from_the_first_wrong, losses, outward, reordering, right_losses
from .steps import EPOCHS, Steps


class Records:
    """Finds where the entries of the history come from."""

    def __init__(self, steps: Steps) -> None:
        self.steps, self.outline, self.trail = steps, steps.outline, steps.trail

    def line(self) -> int | None:
        """The line that adds a wrong entry to the history, or computes it, or that picks the wrong record."""
        if picked := self._picked():
            return picked
        added: dict[int, list[Event]] = {}
        for event in self.trail.calls_of(*RECORDS):
            added.setdefault(event.line, []).append(event)
        history = losses(self.steps)
        made = self._made(from_the_first_wrong(self.steps, history))
        lists = [events for events in added.values() if events[0].place == events[0].line]  # by `fit` itself
        kept = (right_losses(self.steps), history)
        if len(lists) > 1 and all(any(self._record(e, one) for e in lists) for one in kept):
            return self.outline.line_of_return(METHOD)  # it returns the wrong one of two lists
        if exchanged := self._exchanged(made, chain.from_iterable(added.values())):
            return exchanged
        for events in added.values():
            values = [float(e.value) for e in events if e.value is not None and e.value.ndim == 0]
            if history is None or not values:
                one = events[0]  # it records something else, here or where `fit` calls what does
                here = self.outline.makes_what_it_gives(one.line)
                return self._computed(made) or (one.line if here else one.place)
            if sorted(values) == sorted(history):
                in_turn = values == history or events[0].call not in (".append", ".extend")
                return self._computed(made) or (events[0].place if in_turn else reordering(self.steps))
        recorded = [e.value for events in added.values() for e in events if e.value is not None]
        entries = [e for e in history or () if not any(close(r, np.asarray(e), 1e-9) for r in recorded)]
        made = self._made(entries)
        placed = made.place if made else None
        return self._computed(made) or placed or self.outline.line_of_return(METHOD)

    def _picked(self) -> int | None:
        """The line with the key of a record in whose place another key gives the right losses."""
        steps, (lines, keys) = self.steps, texts_that_choose(self.outline)
        one = steps.learner.requests.one(METHOD, steps.case, LR, EPOCHS)
        retried = partial(tries, steps.learner, METHOD, one, [], right=steps.right)
        found = retried(texts=keys, on_lines=lines) if lines else []
        right, given = np.asarray(right_losses(steps)), ((t.line, losses_of(t.value)) for t in found)
        return next((at for at, seen in given if seen is not None and close(seen, right, 1e-9)), None)

    def _exchanged(self, made: Event | None, added: Iterable[Event]) -> int | None:
        """The line that hands a helper the right loss, if that records another value of the training."""
        loss, at = np.asarray(right_losses(self.steps)[0]), self.outline.function_at
        passed = self.trail.event(lambda value: close(value, loss, 1e-9))
        if made is None or made.value is None or passed is None or made.line == passed.place:
            return None
        helped = (e for e in added if e.place == passed.place != e.line and e.value is not None)
        same = any(close(e.value, made.value, 1e-9) for e in helped)  # type: ignore[arg-type]
        return passed.place if same and at(made.line) is at(passed.place) else None

    def _record(self, events: list[Event], history: list[float] | None) -> bool:
        """Whether these calls record just these losses."""
        values = [e.value for e in events if e.value is not None]
        alike = (close(seen, np.asarray(one), 1e-9) for seen, one in zip(values, history or (), strict=False))
        return len(values) == len(history or ()) == len(events) and all(alike)

    def _made(self, entries: list[float] | None) -> Event | None:
        """The event that first computes the first of these entries of the history."""
        entry = np.asarray(entries[0]) if entries else None
        return None if entry is None else self.trail.event(lambda value: close(value, entry, 1e-9))

    def _computed(self, made: Event | None) -> int | None:
        """The line of an event in `fit` or a helper; None if it belongs to another graded method."""
        others = self.outline.graded - {METHOD}
        if made is None or any(self.outline.belongs_to(at, others) for at in (*made.stack, made.line)):
            return None
        function = self.outline.function_at(made.line)
        named = self.trail.calls_of(function.name) if function else []
        calls = [call for call in named if call.line in made.stack]
        of_model = self.outline.is_in_a_model(made.line)
        kept = function and reads_own(function) and (of_model or self._keeps(function, made))
        if function and not kept and not any(self.steps.case.n in call.rows for call in calls):
            return self._taken_at(function) or made.place  # it sees neither the model nor the samples
        if function and self._is_another_metric(function, made):
            return made.place
        return outward(self.steps, made.line) if function else None

    def _is_another_metric(self, function: Function, made: Event) -> bool:
        """Whether the training records what a helper gives although it has computed the right loss itself."""
        loss = np.asarray(right_losses(self.steps)[0])
        event = self.trail.event(lambda value: close(value, loss, 1e-9))
        running = map(self.outline.function_at, (*event.stack, event.line)) if event else (function,)
        return function not in running and not self._keeps(function, made)

    def _taken_at(self, function: Function) -> int | None:
        """The line that records what a property, or a helper that keeps the loss itself, makes of a loss."""
        nodes = parts(function)
        assigned = (n for n in nodes if isinstance(n, ast.Assign))
        given = (t for n in assigned if called_name(n.value) in parameters(function) for t in n.targets)
        kept = {t.attr for t in given if isinstance(t, ast.Attribute)}
        made = {n.attr for n in nodes.of(ast.Attribute).stores()} - kept if kept else set()
        made |= {function.name} if PROPERTIES & {*map(called_name, function.decorator_list)} else set()
        for event in self.trail.calls_of(*RECORDS) if made else ():
            used = parts(self.outline.statement_at(event.place))
            if made & {n.attr for n in used if isinstance(n, ast.Attribute)}:
                return event.place
        return None

    def _keeps(self, function: ast.AST | None, made: Event) -> bool:
        """Whether a helper records the value that it computes."""
        added = [e for e in self.trail.calls_of(*RECORDS) if self.outline.function_at(e.line) is function]
        values = [e.value for e in added if e.value is not None]
        return made.value is not None and any(close(value, made.value, 1e-9) for value in values)
