"""Train on all samples together: remove a loop over batches, or a random draw, and use the whole data."""

import ast
from collections.abc import Iterator, Mapping, Sequence

from ....sandbox.parsing import nodes_in
from ...source.syntax import called_name, parameters
from ...source.tree import Tree
from ..code.expanded_names import looped, stored, walk
from ..code.text import Edit, Splice, Text
from ..edit_kinds import Kind
from .edit_places import Place

DRAWN = ("choice", "permutation", "integers", "randint", "sample")
"""Functions that draw samples."""
PLACE = ""
"""Used in place of an array's name for a value that only says which samples are used."""


def without_batches(text: Text, tree: Tree, place: Place) -> Iterator[Edit]:
    """The edits of one function."""
    function = place.function
    if function is None:
        return
    plain = function.args.args[: len(function.args.args) - len(function.args.defaults)]
    arrays = [a.arg for a in plain if a.arg not in ("self", "cls")]
    for outer in (s for s in walk(function.body) if isinstance(s, ast.For | ast.While)):
        for loop in (s for s in outer.body if isinstance(s, ast.For) and not s.orelse):
            for wholes in _wholes(loop, arrays):
                yield from _Batch(text, tree, arrays, wholes).without_loop(loop)
        counted = {name: PLACE for name, _ in looped(outer)}
        yield from _Batch(text, tree, arrays, counted).without_draws(outer.body)


def _wholes(loop: ast.For, arrays: Sequence[str]) -> Iterator[dict[str, str]]:
    """For each variable of a loop, the array that it is a part of."""
    targets = loop.target.elts if isinstance(loop.target, ast.Tuple) else [loop.target]
    names = [t.id for t in targets if isinstance(t, ast.Name)]
    if len(names) < len(targets):
        return
    if len(names) == 1:
        yield {names[0]: PLACE}
    used = [n.id for n in nodes_in([loop.iter]) if isinstance(n, ast.Name)]
    given = list(dict.fromkeys(name for name in used if name in arrays))
    if 1 < len(names) <= len(given):
        yield dict(zip(names, given, strict=False))


class _Batch:
    """A loop over parts of the data."""

    def __init__(self, text: Text, tree: Tree, arrays: Sequence[str], wholes: Mapping[str, str]) -> None:
        self.text, self.tree, self.arrays, self.wholes = text, tree, arrays, dict(wholes)

    def without_loop(self, loop: ast.For) -> Iterator[Edit]:
        """Replace the loop with its body, without the statements that only take parts."""
        gone, splices = self._parted(loop.body)
        kept, lines = [s for s in loop.body if s not in gone], self.text.whole_lines(loop)
        if lines is not None and kept and all(self.text.whole_lines(s) is not None for s in kept):
            yield Edit(Kind.ALL_SAMPLES, loop.lineno, ((*lines, self._dedented(loop, kept, splices)),))

    def without_draws(self, body: Sequence[ast.stmt]) -> Iterator[Edit]:
        """Remove the statements that draw samples, and those that only take parts."""
        gone, splices = self._parted(body)
        lines = [self.text.whole_lines(statement) for statement in gone]
        if splices and gone and len(gone) < len(body):
            cut = [(*at, "") for at in lines if at is not None]
            yield Edit(Kind.ALL_SAMPLES, self.text.line(splices[0][0]), (*cut, *splices))

    def _parted(self, body: Sequence[ast.stmt]) -> tuple[list[ast.stmt], list[Splice]]:
        """The statements that only take parts, and the replacements in the others."""
        gone, splices = list[ast.stmt](), list[Splice]()
        for statement in body:
            pairs = stored(statement) if isinstance(statement, ast.Assign) else []
            parts = {name: PLACE if _is_drawn(value) else self._whole(value) for name, value in pairs}
            parts |= self._drawn_by_helper(statement)
            if isinstance(statement, ast.If) and self._skips(statement):
                gone.append(statement)
            elif parts and None not in parts.values():
                self.wholes |= {name: whole or PLACE for name, whole in parts.items()}
                gone.append(statement)
            else:
                splices += self._uses(statement)
        return gone, splices

    def _drawn_by_helper(self, statement: ast.stmt) -> dict[str, str | None]:
        """The arrays of which a helper returns parts, by the names that the statement gives these."""
        call = statement.value if isinstance(statement, ast.Assign) else None
        helper = self.tree.function(called_name(call.func)) if isinstance(call, ast.Call) else None
        last = helper.body[-1] if helper is not None else None
        row = last.value.elts if isinstance(last, ast.Return) and isinstance(last.value, ast.Tuple) else []
        names = [ast.unparse(part.value) for part in row if isinstance(part, ast.Subscript)]
        if helper is None or not isinstance(call, ast.Call) or not names or len(names) < len(row):
            return {}
        given = dict(zip(parameters(helper), map(ast.unparse, call.args), strict=False))
        wholes = [name if (name := given.get(own)) in self.arrays else None for own in names]
        return dict(zip([name for name, _ in stored(statement)], wholes, strict=False))

    def _skips(self, statement: ast.If) -> bool:
        """Whether a condition only leaves out some parts, such as empty ones."""
        asked = {n.id for n in nodes_in([statement.test]) if isinstance(n, ast.Name)}
        plain = len(statement.body) == 1 and isinstance(statement.body[0], ast.Continue)
        return plain and not statement.orelse and bool(asked & set(self.wholes))

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
            return self.wholes.get(node.value.id, node.value.id)
        return PLACE if isinstance(node, ast.Call | ast.BinOp) and self._is_place(node) else None

    def _is_place(self, node: ast.expr) -> bool:
        """Whether an expression only says which samples are used, and takes no part of an array."""
        counts = [n for n in nodes_in([node]) if ast.unparse(n).startswith("len(")]
        counted = {id(n) for c in counts if isinstance(c, ast.Call) for n in nodes_in([c])}
        names = {n.id for n in nodes_in([node]) if isinstance(n, ast.Name) and id(n) not in counted}
        places = {name for name, whole in self.wholes.items() if whole not in self.arrays}
        return bool(names & places) and not names & set(self.arrays)

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

    def _dedented(self, loop: ast.For, kept: Sequence[ast.stmt], splices: Sequence[Splice]) -> str:
        """The lines of some statements of the loop with replacements, indented like the loop."""
        found, margin = [], self.text.margin(loop)
        for statement in kept:
            start, end = self.text.whole_lines(statement) or (0, 0)
            own = [(a - start, b - start, new) for a, b, new in splices if start <= a < end]
            new = Text(self.text.source[start:end]).edited(own) or ""
            old = self.text.margin(statement)
            found += [margin + line.removeprefix(old) for line in new.splitlines(keepends=True)]
        return "".join(found)


def _is_drawn(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and called_name(node.func) in DRAWN
