"""Combine edits: the same slip in several places, or one edit for each of two mistakes."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import chain, combinations

from ..declaration.exercise import Exercise
from ..source.tree import Tree
from .code.text import Edit, lines_of
from .reference.leads import AHEAD, leads

MOST_PLACES, MOST_EDITS, EACH_KIND = 4, 16, 2
ALL = 0.5
"""Extra cost of making the same edit on all lines."""
APART = 0.3
"""Extra cost of changing two lines that have nothing in common."""
ONCE = ("rewrite", "without memory", "any rank", "put in", "move", "plain loop", "store back",
        "other default", "swap between", "swap statements", "count", "start again", "remove two", "collect",
        "hand down")  # fmt: skip
"""Kinds of edits that are not repeated in several places."""
TOGETHER = ("times unread", "attribute to local")
"""Kinds of edits that are likelier in several places than in one."""
WHOLE = ("rename", "signature", "import", "colon", "close", "open", "quote", "indent")
"""Kinds of edits that belong in one place, or that already change all places."""


def same_slip(source: str, edits: Sequence[Edit], likely: frozenset[str]) -> Iterator[Edit]:
    """Combine edits of one kind, on different lines or twice on one line: the same slip in several places."""
    kinds: dict[str, list[Edit]] = defaultdict(list)
    for edit in edits:
        if edit.kind not in (*ONCE, *WHOLE):
            kinds[edit.kind].append(edit)
    yield from _everywhere(source, chain.from_iterable(kinds.values()))
    for kind, same in kinds.items():
        best: dict[int, Edit] = {}
        for edit in sorted(same, key=_whole_first):
            best.setdefault(edit.line, edit)
        twice = list(_on_one_line(kind, same))
        yield from twice
        first = min(best.values(), key=lambda e: e.cost)
        near = {line: unlike(source, first.line, line) for line in best}
        lines = sorted(best.values(), key=lambda e: (e.cost, near[e.line]))[:MOST_PLACES]
        lines += [e for e in best.values() if abs(e.line - first.line) == 1 and e not in lines]
        for pair in twice[:EACH_KIND] if kind in likely else ():
            for one in lines:
                if one.line != pair.line:
                    yield Edit(pair.cost - 0.1, pair.line, kind, (*pair.splices, *one.splices))
        for number, one in enumerate(lines):
            for two in lines[number + 1 :]:  # these cost at least as much
                cost = one.cost + 0.5 if kind in (*likely, *TOGETHER) else two.cost + 0.9
                cost += APART * (1 + unlike(source, one.line, two.line)[0])
                yield Edit(cost, one.line, kind, (*one.splices, *two.splices))


def _everywhere(source: str, edits: Iterable[Edit]) -> Iterator[Edit]:
    """Combine edits that replace the same text by the same new one, on all lines where they are possible."""
    alike: dict[object, dict[int, Edit]] = defaultdict(dict)
    for edit in edits:
        key = edit.kind, tuple((source[start:end], new) for start, end, new in edit.splices)
        alike[key].setdefault(edit.line, edit)
    for same in alike.values():
        if 1 < len(same) <= MOST_PLACES:
            first = min(same.values(), key=lambda e: e.cost)
            splices = chain.from_iterable(edit.splices for edit in same.values())
            yield first._replace(cost=first.cost + ALL, splices=tuple(splices))


def unlike(source: str, one: int, other: int) -> tuple[float, int]:
    """A sort key: how different two lines are, and how far apart."""
    lines = _lines(source)
    return _unlike(lines[one - 1], lines[other - 1]), abs(one - other)


@lru_cache(maxsize=4)
def _lines(source: str) -> tuple[str, ...]:
    return tuple(lines_of(source))


@lru_cache(maxsize=4096)
def _unlike(one: str, other: str) -> float:
    return -round(SequenceMatcher(None, one, other).ratio(), 1)


def _on_one_line(kind: str, same: Sequence[Edit]) -> Iterator[Edit]:
    """Combine two edits of one kind on the same line, as for `return f(x), f(z)`."""
    lines: dict[int, list[Edit]] = defaultdict(list)
    for edit in sorted(same, key=_whole_first):
        lines[edit.line].append(edit)
    for line, edits in lines.items():
        pairs = combinations(edits[: 2 * MOST_PLACES], 2)
        apart = [(a, b) for a, b in pairs if not _meet(a, b)]
        for one, two in apart[: MOST_PLACES + EACH_KIND]:
            cost = max(one.cost, two.cost) + (0.3 if kind == "drop a call" else 0.6)
            yield Edit(cost, line, kind, (*one.splices, *two.splices))


def _whole_first(edit: Edit) -> tuple[float, int]:
    return edit.cost, -sum(end - start for start, end, _ in edit.splices)


def _meet(one: Edit, other: Edit) -> bool:
    """Whether two edits overlap."""
    return one.splices[0][0] < other.splices[-1][1] and other.splices[0][0] < one.splices[-1][1]


def of_two_mistakes(
    exercise: Exercise, tree: Tree, edits: Sequence[Edit], mistakes: Mapping[str, int | None]
) -> Iterator[Edit]:
    """Combine an edit that undoes one mistake with an edit that undoes another.

    `mistakes` maps the ids of one step's findings to their lines.
    """
    likeliest = [_likeliest(exercise, tree, edits, *pair) for pair in mistakes.items()]
    for some, others in combinations(likeliest, 2):
        for one in some:
            for two in others:
                if one.splices != two.splices:
                    cost = (one.cost + two.cost) / 2 + 0.4
                    yield Edit(cost, one.line, "both", (*one.splices, *two.splices))


def _likeliest(
    exercise: Exercise, tree: Tree, edits: Sequence[Edit], mistake: str, line: int | None
) -> list[Edit]:
    """The edits likeliest to undo one mistake, by their kind and by where it was found."""
    kinds = leads(exercise, mistake)
    statement = tree.statement_at(line) if line else None
    span = range(statement.lineno, (statement.end_lineno or 0) + 1) if statement else range(0)

    def unlikely(edit: Edit) -> float:
        return edit.cost + AHEAD * (edit.kind not in kinds) + AHEAD * (edit.line not in span)

    seen: dict[tuple[str, int], int] = defaultdict(int)
    found: list[Edit] = []
    for edit in sorted((e for e in edits if e.kind not in WHOLE), key=unlikely):
        kind = edit.kind.partition(" to ")[0], len(edit.splices)
        if seen[kind] < EACH_KIND and edit not in found:
            seen[kind] += 1
            found.append(edit)
            if len(found) == MOST_EDITS:
                break
    return found
