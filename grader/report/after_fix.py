"""What to look at after a fix: names that nothing uses any more, words that may not be true any more."""

import re
import tokenize
from collections import Counter
from collections.abc import Iterator, Sequence
from io import StringIO

from ..verdict import Change

DEFINED = re.compile(
    r"^def (\w+)|^ +def (_(?!_)\w+)|^(?:import|from) .*?(\w+)$|^ *([A-Z][A-Z_\d]*) = ", re.MULTILINE
)
"""What a file may have for itself: functions, methods with a leading underscore, imports, constants."""
LONG = 4
"""Names of fewer letters are common words, or say too little."""
WORD = re.compile(r"[^\W\d_]{2,}")
IN_PLACE, SAYS_IN_PLACE = re.compile(r"[-+*/]=|\bout="), re.compile(r"in.place|temporar|alloc", re.I)


def afterwards(changes: Sequence[Change], lines: Sequence[str]) -> str:
    """What to look at after these changes, in words; empty if there is nothing."""
    idle = [f"`{name}`" for name in left_over(changes, lines)]
    ends = "is not used any more; you can delete it.", "are not used any more; you can delete them."
    unused = f"{_listed(idle)} {ends[len(idle) > 1]}" if idle else ""
    words = _listed(list(doubtful(changes, lines)))
    untrue = f"{words[:1].upper()}{words[1:]} may not be true any more." if words else ""
    return f"{unused} {untrue}".strip()


def left_over(changes: Sequence[Change], lines: Sequence[str]) -> list[str]:
    """The names of the file that nothing uses any more after these changes."""
    new = corrected(changes, lines)
    before, after = (Counter(re.findall(r"\w+", "\n".join(text))) for text in (lines, new))
    names = ["".join(found) for found in DEFINED.findall("\n".join(new))]
    return [name for name in names if before[name] > after[name] == 1]


def doubtful(changes: Sequence[Change], lines: Sequence[str]) -> Iterator[str]:
    """The comments at changed lines, and any comments and docstrings that name what is gone."""
    new, touched = corrected(changes, lines), set(_touched(changes, lines))
    before, after = (list(_tokens(text)) for text in (lines, new))
    names = [{t.string.lower() for t in tokens if t.type == tokenize.NAME} for tokens in (before, after)]
    gone = {name for name in names[0] - names[1] if len(name) >= LONG}
    gone |= {name.lower() for name in left_over(changes, lines)}
    copied = [len(IN_PLACE.findall("\n".join(text))) for text in (lines, new)]
    for token in after:
        words = [word.lower() for word in WORD.findall(token.string)]
        comment = token.type == tokenize.COMMENT
        if not comment and not token.string.endswith('"""'):
            continue
        untrue = gone.intersection(words) or (copied[0] > copied[1] and SAYS_IN_PLACE.search(token.string))
        if untrue or (comment and len(words) > 1 and token.start[0] in touched):
            yield f"the {'comment' if comment else 'docstring'} on line {token.start[0]}"


def corrected(changes: Sequence[Change], lines: Sequence[str]) -> list[str]:
    """The lines of the corrected file."""
    found = list(lines)
    for change in sorted(changes, key=lambda change: (change.start, change.end), reverse=True):
        found[change.start - 1 : change.end] = change.text.splitlines()
    return found


def _touched(changes: Sequence[Change], lines: Sequence[str]) -> Iterator[int]:
    """The numbers of the corrected lines, and of the comments right above them."""
    shift = 0
    for change in sorted(changes, key=lambda change: (change.start, change.end)):
        first, count = change.start, len(change.text.splitlines())
        while first > 1 and lines[first - 2].lstrip().startswith("#"):
            first -= 1
        yield from range(first + shift, change.start + shift + count)
        shift += count - (change.end + 1 - change.start)


def _listed(said: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(said[:-1]), *said[-1:])))


def _tokens(lines: Sequence[str]) -> Iterator[tokenize.TokenInfo]:
    try:
        yield from tokenize.generate_tokens(StringIO("\n".join(lines)).readline)
    except (tokenize.TokenError, SyntaxError):
        return
