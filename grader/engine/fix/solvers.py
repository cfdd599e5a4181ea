"""Systems of equations solved in a way that columns which depend on each other do not spoil."""

import ast
from collections.abc import Iterator

from ..source.syntax import called_name
from .again import expressions
from .meaning import Env, filled, stored, walk
from .places import Function, Place
from .text import Edit, Splice, Text

COST, AT_THE_END = 0.8, -0.2
"""What it costs to call another function, and the same where a factorisation is left out by it."""
SOLVED = "lstsq({}, rcond=None)[0]"


def for_any_rank(text: Text, place: Place) -> Iterator[Edit]:
    """Every inverse as a pseudo-inverse, and every solution as one of least squares."""
    function = place.function
    if function is None:
        return
    for statement in walk(function.body):
        for node, _ in expressions(statement):
            name = called_name(node.func) if isinstance(node, ast.Call) else ""
            if not isinstance(node, ast.Call) or name not in ("inv", "solve") or node.keywords:
                continue
            prefix = text.of(node.func).removesuffix(name)
            if not prefix.endswith("linalg."):
                continue
            start, end = text.span(node)
            at = start + len(prefix)
            if name == "inv":
                yield Edit(COST, node.lineno, "any rank", ((at, at + len(name), "pinv"),))
            elif system := _factored(function, node):
                gone = _only_for(text, function, statement)
                new = f"{prefix}{SOLVED.format(system)}"
                yield Edit(AT_THE_END, node.lineno, "any rank", (*gone, (start, end, new)))
            else:
                more = ((at, at + len(name), "lstsq"), (end - 1, end, ", rcond=None)[0]"))
                yield Edit(COST, node.lineno, "any rank", more)
                if matrix := _squared(node):
                    new = f"{prefix}{SOLVED.format(matrix)}"
                    yield Edit(COST - 0.1, node.lineno, "any rank", ((start, end, new),))


def _squared(node: ast.Call) -> str:
    """`A, y` where a call solves `A.T @ A` for `A.T @ y`; empty for any other system."""
    sides = [
        (a.left, a.right) for a in node.args if isinstance(a, ast.BinOp) and isinstance(a.op, ast.MatMult)
    ]
    turned = {ast.unparse(left) for left, _ in sides}
    whole = ast.unparse(sides[0][1]) if len(sides) == 2 else ""
    return f"{whole}, {ast.unparse(sides[1][1])}" if whole and turned == {f"{whole}.T"} else ""


def _only_for(text: Text, function: Function, last: ast.stmt) -> list[Splice]:
    """The lines above a statement that make a factor, or solve with it, where only these and it use that."""
    made = [s for s in walk(function.body) if isinstance(s, ast.Assign) and s is not last
            and any(_calls(s.value, name) for name in ("cholesky", "solve"))]  # fmt: skip
    inside = {id(n) for s in (*made, last) for n in ast.walk(s)}
    rest = {n.id for n in ast.walk(function) if isinstance(n, ast.Name) and id(n) not in inside}
    idle = [s for s in made if not rest & {name for name, _ in stored(s)}]
    return [(*lines, "") for s in idle if (lines := text.whole_lines(s)) is not None]


def _factored(function: Function, node: ast.Call) -> str:
    """The system that two solutions with the Cholesky factor of its matrix solve; empty if it is none."""
    env: Env = dict(pair for s in walk(function.body) if s.lineno < node.lineno for pair in stored(s))
    factors = {name: value for name, value in env.items() if _calls(value, "cholesky")}
    local = {name: value for name, value in env.items() if name not in factors and _calls(value, "solve")}
    outer, inner = node.args[0], filled(node.args[1], local) if len(node.args) > 1 else node
    matrix = filled(outer.value, factors) if isinstance(outer, ast.Attribute) and outer.attr == "T" else None
    if not (isinstance(matrix, ast.Call) and _calls(matrix, "cholesky")):
        return ""
    if not (isinstance(inner, ast.Call) and _calls(inner, "solve") and len(inner.args) > 1):
        return ""
    return f"{ast.unparse(matrix.args[0])}, {ast.unparse(inner.args[1])}"


def _calls(node: ast.expr, name: str) -> bool:
    return isinstance(node, ast.Call) and called_name(node.func) == name and bool(node.args)
