"""The labelled submissions under `submissions/EXERCISE/`: what each is, and what must be found on which line.

The first line of a file is its label, and `# <-- here` at the end of a line marks the mistake:

    # expect: a, b|c              wrong/    a must be found, and b or c, and nothing else
    # expect: pass, advice: a, b  correct/, hostile/    no error, and exactly this advice
    # expect: rejected: a|b       hostile/  failed, with a or b if any are named
    # expect: unfinished: s, t    unfinished/    no error, and exactly these steps are todo
    # expect: pass; numpy>=2.2    any       the same, but skipped if NumPy is older

Those under `twists/NAME/right/` and `twists/NAME/wrong/` are judged by that twist.

A slot with alternatives only allows them, instead of requiring one, if another slot requires one of them.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, cached_property
from importlib.metadata import version
from pathlib import Path
from zlib import crc32

from grader.command_line import DEFAULT
from grader.kata import kata_names

from .paths import SUBMISSIONS

MARKER = re.compile(rb"[ \t]*# <-- here[ \t]*(?=\r?$)", re.MULTILINE)
BOM = b"\xef\xbb\xbf"

Slots = tuple[frozenset[str], ...]
NOTHING: frozenset[str] = frozenset()


class LabelError(Exception):
    """A file has no label, or one that cannot be read."""


@dataclass(frozen=True)
class Labelled:
    """One submission, without its label.

    Attributes:
        name: its folder and its file name without the suffix.
        expected: 'wrong', 'pass', 'rejected' or 'unfinished'.
        slots: one id of each slot must be found.
        advice: the exact advice for a submission that passes.
        todo: the exact steps to be written in an unfinished submission.
        raw: the file that is graded: without label and markers, but with the same lines.
        marks: the numbers of the marked lines.
        numpy: the oldest version that it can be graded with.
        exercise: the exercise that it solves.
        twist: the twist by which it is judged, if any.
    """

    name: str
    expected: str
    slots: Slots
    advice: frozenset[str]
    raw: bytes
    marks: tuple[int, ...]
    numpy: tuple[int, ...] = (0,)
    exercise: str = DEFAULT
    todo: frozenset[str] = frozenset()
    twist: str | None = None

    @cached_property
    def marked(self) -> frozenset[int]:
        """The numbers of the lines that a finding may point to; empty if none is marked."""
        return frozenset(self.marks).union(*(statement_at(self.raw, mark) for mark in self.marks))

    @property
    def folder(self) -> str:
        """The folder: wrong, correct, hostile or unfinished; with a twist, right or wrong."""
        return self.name.partition("/")[0]

    @property
    def title(self) -> str:
        """The name, after that of the exercise unless that is the default."""
        return self.name if self.exercise == DEFAULT else f"{self.exercise}/{self.name}"

    @property
    def ids(self) -> frozenset[str]:
        """Every id that may be found."""
        return frozenset().union(*self.slots)

    @cached_property
    def required(self) -> Slots:
        """The slots that must be filled."""
        alone = {slot for slot in self.slots if len(slot) == 1}
        settled = frozenset().union(*alone)
        return tuple(slot for slot in self.slots if slot in alone or not slot & settled)

    @property
    def rank(self) -> int:
        """A number unrelated to the file's content, to choose among many."""
        return crc32(self.name.encode())


def read(path: Path) -> Labelled:
    """The submission in a file.

    Raises:
        LabelError: if its first line is no label.
    """
    raw = path.read_bytes()
    name, exercise = f"{path.parent.name}/{path.stem}", path.parent.parent.name
    first, newline, rest = raw.partition(b"\n")
    text = first.removeprefix(BOM).decode("utf-8").strip()
    found = re.fullmatch(r"#\s*expect:\s*(.+?)(?:; numpy>=([\d.]+))?", text)
    if found is None:
        raise LabelError(f"{name}: no label on the first line")
    expected, slots, told = _meaning(name, found[1])
    advice, todo = (told, NOTHING) if expected != "unfinished" else (NOTHING, told)
    start = BOM if first.startswith(BOM) else b""
    end = b"\r" if first.endswith(b"\r") else b""
    neutral = start + b"# a submission" + end + newline + MARKER.sub(b"", rest)
    marks = tuple(raw.count(b"\n", 0, mark.start()) + 1 for mark in MARKER.finditer(raw))
    numpy = _numbers(found[2] or "0")
    return Labelled(name, expected, slots, advice, neutral, marks, numpy, exercise, todo)


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(map(int, re.findall(r"\d+", text)[:2]))


