"""Highlight Python one line at a time, which is enough for three lines of context."""

import keyword
import re

from .page import Span

TOKEN = re.compile(
    r"""(?P<comment>\#.*)
    |(?P<string>[rbfRBF]{0,2}(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'))
    |(?P<number>\b\d[\d_]*(?:\.\d*)?(?:[eE][+-]?\d+)?\b)
    |(?P<keyword>\b(?:KEYWORDS)\b)""".replace("KEYWORDS", "|".join(keyword.kwlist)),
    re.VERBOSE,
)


def spans(line: str) -> list[Span]:
    """Split a line into spans with their styles."""
    found: list[Span] = []
    end = 0
    for match in TOKEN.finditer(line):
        found += [(line[end : match.start()], ""), (match[0], match.lastgroup or "")]
        end = match.end()
    return [*found, (line[end:], "")]
