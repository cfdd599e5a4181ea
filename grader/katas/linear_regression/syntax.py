"""Small questions about syntax trees, which hold no lines of their own."""

import ast
from collections.abc import Iterator

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
LOOPS = (ast.For, ast.While, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp, ast.AsyncFor)
FOREVER = {"count", "cycle", "repeat", "iter"}


def own(function: ast.AST) -> Iterator[ast.AST]:
    """The nodes of a function, without those of functions inside it."""
    for child in ast.iter_child_nodes(function):
        if not isinstance(child, (*FUNCTIONS, ast.Lambda, ast.ClassDef)):
            yield child
            yield from own(child)


def parameters(function: ast.FunctionDef | ast.AsyncFunctionDef) -> list[str]:
    """The names of a function's parameters, without the object itself."""
    return [a.arg for a in function.args.args if a.arg not in ("self", "cls")]


def names_read(node: ast.AST) -> list[str]:
    """The names that are read in a piece of code, as often as they are."""
    return [n.id for n in ast.walk(node) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Load)]


def endless(loop: ast.For | ast.While) -> bool:
    """Whether a loop has no end of its own: `while`, or `for` over what goes on for ever."""
    return isinstance(loop, ast.While) or (
        isinstance(loop.iter, ast.Call) and called_name(loop.iter.func) in FOREVER
    )


def in_order(pair: list[ast.expr]) -> bool:
    """Whether two names say themselves that the weights come first, and then the bias."""
    first, second = (ast.unparse(part).lower() for part in pair) if len(pair) == 2 else ("", "")
    return "w" in first and "b" in second and "b" not in first and "w" not in second


def called_name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""
