"""Follow the values of a call, expression by expression, to find the line of a mistake.

The learner's syntax tree is rewritten so that each operation reports its value with its line. Such a
copy only helps to find lines, and never gives a verdict: the judged code always runs as it was written.
"""

import ast
from collections import deque
from collections.abc import Callable
from functools import lru_cache
from typing import Any, TypeVar

import numpy as np
from numpy import array

from .describe import kinds, number
from .parsing import parsed, parsed_expression

Made = TypeVar("Made", bound=ast.AST)

VALUE, CALL, STORE, RETURN = "_kata_value", "_kata_call", "_kata_store", "_kata_return"
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
UNTOUCHED_CALLS = {"super", "locals", "globals", "vars", "dir", "eval", "exec", "breakpoint", "input"}
MOST_EVENTS, MOST_ELEMENTS = 6_000, 4_096

# Functions that iterate in C. Those that iterate in Python frames need no entry: they are counted.
WALKERS = {
    "sum", "list", "tuple", "set", "frozenset", "sorted", "min", "max", "any", "all", "map", "filter",
    "zip", "enumerate", "reversed", "iter", "dict", "fsum", "prod", "sumprod", "dist", "hypot", "reduce",
    "deque", "array", "accumulate", "starmap", "chain", "islice", "fromiter", "mean", "fmean", "Counter",
    "extend", "join",
}  # fmt: skip
UNWALKED = {"sum": 1, "reduce": 2}  # the position of an initial value, which is not iterated over
WALKING_METHODS = {"tolist", "__iter__"}
WALKING_MODULES = {"builtins", "math", "functools", "itertools", "collections", "statistics", "array"}


class Instrument(ast.NodeTransformer):
    """Rewrites a module so that it reports the value of every operation, and what functions store."""

    inside, takes = False, frozenset[str]()

    def _report(self, node: ast.expr, inner: ast.expr) -> ast.expr:
        call = ast.Call(ast.Name(VALUE, ast.Load()), [ast.Constant(node.lineno), inner], [])
        return _placed(call, node)

    def _operation(self, node: Any) -> Any:
        self.generic_visit(node)
        loaded = isinstance(getattr(node, "ctx", ast.Load()), ast.Load)
        return self._report(node, node) if loaded else node

    visit_BinOp = visit_UnaryOp = visit_IfExp = visit_ListComp = _operation
    visit_Subscript = visit_Attribute = _operation

    def visit_Call(self, node: ast.Call) -> Any:
        self.generic_visit(node)
        if isinstance(node.func, ast.Name) and node.func.id in UNTOUCHED_CALLS:
            return node
        arguments = [ast.Constant(node.lineno), node.func, *node.args]
        return _placed(ast.Call(ast.Name(CALL, ast.Load()), arguments, node.keywords), node)

    def visit_AugAssign(self, node: ast.AugAssign) -> Any:
        reports = self._after(node, [node.target])
        self.generic_visit(node)
        return [node, *reports]

    def visit_Assign(self, node: ast.Assign) -> Any:
        plain = isinstance(node.value, (ast.Name, ast.Constant))
        # The value of an operation is reported when it is computed; that of a name or constant is not.
        stored = [target for target in node.targets if plain or not isinstance(target, ast.Name)]
        reports = self._after(node, stored, made=not plain)
        self.generic_visit(node)
        return [node, *reports]

    def visit_Yield(self, node: ast.Yield) -> Any:
        self.generic_visit(node)
        if isinstance(node.value, ast.Name):
            node.value = self._report(node.value, node.value)
        return node

    def visit_Return(self, node: ast.Return) -> Any:
        if isinstance(node.value, (ast.Tuple, ast.List)):
            node.value.elts = [self._returned(part) for part in node.value.elts]
        elif node.value is not None:
            node.value = self._returned(node.value)
        return node

    def _returned(self, part: ast.expr) -> ast.expr:
        """Rewrite a returned expression: a name, or an item with a string key, is reported as returned."""
        entry = isinstance(part, ast.Subscript) and isinstance(getattr(part.slice, "value", None), str)
        if not entry and not isinstance(part, ast.Name):
            return self.visit(part)  # type: ignore[no-any-return]
        self.generic_visit(part)
        given = ast.Constant(isinstance(part, ast.Name) and part.id in self.takes)
        call = ast.Call(ast.Name(RETURN, ast.Load()), [ast.Constant(part.lineno), part, given], [])
        return _placed(call, part)

    def _after(self, node: ast.stmt, targets: list[ast.expr], made: bool = True) -> list[ast.stmt]:
        """Statements that report what `node` stored: the new values of names, attributes and arrays."""
        if not self.inside:
            return []
        flat = [n for t in targets for n in (t.elts if isinstance(t, (ast.Tuple, ast.List)) else [t])]
        reports = [self._stored(node.lineno, target, made) for target in flat]
        return [_placed(report, node) for report in reports]

    def _stored(self, line: int, target: ast.expr, made: bool) -> ast.stmt:
        if isinstance(target, ast.Name):
            value = ast.Name(target.id, ast.Load())
            seen = ast.Call(ast.Name(STORE, ast.Load()), [ast.Constant(line), value, ast.Constant(made)], [])
            return ast.Assign([ast.Name(target.id, ast.Store())], seen)
        arguments: list[ast.expr] = [ast.Constant(line), ast.Constant(None), ast.Constant(False)]
        if (again := _again(target)) is not None:
            nothing = ast.arguments([], [], None, [], [], None, [])
            arguments.append(ast.Lambda(nothing, again))
        return ast.Expr(ast.Call(ast.Name(STORE, ast.Load()), arguments, []))

    def _leave(self, node: Any) -> Any:
        return node

    visit_JoinedStr = visit_MatchValue = visit_MatchClass = visit_MatchMapping = visit_arg = _leave

    def visit_AnnAssign(self, node: ast.AnnAssign) -> Any:
        if node.value is not None:
            node.value = self.visit(node.value)
        return node

    def visit_FunctionDef(self, node: Any) -> Any:
        outside, self.inside = (self.inside, self.takes), isinstance(node, FUNCTIONS)
        self.takes = frozenset(a.arg for a in node.args.args) if self.inside else self.takes
        node.body = [part for old in node.body for part in _many(self.visit(old))]
        self.inside, self.takes = outside
        if isinstance(node, FUNCTIONS):
            node.args.defaults = [self.visit(default) for default in node.args.defaults]
        return node

    # Stores in a class body are not reported, because some classes forbid storing a name twice.
    visit_AsyncFunctionDef = visit_ClassDef = visit_FunctionDef


