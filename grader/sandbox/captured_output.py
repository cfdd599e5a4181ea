"""Keep what a submission prints, up to a limit, and note which call printed it."""

import re
from codecs import getincrementaldecoder
from collections import Counter
from dataclasses import dataclass, field

OUTPUT_KEPT = 10_000
OUTPUT_COUNTED = 1_000_000
MOST_LINES, LONGEST_LINE = 50, 500
SIGN, LONGEST_MARK = b"\x1e", 100
RUN = b"+"  # begins the first mark for each request

Line = tuple[str, int, int]
Group = tuple[str, tuple[Line, ...], int]


@dataclass
class _Method:
    """The lines that calls of one method printed: how often, and in which calls; how many were dropped."""

    times: Counter[str] = field(default_factory=Counter)
    calls: dict[str, set[int]] = field(default_factory=dict)
    more: int = 0


class Output:
    """What the submission printed: its text up to a limit, and the lines of each method with their counts.

    Args:
        mark: the secret in the worker's marks.
        quiet: keep nothing.

    Attributes:
        text: the first characters printed, unchanged.
        truncated: whether there were more.
    """

    def __init__(self, mark: str, *, quiet: bool = False) -> None:
        self.mark, self.quiet = mark, quiet
        self.text, self.truncated = "", False
        self._decoder = getincrementaldecoder("utf-8")("replace")
        self._room = OUTPUT_COUNTED
        self._methods: dict[str, _Method] = {}
        self._method, self._call, self._half = "", 0, ""

    def begin(self, method: str) -> None:
        """Count the following output as printed by a new call of `method`."""
        if self._half:
            self._count(self._half)
        self._method, self._call, self._half = method, self._call + 1, ""

    def add(self, chunk: bytes) -> None:
        """Add more printed bytes."""
        if self.quiet or not self._room:
            return
        fresh = self._decoder.decode(chunk)[: self._room]
        self._room -= len(fresh)
        kept = fresh[: OUTPUT_KEPT - len(self.text)]
        self.truncated |= len(fresh) > len(kept)
        self.text += kept
        *whole, self._half = (self._half + fresh).split("\n")
        for line in whole:
            self._count(line)

    def _count(self, line: str) -> None:
        """Count a line for the current call and method, with trailing blanks removed; skip empty lines."""
        line = line.rstrip(" \t\r")[:LONGEST_LINE]
        if not line:
            return
        method = self._methods.setdefault(self._method, _Method())
        if line not in method.times and len(method.times) >= MOST_LINES:
            method.more += 1
            return
        method.times[line] += 1
        method.calls.setdefault(line, set()).add(self._call)

    def groups(self) -> tuple[Group, ...]:
        """For each method: its lines, each with its count and its number of calls, and how many were dropped.

        The method's name is empty for output printed at load.
        """
        self._count(self._half)
        self._half = ""
        methods = self._methods.items()
        lines = {name: tuple((at, n, len(m.calls[at])) for at, n in m.times.items()) for name, m in methods}
        return tuple((name, lines[name], method.more) for name, method in methods)


class Sections:
    """Splits the output of one worker at the marks that it writes before each call.

    Args:
        output: takes the output.
        again: whether another worker loaded this file before. Then drop the output before the first call.
    """

    def __init__(self, output: Output, *, again: bool = False) -> None:
        self.output, self._left_out = output, again
        self._begin = SIGN + output.mark.encode()
        self._pattern = re.compile(re.escape(self._begin) + rb":([^\x1e]{0,64})" + SIGN)
        self._rest = b""
        self.runs = 0  # the requests that the worker has begun to answer

    def feed(self, chunk: bytes) -> None:
        """Pass on what a worker wrote; an empty chunk means the end of its output."""
        *parts, last = self._pattern.split(self._rest + chunk)
        end = self._begun(last) if chunk else len(last)
        self._rest = last[end:]
        for number, part in enumerate([*parts, last[:end]]):
            if number % 2:
                self._left_out = False
                self.runs += part.startswith(RUN)
                self.output.begin(part.removeprefix(RUN).decode("utf-8", "replace"))
            elif part and not self._left_out:
                self.output.add(part)

    def _begun(self, text: bytes) -> int:
        """Index where an incomplete mark starts at the end of `text`; its length if there is none."""
        at = text.rfind(SIGN)
        begun = text[at : at + len(self._begin)]
        is_mark = at >= 0 and self._begin.startswith(begun) and len(text) - at < LONGEST_MARK
        return at if is_mark else len(text)
