"""Follow the values of a call, expression by expression, to find the line that a mistake stands on.

The learner's syntax tree is rewritten so that each operation reports its value with its line. Only
lines are learnt from such a copy, never a verdict: what is judged always runs as it was written.
"""

import ast
from collections.abc import Callable
from typing import Any

import numpy as np
from numpy import array

from .describe import kinds, number

VALUE, CALL, STORE = "_kata_value", "_kata_call", "_kata_store"
UNTOUCHED_CALLS = {"super", "locals", "globals", "vars", "dir", "eval", "exec", "breakpoint", "input"}
MOST_EVENTS, MOST_ELEMENTS = 6_000, 4_096

# Built-ins that walk over an iterable in C. What walks in Python frames is counted, not listed.
WALKERS = {
    "sum", "list", "tuple", "set", "frozenset", "sorted", "min", "max", "any", "all", "map", "filter",
    "zip", "enumerate", "reversed", "iter", "dict", "fsum", "prod", "sumprod", "dist", "hypot", "reduce",
    "deque", "array", "accumulate", "starmap", "chain", "islice", "fromiter", "mean", "fmean", "Counter",
    "extend", "join",
}  # fmt: skip
WALKING_METHODS = {"tolist", "__iter__"}
WALKING_MODULES = {"builtins", "math", "functools", "itertools", "collections", "statistics", "array"}


class Instrument(ast.NodeTransformer):
    """Wraps every operation of a module in a call that reports its value."""

    def _report(self, node: ast.expr, inner: ast.expr) -> ast.expr:
        call = ast.Call(ast.Name(VALUE, ast.Load()), [ast.Constant(node.lineno), inner], [])
        return ast.copy_location(call, node)

    def _operation(self, node: Any) -> Any:
        self.generic_visit(node)
        return self._report(node, node)

    visit_BinOp = visit_UnaryOp = visit_IfExp = visit_ListComp = _operation

    def _loaded(self, node: Any) -> Any:
        self.generic_visit(node)
        return self._report(node, node) if isinstance(node.ctx, ast.Load) else node

    visit_Subscript = visit_Attribute = _loaded

    def visit_Call(self, node: ast.Call) -> Any:
        self.generic_visit(node)
        if isinstance(node.func, ast.Name) and node.func.id in UNTOUCHED_CALLS:
            return node
        arguments = [ast.Constant(node.lineno), node.func, *node.args]
        return ast.copy_location(ast.Call(ast.Name(CALL, ast.Load()), arguments, node.keywords), node)

    def visit_AugAssign(self, node: ast.AugAssign) -> Any:
        self.generic_visit(node)
        return [node, *self._after(node, [node.target])]

    def visit_Assign(self, node: ast.Assign) -> Any:
        self.generic_visit(node)
        unpacked = [t for t in node.targets if not isinstance(t, ast.Name)]
        return [node, *self._after(node, unpacked)]

    def _after(self, node: ast.stmt, targets: list[ast.expr]) -> list[ast.stmt]:
        """Reports of what a statement stored: the new values of names, and that something else changed."""
        flat = [n for t in targets for n in (t.elts if isinstance(t, (ast.Tuple, ast.List)) else [t])]
        reports: list[ast.stmt] = []
        for name in (n for n in flat if isinstance(n, ast.Name)):
            seen = self._report(name, ast.Name(name.id, ast.Load()))
            reports.append(ast.Assign([ast.Name(name.id, ast.Store())], seen))
        if len(reports) < len(flat):
            call = ast.Call(ast.Name(STORE, ast.Load()), [ast.Constant(node.lineno)], [])
            reports.append(ast.Expr(call))
        return [ast.copy_location(report, node) for report in reports]

    def _leave(self, node: Any) -> Any:
        return node

    visit_JoinedStr = visit_MatchValue = _leave

    def visit_arg(self, node: ast.arg) -> Any:
        return node

    def visit_AnnAssign(self, node: ast.AnnAssign) -> Any:
        if node.value is not None:
            node.value = self.visit(node.value)
        return node

    def visit_FunctionDef(self, node: Any) -> Any:
        node.body = [part for old in node.body for part in _many(self.visit(old))]
        return node

    visit_AsyncFunctionDef = visit_FunctionDef


