"""Edits of a source text by the positions of its syntax tree: all the rest stays as it was written."""

import ast
import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from ...verdict import Change

LINE_END = re.compile(r"\r\n|\r|\n")
Splice = tuple[int, int, str]
"""From where to where in the text, and what is there instead."""


@dataclass(frozen=True)
class Edit:
    """One candidate.

    Attributes:
        cost: how much it changes; the cheapest are tried first.
        line: the line that it is about.
        kind: what it does; the same kind in several places is one slip.
        splices: what is replaced.
    """

    cost: float
    line: int
    kind: str
    splices: tuple[Splice, ...]


def lines_of(source: str) -> list[str]:
    """The lines of a text with their ends, as Python counts them."""
    found, start = [], 0
    for end in LINE_END.finditer(source):
        found.append(source[start : end.end()])
        start = end.end()
    return [*found, source[start:]] if start < len(source) else found


class Text:
    """A source text with the positions of its nodes.

    Args:
        source: the text.
    """

    def __init__(self, source: str) -> None:
        self.source, self.lines = source, lines_of(source)
        self.starts = [0]
        for line in self.lines:
            self.starts.append(self.starts[-1] + len(line))
        self.newline = next((end.group() for end in LINE_END.finditer(source)), "\n")

    def offset(self, line: int, column: int) -> int:
        """Where a position of the syntax tree is in the text; its columns count bytes."""
        text = self.lines[line - 1] if line <= len(self.lines) else ""
        return self.starts[line - 1] + len(text.encode()[:column].decode(errors="ignore"))

    def span(self, node: ast.expr | ast.stmt) -> tuple[int, int]:
        """From where to where a node goes."""
        assert node.end_lineno is not None and node.end_col_offset is not None
        start = self.offset(node.lineno, node.col_offset)
        return start, self.offset(node.end_lineno, node.end_col_offset)

    def of(self, node: ast.expr | ast.stmt) -> str:
        """A node as it is written."""
        start, end = self.span(node)
        return self.source[start:end]

    def whole_lines(self, node: ast.stmt) -> tuple[int, int] | None:
        """The lines of a statement with their ends; none where it shares one with another."""
        assert node.end_lineno is not None
        start, end = self.starts[node.lineno - 1], self.starts[node.end_lineno]
        first, last = self.span(node)
        before, behind = self.source[start:first], self.source[last:end]
        return (start, end) if not before.strip() and not behind.partition("#")[0].strip() else None

    def margin(self, node: ast.stmt) -> str:
        """The white space in front of a statement."""
        text = self.lines[node.lineno - 1]
        return text[: len(text) - len(text.lstrip())]

    def edited(self, splices: Sequence[Splice]) -> str | None:
        """The text with these parts replaced; none where two of them overlap."""
        parts, at = [], 0
        for start, end, new in sorted(splices):
            if start < at:
                return None
            parts += [self.source[at:start], new]
            at = end
        return "".join([*parts, self.source[at:]])


def changes_between(old: str, new: str) -> tuple[Change, ...]:
    """The lines in which two texts differ."""
    before, after = lines_of(old), lines_of(new)
    codes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    return tuple(Change(a + 1, b, "".join(after[c:d])) for tag, a, b, c, d in codes if tag != "equal")


def split(changes: Sequence[Change]) -> list[Change]:
    """The same changes line by line, where as many lines come as go."""
    found = []
    for change in changes:
        new = lines_of(change.text)
        if len(new) != change.end - change.start + 1:
            found.append(change)
            continue
        found += [Change(change.start + k, change.start + k, line) for k, line in enumerate(new)]
    return found


def applied(source: str, changes: Sequence[Change]) -> str:
    """The text with changes made."""
    lines = lines_of(source)
    for change in sorted(changes, key=lambda c: (c.start, c.end), reverse=True):
        lines[change.start - 1 : change.end] = [change.text]
    return "".join(lines)


def touch(one: Sequence[Change], other: Sequence[Change]) -> bool:
    """Whether two fixes change the same lines, or put something at the same place."""
    return any(a.start <= max(b.end, b.start) and b.start <= max(a.end, a.start) for a in one for b in other)
