"""Edits that keep the learner's own value: put the right call around it, or read an attribute again."""

import ast
from collections.abc import Iterator

from ...sandbox.parsing import nodes_in, parsed_expression
from .expanded_names import walk
from .rewrite import COMPUTED, EACH_LETTER, Rewriting, computes
from .text import Edit
from .tree_diff import replaced
from .writing import unparsed

WRAPPED, MOST = 0.8, 8
PARTS = (ast.BinOp, ast.Call, ast.Compare)


def wrapped(rewriting: Rewriting) -> Iterator[Edit]:
    """Change `return p` to `return (p >= 0.5).astype(int)`: the returned value is part of the right one."""
    rights = [value for name, value in rewriting.values if name == "return"]
    text = rewriting.text
    for statement in walk(rewriting.function.body) if not rewriting.helper else ():
        own = statement.value if isinstance(statement, ast.Return) else None
        if own is None or isinstance(own, ast.Tuple | ast.Constant):
            continue
        known = rewriting.known(statement.lineno)
        for right in (parsed_expression(rewriting.written(value, known)) for value in rights):
            inner = [n for n in nodes_in([right]) if isinstance(n, PARTS) and n is not right]
            for part in inner[:MOST]:
                new = unparsed(replaced(right, part, parsed_expression(text.of(own))))
                cost = WRAPPED + COMPUTED * computes(own) + EACH_LETTER * (len(new) - len(text.of(own)))
                yield Edit(cost, statement.lineno, "rewrite", ((*text.span(own), new),))
