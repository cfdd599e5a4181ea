"""Find brackets and strings that a text opens and does not close, and split a line into its tokens."""

import io
import re
import tokenize
from collections.abc import Iterator
from itertools import takewhile
from keyword import iskeyword
from typing import NamedTuple

from ...sandbox.parsing import parses

CLOSES = {")": "(", "]": "[", "}": "{"}
IN_EXPRESSIONS = {
    "and", "or", "not", "in", "is", "if", "else", "for", "async", "await", "lambda", "yield", "from",
    "None", "True", "False",
}  # fmt: skip
HEADER = re.compile(r"(async|class|def|for|while|if|elif|with|match|case)\b")
DEFINITION = re.compile(r"\s*(def|class) +\w+ *[(:]")
TARGET = re.compile(r"[A-Za-z_][\w.]*(\[[^\]=]*\])? *([-+*/@%]|\*\*|//)?=(?!=)")
NOTHING = {tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT}


class Opened(NamedTuple):
    """A bracket: its sign and its line."""

    sign: str
    line: int


def tokens_of(source: str) -> Iterator[tokenize.TokenInfo]:
    """The tokens of a text that may not be Python, up to the first that cannot be read."""
    try:
        yield from tokenize.generate_tokens(io.StringIO(source).readline)
    except (tokenize.TokenError, SyntaxError):
        return


def _tokens_on(source: str, line: int) -> Iterator[tokenize.TokenInfo]:
    up_to = takewhile(lambda token: token.start[0] <= line, tokens_of(source))
    return (token for token in up_to if token.start[0] == line)


def unclosed_bracket(source: str, before: int) -> Opened | None:
    """The bracket that is still open where a new statement begins, or where a header ends with a colon.

    Only lines up to `before` are read.
    """
    lines, opened = source.splitlines(), list[Opened]()
    previous, line, header = "", 0, 0
    for token in tokens_of(source):
        row = token.start[0]
        if row > before:
            break
        if token.type in NOTHING:
            if token.type != tokenize.COMMENT and opened and header == row and previous == ":":
                return opened[-1]
            continue
        if row > line:  # the first token of its line
            if opened and _begins(lines[row - 1], lines[opened[0].line - 1], previous):
                return opened[-1]
            header = row if not opened and HEADER.match(token.string) else header
        line, previous = token.end[0], token.string
        if token.string in CLOSES.values():
            opened.append(Opened(token.string, row))
        elif opened and CLOSES.get(token.string) == opened[-1].sign:
            opened.pop()
    return None


def _begins(line: str, first: str, previous: str) -> bool:
    """Whether a line inside brackets is a new statement: `return x`, or `self.b = 3` not further indented.

    `first` is the line of the outer bracket, `previous` the token before the line.
    """
    code = line.lstrip()
    word = re.match(r"\w*", code)
    if word and iskeyword(word[0]):
        return word[0] not in IN_EXPRESSIONS
    inner = len(line) - len(code) > len(first) - len(first.lstrip())
    return not inner and previous not in ("(", ",") and TARGET.match(code) is not None


def unclosed_text(source: str) -> int | None:
    """The line of the first triple-quoted string that takes in a definition.

    None if the file cannot be parsed either with the string closed before it.
    """
    lines, quote, start = source.splitlines(), "", 0
    for number, line in enumerate(lines, 1):
        if quote and DEFINITION.match(line):
            closed = (_closed(lines, end, quote) for end in range(start, number))
            return start if any(map(parses, closed)) else None
        for sign in re.findall(r'"""|\'\'\'', line):
            if not quote:
                quote, start = sign, number
            elif sign == quote:
                quote = ""
    return None


def _closed(lines: list[str], end: int, quote: str) -> str:
    return "\n".join([*lines[: end - 1], lines[end - 1] + quote, *lines[end:]])


def code_of(source: str, line: int) -> str:
    """The code of a line, without its comment."""
    comment = next((t for t in _tokens_on(source, line) if t.type == tokenize.COMMENT), None)
    lines = source.splitlines()
    whole = lines[line - 1] if line <= len(lines) else ""
    return (whole[: comment.start[1]] if comment else whole).strip()


def split_at(source: str, line: int, column: int) -> str:
    """The tokens of a line with a space between, and `|>` before the one at the column (from 1)."""
    here = [t for t in _tokens_on(source, line) if t.type not in NOTHING and t.string.strip()]
    before = [t.string for t in here if t.start[1] < column - 1]
    return " ".join([*before, "|>", *(t.string for t in here if t.start[1] >= column - 1)])