def _again(target: ast.expr) -> ast.expr | None:
    """An expression that reads a stored attribute or array again; None if it may have side effects."""
    place: ast.expr = target.value if isinstance(target, ast.Subscript) else target
    names = ""
    while isinstance(place, ast.Attribute):
        names = f".{place.attr}{names}"
        place = place.value
    key = getattr(target.slice, "value", None) if isinstance(target, ast.Subscript) else None
    names += f"[{key!r}]" if isinstance(key, str) else ""
    return parsed_expression(place.id + names) if isinstance(place, ast.Name) else None


def _placed(made: Made, node: ast.AST) -> Made:
    """Give `made`, and every part of it that has no position yet, the position of `node`; return `made`."""
    ast.copy_location(made, node)
    for part in ast.iter_child_nodes(made):
        if "lineno" in part._attributes and not hasattr(part, "lineno"):
            _placed(part, node)
    return made


def _many(part: Any) -> list[Any]:
    return part if isinstance(part, list) else [part]


@lru_cache(maxsize=4)
def instrumented(source: str | bytes, filename: str) -> Any:
    """The code object of `source` with every operation reporting its value; line numbers are unchanged."""
    tree = Instrument().visit(parsed(source, filename))
    return compile(tree, filename, "exec", dont_inherit=True)


