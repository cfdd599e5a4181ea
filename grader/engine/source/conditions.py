"""Find the condition that decides about a value: one that should catch it, or that chose its branch."""

import ast

from .syntax import Nodes, called_name, covers, names_read, own, parameters, parts
from .tree import Tree

MEASURES = {"det", "slogdet", "cond", "matrix_rank", "eigvals", "eigvalsh", "svdvals"}
KEEPS = (ast.Assign, ast.AugAssign, ast.Return, ast.Yield)


def line_of_guard(tree: Tree, line: int | None) -> int | None:
    """The line of the condition around a line, or of the first after it, that tests its value; else the line.

    A condition decides only if something is stored or returned under it. A line that compares something
    itself is its own guard.
    """
    statement, function = tree.statement_at(line), tree.function_at(line)
    if statement is None or function is None or any(isinstance(n, ast.Compare) for n in ast.walk(statement)):
        return line
    ifs = [n for n in own(function).of(ast.If) if _keeps(n)]
    choices: list[ast.If | ast.IfExp] = [*ifs, *own(function).of(ast.IfExp)]
    values = set(names_read(statement)) - {"self", *parameters(function)}
    around = [n for n in ifs if statement in [*n.body, *n.orelse]]
    made = {ast.unparse(t) for t in getattr(statement, "targets", ())}
    later = [n for n in choices if n.lineno > statement.lineno and made & _expressions(n.test)]
    tested = [n for n in around if values & set(names_read(n.test))] or later
    return min((n.test.lineno for n in tested), default=line)


def _keeps(choice: ast.If) -> bool:
    """Whether something is stored, returned or added to a list under a condition."""
    inside = Nodes(part for node in choice.body for part in ast.walk(node))
    return any(isinstance(n, KEEPS) for n in inside) or bool(inside.calls("append"))


def _expressions(test: ast.expr) -> set[str]:
    return {ast.unparse(n) for n in parts(test).of(ast.expr)}


def line_of_choice(tree: Tree, line: int | None) -> int | None:
    """The line of the condition on a measure of a matrix that led to a line, else the line.

    Such a measure, like a determinant, cannot tell what it should. The condition is around the line, or above
    it and leaves the function for other matrices.
    """
    function = tree.function_at(line)
    if function is None or line is None or isinstance(tree.statement_at(line), ast.Raise):
        return line
    nodes = own(function)
    made = [n for n in nodes if isinstance(n, ast.Assign) and _measures(n.value)]
    measured = {called_name(target) for n in made for target in n.targets}
    choices = [n for n in nodes if isinstance(n, (ast.If, ast.IfExp)) and n.lineno <= line]
    asking = [n for n in choices if _measures(n.test) or measured & {*names_read(n.test)}]
    led = [n.test.lineno for n in asking if _leads_to(n, line)]
    return led[-1] if led else line


def _measures(value: ast.expr) -> bool:
    return bool(parts(value).calls(*MEASURES))


def _leads_to(choice: ast.If | ast.IfExp, line: int) -> bool:
    """Whether a line is in a branch, or after a branch that leaves the function."""
    if isinstance(choice, ast.IfExp):
        return covers(choice.body, line) or covers(choice.orelse, line)
    return line <= (choice.end_lineno or 0) or isinstance(choice.body[-1], (ast.Return, ast.Raise))
