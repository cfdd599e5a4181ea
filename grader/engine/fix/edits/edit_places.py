"""Find where in the learner's file a step can be wrong: first in its method, then in what that uses."""

import ast
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from ....sandbox.parsing import nodes_in
from ...source.syntax import Function, called_name, covers, defaults, parameters
from ...source.tree import Tree
from ..code.call_sites import SHOWS
from ..code.expanded_names import stored

VALUES = ast.BinOp | ast.Call | ast.UnaryOp | ast.Name | ast.Attribute | ast.Compare
TESTS = ast.Compare | ast.BoolOp | ast.If | ast.IfExp


@dataclass
class Place:
    """One function, or the top-level statements of the file and its classes."""

    statements: list[ast.stmt]  # the statements that may be changed, outer ones first
    function: Function | None  # None for the top level
    far: int  # the number of calls from the method to this function
    names: list[str] = field(default_factory=list)  # the names that it can read: parameters and locals
    unread: list[str] = field(default_factory=list)  # its parameters that it does not read

    @cached_property
    def given(self) -> list[str]:
        """Its parameters."""
        return parameters(self.function) if self.function else []

    @cached_property
    def shown(self) -> set[str]:
        """The names that it reads only to print or log them."""
        return only_shown(self.function) if self.function else set()

    def results_of(self, functions: Sequence[str]) -> list[str]:
        """The names to which what one of these functions returns is assigned."""
        pairs = [pair for statement in self.statements for pair in stored(statement)]
        calls = [(name, value) for name, value in pairs if isinstance(value, ast.Call)]
        return [name for name, call in calls if name in self.names and called_name(call.func) in functions]

    def is_tested(self, statement: ast.stmt) -> bool:
        """Whether a statement assigns a name that a condition tests."""
        targets = {ast.unparse(t) for t in statement.targets} if isinstance(statement, ast.Assign) else set()
        tests = [s.test for s in self.statements if isinstance(s, ast.If)] if targets else []
        return any(ast.unparse(node) in targets for test in tests for node in nodes_in([test]))


def only_shown(function: Function) -> set[str]:
    """The locals that a function reads only to print or log them: they may be meant to be used."""
    nodes = nodes_in([function])
    shown = [n for n in nodes if isinstance(n, ast.Call) and called_name(n.func) in SHOWS]
    given = {name for n in nodes if isinstance(n, ast.stmt) for name, _ in stored(n)}
    reads, here = (
        Counter(n.id for n in some if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Load))
        for some in (nodes, nodes_in(shown))
    )
    return {name for name in given if 0 < reads[name] == here[name]}


def used_names(node: ast.AST) -> set[str]:
    """The names and attributes in a piece of code."""
    nodes = nodes_in([node])
    names = {n.id for n in nodes if isinstance(n, ast.Name)}
    return names | {n.attr for n in nodes if isinstance(n, ast.Attribute)}


def reads_none(function: ast.AST) -> bool:
    """Whether a call of a function with its defaults computes with None: nothing tests or replaces it."""
    if not isinstance(function, Function):
        return False
    none = {name for name, d in defaults(function).items() if isinstance(d, ast.Constant) and d.value is None}
    nodes = nodes_in(function.body) if none else []
    tests = [getattr(n, "test", n) for n in nodes if isinstance(n, TESTS)]
    handled = {name for test in tests for name in used_names(test)}
    handled |= {n.id for n in nodes if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}
    sides = [side for n in nodes if isinstance(n, ast.BinOp) for side in (n.left, n.right)]
    sides += [a for n in nodes if isinstance(n, ast.Call) and ast.unparse(n.func) == "range" for a in n.args]
    return bool({side.id for side in sides if isinstance(side, ast.Name)} & none - handled)


def expressions(statement: ast.stmt) -> Iterator[tuple[ast.expr, ast.AST]]:
    """The value expressions of one statement with their parents; not those of statements inside it."""
    waiting: list[ast.AST] = [statement]
    while waiting:
        parent = waiting.pop()
        for child in ast.iter_child_nodes(parent):
            if isinstance(child, ast.expr):
                waiting.append(child)
                if isinstance(child, VALUES):
                    yield child, parent


def _own(node: ast.AST) -> Iterator[ast.stmt]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.stmt):
            yield child
        if not isinstance(child, ast.ClassDef):
            yield from _own(child)


def names_in(function: Function) -> list[str]:
    """The parameters and locals of a function, in order of appearance."""
    arguments = function.args
    given = [a.arg for a in [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]]
    stored = [n.id for n in nodes_in([function]) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)]
    return list(dict.fromkeys([*given, *stored]))


def _called_as(tree: Tree) -> Iterator[tuple[str, Function]]:
    """The names and attributes that hold an object of the file's own classes, with its `__call__`."""
    calls = {n.name: f for n in tree.nodes if isinstance(n, ast.ClassDef)
             for f in n.body if isinstance(f, Function) and f.name == "__call__"}  # fmt: skip
    for statement in (n for n in tree.nodes if isinstance(n, ast.Assign)) if calls else ():
        for name, value in stored(statement):
            if isinstance(value, ast.Call) and (function := calls.get(called_name(value.func))):
                yield name.removeprefix("self."), function


def places_of(tree: Tree, methods: list[str], lines: Sequence[int] = (), most: int = 3) -> list[Place]:
    """The places for a step that judges these methods, the nearest first, and those of the blamed lines."""
    functions = tree.definitions
    found: list[Place] = []
    seen: list[ast.AST] = []
    now = [function for name in methods if (function := tree.function(name)) is not None]
    blamed = [function for line in lines if (function := tree.function_at(line)) is not None]
    called = dict(_called_as(tree))
    for far in range(most):
        fresh = [function for function in dict.fromkeys(now) if function not in seen]
        seen += fresh
        for function in fresh:
            names = names_in(function)
            read = {n.id for n in nodes_in([function]) if isinstance(n, ast.Name)}
            unread = [name for name in names if name not in ("self", "cls") and name not in read]
            found.append(Place([function, *_own(function)], function, far, names, unread))
        used = {name for function in fresh for name in used_names(function)}
        now = [f for f in functions if f.name in used and f.name not in methods]
        now += [function for name, function in called.items() if name in used]
        now += [f for f in blamed if f not in seen] if far == most - 2 else []
    top = [s for n in tree.nodes if isinstance(n, ast.Module | ast.ClassDef) for s in n.body]
    kinds = (ast.Assign, ast.AnnAssign, ast.AugAssign, ast.ImportFrom, ast.Import)
    known = {name for function in seen for name in used_names(function)}
    here = [s for s in top for line in lines if covers(s, line)]
    plain: list[ast.stmt] = [s for s in top if isinstance(s, kinds) and (used_names(s) & known or s in here)]
    nameless = _nameless([*plain, *(s for place in found for s in place.statements)])
    return [*found, *nameless, Place(plain, None, most)]


def _nameless(statements: Sequence[ast.stmt]) -> Iterator[Place]:
    """The functions that these assignments write as lambdas, each with the name or the key for it."""
    for name, value in (pair for s in statements for pair in stored(s)):
        pairs = zip(value.keys, value.values, strict=True) if isinstance(value, ast.Dict) else [(None, value)]
        for key, part in pairs:
            for node in (n for n in nodes_in([part]) if isinstance(n, ast.Lambda)):
                said = ast.unparse(key)[1:-1] if key is not None else name
                answer = ast.copy_location(ast.Return(node.body), node.body)
                function = ast.FunctionDef(said, node.args, [answer], decorator_list=[], returns=None)
                own = [ast.copy_location(function, node), answer]
                yield Place(own, function, 1, names_in(function))
