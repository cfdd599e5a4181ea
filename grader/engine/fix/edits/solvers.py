"""Solve systems of equations in a way that also works for linearly dependent columns."""

import ast
from collections.abc import Iterator

from ....sandbox.parsing import nodes_in
from ...source.syntax import called_name, is_number
from ..code.expanded_names import Env, filled, stored, walk
from ..code.text import Edit, Text
from ..edit_kinds import Kind
from .edit_places import Place, expressions

ANY_RANK = ("pinv", "lstsq")
PRODUCTS = ("dot", "matmul")
SOLVED = "lstsq({}, rcond=None)[0]"


def for_any_rank(text: Text, place: Place) -> Iterator[Edit]:
    """Use a pseudo-inverse for an inverse, least squares for a solution, or invert `A.T @ A` in a product."""
    body = list(walk(place.function.body)) if place.function is not None else []
    for statement in place.statements:
        yield from _in_every_case(text, statement)
    for statement in body:
        env: Env = dict(pair for s in body if s.lineno < statement.lineno for pair in stored(s))
        for node, parent in expressions(statement):
            if isinstance(node, ast.Call) and called_name(node.func) == "lstsq" and parent is statement:
                end = text.span(node)[1]
                yield Edit(Kind.FIRST_OF_FOUR, node.lineno, ((end, end, "[0]"),))
            left, turned = _sides(node)[:1], _turned_entries(node)
            if turned is not None and (_is_gram(filled(turned, env)) or text.of(turned) in place.given):
                new = f"np.linalg.pinv({text.of(turned)})"
                yield Edit(Kind.INVERT, node.lineno, ((*text.span(node), new),))
            if left and _is_gram(filled(left[0], env)):
                new = f"np.linalg.pinv({text.of(left[0])})"
                yield Edit(Kind.INVERT, node.lineno, ((*text.span(left[0]), new),))
            name = ast.unparse(node.func) if isinstance(node, ast.Call) and not node.keywords else ""
            prefix, span = name.rpartition(".")[0], text.span(node)
            if isinstance(node, ast.Call) and name.endswith("linalg.inv"):
                yield Edit(Kind.ANY_RANK, node.lineno, ((*text.span(node.func), f"{prefix}.pinv"),), 0.3)
            elif isinstance(node, ast.Call):
                numpy = name.endswith("linalg.solve")  # or the learner's own
                for extra, system in (
                    (0.3, ", ".join(map(text.of, node.args)) if numpy else ""),
                    (0.2, _squared(node.args)),
                ):
                    splice = (*span, f"{prefix if numpy else 'np.linalg'}.{SOLVED.format(system)}")
                    yield Edit(Kind.ANY_RANK, node.lineno, (splice,) if system else (), extra)


def _in_every_case(text: Text, statement: ast.stmt) -> Iterator[Edit]:
    """Solve always as the `else` or the handler of a statement does, if that works for any rank."""
    handlers = statement.handlers if isinstance(statement, ast.Try) and not statement.finalbody else []
    others = [handler.body for handler in handlers]
    others += [statement.orelse] if isinstance(statement, ast.If) and statement.orelse else []
    for block in others if len(others) == 1 else ():
        calls = [n for n in nodes_in(block) if isinstance(n, ast.Call)]
        solves = any(called_name(call.func) in ANY_RANK for call in calls)
        if solves and (splice := text.only(statement, block)):
            yield Edit(Kind.ANY_RANK, statement.body[0].lineno, (splice,))  # type: ignore


def _sides(node: ast.expr) -> list[ast.expr]:
    """The two sides of a product of matrices; empty for anything else."""
    if isinstance(node, ast.Call) and called_name(node.func) in PRODUCTS and len(node.args) == 2:
        return node.args
    product = isinstance(node, ast.BinOp) and isinstance(node.op, ast.MatMult)
    return [node.left, node.right] if product and isinstance(node, ast.BinOp) else []


def _turned_entries(node: ast.expr) -> ast.expr | None:
    """The matrix whose entries an expression inverts one by one."""
    if isinstance(node, ast.Call) and called_name(node.func) == "reciprocal" and node.args:
        return node.args[0]
    if isinstance(node, ast.Call) and called_name(node.func) == "power":
        return node.args[0] if _is_minus_one(node.args[-1]) else None
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div) and is_number(node.left, 1):
        return node.right
    power = isinstance(node, ast.BinOp) and isinstance(node.op, ast.Pow)
    return node.left if power and isinstance(node, ast.BinOp) and _is_minus_one(node.right) else None


def _is_minus_one(node: ast.expr) -> bool:
    return isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub) and is_number(node.operand, 1)


def _is_gram(node: ast.expr) -> bool:
    """Whether an expression is the product of a transposed matrix and that matrix."""
    sides = [ast.unparse(side) for side in _sides(node)]
    return len(sides) == 2 and sides[0] == f"{sides[1]}.T"


def _squared(system: list[ast.expr]) -> str:
    """`A, y` for a system with `A.T @ A` and `A.T @ y`; empty for any other."""
    sides = [[ast.unparse(side) for side in _sides(part)] for part in system]
    squared = len(sides) == 2 and all(sides) and sides[0][0] == sides[1][0] == f"{sides[0][1]}.T"
    return f"{sides[0][1]}, {sides[1][1]}" if squared else ""
