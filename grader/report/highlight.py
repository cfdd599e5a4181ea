"""Highlight Python line by line. Of the lines above, only an open triple quote is remembered."""

import keyword
import re
from collections.abc import Iterable, Iterator

from .page import Span

TOKEN = re.compile(
    r"""(?P<comment>\#.*)
    |(?P<string>[rbfuRBFU]{0,2}(?:
        (?P<quote>\"{3}|'{3})(?:\\.|[^\\])*?(?:(?P<end>(?P=quote))|$)
        |"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'))
    |(?P<number>\b\d[\d_]*(?:\.\d*)?(?:[eE][+-]?\d+)?\b)
    |(?P<keyword>\b(?:KEYWORDS)\b)""".replace("KEYWORDS", "|".join(keyword.kwlist)),
    re.VERBOSE,
)


def spans(line: str, quote: str = "") -> list[Span]:
    """Split a line into spans with their styles; `quote` is the triple quote that is open at its start."""
    return _scanned(line, quote)[0]


def parted(line: str) -> tuple[str, str]:
    """The code and the comment of a line; either may be empty."""
    found = next((text for text, kind in spans(line) if kind == "comment"), "")
    return line[: len(line) - len(found)].rstrip(), found


def quotes(lines: Iterable[str]) -> Iterator[str]:
    """Yield the triple quote that is open at the start of each line; empty if none is."""
    quote = ""
    for line in lines:
        yield quote
        quote = _scanned(line, quote)[1]


def _scanned(line: str, quote: str) -> tuple[list[Span], str]:
    """The spans, and the triple quote that is open at the end."""
    spans: list[Span] = []
    end = 0
    if quote:
        closed = re.match(rf"(?:\\.|[^\\])*?{quote}", line)
        if closed is None:
            return [(line, "string")], quote
        spans, end, quote = [(closed[0], "string")], closed.end(), ""
    for match in TOKEN.finditer(line, end):
        kind = next(name for name in ("comment", "string", "number", "keyword") if match[name])
        spans += [(line[end : match.start()], ""), (match[0], kind)]
        end, quote = match.end(), match["quote"] if match["quote"] and not match["end"] else ""
    return [*spans, (line[end:], "")], quote
