"""Write a part of a pair as the part beside it: `Pair(self.u - o.u, self.v)` with `self.v - o.v`."""

import ast
from collections.abc import Iterator, Sequence
from itertools import permutations

from .edit_places import Place
from .repeated_values import expressions
from .text import Edit, Splice, Text

COST, OF_A_CALL = 0.5, 1.2
MOST_PARTS = 3


def parts_alike(text: Text, place: Place) -> Iterator[Edit]:
    """The edits of one place: of pairs, and of the arguments of a call."""
    for statement in place.statements[place.function is not None :]:
        if hasattr(statement, "body"):
            continue
        value = getattr(statement, "value", None)
        found: list[tuple[ast.expr, float]] = [(value, COST)] if isinstance(value, ast.Tuple) else []
        for row, cost in [*found, *((n, OF_A_CALL) for n, _ in expressions(statement))]:
            parts = row.elts if isinstance(row, ast.Tuple) else row.args if isinstance(row, ast.Call) else []
            if 1 < len(parts) <= MOST_PARTS:
                its = COST if text.of(row)[:1].isupper() else cost  # the call of a class
                yield from _of_parts(text, parts, its)


def _of_parts(text: Text, parts: Sequence[ast.expr], cost: float) -> Iterator[Edit]:
    for whole, part in permutations(parts, 2):
        for inner in ast.walk(whole):
            names = _renamed(inner, part) if inner is not whole and type(inner) is type(part) else None
            if names is not None and len(names) == 1:
                ((old, new),) = names.items()
                splice = (*text.span(part), _written(text, whole, old, new))
                yield Edit(cost, part.lineno, "as beside", (splice,))


def _renamed(one: ast.AST, other: ast.AST) -> dict[str, str] | None:
    """The names that turn one expression into another; None if they differ in anything else."""
    found: dict[str, str] = {}
    nodes = list(ast.walk(one)), list(ast.walk(other))
    if len(nodes[0]) != len(nodes[1]):
        return None
    for a, b in zip(*nodes, strict=True):
        mine, theirs = (getattr(n, "attr", getattr(n, "id", getattr(n, "value", ""))) for n in (a, b))
        named = isinstance(a, ast.Name | ast.Attribute)
        if type(a) is not type(b) or (isinstance(a, ast.Constant) and mine != theirs):
            return None
        if named and mine != theirs and found.setdefault(mine, theirs) != theirs:
            return None
    return found


def _written(text: Text, whole: ast.expr, old: str, new: str) -> str:
    """The text of an expression with another name in place of one."""
    start, splices = text.span(whole)[0], list[Splice]()
    for node in (n for n in ast.walk(whole) if isinstance(n, ast.Name | ast.Attribute)):
        if getattr(node, "attr", getattr(node, "id", "")) == old:
            end = text.span(node)[1] - start
            splices.append((end - len(old), end, new))
    return Text(text.of(whole)).edited(splices) or text.of(whole)
