"""Remove comments that a fix makes untrue: the code that they describe is gone."""

import ast
import re
from collections import Counter
from collections.abc import Sequence

from ....sandbox.parsing import nodes_in, parsed
from ...source.syntax import Function
from ..code.text import changes_between, lines_of
from ..code.tree_diff import PLAIN, regions, slots

SAID = {
    "2": r"(?<![\d^*])2(?!\d)|\b(two|twice|doubled?|factor|half|halved)\b",
    "0.5": r"1/2|0\.5|\b(half|halved)\b",
    "1": r"(?<![\d^*])1(?!\d)|\bone\b|of freedom", "dof": "of freedom", "_dof": "of freedom",
    "+": r"\b(plus|adds?|added)\b", "-": r"\b(minus|negative|subtract\w*)\b",
    "/": r"\b(divided?|averaged?|mean)\b", "mean": r"\b(mean|averaged?)\b", "sum": r"\b(sum|summed|total)\b",
    "sqrt": r"\broot\b", "abs": r"\babsolute\b", "T": r"\btransposed?\b",
}  # fmt: skip
"""Words that a comment uses for a part of the code."""
NOT = re.compile(r"\b(no|not|without|skip\w*|omit\w*|instead)\b", re.IGNORECASE)
TOKEN = re.compile(r"\d+\.\d+|\w+|[^\w\s]")
CALL = re.compile(r"(\w+)\(")
BEHIND = re.compile(r"""^((?:[^#"']|"[^"]*"|'[^']*')*?)\s*(#[^\r\n]*)""")
"""The code of a line, and the comment at its end."""
ORDER = re.compile(r"\b(first|then|before|after|order)\b", re.IGNORECASE)


def without_untrue(source: str, text: str) -> str:
    """Remove comments that contradict the code that the fix changed, or that describe removed code."""
    old, lines, shift = lines_of(source), lines_of(text), 0
    gone, cut = set[int](), set[int]()
    for change, (before, after) in zip(changes_between(source, text), regions(source, text), strict=True):
        first, count = change.start - 1 + shift, len(lines_of(change.text))
        shift += count - (change.end - change.start + 1)
        above = _comment_above(lines, first)
        names = {name for one in before[:1] if isinstance(one, PLAIN) for name, _ in slots(one)}
        stays = bool(names & {name for one in after for name, _ in slots(one)})
        stays |= bool(before and after) and ast.unparse(before[0]) in ast.unparse(after[0])
        was, now = "".join(old[change.start - 1 : change.end]), "".join(lines[first : first + count])
        if above and before and before[0].lineno == change.start and (names or not count):
            said = "".join(lines[k] for k in above)
            whole = any(hasattr(s, "body") and (s.end_lineno or 0) <= change.end for s in before)
            over = whole or _is_over(old, lines, above[0], change.end, count)
            gone |= set(above) if (_contradicts(said, was, now) if stays else over) else set()
        for number in range(first, first + count):
            behind = BEHIND.match(lines[number])
            if behind and behind[1].strip() and _contradicts(behind[2], was, now) and behind[2] in was:
                cut.add(number)
    new = [BEHIND.sub(r"\1", line) if k in cut else line for k, line in enumerate(lines)]
    new = [line for k, line in enumerate(new) if k not in gone]
    return _in_new_order(source, "".join(new))


def _in_new_order(source: str, text: str) -> str:
    """Where a function returns or takes a pair the other way round, let its comments and docstring say so."""
    old, lines = {owner.name: _pairs(owner) for owner in _functions(source)}, lines_of(text)
    for owner in _functions(text) if source != text else ():
        now, was = _pairs(owner), old.get(owner.name, set())
        turned = [pair for pair in now - was if pair[::-1] in was - now]
        said = owner.body[0].end_lineno or 0 if ast.get_docstring(owner) else 0
        for pair in turned:
            code = re.compile(rf"\b{re.escape(', '.join(pair))}\b[^#]*#")
            for k in range(owner.lineno, owner.end_lineno or 0):
                quiet, mark, comment = ("", "", lines[k]) if k < said else lines[k].partition("#")
                if mark and code.search(lines[k]) and ORDER.search(comment):
                    lines[k] = BEHIND.sub(r"\1", lines[k])  # it tells the old order in words
                else:
                    lines[k] = quiet + mark + _swapped(comment, pair)
    return "".join(lines)


def _pairs(owner: Function) -> set[tuple[str, str]]:
    """The pairs of names that a function returns or takes apart."""
    sides = [getattr(n, "targets", [getattr(n, "value", None)])[0] for n in nodes_in([owner])
             if isinstance(n, ast.Return | ast.Assign)]  # fmt: skip
    pairs = [side.elts for side in sides if isinstance(side, ast.Tuple) and len(side.elts) == 2]
    return {(ast.unparse(one), ast.unparse(other)) for one, other in pairs}


def _swapped(said: str, pair: tuple[str, str]) -> str:
    """A text that names the pair in its old order, in the new one."""
    first, second = map(re.escape, pair)
    return re.sub(rf"\b{second}(\s*,\s*|\s+and\s+){first}\b", rf"{pair[0]}\g<1>{pair[1]}", said)


def _comment_above(lines: Sequence[str], number: int) -> list[int]:
    found = list[int]()
    while number - 1 >= 0 and lines[number - 1].lstrip().startswith("#") and lines[number - 1][0] in " \t":
        number -= 1
        found.insert(0, number)
    return found


def _is_over(old: Sequence[str], lines: Sequence[str], top: int, end: int, count: int) -> bool:
    """Whether a comment can only be about removed code, not about a block of which a part stays.

    It begins at the index `top` of the new lines; `end` is the last changed line of the old ones, and `count`
    is the number of lines in their place: with none, the comment may be about the code below.
    """
    before = lines[top - 1].strip() if top else ""
    if count and not before.endswith((":", '"""')):
        return True
    below = old[end] if end < len(old) else ""
    margin = len(lines[top]) - len(lines[top].lstrip())
    less = len(below) - len(below.lstrip()) < margin
    return not below.strip() or less or (not count and below.lstrip().startswith(("return", "#")))


def _contradicts(comment: str, was: str, now: str) -> bool:
    """Whether a comment describes removed parts, or says that the new ones do not exist."""
    lost, new = _lost(was, now)
    says = {part for part, said in SAID.items() if re.search(said, comment, re.IGNORECASE)}
    calls = (set(CALL.findall(code)) for code in (was, now))
    named = set.difference(*calls) & set(TOKEN.findall(comment))
    return bool(named or says & set(lost)) or bool(NOT.search(comment) and says & set(new))


def _lost(was: str, now: str) -> tuple[Counter[str], Counter[str]]:
    """The parts of the code that are in only one of two texts, without comments."""
    plain = ["".join(BEHIND.sub(r"\1", line) for line in lines_of(said)) for said in (was, now)]
    parts = [Counter(part.removesuffix(".0") for part in TOKEN.findall(said)) for said in plain]
    return parts[0] - parts[1], parts[1] - parts[0]


def _functions(source: str) -> list[Function]:
    """The functions of a text."""
    return [n for n in nodes_in([parsed(source)]) if isinstance(n, Function)]
