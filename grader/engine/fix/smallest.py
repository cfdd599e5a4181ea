"""A fix made smaller: what the learner wrote comes back wherever the fix does not need something else."""

import ast
from collections.abc import Callable, Iterator, Sequence

from .faults import faults
from .nodes import (
    PLAIN,
    as_in,
    differing,
    distance,
    expressions,
    is_part,
    replaced,
    slots,
    statements,
    values,
    without_needless_brackets,
)
from .text import Splice, Text, changes_between, lines_of

MOST = 12
"""Expressions nearer to the learner's that are tried for one that a fix has in its place."""
ATOMS = (ast.Name, ast.Attribute, ast.Constant)
Right = Callable[[str], bool]
"""Whether a text passes."""


def smallest(source: str, text: str, right: Right) -> str:
    """The fixed text nearer to the source: in its spelling, and without what the fix need not have.

    Args:
        source: the text that the fix is of.
        text: the text with the fix, which passes.
        right: tries another text.
    """
    if faults(source) == float("inf"):
        return text  # it does not parse
    for line in [old.lineno for old, _ in _pairs(source, text)]:
        text = _Statement(source, text, line).nearest(right)
    for tries in (_without_one, _said_once):
        while (found := next(filter(right, tries(source, text)), None)) is not None:
            text = found
    return _without_brackets(source, text)


def _regions(
    source: str, text: str, own: Sequence[ast.stmt] = ()
) -> list[tuple[list[ast.stmt], list[ast.stmt]]]:
    """The statements of the old and the new text, `own` being the latter's, where the lines of them differ."""
    old, new = statements(source), own or statements(text)
    found, shift = [], 0
    for change in changes_between(source, text):
        count = len(lines_of(change.text))
        first = change.start + shift
        found.append((_at(old, change.start, change.end), _at(new, first, first + count - 1)))
        shift += count - (change.end - change.start + 1)
    return found


def _at(found: Sequence[ast.stmt], first: int, last: int) -> list[ast.stmt]:
    return sorted((s for s in found if s.lineno <= last and _end(s) >= first), key=lambda s: s.lineno)


def _end(statement: ast.stmt) -> int:
    """The last line of a simple statement, or of the head of a compound one."""
    body = getattr(statement, "body", None)
    return max(statement.lineno, body[0].lineno - 1) if body else statement.end_lineno or 0


def _new(source: str, text: str, own: Sequence[ast.stmt]) -> list[ast.stmt]:
    """The simple statements that a fix changes or brings in, of all those of the text."""
    return [s for _, new in _regions(source, text, own) for s in new if isinstance(s, PLAIN)]


# -- the learner's spelling


def _pairs(source: str, text: str) -> list[tuple[ast.stmt, list[ast.stmt]]]:
    """Each old statement with the new ones that give values to the same things, in the same order."""
    found = []
    for old, new in _regions(source, text):
        left = list(new)
        for statement in old:
            names = [name for name, _ in slots(statement)]
            for start, stop in ((i, j) for i in range(len(left)) for j in range(i + 1, len(left) + 1)):
                if names and names == [name for s in left[start:stop] for name, _ in slots(s)]:
                    found.append((statement, left[start:stop]))
                    left = left[stop:]
                    break
    return found


