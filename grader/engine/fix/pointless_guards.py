"""Find guards and accumulators that a fix made pointless: they no longer make a difference."""

import ast
import operator
import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from ...sandbox.parsing import nodes_in
from .edit_places import Function
from .expanded_names import filled, stored
from .sample_count import is_count
from .text import Text
from .tree_diff import statements
from .writing import Writing

Found = Iterator[tuple[str, str]]
"""A pointless piece, as a text to compare, and the source without it."""
SUMS = re.compile(r"(^|_)(running|total|acc|accumulated|cum|cumulative)(_|$)")
OPERATIONS: dict[type[ast.operator], Callable[..., float]] = {
    ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv
}  # fmt: skip


def functions(whole: Text) -> list[Function]:
    """All functions of a text."""
    return [s for s in statements(whole.source) if isinstance(s, Function)]


def choices(whole: Text) -> Found:
    """Remove the choice in `2 / n if n > 1 else 2`: at the limit both branches are equal."""
    for function in functions(whole):
        for node in nodes_in([function]):
            for choice in (n for n in ast.iter_child_nodes(node) if isinstance(n, ast.IfExp)):
                if _is_its_limit(choice):
                    edit = Writing(whole).replaced(choice, node, whole.of(choice.body), 0.0, "")
                    yield f"{function.name} {ast.unparse(choice)}", whole.edited(edit.splices) or ""


def _is_its_limit(choice: ast.IfExp) -> bool:
    test = choice.test
    if not isinstance(test, ast.Compare) or not isinstance(test.ops[0], ast.Gt) or len(test.ops) > 1:
        return False
    if not isinstance(test.left, ast.Name) or not isinstance(test.comparators[0], ast.Constant):
        return False
    numbers = [_number(filled(b, {test.left.id: test.comparators[0]})) for b in (choice.body, choice.orelse)]
    return numbers[0] is not None and numbers[0] == numbers[1]


def _number(node: ast.expr) -> float | None:
    """The value of an expression that contains only numbers; None for any other."""
    if isinstance(node, ast.Constant) and isinstance(node.value, int | float):
        return float(node.value)
    sides = [_number(node.left), _number(node.right)] if isinstance(node, ast.BinOp) else [None]
    work = OPERATIONS.get(type(node.op)) if isinstance(node, ast.BinOp) else None
    if work is None or None in sides or (sides[1] == 0 and work is operator.truediv):
        return None
    found: float = work(*sides)
    return found


def least(whole: Text) -> Found:
    """Remove the guard in `max(n, 1)` or `(n or 1)` if `n` is the number of samples, which is at least 1."""
    for function in functions(whole):
        given = [pair for s in nodes_in([function]) if isinstance(s, ast.stmt) for pair in stored(s)]
        counts = {name for name, value in given if is_count(ast.unparse(value))}
        for node in nodes_in([function]):
            limited = isinstance(node, ast.Call) and ast.unparse(node.func) == "max"
            other = isinstance(node, ast.BoolOp) and isinstance(node.op, ast.Or)
            parts = node.args if isinstance(node, ast.Call) else getattr(node, "values", [])
            said = [ast.unparse(p) for p in parts] if limited or other else []
            if said[1:] == ["1"] and (said[0] in counts or is_count(said[0])):
                held = whole.source[whole.span(node)[0] - 1] == "(" if other else False  # type: ignore
                start, end = whole.span(node)  # type: ignore[arg-type]
                new = whole.edited([(start - held, end + held, whole.of(parts[0]))])
                yield f"{function.name} {said[0]} at least 1", new or ""


def emptiness(whole: Text) -> Found:
    """Remove `if len(y):` around a step with all samples: there is always at least one."""
    for function in functions(whole):
        given = {a.arg for a in function.args.args}
        for node in (n for n in nodes_in([function]) if isinstance(n, ast.If) and not n.orelse):
            asked = node.test.left if isinstance(node.test, ast.Compare) else node.test
            called = isinstance(asked, ast.Call) and ast.unparse(asked.func) == "len" and len(asked.args) == 1
            if isinstance(node.test, ast.Compare) and ast.unparse(node.test)[-4:] != " > 0":
                continue
            if called and isinstance(asked, ast.Call) and ast.unparse(asked.args[0]) in given:
                splice = whole.without_head(node)
                if splice is not None and not isinstance(node.body[-1], ast.Return | ast.Raise):
                    yield f"{function.name} {ast.unparse(node.test)}", whole.edited([splice]) or ""


def accumulators(whole: Text) -> Found:
    """Remove a `total` that no longer adds anything up, and that only the next statement reads."""
    for function in functions(whole):
        names = [n for n in nodes_in([function]) if isinstance(n, ast.Name)]
        for block in (n.body for n in nodes_in([function]) if isinstance(n, Function | ast.For | ast.While)):
            for one, two in pairwise(block):
                target = one.targets[0] if isinstance(one, ast.Assign) and len(one.targets) == 1 else None
                name = target.id if isinstance(target, ast.Name) else ""
                uses = [n for n in names if n.id == name and n is not target]
                lines, read = whole.whole_lines(one), {id(n) for n in nodes_in([two])}
                if SUMS.search(name) and lines and len(uses) == 1 and id(uses[0]) in read:
                    value = whole.of(one.value)  # type: ignore[attr-defined]
                    new = whole.edited([(*lines, ""), (*whole.span(uses[0]), value)])
                    yield f"{function.name} {name}", new or ""


FINDERS = (choices, least, emptiness, accumulators)
