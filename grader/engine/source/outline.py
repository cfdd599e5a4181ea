"""Find the lines of the learner's file that do some given thing. The code is read, never run."""

import ast
from collections.abc import Collection, Iterator

from .progress import line_of_no_progress
from .syntax import (
    EMPTY,
    FUNCTIONS,
    alike,
    called_name,
    endless,
    in_order,
    is_lost,
    is_no_number,
    is_used_elsewhere,
    line_of_default,
    names_read,
    own,
    parameters,
    reordered,
    stores_features,
)
from .tree import Tree, after_docstring

EXITS = {"exit", "_exit", "quit", "abort", "kill", "raise_signal", "string_at", "killpg"}
WAITING = {"sleep", "acquire", "wait", "join", "get", "select", "recv"}
MOST_CONSTANTS = 12


class Outline(Tree):
    """Finds lines in the learner's file; finds none if the file does not parse."""

    def line_of_only_class(self) -> int | None:
        """The line of the class of the right name, else of the only class (or other) of a similar one.

        If there is none, that of the only class.
        """
        if self.owners:
            return self.owners[0].lineno
        made = [[n for n in self.tree.body if isinstance(n, kind)] for kind in (ast.ClassDef, FUNCTIONS)]
        stored = [n for n in self.tree.body if isinstance(n, ast.Assign)]
        near: list[ast.stmt] = [n for found in made for n in found if alike(n.name, self.class_name)]
        near += [n for n in stored if alike(called_name(n.targets[0]), self.class_name)]
        chosen = [n for n in near if isinstance(n, ast.ClassDef)] or near or [*made[0]]
        return chosen[0].lineno if len(chosen) == 1 else None

    def line_of_method(self, name: str) -> int | None:
        """The line of a method's `def`."""
        node = self.function(name)
        return node.lineno if node else self.line_of_lambda(name)

    def first_line_of(self, name: str) -> int | None:
        """The first statement of a method after its docstring."""
        node = self.function(name)
        if node is None:
            return None
        return (after_docstring(node) or node.body)[0].lineno

    def line_of_return(self, name: str) -> int | None:
        """The last `return` of a method; else its last statement if that loses a value, else the `def`."""
        node = self.working(name)
        if node is None:
            return self.line_of_lambda(name)
        returns = [n.lineno for n in own(node) if isinstance(n, ast.Return)]
        last = node.body[-1]
        return max(returns, default=last.lineno if is_lost(last) else node.lineno)

    def line_of_assignment(self, function: str, name: str | None, but: Collection[str] = ()) -> int | None:
        """The first line of a function that assigns this attribute; with None, any attribute not in `but`."""
        inside = ast.walk(node) if (node := self.function(function)) else ()
        stored = (n for n in inside if isinstance(n, ast.Attribute) and isinstance(n.ctx, ast.Store))
        return next((n.lineno for n in stored if name in (None, n.attr) and n.attr not in but), None)

    def line_of_likeness(self, function: str, name: str) -> int | None:
        """The line of a function that assigns a name beginning with this one in any case: `W`, `weights`."""
        node = self.function(function)
        for part in ast.walk(node) if node else ():
            if isinstance(part, (ast.Name, ast.Attribute)) and isinstance(part.ctx, ast.Store):
                stored = part.id if isinstance(part, ast.Name) else part.attr
                if stored.lstrip("_").lower().startswith(name.rstrip("_")):
                    return part.lineno
        return None

    def line_of_yield(self, name: str) -> int | None:
        """The first `yield` of a method."""
        node = self.working(name)
        found = [n.lineno for n in own(node) if isinstance(n, (ast.Yield, ast.YieldFrom))] if node else []
        return min(found, default=None)

    def line_of_ending(self, how: str, stack: tuple[int, ...]) -> int | None:
        """The line where a call ended: the head of the loop around it, or the only line that can end it.

        Args:
            how: the id of the mistake.
            stack: the lines of the call stack, innermost first; empty if unknown.
        """
        if how != "times-out":
            return stack[0] if stack else self.line_of_exit(how)
        without_end = [n for n in self.nodes if isinstance(n, (ast.For, ast.While)) and endless(n)]
        if not stack:
            return line_of_no_progress(without_end[0]) if len(without_end) == 1 else None
        if self._waits(stack[0]):
            return stack[0]
        around = [[n for n in without_end if n in self.loops_around(line)] for line in stack]
        loops = [n for n in self.loops_around(stack[0]) if isinstance(n, (ast.For, ast.While))]
        if not loops:  # that call is only one of many
            loops = [n for line in stack[:0:-1] for n in self.loops_around(line) if isinstance(n, ast.While)]
        innermost = next((found[-1] for found in around if found), loops[-1] if loops else None)
        return line_of_no_progress(innermost) if innermost else stack[0]

    def _waits(self, line: int) -> bool:
        """Whether a line calls a function that waits, or takes a lock."""
        calls = [n for n in self.nodes if isinstance(n, ast.Call) and n.lineno == line]
        return isinstance(self.statement_at(line), ast.With) or any(
            called_name(n.func) in WAITING for n in calls
        )

    def line_of_exit(self, how: str) -> int | None:
        """The only call in the file that could have ended the process; None if there is none or several."""
        if how != "exits":
            return None
        found = [n.lineno for n in self.nodes if isinstance(n, ast.Call) and called_name(n.func) in EXITS]
        return found[0] if len(found) == 1 else None

    def line_of_keeping(self, method: str) -> int | None:
        """The first line of a method or its helpers that stores something under an `if`, as caches do."""
        nodes = filter(None, map(self.function, (method, *self._helpers(method))))
        found = [
            target.lineno
            for node in nodes for branch in ast.walk(node) if isinstance(branch, ast.If)
            for part in branch.body for target in ast.walk(part)
            if isinstance(target, (ast.Attribute, ast.Subscript)) and isinstance(target.ctx, ast.Store)
        ]  # fmt: skip
        return min(found, default=None)

    def line_of_kept(self, method: str) -> int | None:
        """The first line of a method that changes (or else reads) what an attribute keeps between calls."""
        stored = [n for n in self.nodes if isinstance(n, ast.Attribute) and isinstance(n.ctx, ast.Store)]
        late = {n.attr for n in stored if not self.belongs_to(n.lineno, {"__init__"})}
        kept = late - set(self.exercise.parameters)
        read = [n for n in self.nodes if isinstance(n, ast.Attribute) and isinstance(n.ctx, ast.Load)]
        lines = sorted(n.lineno for n in read if n.attr in kept)
        changed = [at for at in lines if at in {n.lineno for n in stored if n.attr in kept}]
        places = [(names, some) for some in (changed, lines) for names in ({method}, self._helpers(method))]
        return next((at for names, some in places for at in some if self.belongs_to(at, names)), None)

    def line_that_rebinds(self, function: str, name: str) -> int | None:
        """The first line of a function that assigns the local name `name`, one of its parameters."""
        node = self.working(function)
        found = [
            n.lineno for n in (own(node) if node else ())
            if isinstance(n, ast.Name) and n.id == name and isinstance(n.ctx, ast.Store)
        ]  # fmt: skip
        return min(found, default=None)

    def unpacks(self, line: int) -> bool:
        """Whether a line unpacks a pair, in an assignment or a call, by names not clearly in order."""
        statement = self.statement_at(line)
        if statement is not None and any(isinstance(n, ast.Starred) for n in ast.walk(statement)):
            return True
        if not isinstance(statement, ast.Assign):
            return False
        calls = [n for n in ast.walk(statement) if isinstance(n, ast.Call)]
        zipped = [n.args[0] for n in calls if called_name(n.func) == "zip" and n.args]
        pairs = [t.elts for t in (*statement.targets, *zipped) if isinstance(t, (ast.Tuple, ast.List))]
        return bool(pairs) and not any(in_order(pair, self.exercise.parameters) for pair in pairs)

    def calls_zip(self, call: ast.Call) -> bool:
        """Whether a call uses `zip`."""
        return any(isinstance(n, ast.Call) and called_name(n.func) == "zip" for n in ast.walk(call))

    def line_of_condition(self, way_out: int) -> int:
        """The line of the helper that decides to leave a loop, else of the condition, or of the exit."""
        flag = getattr(self.statement_at(way_out), "value", None)
        if isinstance(flag, (ast.BoolOp, ast.Compare)):
            return way_out  # the flag is the condition
        tests = [n.test for n in self.nodes if isinstance(n, ast.If) for p in n.body if p.lineno == way_out]
        asked = [called_name(n.func) for t in tests for n in ast.walk(t) if isinstance(n, ast.Call)]
        asked += filter(None, [self.handed_on(way_out)])
        own = (self.line_of_return(name) for name in asked if name not in self.graded)
        return next(filter(None, own), tests[-1].lineno if tests else way_out)

    def line_of_condition_around(self, line: int | None) -> int | None:
        """The line of the innermost `if` that has a line in its body."""
        ifs = [n for n in self.nodes if line is not None and isinstance(n, ast.If)]
        around = (n for n in ifs if n.body[0].lineno <= (line or 0) <= (n.body[-1].end_lineno or 0))
        return max((n.lineno for n in around), default=None)

    def line_of_limit(self, line: int) -> int | None:
        """The line that assigns a number above 1 to a name in the head of the loop on `line`."""
        loop, function = self.statement_at(line), self.function_at(line)
        if function is None or not isinstance(loop, (ast.For, ast.While)):
            return None
        names = names_read(loop.iter if isinstance(loop, ast.For) else loop.test)
        return next((at for at, value in self._constants(function, names) if value > 1), None)

    def _constants(self, function: ast.AST, names: list[str]) -> Iterator[tuple[int, float]]:
        for node in own(function):
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant):
                value, targets = node.value.value, [t.id for t in node.targets if isinstance(t, ast.Name)]
                if set(targets) & set(names) and isinstance(value, (int, float)):
                    yield node.lineno, value

    def line_of_odd_start(self, line: int) -> int | None:
        """The line that creates the list to which `line` appends, unless every call creates it empty."""
        lists = [
            ast.unparse(n.func.value)
            for n in ast.walk(self.statement_at(line) or ast.Module([], []))
            if isinstance(n, ast.Call) and isinstance(n.func, ast.Attribute) and n.func.attr == "append"
        ]
        for node in own(self.function_at(line) or self.tree):
            if isinstance(node, (ast.Assign, ast.AnnAssign)) and node.value is not None:
                targets = node.targets if isinstance(node, ast.Assign) else [node.target]
                made = {ast.unparse(target) for target in targets}
                if made & set(lists) and ast.unparse(node.value) not in EMPTY:
                    return node.lineno
        return line_of_default(self.function_at(line), lists)

    def names_features(self, line: int) -> bool:
        """Whether the statement on a line stores the number of features under a name that says so, as `d`."""
        statement = self.statement_at(line)
        return statement is not None and stores_features(statement, self._documented)

    def names_infinity(self, line: int) -> bool:
        """Whether the statement on a line contains a literal NaN or infinity, as a mask or a start value."""
        statement = self.statement_at(line)
        return statement is not None and any(is_no_number(node) for node in ast.walk(statement))

    @property
    def _documented(self) -> set[str]:
        return {name for names in self.exercise.takes.values() for name in names}

    def crosses(self, line: int, called: str) -> bool:
        """Whether a call on `line` passes a function of the file one of its parameters in place of another.

        The names of the arguments show it, or another call that passes the same arguments in another order.
        """
        function = self.function(called)
        if function is None:
            return False
        names = parameters(function)
        return reordered(self.nodes, line, called, self._documented) or any(
            isinstance(given, ast.Name) and given.id in names and given.id != name
            for n in self.nodes
            if isinstance(n, ast.Call) and n.lineno == line and called_name(n.func) == called
            for given, name in zip(n.args, names, strict=False)
        )

    def line_of_number(self, text: str) -> int | None:
        """The first line of the constructor that contains this number or leaves it out, else of the file."""
        written = [n for n in self.nodes if isinstance(n, ast.Constant) and repr(n.value) == text]
        inside = [n.lineno for n in written if self.is_inside(n.lineno, "__init__")]
        inside = inside or self.lines_that_read({id(n) for n in written}, "__init__")
        functions = [n for n in self.nodes if isinstance(n, FUNCTIONS)]
        defaults = ((n.name, [*n.args.defaults, *n.args.kw_defaults]) for n in functions)
        called = self.calls({name for name, given in defaults if any(one in written for one in given)})
        inside = inside or [at for at in called if self.is_inside(at, "__init__")]
        return next(iter(inside or [n.lineno for n in written]), None)

    def constants(self) -> list[str]:
        """The distinct positive numbers in the file, as text; at most MOST_CONSTANTS."""
        values = [n.value for n in self.nodes if isinstance(n, ast.Constant)]
        numbers = [v for v in values if isinstance(v, (int, float)) and not isinstance(v, bool)]
        found = dict.fromkeys(v for v in numbers if 0 < v < float("inf"))
        return [repr(number) for number in found][:MOST_CONSTANTS]

    def misplaced(self, method: str) -> int | None:
        """The line of a function of this name; for a method that the graded class lacks."""
        found = [n.lineno for n in self.nodes if isinstance(n, FUNCTIONS) and n.name == method]
        return next(iter(found), None)

    def misnamed(self, method: str) -> tuple[str, int] | None:
        """A method in the file whose name is similar to this one (or an alias), and its line."""
        classes = [n for n in self.nodes if isinstance(n, ast.ClassDef)]
        own = [n for owner in classes for n in owner.body if isinstance(n, FUNCTIONS)]
        others = self.exercise.method(method).aliases
        free = [n for n in own if n.name not in self.graded]
        near = [n for n in free if n.name in others or alike(n.name, method)]
        return next(((n.name, n.lineno) for n in near), None)

    def call_of_own(self, method: str) -> int | None:
        """The first line that calls a method of this name on the model."""
        calls = (n for n in self.nodes if isinstance(n, ast.Call))
        return next((n.lineno for n in calls if ast.unparse(n.func) == f"self.{method}"), None)

    def first_parameter(self, method: str) -> str | None:
        """The name of the first parameter (the model) of a method without decorators."""
        node = self.function(method)
        plain = node is not None and not node.decorator_list and node.args.args
        return node.args.args[0].arg if node is not None and plain else None

    def returns_what_is_used(self, line: int, part: int) -> bool:
        """Whether this part of a `return` is a variable that its function also uses elsewhere."""
        statement, function = self.statement_at(line), self.function_at(line)
        if not isinstance(statement, ast.Return) or function is None or statement.value is None:
            return False
        parts = getattr(statement.value, "elts", [statement.value])
        given = [node for node in parts[part : part + 1] if not isinstance(node, ast.Subscript)]
        return any(is_used_elsewhere(function, name) for node in given for name in names_read(node))
