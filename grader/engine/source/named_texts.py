"""Find the texts that select a part of the code: keys of a table, names that are compared."""

import ast
from collections.abc import Iterator

from .syntax import FUNCTIONS, called_name, defaults
from .tree import Tree


def texts_that_choose(outline: Tree) -> tuple[list[int], list[str]]:
    """The lines with a text that selects something, and all such texts; nothing if there is only one.

    The name of a parameter does not count, because it is only the place of that parameter.
    """
    named = [n for node in outline.nodes for n in _names(node) if _is_text(n)]
    names = sorted({n.value for n in named} - {"__main__", *outline.exercise.parameters})  # type: ignore[attr-defined]
    optional = [n for n in _defaults_of_compared(outline) if n.value not in names]
    if len(names) + bool(optional) < 2:
        return [], []
    defining = {id(n) for n in named}
    uses = (n for n in outline.nodes if _is_text(n) and id(n) not in defining)
    return sorted({n.lineno for n in uses if n.value in names or n in optional}), names  # type: ignore[attr-defined]


def _defaults_of_compared(outline: Tree) -> list[ast.Constant]:
    """The texts that are defaults of parameters which are compared with other texts.

    A constructor only keeps one, and what reads it later is to blame.
    """
    pairs = [(n.left, *n.comparators) for n in outline.nodes if isinstance(n, ast.Compare)]
    compared = {called_name(side) for pair in pairs if any(map(_is_text, pair)) for side in pair}
    functions = (n for n in outline.nodes if isinstance(n, FUNCTIONS) and n.name != "__init__")
    optional = [(name, value) for function in functions for name, value in defaults(function).items()]
    return [v for name, v in optional if name in compared and isinstance(v, ast.Constant) and _is_text(v)]


def _names(node: ast.AST) -> Iterator[ast.AST]:
    """The parts of a node that give something a name: keys, what is compared, arguments of a decorator."""
    if isinstance(node, ast.Dict):
        yield from filter(None, node.keys)
    elif isinstance(node, ast.Compare):
        for side in (node.left, *node.comparators):
            yield from (side, *getattr(side, "elts", ()))
    elif isinstance(node, ast.MatchValue):
        yield node.value
    elif isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Store):
        yield node.slice
    elif isinstance(node, (*FUNCTIONS, ast.ClassDef)):
        yield from (given for d in node.decorator_list if isinstance(d, ast.Call) for given in d.args)


def _is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)
