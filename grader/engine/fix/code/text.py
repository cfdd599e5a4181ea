"""Edit a source text at the positions of its syntax tree, so that everything else stays as written."""

import ast
import re
from bisect import bisect_right
from collections.abc import Sequence
from difflib import SequenceMatcher
from textwrap import dedent
from typing import NamedTuple

from ....sandbox.parsing import parsed
from ....verdict import Change
from ...source.tree import after_docstring
from ..edit_kinds import Kind

WORD = re.compile(r"[A-Za-z_]\w*")
LINE_END = re.compile(r"\r\n|\r|\n")
FLAT = (ast.Assign, ast.AugAssign, ast.AnnAssign, ast.Expr, ast.Return, ast.Raise, ast.Assert,
        ast.Break, ast.Continue, ast.Delete, ast.Pass)  # fmt: skip
ALIKE = 0.35
"""Two lines that are more alike than this are versions of the same line."""
Splice = tuple[int, int, str]
"""The start and end offsets of a part of the text, and its replacement."""


class Edit(NamedTuple):
    """One candidate edit."""

    kind: Kind  # what it does; the same kind in several places is one slip
    line: int  # the line that it changes
    splices: tuple[Splice, ...]  # the replacements
    extra: float = 0.0  # how much less usual it is than others of its kind
    what: str = ""  # what is replaced by what, where that makes it another slip

    @property
    def cost(self) -> float:
        """How late it is tried."""
        return self.kind.cost + self.extra

    def dearer(self, by: float) -> "Edit":
        """The edit with a higher cost."""
        return self._replace(extra=self.extra + by)


def lines_of(source: str) -> list[str]:
    """The lines of a text with their line ends, as Python counts them."""
    found, start = [], 0
    for end in LINE_END.finditer(source):
        found.append(source[start : end.end()])
        start = end.end()
    return [*found, source[start:]] if start < len(source) else found


class Text:
    """A source text with the positions of its nodes."""

    def __init__(self, source: str) -> None:
        self.source, self.lines = source, lines_of(source)
        self.starts = [0]
        for line in self.lines:
            self.starts.append(self.starts[-1] + len(line))
        self.newline = next((end.group() for end in LINE_END.finditer(source)), "\n")

    def offset(self, line: int, column: int) -> int:
        """The offset in the text of a position in the syntax tree, whose columns count bytes."""
        text = self.lines[line - 1] if line <= len(self.lines) else ""
        if not text.isascii():
            column = len(text.encode()[:column].decode(errors="ignore"))
        return self.starts[line - 1] + min(column, len(text))

    def line(self, at: int) -> int:
        """The line number of an offset in the text."""
        return bisect_right(self.starts, at)

    def span(self, node: ast.expr | ast.stmt | ast.arg | ast.keyword) -> tuple[int, int]:
        """The start and end offsets of a node."""
        assert node.end_lineno is not None and node.end_col_offset is not None
        start = self.offset(node.lineno, node.col_offset)
        return start, self.offset(node.end_lineno, node.end_col_offset)

    def of(self, node: ast.expr | ast.stmt | ast.arg) -> str:
        """The source text of a node."""
        start, end = self.span(node)
        return self.source[start:end]

    def whole_lines(self, node: ast.stmt) -> tuple[int, int] | None:
        """The offsets of the whole lines of a statement; None if it shares one with another."""
        assert node.end_lineno is not None
        start, end = self.starts[node.lineno - 1], self.starts[node.end_lineno]
        first, last = self.span(node)
        before, behind = self.source[start:first], self.source[last:end]
        return (start, end) if not before.strip() and not behind.partition("#")[0].strip() else None

    def margin(self, node: ast.stmt) -> str:
        """The indentation of a statement."""
        text = self.lines[node.lineno - 1]
        return text[: len(text) - len(text.lstrip())]

    def line_at(self, at: int, line: str) -> Splice:
        """The splice that inserts a line between two lines."""
        if self.source[at - 1 : at] not in ("\n", "\r"):
            line = self.newline + line
        return at, at, line

    def only(self, statement: ast.stmt, block: Sequence[ast.stmt]) -> Splice | None:
        """The splice that replaces a statement with one of its blocks; None if it shares its lines."""
        lines = self.whole_lines(statement)
        if lines is None or block[0].lineno == statement.lineno:
            return None
        start, end = self.starts[block[0].lineno - 1], self.starts[block[-1].end_lineno or 0]
        old, new = self.margin(block[0]), self.margin(statement)
        body = self.source[start:end].splitlines(keepends=True)
        return *lines, "".join(new + line.removeprefix(old) for line in body)

    def behind(self, statement: ast.stmt, new: str) -> tuple[Splice, ...]:
        """Insert a line after a statement; empty if that shares its lines with another one."""
        whole, line = self.whole_lines(statement), f"{self.margin(statement)}{new}{self.newline}"
        return (self.line_at(whole[1], line),) if whole is not None else ()

    def at_start(self, function: ast.FunctionDef | ast.AsyncFunctionDef, new: str) -> tuple[Splice, ...]:
        """Insert a line at the start of a function; empty if that is not possible."""
        body = after_docstring(function)
        if not body or self.whole_lines(body[0]) is None:
            return ()
        return (self.line_at(self.starts[body[0].lineno - 1], f"{self.margin(body[0])}{new}{self.newline}"),)

    def part(self, row: Sequence[ast.expr | ast.arg | ast.keyword], k: int) -> tuple[int, int]:
        """The offsets of one of several nodes in a row, with the comma before or after it."""
        if k:
            return self.span(row[k - 1])[1], self.span(row[k])[1]
        return self.span(row[0])[0], self.span(row[1])[0] if len(row) > 1 else self.span(row[0])[1]

    def swapped(self, one: ast.expr | ast.arg, two: ast.expr | ast.arg) -> tuple[Splice, Splice]:
        """The splices that swap two nodes."""
        return (*self.span(one), self.of(two)), (*self.span(two), self.of(one))

    def edited(self, splices: Sequence[Splice]) -> str | None:
        """The text with these parts replaced; None if two of them overlap."""
        parts, at = [], 0
        for start, end, new in sorted(splices):
            if start < at:
                return None
            parts += [self.source[at:start], new]
            at = end
        return "".join([*parts, self.source[at:]])


