"""Find the condition that should catch a wrong value but does not."""

import ast

from .syntax import names_read, own, parameters
from .tree import Tree

KEEPS = (ast.Assign, ast.AugAssign, ast.Return, ast.Yield)


def line_of_guard(tree: Tree, line: int | None) -> int | None:
    """The line of the condition around a line, or of the first after it, that tests its value; else the line.

    A condition decides only if something is stored or returned under it. A line that compares something
    itself is its own guard.
    """
    statement, function = tree.statement_at(line), tree.function_at(line)
    if statement is None or function is None or any(isinstance(n, ast.Compare) for n in ast.walk(statement)):
        return line
    choices = [n for n in own(function) if isinstance(n, ast.IfExp) or (isinstance(n, ast.If) and _keeps(n))]
    values = set(names_read(statement)) - {"self", *parameters(function)}
    around = [n for n in choices if isinstance(n, ast.If) and statement in [*n.body, *n.orelse]]
    made = {ast.unparse(t) for t in getattr(statement, "targets", ())}
    later = [n for n in choices if n.lineno > statement.lineno and made & set(map(ast.unparse, _parts(n)))]
    tested = [n for n in around if values & set(names_read(n.test))] or later
    return min((n.test.lineno for n in tested), default=line)


def _keeps(choice: ast.If) -> bool:
    """Whether something is stored, returned or added to a list under a condition."""
    parts = [part for node in choice.body for part in ast.walk(node)]
    added = (n.func for n in parts if isinstance(n, ast.Call) and isinstance(n.func, ast.Attribute))
    return any(isinstance(n, KEEPS) for n in parts) or any(func.attr == "append" for func in added)


def _parts(choice: ast.If | ast.IfExp) -> list[ast.expr]:
    """The expressions in the test of a condition."""
    return [n for n in ast.walk(choice.test) if isinstance(n, ast.expr)]