def _meaning(name: str, text: str) -> tuple[str, Slots, frozenset[str]]:
    word, _, rest = text.partition(":")
    ids = frozenset(re.findall(r"[a-z][a-z-]+", rest))
    if word in ("pass", "pass, advice"):
        return "pass", (), ids
    if word == "unfinished" and ids:
        return word, (), ids
    if word == "rejected":
        return "rejected", (ids,) if ids else (), NOTHING
    slots = tuple(frozenset(part.strip() for part in slot.split("|")) for slot in text.split(","))
    if not all(re.fullmatch(r"[a-z-]+", part) for slot in slots for part in slot):
        raise LabelError(f"{name}: the label cannot be read: {text}")
    return "wrong", slots, NOTHING


def statement_at(raw: bytes, line: int) -> frozenset[int]:
    """The lines of the innermost statement around a line; if it has a body, only those above the body."""
    try:
        tree = ast.parse(raw)
    except (SyntaxError, ValueError):
        return frozenset()
    around = [span for span in _spans(tree) if line in span]
    return frozenset(min(around, key=len, default=()))


def _spans(tree: ast.AST) -> Iterator[range]:
    for node in ast.walk(tree):
        if isinstance(node, (ast.stmt, ast.ExceptHandler)):
            yield range(_first_line(node), _last_line(node) + 1)
        elif isinstance(node, ast.match_case):
            yield range(node.pattern.lineno, max(node.pattern.lineno + 1, _first_line(node.body[0])))


def _first_line(node: ast.stmt | ast.ExceptHandler) -> int:
    decorators: list[ast.expr] = getattr(node, "decorator_list", [])
    return min([node.lineno, *(decorator.lineno for decorator in decorators)])


def _last_line(node: ast.stmt | ast.ExceptHandler) -> int:
    body = getattr(node, "body", None)
    if body:
        return max(node.lineno, _first_line(body[0]) - 1)
    assert node.end_lineno is not None
    return node.end_lineno


def labelled_exercises() -> list[str]:
    """The exercises that have labelled submissions, the default first."""
    return [name for name in kata_names() if (SUBMISSIONS / name).is_dir()]


@cache
def _numpy() -> tuple[int, ...]:
    return _numbers(version("numpy"))


@cache
def labelled(folder: str, exercise: str = DEFAULT) -> tuple[Labelled, ...]:
    """Every submission of a folder that this NumPy can run, sorted by name."""
    found = (read(path) for path in sorted((SUBMISSIONS / exercise / folder).glob("*.py")))
    return tuple(one for one in found if one.numpy <= _numpy())


def twisted_ones(folder: str, exercise: str = DEFAULT) -> tuple[Labelled, ...]:
    """Every submission in the folder (`right` or `wrong`) of each twist of an exercise."""
    paths = sorted((SUBMISSIONS / exercise / "twists").glob(f"*/{folder}/*.py"))
    return tuple(replace(read(path), exercise=exercise, twist=path.parent.parent.name) for path in paths)


def spellings(mistake: str, exercise: str = DEFAULT) -> list[Labelled]:
    """The hand-written submissions with this mistake; those without other mistakes come first."""
    wrong = [one for one in labelled("wrong", exercise) if any(mistake in slot for slot in one.required)]
    right = [one for one in labelled("correct", exercise) if mistake in one.advice]
    return sorted(wrong + right, key=lambda one: (len(one.required), one.rank))
