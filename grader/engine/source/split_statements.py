"""Find a statement that a line break ended early: the term on the next line, with its sign, has no effect."""

import ast
from itertools import pairwise

from .syntax import names_read
from .tree import Tree


def line_of_lost_term(tree: Tree, line: int | None) -> int | None:
    """The line of the statement that such a term belongs to, in the function around a line.

    A term that reads what the statement before it stores was not meant to be a part of that statement.
    """
    function = tree.function_at(line)
    bodies = [getattr(n, "body", ()) for n in ast.walk(function)] if function else []
    pairs = (pair for body in bodies if isinstance(body, list) for pair in pairwise(body))
    for before, after in pairs:
        stored = {n.id for t in _targets(before) for n in ast.walk(t) if isinstance(n, ast.Name)}
        if _ends_early(before) and _is_term(after) and not stored & {*names_read(after)}:
            return before.lineno  # type: ignore[no-any-return]
    return None


def _targets(statement: ast.stmt) -> list[ast.expr]:
    return [t for t in (*getattr(statement, "targets", ()), getattr(statement, "target", None)) if t]


def _ends_early(statement: ast.stmt) -> bool:
    return isinstance(statement, (ast.Assign, ast.AugAssign, ast.AnnAssign, ast.Return))


def _is_term(statement: ast.stmt) -> bool:
    value = statement.value if isinstance(statement, ast.Expr) else None
    while isinstance(value, ast.BinOp):
        value = value.left  # of `-a @ b`, the sign belongs to the first operand
    signed = isinstance(value, ast.UnaryOp) and isinstance(value.op, (ast.UAdd, ast.USub))
    return signed and bool(names_read(statement))
