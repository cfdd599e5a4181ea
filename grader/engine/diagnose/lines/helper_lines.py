"""Decide whether a line in a helper is wrong itself, or the line that calls the helper."""

import ast
import re
from collections.abc import Sequence

import numpy as np

from ....catalogue import Mistake
from ....observation import Seen
from ...asking import answers
from ...asking.learner import Learner
from ...declaration.exercise import Method
from ...source.arguments import leaves_out, line_without_function
from ...source.causes import (
    line_of_changed_copy,
    line_of_crossed_sizes,
    line_of_second_value,
    line_of_unread_store,
)
from ...source.literals import line_of_constant, line_of_number_returned
from ...source.syntax import FUNCTIONS, called_name, is_a_size, own, parts, reads_again
from ...source.syntax import alike as resembles
from ...training.collaborators import method_is_right
from ..recogniser import Observed
from ..shared_helpers import is_general, serves_a_right_method, serves_the_steps_of_training
from .announced import as_announced
from .formula_trace import only_wrong, same, values
from .trail import Event, Trail, along, follow
from .value_replacement import are, tries

SHORT = {"absolute": "abs", "maximum": "max", "minimum": "min", "variance": "var"}
"""The names of functions of NumPy by the words for them."""
OPERATIONS = ("mean", "square", "absolute", "norm")
LOG_DENSITIES, NEGATIVES = {"likelihood", "prior", "posterior"}, {"neg", "negative", "minus", "loss", "nll"}
RESIDUALS = {"residual", "residuals", "resid", "resids"}
CAUSES = (
    line_of_crossed_sizes, line_of_changed_copy, line_of_second_value, line_of_constant,
    line_of_unread_store,
)  # fmt: skip
"""What the text of the file shows: another line is the reason why this one is wrong."""