def _many(part: Any) -> list[Any]:
    return part if isinstance(part, list) else [part]


def instrumented(source: str | bytes, filename: str) -> Any:
    """The code object of `source` with every operation reporting; line numbers stay as they are."""
    tree = Instrument().visit(ast.parse(source, filename))
    return compile(ast.fix_missing_locations(tree), filename, "exec", dont_inherit=True)


class Trail:
    """The events of one call: `[line, value, what changed]`, in the order in which they came.

    With a `swap` (event, number) set, that event's value is replaced by the number.

    Args:
        watch: says, after each event, what of the model and the arguments differs from before it.
        least: arrays of at least this many rows count as samples when something walks over them.
    """

    def __init__(self, watch: Callable[[], str], least: int) -> None:
        self.watch, self.least = watch, least
        self.events: list[list[Any]] = []
        self.walks: list[int] = []
        self.active = False
        self.swap: tuple[int, float] | None = None

    def names(self) -> dict[str, Any]:
        """What the rewritten code calls."""
        return {VALUE: self.value, CALL: self.call, STORE: self.store}

    def store(self, line: int) -> None:
        """Note that the statement on `line` has stored something."""
        if self.active and len(self.events) < MOST_EVENTS:
            self.events.append([line, {"call": "=", "rows": []}, self.watch()])

    def value(self, line: int, value: Any) -> Any:
        """Note the value of an operation on `line`, and hand it on."""
        if self.active and len(self.events) < MOST_EVENTS:
            self.events.append([line, _small(value), self.watch()])
            if self.swap is not None and self.swap[0] == len(self.events) - 1:
                return self.swap[1]
        return value

    def call(self, line: int, function: Any, /, *args: Any, **kwargs: Any) -> Any:
        """Make a call of the learner's, noting a walk over samples, where it began, and its result."""
        if not self.active:
            return function(*args, **kwargs)
        if self._walks(function, args):
            self.walks.append(line)
        name = getattr(function, "__name__", "") if type(function) is not type else function.__name__
        changed = self.watch()
        if len(self.events) < MOST_EVENTS:
            self.events.append([line, {"call": str(name)[:60], "rows": _rows(args)}, changed])
        return self.value(line, function(*args, **kwargs))

    def _walks(self, function: Any, args: tuple[Any, ...]) -> bool:
        name = str(getattr(function, "__name__", ""))
        owner = getattr(function, "__self__", None)
        if name in WALKING_METHODS and self._long(owner):
            return True
        if np.ufunc in kinds(owner) or np.ndarray in kinds(owner):
            return False
        home = str(getattr(function, "__module__", None) or "builtins")
        if name not in WALKERS or not (home in WALKING_MODULES or home.startswith(("numpy", "_"))):
            return False
        if home.startswith("numpy") and name != "fromiter":
            return False
        return len(args) >= self.least or any(self._long(argument) for argument in args)

    def _long(self, value: Any) -> bool:
        ancestry = kinds(value)
        if np.ndarray in ancestry:
            return bool(value.ndim and value.shape[0] >= self.least)
        if list in ancestry or tuple in ancestry or np.flatiter in ancestry or memoryview in ancestry:
            return len(value) >= self.least
        return False


def _rows(args: tuple[Any, ...]) -> list[int]:
    return [len(a) for a in args if np.ndarray in kinds(a) and a.ndim]


def _small(value: Any) -> Any:
    """A copy of a value that is small and numeric, or None."""
    found = number(value)
    if found is not None:
        return found[0] if abs(found[0]) < 1e300 else None
    if np.ndarray in kinds(value) and value.dtype.kind in "fiu" and value.size <= MOST_ELEMENTS:
        return array(value, subok=False)
    return None
