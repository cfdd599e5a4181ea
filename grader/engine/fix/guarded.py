"""The learner's own value in the call that the right method has around it, without what kept it from 0."""

import ast
from collections.abc import Iterator

from .canonical import TINY
from .meaning import stored, walk
from .rewrite import Rewriting
from .text import Edit, Splice, Text

COST = 0.7


def guarded(rewriting: Rewriting) -> Iterator[Edit]:
    """`s = sqrt(v + 1e-8)` as `s = where(c, 1.0, sqrt(v))`, where the right value is such a `where`."""
    text = rewriting.text
    for statement in walk(rewriting.function.body):
        pairs = stored(statement) if isinstance(statement, ast.Assign) else []
        name, value = pairs[0] if len(pairs) == 1 else ("", None)
        if value is None or isinstance(value, ast.Name | ast.Constant):
            continue
        known = rewriting.known(statement.lineno)
        for right in [v for n, v in rewriting.values if n == name and isinstance(v, ast.Call)]:
            if isinstance(right, ast.Call) and len(right.args) > 1 and not right.keywords:
                given = [rewriting.written(a, known) for a in right.args[:-1]]
                head, (start, end) = ast.unparse(right.func), text.span(value)
                for own in dict.fromkeys((without_tiny(text, value), text.source[start:end])):
                    new = f"{head}({', '.join([*given, own])})"
                    yield Edit(COST, statement.lineno, "guard", ((start, end, new),))


def without_tiny(text: Text, value: ast.expr) -> str:
    """An expression as it is written, without the tiny numbers that are added in it."""
    start, end = text.span(value)
    gone: list[Splice] = []
    for node in ast.walk(value):
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add) and _is_tiny(node.right):
            gone.append((text.span(node.left)[1] - start, text.span(node.right)[1] - start, ""))
    return Text(text.source[start:end]).edited(gone) or ""


def _is_tiny(node: ast.expr) -> bool:
    number = node.value if isinstance(node, ast.Constant) else None
    return isinstance(number, float) and 0 < number <= TINY