def changes_between(old: str, new: str) -> tuple[Change, ...]:
    """The changes of lines that turn the old text into the new one."""
    before, after = lines_of(old), lines_of(new)
    codes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    return tuple(Change(a + 1, b, "".join(after[c:d])) for tag, a, b, c, d in codes if tag != "equal")


def lines_changed(old: str, new: str) -> int:
    """How many lines a fix changes: old ones that it replaces or removes, or new ones if these are more."""
    changes = changes_between(old, new)
    return sum(max(change.end - change.start + 1, len(lines_of(change.text))) for change in changes)


def split(source: str, changes: Sequence[Change]) -> list[Change]:
    """The same changes line by line: each new line replaces the old one that it resembles most."""
    old, found = lines_of(source), list[Change]()
    for change in changes:
        new, at = lines_of(change.text), change.start
        added = ""
        for gone, come in _paired(old[change.start - 1 : change.end], new):
            if not gone:
                added += come
                continue
            if added:
                found.append(Change(at, at - 1, added))
            found.append(Change(at, at, come))
            at, added = at + 1, ""
        if added:
            found.append(Change(at, at - 1, added))
    return [c for c in found if c.text != "".join(old[c.start - 1 : c.end])]


def _paired(old: Sequence[str], new: Sequence[str]) -> list[tuple[str, str]]:
    """Pairs of old and new lines, in order; one of a pair is empty if the other has no partner."""
    best: dict[tuple[int, int], tuple[float, list[tuple[str, str]]]] = {}
    for i in range(len(old) + 1):
        for j in range(len(new) + 1):
            ways = [(0.0, list[tuple[str, str]]())] if not i and not j else []
            if i:
                ways.append((best[i - 1, j][0], [*best[i - 1, j][1], (old[i - 1], "")]))
            if j:
                ways.append((best[i, j - 1][0], [*best[i, j - 1][1], ("", new[j - 1])]))
            if i and j:
                alike = SequenceMatcher(None, old[i - 1].strip(), new[j - 1].strip()).ratio()
                score = alike if alike > ALIKE else -1.0  # an unlike line is added, not a replacement
                both = best[i - 1, j - 1]
                ways.append((both[0] + score, [*both[1], (old[i - 1], new[j - 1])]))
            best[i, j] = max(ways, key=lambda way: way[0])
    return best[len(old), len(new)][1]


def beside(source: str, change: Change) -> Change | None:
    """The change with its new lines before the old ones, if these assign other names; else None."""
    old = "".join(lines_of(source)[change.start - 1 : change.end])
    before, after = _names_stored(old), _names_stored(change.text)
    if not before or not after or before & after or not change.text.endswith(("\n", "\r")):
        return None
    return Change(change.start, change.start - 1, change.text)


def _names_stored(lines: str) -> set[str]:
    """The targets of plain assignments; empty if there is any other statement."""
    try:
        body = parsed(dedent(lines)).body
    except SyntaxError:
        return set()
    if not all(isinstance(statement, ast.Assign) for statement in body):
        return set()
    return {ast.unparse(t) for s in body if isinstance(s, ast.Assign) for t in s.targets}


def applied(source: str, changes: Sequence[Change]) -> str:
    """The text with the changes made."""
    lines = lines_of(source)
    for _, _, _, change in sorted(((c.start, c.end, k, c) for k, c in enumerate(changes)), reverse=True):
        lines[change.start - 1 : change.end] = [change.text]
    return "".join(lines)


def touch(one: Sequence[Change], other: Sequence[Change]) -> bool:
    """Whether two fixes change the same lines, or insert something at the same place."""
    return any(a.start <= max(b.end, b.start) and b.start <= max(a.end, a.start) for a in one for b in other)
