"""Find out why a loop makes no progress. The code is read, never run."""

import ast


def line_of_no_progress(loop: ast.For | ast.While) -> int:
    """The line in a `while` that sets what its test reads to the same value every time, else its head.

    `k =+ 1` is such a line. So is one that counts, but only under a condition.
    """
    if not isinstance(loop, ast.While):
        return loop.lineno
    read, stored = _names(loop.test, ast.Load), _names(loop, ast.Store)
    for node in ast.walk(loop):
        if not isinstance(node, ast.Assign) or any(isinstance(n, ast.Call) for n in ast.walk(node.value)):
            continue
        (target, *more), changing = node.targets, _names(node.value, ast.Load) & stored
        name = ast.unparse(target)
        if name in read and not more and not changing and _times_stored(loop, name) == 1:
            return node.lineno
    counted = [n for n in ast.walk(loop) if isinstance(n, (ast.Assign, ast.AugAssign)) and _counts(n) in read]
    rare = [n.lineno for n in counted if n not in loop.body and _times_stored(loop, _counts(n)) == 1]
    return rare[0] if rare else loop.lineno


def _counts(step: ast.Assign | ast.AugAssign) -> str:
    """The name that a statement sets to a new value made of the old one; empty if there is none."""
    target = step.target if isinstance(step, ast.AugAssign) else step.targets[0]
    again = isinstance(step, ast.AugAssign) or ast.unparse(target) in _names(step.value, ast.Load)
    return ast.unparse(target) if again else ""


def _names(node: ast.AST, context: type[ast.expr_context]) -> set[str]:
    parts = [n for n in ast.walk(node) if isinstance(n, (ast.Name, ast.Attribute))]
    return {ast.unparse(n) for n in parts if isinstance(n.ctx, context)}


def _times_stored(loop: ast.While, name: str) -> int:
    parts = [n for n in ast.walk(loop) if isinstance(n, (ast.Name, ast.Attribute))]
    return sum(isinstance(n.ctx, ast.Store) and ast.unparse(n) == name for n in parts)
