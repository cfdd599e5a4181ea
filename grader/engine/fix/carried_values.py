"""Remove the values that a loop carries from one epoch to the next, such as a velocity."""

import ast
from collections.abc import Iterator, Mapping

from ...sandbox.parsing import nodes_in
from .edit_places import Function, Place
from .expanded_names import stored, walk
from .operators import PRODUCT, rank
from .text import Edit, Splice, Text

COST = -0.8


def remembered(function: ast.AST) -> dict[str, ast.BinOp]:
    """The names that a function updates from a share of their old value, with the update."""
    given = [(name, value) for s in walk(getattr(function, "body", [])) for name, value in stored(s)]
    return {name: value for name, value in given
            if isinstance(value, ast.BinOp) and isinstance(value.op, ast.Add | ast.Sub)
            and _holds(value.left, name) != _holds(value.right, name)
            and name not in (_said(value.left), _said(value.right))}  # fmt: skip


def carried(text: Text, place: Place) -> Iterator[Edit]:
    """Remove `v = 0.9 * v + g`, and use `g` in place of `v`."""
    function = place.function
    steps = remembered(function) if function is not None else {}
    if function is None or not steps:
        return
    gone = [s for s in walk(function.body) if (names := {n for n, _ in stored(s)}) and names <= set(steps)]
    lines = [text.whole_lines(s) for s in gone]
    if not gone or any(at is None for at in lines):
        return
    removed: list[Splice] = [(*at, "") for at in lines if at is not None]
    inside = {id(n) for s in gone for n in nodes_in([s])}
    uses = [n for n in nodes_in([function]) if _said(n) in steps and id(n) not in inside
            if isinstance(n, ast.Name | ast.Attribute) and isinstance(n.ctx, ast.Load)]  # fmt: skip
    for plain in (True, False):
        new = {name: _fresh(value, name, plain=plain) for name, value in steps.items()}
        splices = list(removed)
        for use in uses:
            ahead = use.lineno < steps[_said(use)].lineno
            looked = _term(text, function, use) if ahead else None
            splices += [looked] if looked else _replaced(text, function, use, *new[_said(use)])
        yield Edit(COST, gone[0].lineno, "without memory", tuple(splices))
    bases = {name: _fresh(value, name, plain=True)[0] for name, value in steps.items()}
    if scaled := _unscaled(text, function, max(value.lineno for value in steps.values()), bases):
        yield Edit(COST, gone[0].lineno, "without memory", (*removed, *scaled))


def _unscaled(text: Text, function: Function, line: int, bases: dict[str, ast.expr]) -> list[Splice]:
    """Let steps use the new terms, undivided, in place of what is computed from averages above them.

    Args:
        text: the text.
        function: the function that makes the steps.
        line: the line of the last average.
        bases: the new term of each average; the values computed from them are added.
    """
    splices: list[Splice] = []
    for statement in (s for s in walk(function.body) if s.lineno > line and not hasattr(s, "body")):
        pairs = stored(statement)
        given = {name: base for name, value in pairs if (base := _average(value, bases)) is not None}
        if pairs and len(given) == len(pairs):
            lines = text.whole_lines(statement)
            splices += [(*lines, "")] if lines else []
            bases |= given
        else:
            splices += _undivided(text, statement, bases)
    return splices


def _average(value: ast.AST, bases: Mapping[str, ast.expr]) -> ast.expr | None:
    """The new term of an average, which may be divided by something; None for any other value."""
    while isinstance(value, ast.BinOp) and isinstance(value.op, ast.Div):
        value = value.left
    return bases.get(_said(value))


def _undivided(text: Text, node: ast.AST, bases: Mapping[str, ast.expr]) -> list[Splice]:
    """Put the new terms in place of averages, and drop the divisors that are computed from averages."""
    new = None if isinstance(getattr(node, "ctx", None), ast.Store) else _average(node, bases)
    if new is not None and isinstance(node, ast.expr):
        return [(*text.span(node), text.of(new) if rank(new) > PRODUCT else f"({text.of(new)})")]
    divides = isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div)
    if isinstance(node, ast.BinOp) and divides and any(_holds(node.right, name) for name in bases):
        left, right = text.span(node.left)[1], text.span(node)[1]
        return [*_undivided(text, node.left, bases), (left, right, "")]
    return [splice for child in ast.iter_child_nodes(node) for splice in _undivided(text, child, bases)]


def _term(text: Text, function: Function, use: ast.AST) -> Splice | None:
    """Remove `+ 0.9 * v` from a sum; None if the name is not a factor of a term on the right."""
    parents = {id(child): n for n in nodes_in([function]) for child in ast.iter_child_nodes(n)}
    term = use
    while isinstance(owner := parents[id(term)], ast.BinOp) and isinstance(owner.op, ast.Mult):
        term = owner
    if term is use or not isinstance(owner, ast.BinOp) or not isinstance(owner.op, ast.Add | ast.Sub):
        return None
    return (text.span(owner.left)[1], text.span(owner)[1], "") if term is owner.right else None


def _fresh(value: ast.BinOp, name: str, *, plain: bool) -> tuple[ast.expr, bool]:
    """The term that an epoch adds to a velocity, and whether it is subtracted; `plain` drops its factor."""
    new = value.right if _holds(value.left, name) else value.left
    less = isinstance(value.op, ast.Sub) and new is value.right
    if plain and isinstance(new, ast.BinOp) and isinstance(new.op, ast.Mult):
        kept = [side for side in (new.left, new.right) if not _is_share(side)]
        new = kept[0] if len(kept) == 1 else new
    return new, less


def _is_share(node: ast.expr) -> bool:
    """Whether a factor is a number, or `1 - something`: the share of the new value in an average."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Sub):
        node = node.left
    return isinstance(node, ast.Constant)


def _replaced(text: Text, function: Function, use: ast.AST, new: ast.expr, less: bool) -> list[Splice]:
    """Replace a velocity with the new term; `p += v` becomes `p -= g` if that term is subtracted."""
    assert isinstance(use, ast.Name | ast.Attribute)
    whole = next((s for s in walk(function.body) if isinstance(s, ast.AugAssign) and s.value is use), None)
    total = next((n for n in nodes_in([function]) if isinstance(n, ast.BinOp) and n.right is use), None)
    held = text.of(new) if whole or not isinstance(new, ast.BinOp) else f"({text.of(new)})"
    if not less:
        return [(*text.span(use), held)]
    added = whole or total
    if added is None or not isinstance(added.op, ast.Add):
        return [(*text.span(use), f"-{held}" if not isinstance(new, ast.BinOp) else f"(-{text.of(new)})")]
    before = added.left if isinstance(added, ast.BinOp) else added.target
    at = text.source.index("+", text.span(before)[1])
    return [(at, at + 1, "-"), (*text.span(use), text.of(new) if rank(new) >= PRODUCT else held)]


def _holds(node: ast.expr, name: str) -> bool:
    return any(_said(n) == name for n in nodes_in([node]))


def _said(node: ast.AST) -> str:
    return ast.unparse(node) if isinstance(node, ast.Name | ast.Attribute) else ""