class Places:
    """Moves lines outward, from helpers and other methods to the lines of one method that lead there."""

    def __init__(self, learner: Learner, method: Method, observed: Observed, trail: Trail) -> None:
        self.learner, self.method, self.case, self.trail = learner, method, observed.case, trail
        right, numbers = answers.right(learner.exercise, method, self.case), observed.numbers
        self.seen = numbers if isinstance(numbers, tuple) else ()
        parts = zip(self.seen, right, strict=False)
        self.negated = any(along(np.asarray(seen), good, -1.0) for seen, good in parts)
        self.outline = learner.outline

    def placed(self, line: int | None) -> int | None:
        """The line; if it is in another graded method, which is judged itself, the line that calls that."""
        if line is None:
            return None
        event = next((event for event in self.trail.events if event.line == line), None)
        return event.place if event and self.in_others(*event.stack, line) else line

    def outward(self, line: int | None, entry: Mistake | None) -> int | None:
        """The line or, if its function is a helper that is only called wrongly, the line of that call."""
        if cause := self._cause(line, entry):
            return cause
        line = line_of_number_returned(self.outline, line) or line
        function = self.outline.function_at(line)
        if second := self._second_name(function):
            return second
        if function is not None and function is self.outline.function(self.method.name):
            return line  # a wrapper calls it
        named = None if function else self.outline.lambda_at(line)
        if named and serves_a_right_method(self.learner, named, but=self.method.name):
            return next((event.place for event in self.trail.events if event.line == line), line)
        calls = self.trail.calls_of(function.name if function else "<lambda>") if function or named else []
        if function is not None and calls and self._is_log_density(function):
            return calls[0].line
        if function is not None and calls and self._is_residual(function):
            return self._where_its_sign_counts(calls[0])
        if entry is not None and self._is_denied(function, calls, entry):
            return calls[0].line
        if entry is not None and calls and self._says(function.name if function else named, entry):
            return calls[0].line
        if not calls:
            led_from = next((event.place for event in self.trail.events if event.line == line), line)
            return led_from if self.serves_others(function) else line
        led = {at for event in self.trail.events if event.line == line for at in event.stack}
        calls = [e for e in calls if e.line in led] or calls  # not those of another class's method
        calls = [e for e in calls if e is calls[0] or calls[0].line not in e.stack]  # not by a wrapper
        for at in (e.line for e in calls):
            if leaves_out(self.outline, at) or self.outline.crosses(at, calls[0].call):
                return at  # an argument is missing whose default has no effect, or is passed as another
        # The helper gets none of the samples, nor only a size, and does not do all the work.
        rows, sizes = {*calls[0].rows}, {self.case.d, self.case.d + 1}
        unseen = rows <= sizes and not self.method.sets and not self._gets_sizes(calls[0])
        named_so = entry is not None and self.is_named_for(line, entry, OPERATIONS)
        generic = function is not None and unseen and not named_so and is_general(self.outline, function)
        in_all = len(self.method.gives) > 1 and entry is not None and entry.wrong_part is None
        lines = {e.line for e in calls}
        written = [n for n in self.outline.nodes.calls(calls[0].call) if n.lineno in lines]
        several = max(len(lines), len(written)) > 1 and not in_all  # not all of them can be wrong
        return calls[0].line if several or generic or self.serves_others(function) else line

    def _second_name(self, function: ast.AST | None) -> int | None:
        """The line that gives a function, right under another name, the name of the method too."""
        line = self.outline.line_of_lambda(self.method.name)
        if line is None or not isinstance(function, FUNCTIONS):
            return None
        for name in self.outline.graded - {self.method.name}:
            value = getattr(self.outline.statement_at(self.outline.line_of_lambda(name)), "value", None)
            if function.name in (name, getattr(value, "id", "")) and method_is_right(self.learner, name):
                return line
        return None

    def _cause(self, line: int | None, entry: Mistake | None) -> int | None:
        """The line that is the reason why this one is wrong, as the text, a name or the values show it."""
        told = next(filter(None, (find(self.outline, line) for find in CAUSES)), None)
        told = told or as_announced(self.outline, self.trail, self.case, line)
        below = {event.line for event in self.trail.events if line in (event.line, *event.stack)}
        return told or self._in_lambda(line, entry) or line_without_function(self.outline, below)

    def _in_lambda(self, line: int | None, entry: Mistake | None) -> int | None:
        """The line of a lambda, called on this line, that gives the first value only the mistake computes."""
        spans = [(n.body.lineno, n.body.end_lineno) for n in self.outline.nodes.of(ast.Lambda)]
        called = [e for e in self.trail.events if line in e.stack]
        within = [e for e in called if any(first <= e.line <= (last or 0) for first, last in spans)]
        edits = entry.edits if entry and within else ()
        every = (only_wrong(self.learner.exercise, self.method, self.case, edit) for edit in edits)
        wrong = [value for values in every for value in values]
        made = self.trail.event(lambda seen: any(same(seen, value) for value in wrong))
        return made.line if made in within else None

    def _gets_sizes(self, call: Event) -> bool:
        """Whether a call passes nothing but sizes of the data: `len(y)`, or a name for it."""
        made = own(self.outline.function_at(call.line)).of(ast.Assign)
        sizes = {called_name(n.targets[0]) for n in made if is_a_size(n.value)}
        given = [arg for one in self.outline.calls_on(call.line, call.call) for arg in one.args]
        return bool(given) and all(is_a_size(arg) or called_name(arg) in sizes for arg in given)

    def _is_residual(self, helper: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
        """Whether a helper is named so and gives targets minus predictions, as right code needs."""
        if not self.negated or not {*helper.name.lower().split("_")} & RESIDUALS:
            return False
        if not serves_a_right_method(self.learner, helper.name, but=self.method.name):
            return False
        made = [e.value for e in self.trail.events if self.outline.function_at(e.line) is helper]
        right = values(self.learner.exercise, self.method, self.case, {})
        return any(v is not None and same(-v, one) for v in made[-1:] for one in right)

    def _where_its_sign_counts(self, call: Event) -> int:
        """The line of a wrong result or, if the file calls a helper in different ways, of this call of it."""
        ways = {ast.unparse(ast.Tuple(n.args)) for n in self.outline.nodes.calls(call.call)}
        return (self.trail.line_of(*self.seen[:1]) if len(ways) == 1 else None) or call.line

    def _is_log_density(self, helper: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
        """Whether a helper gives the negative of a right value, and its name says that it is to be large."""
        words = set(helper.name.lower().split("_"))
        if not words & LOG_DENSITIES or words & NEGATIVES:
            return False
        made = [e.value for e in self.trail.events if self.outline.function_at(e.line) is helper]
        right = values(self.learner.exercise, self.method, self.case, {})
        return any(same(-value, other) for value in made[-1:] if value is not None for other in right)

    def _is_denied(self, function: ast.AST | None, calls: Sequence[Event], entry: Mistake) -> bool:
        """Whether the mistake is to ignore an argument, which the call of a helper leaves out."""
        right = self.learner.exercise.formula.right
        ignored = {right.get(slot, "") for edit in entry.edits for slot in edit} & {*self.method.takes}
        if not ignored or not calls or not self.is_inside(calls[0].line) or function is None:
            return False
        nodes = parts(self.outline.statement_at(calls[0].line))
        return not ignored & {n.id for n in nodes if isinstance(n, ast.Name)}

    def _says(self, helper: str | None, entry: Mistake) -> bool:
        """Whether a helper's name says what only the wrong formula calls, so that its use is the mistake."""
        formula = self.learner.exercise.formula
        right = {*_called(formula.source({}))}
        made = {name for edit in entry.edits for text in edit.values() for name in _called(text)} - right
        words = (helper or "").lower().split("_")
        return any(SHORT.get(word, word) in made for word in words)

    def is_named_for(self, line: int | None, entry: Mistake, but: Sequence[str] = ()) -> bool:
        """Whether the helper around a line is named, `but` for some words, like the mistake: `_centre`."""
        function = self.outline.function_at(line)
        words = function.name.lower().split("_") if function else []
        return bool(_beginnings(words) & _beginnings(entry.id.split("-")) - _beginnings(but))

    def serves_others(self, helper: ast.AST | None) -> bool:
        """Whether a right method uses this helper too; if only a sign is wrong, it has to show there."""
        if not isinstance(helper, FUNCTIONS):
            return False
        right = serves_a_right_method(self.learner, helper.name, but=self.method.name)
        return right and (not self.negated or self._shows_its_sign(helper))

    def _shows_its_sign(self, helper: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
        """Whether another right method would be wrong if this helper gave the negative of what it gives."""
        if any(isinstance(n, ast.Return) and isinstance(n.value, ast.Tuple) for n in ast.walk(helper)):
            return False  # a pair is the whole answer
        if serves_the_steps_of_training(self.learner, helper.name, but=self.method.name):
            return True
        exercise, outline = self.learner.exercise, self.outline
        names = {self.learner.training, self.method.name}
        others = [m for m in exercise.methods if m.name not in names]
        using = [m for m in others if helper.name in outline.helpers(m.name)]
        for method in (m for m in using if method_is_right(self.learner, m.name)):
            case = self.learner.cases.main(method.name)[0]
            events = follow(self.learner, method.name, case).events
            made = [e.value for e in events if e.value is not None and outline.function_at(e.line) is helper]
            one = self.learner.requests.one(method.name, case)
            tried = tries(self.learner, method.name, one, [-value for value in made[-1:]])
            negated = [t for t in tried if outline.function_at(t.line) is helper][-1:]
            right = answers.right(exercise, method, case)
            seen = [answers.parts(method, Seen(value=t.value, state=t.state)) for t in negated]
            if any(values is not None and not are(values, right) for values in seen):
                return True
        return False

    def in_others(self, *lines: int) -> bool:
        """Whether any line belongs to another graded method; a constructor may define functions for this."""
        others = self.outline.graded - {self.method.name, "__init__"}
        return any(self.outline.belongs_to(at, others) for at in lines)

    def stands_in(self, line: int) -> bool:
        """Whether a line belongs to a helper that does all the work of the method, as its name says.

        For a method that sets parameters, any helper counts: it computes all of one. A lambda counts too.
        """
        function, names = self.outline.function_at(line), (self.method.name, *self.method.aliases)
        if self.is_inside(line) or self.method.sets:
            return not self.is_inside(line)
        if function is None:
            return any(isinstance(n, ast.Lambda) and n.body.lineno == line for n in self.outline.nodes)
        return any(resembles(function.name, name) for name in names)

    def compares_rightly(self, line: int | None) -> bool:
        """Whether the statement on a line compares something and stands, word for word, in right code too."""
        statement = self.outline.statement_at(line)
        if statement is None or not parts(statement).of(ast.Compare):
            return False
        text = ast.dump(statement)
        same = (n for n in self.outline.nodes.of(ast.stmt) if n is not statement and ast.dump(n) == text)
        functions = [f for f in (self.outline.function_at(n.lineno) for n in same) if f is not None]
        graded = {f.name for f in functions} & (self.outline.graded - {self.method.name})
        return any(method_is_right(self.learner, n) for n in graded) or any(
            map(self.serves_others, functions)
        )

    def is_read_again(self, line: int) -> bool:
        """Whether something that the statement on a line assigns is read in its function."""
        function, statement = self.outline.function_at(line), self.outline.statement_at(line)
        return function is not None and statement is not None and reads_again(function, statement)

    def is_inside(self, line: int) -> bool:
        """Whether a line belongs to the method itself, not to a helper."""
        function = self.outline.function_at(line)
        return function is not None and function is self.outline.working(self.method.name)


def _beginnings(words: Sequence[str]) -> set[str]:
    """The first letters of the longer words."""
    return {word[:4] for word in words if len(word) >= 4}


def _called(text: str) -> list[str]:
    """The functions of NumPy and the methods of the model that an expression calls."""
    return re.findall(r"(?:np|self)\.(\w+)", text)
