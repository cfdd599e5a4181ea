"""Read from the code that it has no loop over the samples, or that a training does the same in every epoch.

Code that shows this need not be run. Only plain code can: arithmetic, and some functions of NumPy that do
their work in C. All other code is run and measured, see `work`.
"""

import ast
from collections import Counter
from collections.abc import Collection, Sequence
from functools import cached_property
from typing import Any

import numpy as np

from ...sandbox.parsing import nodes_in
from ..declaration.exercise import Exercise

PLAIN = (
    ast.Return, ast.Assign, ast.AugAssign, ast.AnnAssign, ast.Expr, ast.keyword,
    ast.BinOp, ast.UnaryOp, ast.Constant, ast.Name, ast.Attribute, ast.Tuple, ast.List,
    ast.Add, ast.Sub, ast.Mult, ast.Div, ast.MatMult, ast.Pow, ast.USub, ast.UAdd,
)  # fmt: skip
CHOICES = (ast.Compare, ast.Gt, ast.GtE, ast.Lt, ast.LtE, ast.Eq, ast.NotEq, ast.Slice)
BRANCHING = (ast.If, ast.IfExp, ast.BoolOp, ast.And, ast.Or, ast.Not)
SMOOTH = {
    "abs", "absolute", "add", "append", "array", "asarray", "average", "divide", "dot", "einsum", "empty",
    "exp", "float64", "full", "inner", "log", "log1p", "logaddexp", "matmul", "mean", "multiply", "ones",
    "ones_like", "outer", "power", "sqrt", "square", "std", "subtract", "sum", "tanh", "transpose", "var",
    "vdot", "zeros", "zeros_like",
}  # fmt: skip
CHOOSING = {
    "all", "any", "clip", "lstsq", "max", "maximum", "min", "minimum", "norm", "pinv", "ptp", "sign", "solve",
    "where",
}  # fmt: skip
STACKING = {"column_stack", "concatenate", "hstack"}
OF_VALUES = {
    "append", "astype", "copy", "dot", "flatten", "item", "mean", "ravel", "reshape", "squeeze", "std", "sum",
    "transpose", "var",
}  # fmt: skip
OF_VALUES_CHOOSING = {"all", "any", "clip", "max", "min"}
CHOOSES, BRANCHES, STORES, KEEPS = "chooses", "branches", "stores a parameter", "keeps something else"
"""What the code of a function may contain beyond plain arithmetic."""
BUILT_IN = {"abs": "", "float": "", "int": CHOOSES, "len": ""}
HARMLESS = {
    *BUILT_IN, "NotImplementedError", "TypeError", "ValueError", "__name__", "all", "any", "bool", "dict",
    "enumerate", "isinstance", "list", "map", "max", "min", "print", "range", "round", "sorted", "str", "sum",
    "tuple", "zip",
}  # fmt: skip
IMPORTS = {"__future__", "numpy.typing", "typing"}
KEYWORDS = {"axis", "keepdims", "rcond"}
Function = ast.FunctionDef
LEFT_OUT = ("annotation", "iter")
"""The fields that are not read: annotations, and the iterable of a loop."""


