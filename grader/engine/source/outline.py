"""Find the lines of the learner's file that do some given thing. The code is read, never run."""

import ast
from collections.abc import Collection

from .loops import called_itself, line_of_closed_guard, line_of_no_progress
from .syntax import (
    EMPTY,
    FUNCTIONS,
    alike,
    assigned_pairs,
    called_name,
    defaults,
    endless,
    in_order,
    is_lost,
    is_no_number,
    is_used_elsewhere,
    names_read,
    own,
    parameters,
    parts,
    reordered,
    stores_features,
)
from .tree import Tree, after_docstring

EXITS = {"exit", "_exit", "quit", "abort", "kill", "raise_signal", "string_at", "killpg"}
WAITING = {"sleep", "acquire", "wait", "join", "get", "select", "recv"}
MOST_CONSTANTS = 12
CONDITIONS = (ast.Compare, ast.BoolOp)


class Outline(Tree):
    """Finds lines in the learner's file; finds none if the file does not parse."""

    def line_of_only_class(self) -> int | None:
        """The line of the class of the right name, else of the only class (or other) of a similar one.

        If there is none, that of the only class.
        """
        if self.owners:
            return self.owners[0].lineno
        body = self.tree.body
        names = {n.lineno: n.name for n in body if isinstance(n, (*FUNCTIONS, ast.ClassDef))}
        names |= {n.lineno: called_name(n.targets[0]) for n in body if isinstance(n, ast.Assign)}
        near = [line for line, name in names.items() if alike(name, self.class_name)]
        classes = [n.lineno for n in body if isinstance(n, ast.ClassDef)]
        chosen = [line for line in near if line in classes] or near or classes
        return chosen[0] if len(chosen) == 1 else None

    def line_of_method(self, name: str) -> int | None:
        """The line of a method's `def`."""
        node = self.function(name)
        return node.lineno if node else self.line_of_lambda(name)

    def first_line_of(self, name: str) -> int | None:
        """The first statement of a method after its docstring."""
        node = self.function(name)
        return (after_docstring(node) or node.body)[0].lineno if node else None

    def line_of_return(self, name: str) -> int | None:
        """The last `return` of a method; else its last statement if that loses a value, else the `def`."""
        node = self.working(name)
        if node is None:
            return self.line_of_lambda(name)
        returns = [n.lineno for n in own(node).of(ast.Return)]
        last = node.body[-1]
        return max(returns, default=last.lineno if is_lost(last) else node.lineno)

    def line_of_assignment(self, function: str, name: str | None, but: Collection[str] = ()) -> int | None:
        """The first line of a function that assigns this attribute; with None, any attribute not in `but`."""
        stored = (n for n in parts(self.function(function)).of(ast.Attribute).stores())
        return next((n.lineno for n in stored if name in (None, n.attr) and n.attr not in but), None)

    def line_of_likeness(self, function: str, name: str) -> int | None:
        """The line of a function that assigns a name beginning with this one in any case: `W`, `weights`."""
        stored, start = parts(self.function(function)).named().stores(), name.rstrip("_")
        like = (n.lineno for n in stored if called_name(n).lstrip("_").lower().startswith(start))
        return next(like, None)

    def line_of_yield(self, name: str) -> int | None:
        """The first `yield` of a method."""
        yields = (n.lineno for n in own(self.working(name)) if isinstance(n, (ast.Yield, ast.YieldFrom)))
        return min(yields, default=None)

    def line_of_yield_in(self, line: int | None) -> int | None:
        """The first `yield` in an endless loop at this line, which takes no epoch of its own accord."""
        loop = self.statement_at(line)
        endless = isinstance(loop, ast.While) and isinstance(loop.test, ast.Constant)
        yields = parts(loop).of(ast.Yield) if endless else ()
        return min((n.lineno for n in yields), default=None)

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
        if self.calls_on(stack[0], *WAITING) or isinstance(self.statement_at(stack[0]), ast.With):
            return stack[0]  # it waits, or takes a lock
        around = [[n for n in without_end if n in self.loops_around(line)] for line in stack]
        loops = [n for n in self.loops_around(stack[0]) if isinstance(n, (ast.For, ast.While))]
        if not loops:  # that call is only one of many
            loops = [n for line in stack[:0:-1] for n in self.loops_around(line) if isinstance(n, ast.While)]
        innermost = next((found[-1] for found in around if found), loops[-1] if loops else None)
        return line_of_no_progress(innermost) if innermost else stack[0]

    def line_of_exit(self, how: str) -> int | None:
        """The only call in the file that could have ended the process; None if there is none or several."""
        if how != "exits":
            return None
        found = self.nodes.calls(*EXITS)
        return found[0].lineno if len(found) == 1 else None

    def line_of_keeping(self, method: str) -> int | None:
        """The first line of a method or its helpers that stores something under an `if`, as caches do."""
        nodes = [n for name in (method, *self.helpers(method)) for n in parts(self.function(name))]
        inside = [n for node in nodes if isinstance(node, ast.If) for one in node.body for n in parts(one)]
        stored = (n for n in inside if isinstance(n, (ast.Attribute, ast.Subscript)))
        return min((n.lineno for n in stored if isinstance(n.ctx, ast.Store)), default=None)

    def line_of_kept(self, method: str) -> int | None:
        """The first line of a method that changes (or else reads) what an attribute keeps between calls."""
        attributes = self.nodes.of(ast.Attribute)
        stored = [(n.lineno, n.attr) for n in attributes.stores()]
        late = {name for line, name in stored if not self.belongs_to(line, {"__init__"})}
        kept = late - set(self.exercise.parameters)
        lines = sorted(n.lineno for n in attributes.reads() if n.attr in kept)
        changed = [at for at in lines if at in {line for line, name in stored if name in kept}]
        places = [(names, some) for some in (changed, lines) for names in ({method}, self.helpers(method))]
        return next((at for names, some in places for at in some if self.belongs_to(at, names)), None)

    def line_that_rebinds(self, function: str, name: str) -> int | None:
        """The first line of a function that assigns the local name `name`, one of its parameters."""
        stored = (n for n in own(self.working(function)).of(ast.Name).stores())
        return min((n.lineno for n in stored if n.id == name), default=None)

    def unpacks(self, line: int) -> bool:
        """Whether a line unpacks a pair, in an assignment or a call, by names not clearly in order."""
        statement = self.statement_at(line)
        if any(isinstance(n, ast.Starred) for n in parts(statement)):
            return True
        if not isinstance(statement, ast.Assign):
            return False
        zipped = [n.args[0] for n in parts(statement).calls("zip") if n.args]
        pairs = [t.elts for t in (*statement.targets, *zipped) if isinstance(t, (ast.Tuple, ast.List))]
        return bool(pairs) and not any(in_order(pair, self.exercise.parameters) for pair in pairs)

    def line_of_condition(self, way_out: int) -> int:
        """The line of the helper that decides to leave a loop, else of the condition, or of the exit."""
        flag = getattr(self.statement_at(way_out), "value", None)
        if isinstance(flag, CONDITIONS):
            return way_out  # the flag is the condition
        tests = [n.test for n in self.nodes.of(ast.If) for p in n.body if p.lineno == way_out]
        asked = [called_name(n.func) for t in tests for n in parts(t).of(ast.Call)]
        asked += filter(None, [self.handed_on(way_out)])
        helpers = (self._line_of_answer(name) for name in asked if name not in self.graded)
        return next(filter(None, helpers), tests[-1].lineno if tests else way_out)

    def _line_of_answer(self, name: str) -> int | None:
        """The line that makes what a helper, or an object of a class of helpers, answers when called."""
        function = self.function(name) or called_itself(self, name)
        if function is None:
            return self.line_of_return(name)
        if closed := line_of_closed_guard(self, function):
            return closed
        nodes = own(function)
        last = max(nodes.of(ast.Return), key=lambda n: n.lineno, default=None)
        if last is None:
            return self.line_of_return(name)
        pairs = (pair for n in nodes.of(ast.Assign) for pair in assigned_pairs(n))
        named = getattr(last.value, "id", "")
        made = [v.lineno for t, v in pairs if getattr(t, "id", "") == named and isinstance(v, CONDITIONS)]
        return made[0] if len(made) == 1 else last.lineno

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
        pairs = (pair for node in own(function) for pair in assigned_pairs(node))
        values = (value for target, value in pairs if getattr(target, "id", "") in names)
        numbers = (n for n in values if isinstance(n, ast.Constant) and isinstance(n.value, (int, float)))
        return next((n.lineno for n in numbers if n.value > 1), None)  # type: ignore[operator]

    def line_of_odd_start(self, line: int) -> int | None:
        """The line that creates the list to which `line` appends, unless every call creates it empty."""
        calls = parts(self.statement_at(line)).calls("append")
        lists = [ast.unparse(n.func.value) for n in calls if isinstance(n.func, ast.Attribute)]
        function = self.function_at(line)
        pairs = [pair for node in own(function or self.tree) for pair in assigned_pairs(node)]
        made = [value for target, value in pairs if ast.unparse(target) in lists]
        odd = [value.lineno for value in made if ast.unparse(value) not in EMPTY]
        optional = defaults(function) if function else {}
        odd += [v.lineno for name, v in optional.items() if name in lists and not isinstance(v, ast.Constant)]
        return next(iter(odd), None)

    def names_features(self, line: int) -> bool:
        """Whether the statement on a line stores the number of features under a name that says so, as `d`."""
        statement = self.statement_at(line)
        return statement is not None and stores_features(statement, self._documented)

    def names_infinity(self, line: int) -> bool:
        """Whether the statement on a line contains a literal NaN or infinity, as a mask or a start value."""
        return any(map(is_no_number, parts(self.statement_at(line))))

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
        calls = self.calls_on(line, called)
        return reordered(self.nodes, line, called, self._documented) or any(
            isinstance(given, ast.Name) and given.id in names and given.id != name
            for n in calls for given, name in zip(n.args, names, strict=False)
        )  # fmt: skip

    def line_of_number(self, text: str) -> int | None:
        """The first line of the constructor that contains this number or leaves it out, else of the file."""
        written = [n for n in self.nodes.of(ast.Constant) if repr(n.value) == text]
        inside = [n.lineno for n in written if self.is_inside(n.lineno, "__init__")]
        optional = ((n.name, defaults(n).values()) for n in self.definitions)
        called = self.calls({name for name, given in optional if any(one in written for one in given)})
        inside = inside or [at for at in called if self.is_inside(at, "__init__")]
        return next(iter(inside or [n.lineno for n in written]), None)

    def constants(self) -> list[str]:
        """The distinct positive numbers in the file, as text; at most MOST_CONSTANTS."""
        values = [n.value for n in self.nodes.of(ast.Constant)]
        numbers = [v for v in values if isinstance(v, (int, float)) and not isinstance(v, bool)]
        found = dict.fromkeys(v for v in numbers if 0 < v < float("inf"))
        return [repr(number) for number in found][:MOST_CONSTANTS]

    def misplaced(self, method: str) -> int | None:
        """The line of a function of this name; for a method that the graded class lacks."""
        return next((n.lineno for n in self.definitions if n.name == method), None)

    def misnamed(self, method: str) -> tuple[str, int] | None:
        """A method in the file whose name is similar to this one (or an alias), and its line."""
        methods = [n for owner in self.classes for n in owner.body if isinstance(n, FUNCTIONS)]
        others = self.exercise.method(method).aliases
        free = [n for n in methods if n.name not in self.graded]
        near = [n for n in free if n.name in others or alike(n.name, method)]
        return next(((n.name, n.lineno) for n in near), None)

    def call_of_own(self, method: str) -> int | None:
        """The first line that calls a method of this name on the model."""
        calls = self.nodes.of(ast.Call)
        return next((n.lineno for n in calls if ast.unparse(n.func) == f"self.{method}"), None)

    def first_parameter(self, method: str) -> str | None:
        """The name of the first parameter (the model) of a method without decorators."""
        node = self.function(method)
        given = node.args.args if node is not None and not node.decorator_list else []
        return given[0].arg if given else None

    def returns_what_is_used(self, line: int, part: int) -> bool:
        """Whether this part of a `return` is a variable that its function also uses elsewhere."""
        statement, function = self.statement_at(line), self.function_at(line)
        if not isinstance(statement, ast.Return) or function is None or statement.value is None:
            return False
        every = getattr(statement.value, "elts", [statement.value])
        given = [node for node in every[part : part + 1] if not isinstance(node, ast.Subscript)]
        return any(is_used_elsewhere(function, name) for node in given for name in names_read(node))
