"""Train on all the data at once: take out a loop over its parts, and use the whole for each part."""

import ast
from collections.abc import Iterator, Mapping, Sequence

from .meaning import stored, walk
from .places import Function, Place
from .text import Edit, Splice, Text

COST = 0.2
PLACE = ""
"""What a number or an array that only says which samples are meant is a part of."""


def without_batches(text: Text, place: Place) -> Iterator[Edit]:
    """The edits of one function."""
    function = place.function
    if function is None:
        return
    plain = function.args.args[: len(function.args.args) - len(function.args.defaults)]
    arrays = [a.arg for a in plain if a.arg not in ("self", "cls")]
    for outer in (s for s in walk(function.body) if isinstance(s, ast.For | ast.While)):
        for loop in (s for s in outer.body if isinstance(s, ast.For) and not s.orelse):
            for wholes in _wholes(loop, arrays):
                yield from _Batch(text, function, loop, arrays, wholes).edits()


def _wholes(loop: ast.For, arrays: Sequence[str]) -> Iterator[dict[str, str]]:
    """What each variable of a loop is a part of."""
    targets = loop.target.elts if isinstance(loop.target, ast.Tuple) else [loop.target]
    names = [t.id for t in targets if isinstance(t, ast.Name)]
    if len(names) < len(targets):
        return
    if len(names) == 1:
        yield {names[0]: PLACE}
    used = [n.id for n in ast.walk(loop.iter) if isinstance(n, ast.Name)]
    given = list(dict.fromkeys(name for name in used if name in arrays))
    if 1 < len(names) <= len(given):
        yield dict(zip(names, given, strict=False))


class _Batch:
    """A loop over parts of the data."""

    def __init__(
        self, text: Text, function: Function, loop: ast.For, arrays: Sequence[str], wholes: Mapping[str, str]
    ) -> None:
        self.text, self.function, self.loop = text, function, loop
        self.arrays, self.wholes = arrays, dict(wholes)

    def edits(self) -> Iterator[Edit]:
        """Put the loop's body in its place, without the statements that only take parts."""
        lines, kept = self.text.whole_lines(self.loop), list[ast.stmt]()
        splices: list[Splice] = []
        for statement in self.loop.body:
            pairs = stored(statement) if isinstance(statement, ast.Assign) else []
            parts = [(name, self._whole(value)) for name, value in pairs]
            if pairs and all(whole is not None for _, whole in parts):
                self.wholes |= {name: whole or PLACE for name, whole in parts}
            else:
                kept.append(statement)
                splices += self._uses(statement)
        if lines is None or not kept or any(self.text.whole_lines(s) is None for s in kept):
            return
        used = {n.id for s in kept for n in ast.walk(s) if isinstance(n, ast.Name)}
        if any(whole == PLACE and name in used for name, whole in self.wholes.items()) and not splices:
            return
        yield Edit(COST, self.loop.lineno, "without batches", ((*lines, self._dedented(kept, splices)),))

    def _whole(self, node: ast.expr) -> str | None:
        """The array of which an expression is a part, or PLACE; None if it is neither."""
        if isinstance(node, ast.Name):
            return self.wholes.get(node.id)
        if isinstance(node, ast.Subscript):
            inner = self._whole(node.value)
            if inner:
                return inner
            if not isinstance(node.value, ast.Name) or not self._is_place(node.slice):
                return None
            return node.value.id if node.value.id in self.arrays else PLACE
        return PLACE if isinstance(node, ast.Call | ast.BinOp) and self._is_place(node) else None

    def _is_place(self, node: ast.expr) -> bool:
        """Whether an expression is made of a place, and of no part of an array."""
        names = {n.id for n in ast.walk(node) if isinstance(n, ast.Name)}
        return any(self.wholes.get(name) == PLACE for name in names) and not names & set(self.arrays)

    def _uses(self, statement: ast.stmt) -> Iterator[Splice]:
        """The replacements of the parts in a statement by the whole arrays."""
        waiting: list[ast.AST] = [statement]
        while waiting:
            node = waiting.pop()
            whole = self._whole(node) if isinstance(node, ast.Name | ast.Subscript) else None
            if whole and isinstance(node, ast.expr):
                yield (*self.text.span(node), whole)
            else:
                waiting += ast.iter_child_nodes(node)

    def _dedented(self, kept: Sequence[ast.stmt], splices: Sequence[Splice]) -> str:
        """The lines of some statements of the loop with replacements, as far in as the loop."""
        found, margin = [], self.text.margin(self.loop)
        for statement in kept:
            start, end = self.text.whole_lines(statement) or (0, 0)
            own = [(a - start, b - start, new) for a, b, new in splices if start <= a < end]
            new = Text(self.text.source[start:end]).edited(own) or ""
            old = self.text.margin(statement)
            found += [margin + line.removeprefix(old) for line in new.splitlines(keepends=True)]
        return "".join(found)
