"""The shape of the learner's file: where its functions, loops and returns are. Read, never run."""

import ast
from collections.abc import Iterator
from functools import cached_property

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
LOOPS = (ast.For, ast.While, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp, ast.AsyncFor)
EXITS = {"exit", "_exit", "quit", "abort", "kill", "raise_signal", "string_at", "killpg"}
CLASS = "LinearRegression"
GRADED = {"__init__", "predict", "compute_loss", "compute_gradients", "fit"}


class Outline:
    """Finds lines in a source text; finds nothing in one that does not parse."""

    def __init__(self, source: str) -> None:
        self._source = source

    @cached_property
    def tree(self) -> ast.Module:
        """The syntax tree, empty if there is none."""
        try:
            return ast.parse(self._source)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return ast.Module([], [])

    @cached_property
    def nodes(self) -> list[ast.AST]:
        """Every node, outer ones first."""
        return list(ast.walk(self.tree))

    def class_names(self) -> list[str]:
        """The classes that the file defines at its top level."""
        return [n.name for n in self.tree.body if isinstance(n, ast.ClassDef)]

    def line_of_only_class(self) -> int | None:
        """The line of the file's class, where it defines exactly one."""
        found = [n.lineno for n in self.tree.body if isinstance(n, ast.ClassDef)]
        return found[0] if len(found) == 1 else None

    def function(self, name: str) -> ast.FunctionDef | ast.AsyncFunctionDef | None:
        """The definition of a method: the one in the graded class, else the last one of that name."""
        classes = [n for n in self.nodes if isinstance(n, ast.ClassDef)]
        classes.sort(key=lambda n: n.name == CLASS, reverse=True)
        for owner in classes:
            for node in reversed(owner.body):
                if isinstance(node, FUNCTIONS) and node.name == name:
                    return node
        found = [n for n in self.nodes if isinstance(n, FUNCTIONS) and n.name == name]
        return found[-1] if found else None

    def function_at(self, line: int) -> ast.FunctionDef | ast.AsyncFunctionDef | None:
        """The innermost function around a line."""
        around = [
            n for n in self.nodes if isinstance(n, FUNCTIONS) and n.lineno <= line <= (n.end_lineno or 0)
        ]
        return max(around, key=lambda n: n.lineno, default=None)

    def in_setter(self, line: int) -> bool:
        """Whether a line belongs to what stores an attribute: a property's setter or `__setattr__`."""
        function = self.function_at(line)
        if function is None:
            return False
        decorators = [d.attr for d in function.decorator_list if isinstance(d, ast.Attribute)]
        return "setter" in decorators or function.name in ("__setattr__", "__set__")

    def line_of_method(self, name: str) -> int | None:
        """The line of a method's `def`."""
        node = self.function(name)
        return node.lineno if node else None

    def first_line_of(self, name: str) -> int | None:
        """The first statement of a method after its docstring."""
        node = self.function(name)
        if node is None:
            return None
        rest = [
            part
            for part in node.body
            if not (isinstance(part, ast.Expr) and isinstance(part.value, ast.Constant))
        ]
        return (rest or node.body)[0].lineno

    def line_of_return(self, name: str) -> int | None:
        """The last `return` of a method, or its last statement where it has none."""
        node = self.function(name)
        if node is None:
            return None
        returns = [n.lineno for n in _own(node) if isinstance(n, ast.Return)]
        return max(returns, default=_last_simple(node.body))

    def line_of_assignment(self, function: str, attribute: str) -> int | None:
        """The line of a function that assigns `self.<attribute>`, if it does so by that name."""
        node = self.function(function)
        stored = [
            n.lineno
            for n in (ast.walk(node) if node else ())
            if isinstance(n, ast.Attribute) and n.attr == attribute and isinstance(n.ctx, ast.Store)
        ]
        return stored[0] if stored else None

    def line_of_yield(self, name: str) -> int | None:
        """The first `yield` of a method."""
        node = self.function(name)
        found = [n.lineno for n in _own(node) if isinstance(n, (ast.Yield, ast.YieldFrom))] if node else []
        return min(found, default=None)

    def returns_inside(self, loop: ast.AST) -> list[int]:
        """The lines that leave a loop: `return` and `break`."""
        return [n.lineno for n in ast.walk(loop) if isinstance(n, (ast.Return, ast.Break))]

    def loops_around(self, line: int) -> list[ast.AST]:
        """The loops and comprehensions that a line belongs to, the innermost last."""
        around = [n for n in self.nodes if isinstance(n, LOOPS) and n.lineno <= line <= (n.end_lineno or 0)]
        return sorted(around, key=lambda n: (n.lineno, -(n.end_lineno or 0)))  # type: ignore[attr-defined]

    def line_of_ending(self, how: str, line: int | None) -> int | None:
        """Where a call ended: the head of the loop that it was in, or the only call that could end it."""
        if line is None:
            return self.line_of_exit(how)
        loops = [n for n in self.loops_around(line) if isinstance(n, (ast.For, ast.While))]
        return loops[-1].lineno if loops and how == "times-out" else line

    def line_of_exit(self, how: str) -> int | None:
        """The only call that could have ended the process, where there is exactly one."""
        if how != "exits":
            return None
        found = [n.lineno for n in self.nodes if isinstance(n, ast.Call) and _name(n.func) in EXITS]
        return found[0] if len(found) == 1 else None

    def is_call_of_own(self, line: int) -> bool:
        """Whether a line is a wrapper's call that hands its arguments on (`*args`)."""
        return any(
            isinstance(n, ast.Call) and n.lineno == line and any(isinstance(a, ast.Starred) for a in n.args)
            for n in self.nodes
        )

    def share_a_helper(self, one: str, other: str) -> bool:
        """Whether two methods come to use a function of the file that is none of the graded ones."""
        return bool(self._helpers(one) & self._helpers(other))

    def _helpers(self, method: str) -> set[str]:
        own = {n.name for n in self.nodes if isinstance(n, FUNCTIONS)} - GRADED
        found: set[str] = set()
        waiting = [method]
        while waiting:
            node = self.function(waiting.pop())
            called = {_name(n.func) for n in (ast.walk(node) if node else ()) if isinstance(n, ast.Call)}
            waiting += (called & own) - found
            found |= called & own
        return found

    def line_of_keeping(self, method: str) -> int | None:
        """The first line of a method that stores what a later call finds there, and does not compute anew."""
        node = self.function(method)
        found = [
            target.lineno
            for branch in (ast.walk(node) if node else ()) if isinstance(branch, ast.If)
            for part in branch.body for target in ast.walk(part)
            if isinstance(target, (ast.Attribute, ast.Subscript)) and isinstance(target.ctx, ast.Store)
        ]  # fmt: skip
        return min(found, default=None)

    def line_that_rebinds(self, function: str, name: str) -> int | None:
        """The first line of a function that assigns one of its own parameters."""
        node = self.function(function)
        found = [
            n.lineno for n in (_own(node) if node else ())
            if isinstance(n, ast.Name) and n.id == name and isinstance(n.ctx, ast.Store)
        ]  # fmt: skip
        return min(found, default=None)

    def unpacks(self, line: int) -> bool:
        """Whether the statement on a line assigns to several names at once."""
        statement = self.statement_at(line)
        return isinstance(statement, ast.Assign) and any(
            isinstance(target, (ast.Tuple, ast.List)) for target in statement.targets
        )

    def calls(self, names: set[str]) -> list[int]:
        """The lines that call a function of one of these names."""
        return sorted(n.lineno for n in self.nodes if isinstance(n, ast.Call) and _name(n.func) in names)

    def sign_of_update(self, line: int) -> str | None:
        """'+' or '-', whichever way the statement on a line moves what it assigns; None if not to be told."""
        statement = self.statement_at(line)
        if isinstance(statement, ast.AugAssign):
            return {ast.Add: "+", ast.Sub: "-"}.get(type(statement.op))
        if isinstance(statement, ast.Assign) and isinstance(statement.value, ast.BinOp):
            return {ast.Add: "+", ast.Sub: "-"}.get(type(statement.value.op))
        return None

    def statement_at(self, line: int) -> ast.stmt | None:
        """The innermost statement that a line belongs to."""
        around = [
            n for n in self.nodes if isinstance(n, ast.stmt) and n.lineno <= line <= (n.end_lineno or 0)
        ]
        return max(around, key=lambda n: (n.lineno, -(n.end_lineno or 0)), default=None)


def _own(function: ast.AST) -> Iterator[ast.AST]:
    """The nodes of a function, without those of functions inside it."""
    for child in ast.iter_child_nodes(function):
        if not isinstance(child, (*FUNCTIONS, ast.Lambda, ast.ClassDef)):
            yield child
            yield from _own(child)


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _last_simple(body: list[ast.stmt]) -> int:
    return body[-1].lineno
