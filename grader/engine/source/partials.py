"""Find the functions that are given to `partial` or `partialmethod`."""

import ast
from collections.abc import Iterable

from .syntax import called_name


def partials(nodes: Iterable[ast.AST]) -> dict[str, str]:
    """The name of such a function, by the name that the result is assigned to."""
    found = {}
    for node in nodes:
        call = node.value if isinstance(node, ast.Assign) else None
        if isinstance(call, ast.Call) and call.args and called_name(call.func).startswith("partial"):
            found[called_name(node.targets[0])] = called_name(call.args[0])  # type: ignore[attr-defined]
    return found
