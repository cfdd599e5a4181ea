"""Define a name that a function reads but nothing assigns: as another function does, or as a count."""

import ast
import builtins
from collections.abc import Iterator, Sequence

from ...sandbox.parsing import nodes_in, parsed_expression
from ..source.tree import Tree
from .edit_places import Function, Place, names_in
from .expanded_names import stored
from .operators import close
from .sample_count import is_count
from .text import Edit, Text

AS_ELSEWHERE, AS_COUNT = 0.0, 0.3
"""Costs of the definition in another function, and of the number of samples."""


def defined(text: Text, tree: Tree, place: Place, count: Sequence[str]) -> Iterator[Edit]:
    """The definitions at the start of a function; `count` is how it can write the number of samples."""
    function = place.function
    if function is None:
        return
    for name, line in _undefined(tree, place).items():
        elsewhere = [ast.unparse(value) for node in tree.nodes if isinstance(node, Function)
                     for s in nodes_in([node]) if isinstance(s, ast.stmt)
                     for own, value in stored(s) if own == name]  # fmt: skip
        ways = [(AS_ELSEWHERE, said) for said in elsewhere if _readable(said, place)]
        ways += [(AS_COUNT, said) for said in count if is_count(said)]
        for cost, said in {said: (cost, said) for cost, said in reversed(ways)}.values():
            yield Edit(cost, line, "define", text.at_start(function, f"{name} = {said}"))


def _undefined(tree: Tree, place: Place) -> dict[str, int]:
    """The undefined names that resemble no defined one, each with the line of a use."""
    names = [n for n in tree.nodes if isinstance(n, ast.Name)]
    given = {n.id for n in names if not isinstance(n.ctx, ast.Load) and _is_global(n, tree)}
    given |= {n.name for n in tree.nodes if isinstance(n, Function | ast.ClassDef)}
    given |= {a.asname or a.name.partition(".")[0] for n in tree.nodes
              if isinstance(n, ast.Import | ast.ImportFrom) for a in n.names}  # fmt: skip
    given |= {*place.names, *_bound(place), *dir(builtins)}
    first = place.function.lineno if place.function is not None else 0
    around = [n for n in tree.nodes if isinstance(n, Function) and n.lineno < first <= (n.end_lineno or 0)]
    given |= {name for function in around for name in names_in(function)}
    inside = nodes_in([place.function]) if place.function is not None else ()
    read = [n for n in inside if isinstance(n, ast.Name) and n.id not in given]
    return {n.id: n.lineno for n in reversed(read) if not any(close(n.id, other) for other in place.names)}


def _is_global(node: ast.Name, tree: Tree) -> bool:
    return tree.function_at(node.lineno) is None


def _bound(place: Place) -> set[str]:
    """The parameters of functions and lambdas inside a function, and the names that handlers bind."""
    nodes = nodes_in([place.function]) if place.function is not None else []
    handlers = {n.name for n in nodes if isinstance(n, ast.ExceptHandler) and n.name}
    return handlers | {n.arg for n in nodes if isinstance(n, ast.arg)}


def _readable(said: str, place: Place) -> bool:
    """Whether all names in an expression are known at the start of a function: only its parameters are."""
    given = [a.arg for a in nodes_in([place.function]) if isinstance(a, ast.arg)] if place.function else []
    names = {n.id for n in nodes_in([parsed_expression(said)]) if isinstance(n, ast.Name)}
    return names <= {*given, "np", "numpy", "len", "float", "int"}
