"""Find out why a loop makes no progress. The code is read, never run."""

import ast


def line_of_no_progress(loop: ast.For | ast.While) -> int | None:
    """The line of a `while` that sets what its test reads to the same value every time, as `k =+ 1` does."""
    if not isinstance(loop, ast.While):
        return None
    read, stored = _names(loop.test, ast.Load), _names(loop, ast.Store)
    for node in ast.walk(loop):
        if not isinstance(node, ast.Assign) or any(isinstance(n, ast.Call) for n in ast.walk(node.value)):
            continue
        (target, *more), changing = node.targets, _names(node.value, ast.Load) & stored
        name = ast.unparse(target)
        if name in read and not more and not changing and _times_stored(loop, name) == 1:
            return node.lineno
    return None


def _names(node: ast.AST, context: type[ast.expr_context]) -> set[str]:
    parts = [n for n in ast.walk(node) if isinstance(n, (ast.Name, ast.Attribute))]
    return {ast.unparse(n) for n in parts if isinstance(n.ctx, context)}


def _times_stored(loop: ast.While, name: str) -> int:
    parts = [n for n in ast.walk(loop) if isinstance(n, (ast.Name, ast.Attribute))]
    return sum(isinstance(n.ctx, ast.Store) and ast.unparse(n) == name for n in parts)
