"""Edits that keep the learner's own value: put the right call around it, or read an attribute again."""

import ast
from collections.abc import Iterator

from ...sandbox.parsing import nodes_in, parsed_expression
from .edit_places import Function, Place
from .expanded_names import stored, walk
from .rewrite import COMPUTED, EACH_LETTER, Rewriting, computes
from .text import Edit, Text
from .tree_diff import replaced
from .writing import unparsed

WRAPPED, CAPTURED, MOST = 0.8, 0.3, 8
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


def not_captured(text: Text, place: Place) -> Iterator[Edit]:
    """Read `model.x` in a lambda instead of an `x` captured before: `x, z = model.x, model.z` is removed."""
    for statement in place.statements if place.function is not None else ():
        given, whole = stored(statement), None
        if given and all(name.isidentifier() and isinstance(v, ast.Attribute) for name, v in given):
            whole = text.whole_lines(statement)
        values = {name: text.of(value) for name, value in given if hasattr(value, "lineno")}
        nodes = [n for n in _names(place.function) if n.id in values]
        inner = [n for n in nodes_in([place.function or statement]) if isinstance(n, Function | ast.Lambda)]
        inside = {id(n) for f in inner if f is not place.function for n in _names(f)}
        uses = [n for n in nodes if id(n) in inside and isinstance(n.ctx, ast.Load)]
        if whole is not None and uses and len(nodes) == len(uses) + len(values):
            splices = [(*text.span(n), values[n.id]) for n in uses]
            yield Edit(CAPTURED, statement.lineno, "asked", ((*whole, ""), *splices))


def _names(function: ast.AST | None) -> list[ast.Name]:
    return [n for n in nodes_in([function]) if isinstance(n, ast.Name)] if function is not None else []