class _Statement:
    """One statement of the learner's, and what the fix has in its place."""

    def __init__(self, source: str, text: str, line: int) -> None:
        self.before, self.after, self.text = Text(source), Text(text), text
        pairs = _pairs(source, text)
        self.alone = len(_regions(source, text)) == 1 == len(pairs)
        self.old, self.new = next((p for p in pairs if p[0].lineno == line), (ast.Pass(), []))
        self.same = len(self.new) == 1 and type(self.new[0]) is type(self.old)
        values = [part for s in self.new for part in as_in(self.old, s)]
        own = [value for _, value in slots(self.old)]
        self.parts = list(zip(own, values, strict=True)) if len(own) == len(values) else []

    def nearest(self, right: Right) -> str:
        """The text with the statement as near to the learner's as it passes."""
        pairs = [pair for old, new in self.parts for pair in differing(old, new) or []]
        splices = [splice for pair in pairs if (splice := self._put(*pair)) is not None]
        kept = self._with(splices)
        if len(splices) < len(pairs) or kept is None or not (kept == self.text or right(kept)):
            return self.text
        for pair, splice in zip(pairs, list(splices), strict=True):
            rest = [other for other in splices if other is not splice]
            back = [rest] if rest or not self.alone else []
            for some in (*back, *([*rest, other] for other in self._nearer(*pair))):
                if (new := self._with(some)) not in (None, kept) and right(new or ""):
                    kept, splices = new or "", some
                    break
        return kept

    def _nearer(self, old: ast.expr, new: ast.expr) -> Iterator[Splice]:
        """Ways to put part of the new expression in, or of the old one, that change less of the old one."""
        if isinstance(old, ATOMS) or is_part(old, new) or is_part(new, old):
            return
        fresh = [node for node in values(new) if not is_part(node, old)]
        ways = [(s, r) for s in values(old) for r in (*fresh, *values(s)[1:])]
        splices = {splice for way in ways if (splice := self._put(*way)) is not None}
        for call in values(old):
            if isinstance(call, ast.Call) and call.args:
                end = self.before.span(call)[1] - 1
                splices |= {(end, end, f", {self._written(node)}") for node in fresh}
        far = self._changed(old, self._put(old, new))
        sizes = {splice: self._changed(old, splice) for splice in splices}
        nearer = [splice for splice in splices if 0 < sizes[splice] < far]
        yield from sorted(nearer, key=lambda s: (sizes[s], len(s[2]), s))[:MOST]

    def _changed(self, node: ast.expr, splice: Splice | None) -> int:
        if splice is None:
            return 0
        start, end = self.before.span(node)
        own, (first, last, new) = self.before.source, splice
        return distance(own[start:end], f"{own[start:first]}{new}{own[last:end]}")

    def _written(self, node: ast.expr) -> str:
        if not hasattr(node, "lineno"):
            return ast.unparse(node)
        own = any(node is part for old, _ in self.parts for part in ast.walk(old))
        return (self.before if own else self.after).of(node)

    def _put(self, old: ast.expr, new: ast.expr) -> Splice | None:
        """One node of the learner's replaced, in brackets only where it needs them."""
        whole = next((part for part, _ in self.parts if any(old is n for n in ast.walk(part))), old)
        start, end = self.before.span(whole)
        wanted = ast.dump(replaced(whole, old, new))
        for form in ("{}", "({})"):
            first, last = self.before.span(old)
            written = form.format(self._written(new))
            own = self.before.source
            try:
                got = ast.parse(f"({own[start:first]}{written}{own[last:end]}\n)", mode="eval").body
            except SyntaxError:
                continue
            if ast.dump(got) == wanted:
                return first, last, written
        return None

    def _with(self, splices: Sequence[Splice]) -> str | None:
        """The text in which the learner's statement stands with these parts replaced, and nothing else."""
        if not self.parts:
            return None
        if self.same:
            own = [self._edited(old, splices) for old, _ in self.parts]
            places = [self.after.span(new) for _, new in self.parts]
            return self.after.edited([(*at, part) for at, part in zip(places, own, strict=True)])
        first, last = self.after.span(self.new[0])[0], self.after.span(self.new[-1])[1]
        return self.after.edited([(first, last, self._edited(self.old, splices))])

    def _edited(self, node: ast.expr | ast.stmt, splices: Sequence[Splice]) -> str:
        start, end = self.before.span(node)
        inside = [(a - start, b - start, new) for a, b, new in splices if start <= a and b <= end]
        return Text(self.before.of(node)).edited(inside) or ""


# -- what need not be there


def _without_one(source: str, text: str) -> Iterator[str]:
    """The text without a new statement that may do nothing: with its `if`, where that has nothing else."""
    whole, own = Text(text), statements(text)
    for statement in _new(source, text, own):
        if not _may_go(statement):
            continue
        owner = next((o for o in own if getattr(o, "body", None) == [statement]), statement)
        if owner is not statement and not (isinstance(owner, ast.If) and not owner.orelse):
            continue
        if (span := whole.whole_lines(owner)) is not None:
            yield whole.source[: span[0]] + whole.source[span[1] :]


def _may_go(statement: ast.stmt) -> bool:
    if isinstance(statement, ast.Return):
        return isinstance(statement.value, ast.Name) and statement.value.id == "self"
    targets = getattr(statement, "targets", [getattr(statement, "target", None)])
    return isinstance(statement, ast.Expr) or all(isinstance(t, ast.Name | ast.Subscript) for t in targets)


def _said_once(source: str, text: str) -> Iterator[str]:
    """The text without another statement that says the same as a new one, or computes the same again."""
    whole, own = Text(text), statements(text)
    for new in _new(source, text, own):
        if not isinstance(new, ast.Assign) or not isinstance(new.targets[0], ast.Name):
            continue
        functions = [f for f in own if isinstance(f, ast.FunctionDef) and new in ast.walk(f)]
        inside = [n for f in functions[-1:] for n in ast.walk(f) if isinstance(n, PLAIN) and n is not new]
        for other in inside:
            if ast.dump(other) == ast.dump(new) and (span := whole.whole_lines(other)) is not None:
                yield whole.source[: span[0]] + whole.source[span[1] :]
        if isinstance(new.value, ast.Call) and ast.unparse(new.value.func).startswith("self."):
            same = [
                e for s in inside if s.lineno > new.lineno and s.col_offset >= new.col_offset
                for e in expressions(s) if ast.dump(e) == ast.dump(new.value)
            ]  # fmt: skip
            once = whole.edited([(*whole.span(e), new.targets[0].id) for e in same])
            if same and once is not None:
                yield once


def _without_brackets(source: str, text: str) -> str:
    whole = Text(text)
    new = _new(source, text, statements(text))
    return (
        whole.edited([(*whole.span(s), without_needless_brackets(whole.of(s), source)) for s in new]) or text
    )