class Trail:
    """The events of one call in order, each as `[line, value, what changed, calling lines]`.

    If `swap` is set to (event, value), the value of the event with that index is replaced by this one.

    Args:
        watch: called after each event; returns the names of the parameters and arguments that changed.
        least: iterating over at least this many rows counts as a walk over the samples.
        heard: called before each call, with its line, the function and the arguments.
    """

    def __init__(self, watch: Callable[[], list[str]], least: int, heard: Any = None) -> None:
        self.watch, self.least, self.heard = watch, least, heard
        self.events: list[list[Any]] = []
        self.walks: list[int] = []
        self.active = False
        self.swap: tuple[int, Any] | None = None
        self.stack: list[int] = []

    def names(self) -> dict[str, Any]:
        """The functions that the rewritten code calls, by name."""
        return {VALUE: self.value, CALL: self.call, STORE: self.store, RETURN: self.returned}

    def store(self, line: int, value: Any, made: bool, look: Callable[[], Any] | None = None) -> Any:
        """Record what the statement on `line` stored, and return the value (or the swapped one).

        `made` says that the statement made the value itself, so that it can be replaced; `look` reads the
        stored value if the target is anything but a name.
        """
        if not self.active or len(self.events) >= MOST_EVENTS:
            return value
        seen = value
        if look is not None:
            self.active = False
            try:
                seen = look()
            except Exception:
                seen = None
            self.active = True
        in_place = look is not None and np.ndarray in kinds(seen)
        record = {"call": "=", "rows": [], "value": _small(seen), "made": made or in_place}
        put = self._noted(line, record, value)
        if in_place and put is not value and seen.flags.writeable:
            seen[...] = put
        return put

    def value(self, line: int, value: Any) -> Any:
        """Record the value of an operation on `line`, and return it (or the swapped one)."""
        if not self.active or len(self.events) >= MOST_EVENTS:
            return value
        return self._noted(line, _small(value), value)

    def returned(self, line: int, value: Any, given: bool) -> Any:
        """Record and return a value returned on `line`; it can be replaced if it is a `given` argument."""
        if not self.active or len(self.events) >= MOST_EVENTS:
            return value
        return self._noted(line, {"call": "return", "rows": [], "value": _small(value), "made": given}, value)

    def _noted(self, line: int, record: Any, value: Any) -> Any:
        self.active = False  # `watch` may run a property of the learner's, which is rewritten too
        self.events.append([line, record, self.watch(), list(self.stack)])
        self.active = True
        if self.swap is not None and self.swap[0] == len(self.events) - 1:
            return self.swap[1]
        return value

    def call(self, line: int, function: Any, /, *args: Any, **kwargs: Any) -> Any:
        """Make one of the learner's calls; record its start, its result and any walk over samples."""
        if not self.active:
            return function(*args, **kwargs)
        if self.heard:
            self.heard(line, function, args, kwargs)
        if self._walks(function, args):
            self.walks.append(line)
        if len(self.events) < MOST_EVENTS:
            name = _called(function)
            given = _small(args[-1]) if name.startswith(".") and args else None
            self._noted(line, {"call": name, "rows": _rows(args), "value": given}, None)
        self.stack.append(line)
        try:
            result = function(*args, **kwargs)
        finally:
            self.stack.pop()
        return self.value(line, result)

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
        return len(args) >= self.least or any(map(self._long, args[: UNWALKED.get(name)]))

    def _long(self, value: Any) -> bool:
        ancestry = kinds(value)
        if np.ndarray in ancestry:
            return bool(value.ndim and value.shape[0] >= self.least)
        if list in ancestry or tuple in ancestry or np.flatiter in ancestry or memoryview in ancestry:
            return len(value) >= self.least
        return False


def _called(function: Any) -> str:
    """The name of the called function; for a method of a list or deque it starts with a dot."""
    name = str(getattr(function, "__name__", ""))[:60]
    owner = kinds(getattr(function, "__self__", None))
    return "." + name if list in owner or deque in owner else name


def _rows(args: tuple[Any, ...]) -> list[int]:
    return [len(a) for a in args if np.ndarray in kinds(a) and a.ndim]


def _small(value: Any) -> Any:
    """A copy of a value if it is a number or a small numeric array, else None."""
    found = number(value)
    if found is not None:
        return found[0]
    if np.ndarray in kinds(value) and value.dtype.kind in "fiub" and value.size <= MOST_ELEMENTS:
        return array(value, dtype=float if value.dtype.kind == "b" else None, subok=False)
    return None
