"""Recognise functions that only call another one with their own arguments and return what it gave."""

import ast

from .syntax import own
from .tree import Tree


def is_in_wrapper(tree: Tree, line: int) -> bool:
    """Whether a line is in the function that a decorator puts around a method, if it changes no result."""
    function = tree.function_at(line)
    arguments = function.args.vararg if function is not None else None
    if function is None or arguments is None:
        return False
    handed = {n for n in own(function) if isinstance(n, ast.Call) and _passes(n, arguments.arg)}
    stored = [n for n in own(function) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)]
    results = {n.targets[0].id for n in own(function) if isinstance(n, ast.Assign) and n.value in handed
               and isinstance(n.targets[0], ast.Name)}  # fmt: skip
    results = {name for name in results if sum(n.id == name for n in stored) == 1}
    returned = [n.value for n in own(function) if isinstance(n, ast.Return)]
    return bool(returned) and all(
        value in handed or (isinstance(value, ast.Name) and value.id in results) for value in returned
    )


def _passes(call: ast.Call, arguments: str) -> bool:
    given = (n.value for n in call.args if isinstance(n, ast.Starred))
    return any(isinstance(value, ast.Name) and value.id == arguments for value in given)
