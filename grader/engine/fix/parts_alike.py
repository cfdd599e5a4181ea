"""Write one part of a pair like the other: `Pair(self.u - o.u, self.v)` gets `self.v - o.v`."""

import ast
import re
from collections.abc import Iterator, Sequence
from itertools import permutations

from ...sandbox.parsing import nodes_in
from ..source.syntax import called_name
from .edit_places import Place
from .repeated_values import expressions
from .text import Edit, Text
from .tree_diff import differing

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
        for inner in (n for n in nodes_in([whole]) if type(n) is type(part) and n is not whole):
            pairs = {(called_name(a), called_name(b)) for a, b in differing(inner, part) or []}
            old, new = pairs.pop() if len(pairs) == 1 else ("", "")
            if old and new:
                said = re.sub(rf"\b{old}\b", new, text.of(whole))
                yield Edit(cost, part.lineno, "as beside", ((*text.span(part), said),))
