"""Edits of statements that belong together: a sum on two lines, two updates, a counter and its loop."""

import ast
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ....sandbox.parsing import nodes_in
from ...source.syntax import is_number
from ..code.expanded_names import stored
from ..code.operators import ATOM, OPERATORS
from ..code.text import Edit, Splice, Text
from ..code.writing import Writing
from ..edit_kinds import Kind
from .edit_places import Place
from .several import OTHER_END

WIDEST = 100


def of_pairs(text: Text, place: Place) -> Iterator[Edit]:
    """The edits of one function."""
    for owner in place.statements if place.function is not None else ():
        for name in ("body", "orelse"):
            block = getattr(owner, name, [])
            for one, two in pairwise(block if isinstance(block, list) else ()):
                yield from _joined(text, one, two)
                yield from _at_once(text, one, two)
                yield from _counted_by(text, one, two, block)
                yield from _other_ends(text, one, two)
        if isinstance(owner, ast.For | ast.While):
            yield from _begun_anew(text, place, owner)
        if isinstance(owner, ast.For):
            yield from _for_one(text, place, owner)


def _joined(text: Text, one: ast.stmt, two: ast.stmt) -> Iterator[Edit]:
    """Put parentheses around a sum that goes on in the next line."""
    value, more = getattr(one, "value", None), two.value if isinstance(two, ast.Expr) else None
    while isinstance(more, ast.BinOp):
        more = more.left
    sign = isinstance(more, ast.UnaryOp) and isinstance(more.op, ast.UAdd | ast.USub)
    if sign and value is not None and not isinstance(one, ast.Expr):
        start, end = text.span(value)[0], text.span(two)[1]
        yield Edit(Kind.JOIN_LINES, one.lineno, ((start, start, "("), (end, end, ")")))


def _at_once(text: Text, one: ast.stmt, two: ast.stmt) -> Iterator[Edit]:
    """Assign two attributes at once, so that the second does not use the first one's new value."""
    both = [s for s in (one, two) if isinstance(s, ast.Assign) and isinstance(s.targets[0], ast.Attribute)]
    names = [text.of(s.targets[0]) for s in both if len(s.targets) == 1]
    lines = [text.whole_lines(s) for s in (one, two)]
    if len(set(names)) != 2 or None in lines:
        return
    new = f"{', '.join(names)} = {', '.join(text.of(s.value) for s in both)}"
    if len(new) < WIDEST and lines[1] is not None:
        yield Edit(Kind.AT_ONCE, two.lineno, ((*text.span(one), new), (*lines[1], "")))


def _other_ends(text: Text, one: ast.stmt, two: ast.stmt) -> Iterator[Edit]:
    """Take an array of weights and bias apart at its other end, in two lines."""
    parts = [n for n in nodes_in([one, two]) if isinstance(n, ast.Subscript)]
    said = [text.of(part).partition("[") for part in parts]
    plain = all(isinstance(s, ast.Assign) for s in (one, two)) and len({name for name, *_ in said}) == 1
    if plain and len(parts) == 2 and all(index in OTHER_END for *_, index in said):
        splices = tuple((*text.span(part), f"{name}[{OTHER_END[index]}")
                        for part, (name, _, index) in zip(parts, said, strict=True))  # fmt: skip
        yield Edit(Kind.OTHER_END, one.lineno, splices)


def _counted_by(text: Text, one: ast.stmt, two: ast.stmt, block: Sequence[ast.stmt]) -> Iterator[Edit]:
    """Let a loop count a name that starts at 0 before it and never changes."""
    zeros = [name for name, value in stored(one) if is_number(value, 0)]
    lines = text.whole_lines(one)
    if not isinstance(two, ast.For) or len(zeros) != 1 or not isinstance(two.target, ast.Name) or not lines:
        return
    names = [n for n in nodes_in([two]) if isinstance(n, ast.Name)]
    given = {n.id for n in names if isinstance(n.ctx, ast.Store)}
    read = {n.id for n in names if isinstance(n.ctx, ast.Load)}
    if zeros[0] in read - given and two.target.id not in read and "range(" in text.of(two.iter):
        yield Edit(Kind.COUNT, two.lineno, ((*lines, ""), (*text.span(two.target), zeros[0])))


def _for_one(text: Text, place: Place, loop: ast.For) -> Iterator[Edit]:
    """Do what a loop does for only one of the things that it goes over."""
    given, body = dict(pair for s in place.statements for pair in stored(s)), text.only(loop, loop.body)
    row, name = given.get(text.of(loop.iter), loop.iter), text.of(loop.target)
    if body is None or not isinstance(loop.target, ast.Name):
        return
    for part in filter(None, getattr(row, "keys", getattr(row, "elts", ()))):
        said, key = text.of(part).replace("\\", r"\\"), getattr(part, "value", "")
        once = re.sub(rf"getattr\((\w+), {name}\)", rf"\1.{key}", body[2])
        yield Edit(Kind.FOR_ONE, loop.lineno, ((*body[:2], re.sub(rf"\b{name}\b", said, once)),))


def _begun_anew(text: Text, place: Place, loop: ast.For | ast.While) -> Iterator[Edit]:
    """Keep what a loop makes of a parameter under a name of its own, so that each turn begins anew."""
    assert place.function is not None
    parameters = {a.arg for a in nodes_in([place.function.args]) if isinstance(a, ast.arg)}
    for statement in loop.body:
        target = statement.targets[0] if isinstance(statement, ast.Assign) else None
        target = statement.target if isinstance(statement, ast.AugAssign) else target
        name = target.id if isinstance(target, ast.Name) else ""
        uses = [n for n in nodes_in([loop]) if isinstance(n, ast.Name) and n.id == name and n is not target]
        later = [n for n in uses if n.lineno > (statement.end_lineno or 0)]
        if name not in parameters or not later or any(isinstance(n.ctx, ast.Store) for n in uses):
            continue
        new = f"{name}_now"
        splices: list[Splice] = [(*text.span(n), new) for n in later]
        if isinstance(statement, ast.AugAssign) and type(statement.op) in OPERATORS:
            sign = OPERATORS[type(statement.op)][0]
            value = f"{new} = {name} {sign} {Writing(text).held(statement.value, ATOM)}"
            splices.append((*text.span(statement), value))
        elif len(later) < len(uses) and isinstance(target, ast.Name):
            splices.append((*text.span(target), new))
        else:
            continue
        yield Edit(Kind.BEGIN_ANEW, statement.lineno, tuple(splices))
