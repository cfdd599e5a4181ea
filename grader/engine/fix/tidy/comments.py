"""Remove the comments that a fix makes untrue: their code is gone, or it no longer does what they say."""

import re
from collections import Counter
from collections.abc import Sequence

from ..code.text import changes_between, lines_of
from ..code.tree_diff import PLAIN, regions, slots

SAID = {
    "2": r"(?<![\d^*])2(?!\d)|\b(two|twice|doubled?|factor)\b", "1": r"(?<![\d^*])1(?!\d)|\bone\b",
    "+": r"\b(plus|adds?|added)\b", "-": r"\b(minus|negative|subtract\w*)\b",
    "/": r"\b(divided?|averaged?|mean)\b", "mean": r"\b(mean|averaged?)\b", "sum": r"\b(sum|summed|total)\b",
    "sqrt": r"\broot\b", "abs": r"\babsolute\b", "T": r"\btransposed?\b",
}  # fmt: skip
"""Words that a comment uses for a part of the code."""
NOT = re.compile(r"\b(no|not|without|skip\w*|omit\w*|instead)\b", re.IGNORECASE)
TOKEN = re.compile(r"\w+|[^\w\s]")
BEHIND = re.compile(r"""^((?:[^#"']|"[^"]*"|'[^']*')*?)\s*(#[^\r\n]*)""")
"""The code of a line, and the comment at its end."""


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
        was, now = "".join(old[change.start - 1 : change.end]), "".join(lines[first : first + count])
        if above and before and before[0].lineno == change.start and (names or not count):
            said = "".join(lines[k] for k in above)
            over = (
                _contradicts(said, was, now) if stays else _is_over(old, lines, above[0], change.end, count)
            )
            gone |= set(above) if over else set()
        for number in range(first, first + count):
            behind = BEHIND.match(lines[number])
            if behind and behind[1].strip() and _contradicts(behind[2], was, now) and behind[2] in was:
                cut.add(number)
    new = [BEHIND.sub(r"\1", line) if k in cut else line for k, line in enumerate(lines)]
    return "".join(line for k, line in enumerate(new) if k not in gone)


def _comment_above(lines: Sequence[str], number: int) -> list[int]:
    found = list[int]()
    while number - 1 >= 0 and lines[number - 1].lstrip().startswith("#") and lines[number - 1][0] in " \t":
        number -= 1
        found.insert(0, number)
    return found


def _is_over(old: Sequence[str], lines: Sequence[str], top: int, end: int, count: int) -> bool:
    """Whether a comment can only be about removed code, not about a block of which a part stays.

    Args:
        old: the lines of the source.
        lines: the lines of the text.
        top: the index of the comment's first line in the text.
        end: the number of the last changed line in the source.
        count: the number of lines in its place; with none, the comment may be about the code below.
    """
    before = lines[top - 1].strip() if top else ""
    if count and not before.endswith((":", '"""')):
        return True
    below = old[end] if end < len(old) else ""
    margin = len(lines[top]) - len(lines[top].lstrip())
    return not below.strip() or len(below) - len(below.lstrip()) < margin


def _contradicts(comment: str, was: str, now: str) -> bool:
    """Whether a comment describes removed parts, or says that the new ones do not exist."""
    plain = ["".join(BEHIND.sub(r"\1", line) for line in lines_of(said)) for said in (was, now)]
    parts = [Counter(TOKEN.findall(said)) for said in plain]
    lost, new = parts[0] - parts[1], parts[1] - parts[0]
    says = {part for part, said in SAID.items() if re.search(said, comment, re.IGNORECASE)}
    return bool(says & set(lost)) or bool(NOT.search(comment) and says & set(new))
