"""Whether a text can run in a process in which others run after it."""

import ast
from collections.abc import Sequence

LIBRARIES = frozenset((
    "numpy", "math", "typing", "dataclasses", "collections", "abc", "functools", "itertools", "operator",
    "numbers", "__future__",
))  # fmt: skip
FAR_REACHING = frozenset((
    "exec", "eval", "compile", "setattr", "delattr", "globals", "vars", "open", "input", "breakpoint",
    "seterr", "seterrcall", "setbufsize", "set_printoptions", "__import__", "__del__", "__dict__",
    "__globals__", "__builtins__", "__subclasses__", "__setattr__", "lib", "core", "_core", "ctypeslib",
    "register",
))  # fmt: skip
"""Names with which code can change what it has not made."""


def reaches_far(nodes: Sequence[ast.AST]) -> bool:
    """Whether code imports much, asks for something far-reaching, or changes what it imports.

    What this misses is seen by the process, which is looked at after each text.
    """
    imports = [node for node in nodes if isinstance(node, ast.Import | ast.ImportFrom)]
    asked = [getattr(node, "module", None) or alias.name for node in imports for alias in node.names]
    if any(name.partition(".")[0] not in LIBRARIES for name in asked):
        return True
    names = {node.id for node in nodes if isinstance(node, ast.Name)}
    names |= {node.attr for node in nodes if isinstance(node, ast.Attribute)}
    names |= {node.name for node in nodes if isinstance(node, ast.FunctionDef)}
    return bool(names & FAR_REACHING) or any(_root(node) in {"np", *LIBRARIES} for node in nodes)


def _root(node: ast.AST) -> str:
    """The name at the left end of what is assigned or deleted, `np` of `np.linalg.norm = f`."""
    if not isinstance(node, ast.Attribute | ast.Subscript) or isinstance(node.ctx, ast.Load):
        return ""
    inner: ast.expr = node
    while isinstance(inner, ast.Attribute | ast.Subscript):
        inner = inner.value
    return inner.id if isinstance(inner, ast.Name) else ""
