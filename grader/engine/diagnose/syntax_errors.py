"""Diagnose a text that Python cannot parse: the line of the cause, and hints for Python's message."""

import re

from ...observation import Raised
from ...sandbox.parsing import parsed
from ..declaration.syntax_hints import syntax_hints
from ..diagnosis import Named
from ..source.unclosed import Opened, code_of, split_at, unclosed_bracket, unclosed_text

UNSURE = re.compile(r"invalid syntax$|forgot a comma|unmatched|expected ':'|'==' or ':='")
NO_BODY = re.compile(r"\s*(else|elif|except|finally|def|class)\b")
PLACE = re.compile(r" \([^()]*, line \d+\)$")


def syntax_error(raised: Raised, source: str, step: str) -> Named:
    """The finding for a SyntaxError."""
    message, line, column = _said(raised, source)
    seen = f"{raised.type}: {message}"
    opened = unclosed_bracket(source, line) if line and UNSURE.search(message) else None
    if line is None:
        return Named("syntax-error", step, None, seen)
    cause = _cause(source, message, line, opened)
    if cause != line:
        seen += f". Python notices it in line {line}"
    if opened:
        seen += f"; the {opened.sign} in line {cause} is not closed"
        message = f"'{opened.sign}' was never closed"
    hints = syntax_hints(message, code_of(source, cause), split_at(source, line, column), cause)
    return Named("syntax-error", step, cause, seen, hints=hints)


def _said(raised: Raised, source: str) -> tuple[str, int | None, int]:
    """Python's message without the place in it, the line and the column."""
    message = PLACE.sub("", " ".join(raised.message.split()))[:200]
    try:
        parsed(source)
    except SyntaxError as found:
        if found.msg == message and found.lineno == raised.line:
            return message, raised.line, found.offset or 1
    except (ValueError, RecursionError, MemoryError):
        pass
    return message, raised.line, 1


def _cause(source: str, message: str, line: int, opened: Opened | None) -> int:
    """The line of the cause, which may be above the one that Python names."""
    if opened:
        return opened.line
    if "unterminated triple-quoted" in message:
        return unclosed_text(source) or line
    if found := re.search(r"does not match .* on line (\d+)", message):
        return int(found[1])
    if found := re.search(r"expected an indented block after .* on line (\d+)", message):
        below = source.splitlines()[line - 1]
        return line if line == int(found[1]) + 1 and not NO_BODY.match(below) else int(found[1])
    if "expected 'except'" in message:
        return _line_above(source, line, r"\s*try\s*:") or line
    if "inconsistent use of tabs" in message:
        return _oddly_indented(source, line)
    return line


def _line_above(source: str, line: int, pattern: str) -> int | None:
    """The nearest line above that a pattern fits."""
    lines = source.splitlines()[: line - 1]
    return next((n for n in range(len(lines), 0, -1) if re.match(pattern, lines[n - 1])), None)


def _oddly_indented(source: str, line: int) -> int:
    """The nearest line up to this one that is indented with what fewer lines of the file use."""
    signs = [text[:1] if text.strip() else "" for text in source.splitlines()]
    own, tabs, spaces = "".join(signs[line - 1 : line]), signs.count("\t"), signs.count(" ")
    odd = own if tabs == spaces else "\t" if tabs < spaces else " "
    return next((n for n in range(min(line, len(signs)), 0, -1) if signs[n - 1] == odd), line)
