"""Pass arguments on: an unread one to the helper that uses a constant instead, or all by name too."""

import ast
from collections.abc import Iterator, Sequence
from itertools import product

from ....sandbox.parsing import nodes_in
from ...source.syntax import called_name
from ...source.tree import Tree
from ..code.expanded_names import stored
from ..code.text import Edit, Splice, Text
from .edit_places import Function, Place

COST = -0.3


def by_name_too(text: Text, tree: Tree) -> Iterator[Edit]:
    """`def wrapper(*args)` as `def wrapper(*args, **kwargs)`, and the same where it hands them on."""
    for function in (n for n in tree.nodes if isinstance(n, Function) and not n.args.kwarg):
        own = function.args.vararg
        calls = [n for n in nodes_in([function]) if isinstance(n, ast.Call) and n.args]
        passed = [c.args[-1] for c in calls if own and ast.unparse(c.args[-1]) == f"*{own.arg}"]
        if own and passed:
            ends = (text.span(own)[1], *(text.span(node)[1] for node in passed))
            yield Edit(COST, function.lineno, "hand down", tuple((at, at, ", **kwargs") for at in ends))


def handed_down(text: Text, tree: Tree, places: Sequence[Place]) -> Iterator[Edit]:
    """Change `self.step(g)` to `self.step(g, rate)`, and the helper's constant to `rate`."""
    given = [(name.removeprefix("self."), value) for s in tree.nodes if isinstance(s, ast.stmt)
             for name, value in stored(s)]  # fmt: skip
    numbers = {name for name, value in given if isinstance(value, ast.Constant)}
    once = {name for name in numbers if [n for n, _ in given].count(name) == 1}
    for method in (p for p in places if p.function is not None and p.far == 0):
        for helper in (p.function for p in places if p.function is not None and p.far):
            calls = [n for n in nodes_in([method.function or helper]) if isinstance(n, ast.Call)]
            calls = [c for c in calls if called_name(c.func) == helper.name and not c.keywords]
            others = [n for n in tree.nodes if isinstance(n, ast.Call) and called_name(n.func) == helper.name]
            nodes = [n for n in nodes_in([helper]) if isinstance(n, ast.expr)]
            uses = [n for n in nodes if _called(n) in once]
            if not calls or len(calls) != len(others) or helper.args.defaults or helper.args.kwonlyargs:
                continue
            for name, constant in product(method.unread, sorted({_called(n) for n in uses})):
                same = [n for n in uses if _called(n) == constant]
                splices = [*_passed(text, helper, calls, name), *((*text.span(n), name) for n in same)]
                yield Edit(COST, same[0].lineno, "hand down", tuple(splices))


def _called(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute) and ast.unparse(node.value) == "self":
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def _passed(text: Text, helper: Function, calls: Sequence[ast.Call], name: str) -> Iterator[Splice]:
    """Add a parameter at the end, and an argument to the calls."""
    own = helper.args.args
    if own:
        end = text.span(own[-1])[1]
        yield end, end, f", {name}"
    for call in calls:
        at = text.span(call)[1] - 1
        yield at, at, f", {name}" if call.args else name
