"""Remove the values that a loop carries from one epoch to the next, such as a velocity."""

import ast
from collections.abc import Iterator

from .edit_places import Function, Place
from .expanded_names import stored, walk
from .text import Edit, Splice, Text

COST = -0.8


def carried(text: Text, place: Place) -> Iterator[Edit]:
    """Remove `v = 0.9 * v + g`, and use `g` in place of `v`."""
    function = place.function
    if function is None:
        return
    given = [(name, value) for s in walk(function.body) for name, value in stored(s)]
    steps = {name: value for name, value in given
             if isinstance(value, ast.BinOp) and isinstance(value.op, ast.Add | ast.Sub)
             and _holds(value.left, name) != _holds(value.right, name)
             and name not in (_said(value.left), _said(value.right))}  # fmt: skip
    gone = [s for s in walk(function.body) if (names := {n for n, _ in stored(s)}) and names <= set(steps)]
    lines = [text.whole_lines(s) for s in gone]
    if not gone or any(at is None for at in lines):
        return
    inside = {id(n) for s in gone for n in ast.walk(s)}
    uses = [n for n in ast.walk(function) if _said(n) in steps and id(n) not in inside]
    for plain in (True, False):
        new = {name: _fresh(value, name, plain=plain) for name, value in steps.items()}
        splices: list[Splice] = [(*at, "") for at in lines if at is not None]
        for use in uses:
            splices += _replaced(text, function, use, *new[_said(use)])
        yield Edit(COST, gone[0].lineno, "without memory", tuple(splices))


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
    held = text.of(new) if whole or not isinstance(new, ast.BinOp) else f"({text.of(new)})"
    if not less:
        return [(*text.span(use), held)]
    if whole is None or not isinstance(whole.op, ast.Add):
        return [(*text.span(use), f"-{held}" if not isinstance(new, ast.BinOp) else f"(-{text.of(new)})")]
    at = text.source.index("+=", text.span(whole.target)[1])
    return [(at, at + 1, "-"), (*text.span(use), held)]


def _holds(node: ast.expr, name: str) -> bool:
    return any(_said(n) == name for n in ast.walk(node))


def _said(node: ast.AST) -> str:
    return ast.unparse(node) if isinstance(node, ast.Name | ast.Attribute) else ""