class Evenness:
    """What the code of one file shows.

    Args:
        nodes: all nodes of its syntax tree.
        exercise: what it is a solution of.
    """

    def __init__(self, nodes: Sequence[ast.AST], exercise: Exercise) -> None:
        self._nodes, self._exercise = nodes, exercise
        self._training = exercise.training
        self._bound = Counter(map(_binds, nodes))
        self._numpy = [a.asname or a.name for n in nodes if isinstance(n, ast.Import) for a in n.names]
        self._names = {function.name for function in self._functions}
        self._contains: dict[str, set[str]] = {}
        self._calls: dict[str, set[str]] = {}
        if self._is_plain():
            for function in self._functions:
                self._read(function)

    @cached_property
    def loopless(self) -> set[str]:
        """The functions without loops, also in what they call, except over the epochs or a fixed range."""
        return {name for name, called in self._calls.items() if called <= self._contains.keys()}

    def steady(self, put: Collection[str] = ()) -> bool:
        """Whether the training does the same in every epoch, if the methods that it calls are right.

        Those in `put` are replaced by others, so that it does not matter what they contain.
        """
        if not self._contains.get(self._training, {KEEPS}) <= {STORES}:
            return False
        right = {*self._exercise.collaborators}
        right.update(*(self._calls.get(name, ()) for name in right))
        return all(
            self._contains.get(name, {KEEPS}) <= ({CHOOSES} if name in right else set())
            for name in self._calls[self._training] - {*put}
        )

    def forgetful(self, put: Collection[str] = ()) -> bool:
        """Whether it is steady, and an epoch learns of the ones before from the parameters alone."""
        return self.steady(put) and self._rounds_are_apart

    @cached_property
    def _rounds_are_apart(self) -> bool:
        within = nodes_in(f for f in self._functions if f.name == self._training)
        return all(_carries_nothing(node) for node in within if isinstance(node, ast.For))

    @cached_property
    def _functions(self) -> list[Function]:
        """The functions of the file and the methods of its class, in order."""
        tops = [part for node in self._nodes[:1] for part in getattr(node, "body", [])]
        within = [part for top in tops if isinstance(top, ast.ClassDef) for part in top.body]
        return sorted((n for n in (*tops, *within) if isinstance(n, Function)), key=lambda n: n.lineno)

    def _is_plain(self) -> bool:
        """Whether names mean what they seem to: only NumPy is imported, nothing is patched or redefined."""
        classes = [n for n in self._nodes if isinstance(n, ast.ClassDef)]
        methods = [f for f in self._functions if f.args.args and f.args.args[0].arg == "self"]
        return (
            len(self._numpy) == 1
            and all(self._bound[name] == 1 for name in (*self._numpy, self._exercise.class_name))
            and not any(c.name != self._exercise.class_name or c.bases or c.keywords for c in classes)
            and self._bound["self"] == len(methods)
            and all(map(self._is_harmless, self._nodes))
        )

    def _is_harmless(self, node: ast.AST) -> bool:
        match node:
            case ast.Import():
                return [name.name for name in node.names] == ["numpy"]
            case ast.ImportFrom():
                return node.module in IMPORTS or [name.name for name in node.names] == ["ndarray"]
            case ast.Name(ctx=ast.Load(), id=name):
                return name in HARMLESS or name in self._bound
            case ast.Attribute(attr=name, ctx=ast.Load()):
                return not name.startswith("__") and name not in ("object_", "dtypes")
            case ast.Attribute(value=ast.Name(id="self"), attr=name):
                return not name.startswith("__") and name not in self._names
            case ast.Constant(value=str(value)):
                return not _means_objects(value)
            case ast.FunctionDef(name=name):
                return not node.decorator_list and (name == "__init__" or not name.startswith("__"))
        unknown = (ast.Attribute, ast.Global, ast.Nonlocal, ast.AsyncFunctionDef, ast.Match)
        return not isinstance(node, unknown) and not getattr(node, "decorator_list", None)

    def _read(self, function: Function) -> None:
        """Note what a function contains, if all of it is known. It can call those that were read before.

        No function can call the training, so the training may also call later methods, or unknown ones.
        """
        called = set[str]()
        found = [self._kind(function, node, called) for node in nodes_in(function.body, LEFT_OUT)]
        if None not in found and self._bound[function.name] == 1:
            self._contains[function.name] = {kind for kind in found if kind}
            self._calls[function.name] = called.union(*(self._calls.get(name, ()) for name in called))

    def _kind(self, function: Function, node: ast.AST, called: set[str]) -> str | None:
        """What a node adds to plain arithmetic, if anything; None if that is not known."""
        match node:
            case ast.Call():
                return self._kind_of_call(node, function, called)
            case ast.For():
                return self._kind_of_loop(node, function)
            case ast.Name(ctx=ast.Store(), id=name):
                return KEEPS if name in _with_default(function) else ""
            case ast.Attribute(ctx=ast.Store(), attr=name):
                return STORES if name in self._exercise.parameters else KEEPS
            case ast.Subscript(slice=ast.Name(id=name), ctx=ast.Store()) if name in _counters(function):
                return ""
            case ast.Subscript():
                return "" if getattr(node.slice, "value", None) in (0, 1) else CHOOSES
            case ast.keyword(arg="dtype", value=ast.Name(id=name)) if name not in self._bound:
                return BUILT_IN.get(name)
            case ast.keyword(arg=name):
                return "" if name in KEYWORDS else None
        if isinstance(node, CHOICES):
            return CHOOSES
        return BRANCHES if isinstance(node, BRANCHING) else "" if isinstance(node, PLAIN) else None

    def _kind_of_call(self, call: ast.Call, function: Function, called: set[str]) -> str | None:
        later = self._exercise.collaborators if function.name == self._training else ()
        stacks = bool(call.args) and isinstance(call.args[0], (ast.List, ast.Tuple))
        match call.func:
            case ast.Attribute(
                value=ast.Name(id=module) | ast.Attribute(value=ast.Name(id=module), attr="linalg"), attr=name
            ) if module in self._numpy:
                chooses = name in CHOOSING or (stacks and name in STACKING)
                return "" if name in SMOOTH else CHOOSES if chooses else None
            case ast.Name(id=name) | ast.Attribute(value=ast.Name(id="self"), attr=name) if (
                name in self._names
            ):
                called.add(name)
                return "" if name != self._training and (name in self._contains or name in later) else None
            case ast.Name(id=name) if name not in self._bound and name in BUILT_IN:
                return BUILT_IN[name]
            case ast.Name(id="max" | "min" as name) if name not in self._bound and len(call.args) > 1:
                return CHOOSES  # with one argument, they iterate over it
            case ast.Attribute(value=value, attr=name) if getattr(value, "id", "") != "self":
                return "" if name in OF_VALUES else CHOOSES if name in OF_VALUES_CHOOSING else None
        return None

    def _kind_of_loop(self, loop: ast.For, function: Function) -> str | None:
        """What a loop adds that has a fixed number of rounds, or one round for each epoch."""
        if not isinstance(loop.target, ast.Name) or loop.orelse or "range" in self._bound:
            return None
        match loop.iter:
            case ast.Call(func=ast.Name(id="range"), args=[ast.Constant(value=int())], keywords=[]):
                return KEEPS
            case ast.Call(func=ast.Name(id="range"), args=[ast.Name(id=count)], keywords=[]) if (
                function.name == self._training and count in _with_default(function)
            ):
                return self._kind_of_epochs(function, count, loop.target.id)
        return None

    def _kind_of_epochs(self, function: Function, count: str, index: str) -> str | None:
        """What a loop over the epochs adds; it may use its index to store the loss of each epoch."""
        nodes = nodes_in([function])
        names = [(n.id, type(n.ctx)) for n in nodes if isinstance(n, ast.Name)]
        places = [n.slice for n in nodes if isinstance(n, ast.Subscript) and isinstance(n.ctx, ast.Store)]
        named = [place.id for place in places if isinstance(place, ast.Name)]
        if (count, ast.Store) in names:
            return None
        return "" if names.count((index, ast.Load)) == named.count(index) else KEEPS


