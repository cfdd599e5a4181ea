"""Find the condition that chose the branch with a line, by a test that cannot tell what it should."""

import ast

from .syntax import called_name, names_read, own
from .tree import Tree

MEASURES = {"det", "slogdet", "cond", "matrix_rank", "eigvals", "eigvalsh", "svdvals"}


def line_of_choice(tree: Tree, line: int | None) -> int | None:
    """The line of the condition on a measure of a matrix that led to a line, else the line.

    Such a condition is around the line, or above it and leaves the function for other matrices.
    """
    function = tree.function_at(line)
    if function is None or line is None or isinstance(tree.statement_at(line), ast.Raise):
        return line
    nodes = list(own(function))
    measured = {
        called_name(target) for n in nodes if isinstance(n, ast.Assign) and _measures(n.value)
        for target in n.targets
    }  # fmt: skip
    choices = [n for n in nodes if isinstance(n, (ast.If, ast.IfExp)) and n.lineno <= line]
    asking = [n for n in choices if _measures(n.test) or measured & {*names_read(n.test)}]
    led = [n.test.lineno for n in asking if _leads_to(n, line)]
    return led[-1] if led else line


def _measures(value: ast.expr) -> bool:
    return any(isinstance(n, ast.Call) and called_name(n.func) in MEASURES for n in ast.walk(value))


def _leads_to(choice: ast.If | ast.IfExp, line: int) -> bool:
    """Whether a line is in a branch, or after a branch that leaves the function."""
    if isinstance(choice, ast.IfExp):
        return any(part.lineno <= line <= (part.end_lineno or 0) for part in (choice.body, choice.orelse))
    return line <= (choice.end_lineno or 0) or isinstance(choice.body[-1], (ast.Return, ast.Raise))
