"""What a loop carries from one epoch to the next: a velocity taken out, a changed parameter named anew."""

import ast
from collections.abc import Iterator

from .edit_places import Function, Place
from .expanded_names import looped, stored, walk
from .text import Edit, Splice, Text

COST, NAMED, COMPARED = -0.8, 0.5, 0.0


def carried(text: Text, place: Place) -> Iterator[Edit]:
    """The edits of one function."""
    if place.function is not None:
        yield from _without_velocities(text, place.function)
        yield from _named_anew(text, place, place.function)
        yield from _from_infinity(text, place.function)


def _without_velocities(text: Text, function: Function) -> Iterator[Edit]:
    """`v = 0.9 * v + g` left out, and `g` used where `v` was."""
    given = [(name, s, value) for s in walk(function.body) for name, value in stored(s)]
    kept = {_said(value): (name.partition("[")[0], s) for name, s, value in given if name[-1:] == "]"}
    memory = {name: kept[name][0] if name in kept else name for name, _, _ in given}
    steps = {name: (s, value) for name, s, value in given
             if isinstance(value, ast.BinOp) and isinstance(value.op, ast.Add | ast.Sub)
             and _holds(value.left, memory[name]) != _holds(value.right, memory[name])
             and memory[name] not in (_said(value.left), _said(value.right))}  # fmt: skip
    if not steps:
        return
    gone = [s for s in walk(function.body) if (names := {n for n, _ in stored(s)}) and names <= set(steps)]
    gone += [kept[name][1] for name in steps if name in kept]
    lines = [text.whole_lines(s) for s in gone]
    if any(at is None for at in lines):
        return
    inside = {id(n) for s in gone for n in ast.walk(s)}
    uses = [n for n in ast.walk(function) if _said(n) in steps and id(n) not in inside]
    for plain in (True, False):
        new = {name: _fresh(value, memory[name], plain=plain) for name, (_, value) in steps.items()}
        splices: list[Splice] = [(*at, "") for at in lines if at is not None]
        for use in uses:
            splices += _replaced(text, function, use, *new[_said(use)])
        yield Edit(COST, next(s.lineno for s, _ in steps.values()), "without memory", tuple(splices))


def _fresh(value: ast.BinOp, name: str, *, plain: bool) -> tuple[ast.expr, bool]:
    """What comes to a velocity in an epoch, and whether that is taken off; plain: without its factor."""
    new = value.right if _holds(value.left, name) else value.left
    less = isinstance(value.op, ast.Sub) and new is value.right
    if plain and isinstance(new, ast.BinOp) and isinstance(new.op, ast.Mult):
        kept = [side for side in (new.left, new.right) if not _is_share(side)]
        new = kept[0] if len(kept) == 1 else new
    return new, less


def _is_share(node: ast.expr) -> bool:
    """Whether a factor is a number, or one less something: the share of what is new in an average."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Sub):
        node = node.left
    return isinstance(node, ast.Constant)


def _replaced(text: Text, function: Function, use: ast.AST, new: ast.expr, less: bool) -> list[Splice]:
    """A use of a velocity with what is new in its place; `p += v` as `p -= g` where that is taken off."""
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


def _named_anew(text: Text, place: Place, function: Function) -> Iterator[Edit]:
    """A parameter that a loop gives a new value, made of the old one and of what it counts: under a name."""
    given = [a.arg for a in function.args.args]
    for loop in (s for s in walk(function.body) if isinstance(s, ast.For)):
        for number, statement in enumerate(loop.body):
            pairs = stored(statement)
            name, value = pairs[0] if len(pairs) == 1 else ("", loop.iter)
            counted = any(_holds(value, counter) for counter, _ in looped(loop))
            if name not in given or not _holds(value, name) or not counted:
                continue
            anew, target = f"current_{name}", statement.targets[0]  # type: ignore[attr-defined]
            after = [n for s in loop.body[number + 1 :] for n in ast.walk(s) if _said(n) == name]
            splices = tuple((*text.span(n), anew) for n in [target, *after])
            if anew not in place.names:
                yield Edit(NAMED, statement.lineno, "name anew", splices)


def _from_infinity(text: Text, function: Function) -> Iterator[Edit]:
    """What a condition compares, and what begins at 0, begun at infinity."""
    compared = {_said(n) for c in ast.walk(function) if isinstance(c, ast.Compare) for n in ast.walk(c)}
    for statement in walk(function.body):
        for name, value in stored(statement):
            if name in compared and isinstance(value, ast.Constant) and value.value in (0, None):
                yield Edit(COMPARED, statement.lineno, "from infinity", ((*text.span(value), "np.inf"),))