def _carries_nothing(loop: ast.For) -> bool:
    """Whether a round uses no name that an earlier one has bound, and no list that it has added to."""
    nodes: list[Any] = nodes_in(loop.body)
    names = [n for n in nodes if isinstance(n, ast.Name)]
    later = {n.id for n in names if isinstance(n.ctx, ast.Store)}
    for statement in loop.body:
        own = [n for n in nodes_in([statement]) if isinstance(n, ast.Name)]
        both = isinstance(statement, ast.AugAssign)  # it uses the name that it binds
        if any(n.id in later for n in own if both or isinstance(n.ctx, ast.Load)):
            return False
        later -= {n.id for n in own}
    grown = [n.value for n in nodes if getattr(n, "attr", "") == "append" or _is_stored(n)]
    lists = Counter(n.id for n in grown if isinstance(n, ast.Name))
    return all(sum(n.id == name for n in names) == count for name, count in lists.items())


def _is_stored(node: ast.AST) -> bool:
    return isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Store)


def _means_objects(text: str) -> bool:
    """Whether NumPy takes `text` for a dtype of Python objects."""
    try:
        return text == "object" or ("O" in text and np.dtype(text).hasobject)
    except (TypeError, ValueError, SyntaxError):
        return False


def _with_default(function: Function) -> list[str]:
    """The names of the arguments that have a default."""
    names, defaults = function.args.args, function.args.defaults
    return [name.arg for name in names[len(names) - len(defaults) :]]


def _counters(function: Function) -> list[str]:
    """The loop variables that count rounds."""
    loops = [node for node in nodes_in([function]) if isinstance(node, ast.For)]
    return [loop.target.id for loop in loops if isinstance(loop.target, ast.Name)]


def _binds(node: ast.AST) -> str:
    """The name that a node binds, or an empty string."""
    match node:
        case (
            ast.Name(ctx=ast.Store() | ast.Del(), id=name) | ast.arg(arg=name) | ast.ExceptHandler(name=name)
        ):
            return name or ""
        case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
            return name
        case ast.alias():
            return node.asname or node.name.partition(".")[0]
    return ""
