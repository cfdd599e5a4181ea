"""Combine edits: the same slip in several places, or one edit for each of two mistakes."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import chain, combinations

from ..declaration.exercise import Exercise
from ..source.tree import Tree
from .code.text import Edit, lines_of
from .edit_kinds import ONCE, TOGETHER, WHOLE, Kind
from .reference.leads import AHEAD, leads

MOST_PLACES, MOST_EDITS, EACH_KIND = 4, 16, 2
SPELT = {
    Kind.MEAN_TO_SUM: Kind.DROP_RIGHT, Kind.SUM_TO_MEAN: Kind.DIVIDE_BY_COUNT,
    Kind.ONE_TO_TWO: Kind.DOUBLE, Kind.TWO_TO_ONE: Kind.DROP_LEFT,
}  # fmt: skip
"""Kinds that undo the slip of another kind where it is spelt in another way."""
ALL = 0.5
"""Extra cost of making the same edit on all lines."""
APART = 0.3
"""Extra cost of changing two lines that have nothing in common."""


def same_slip(source: str, edits: Sequence[Edit], likely: frozenset[Kind]) -> Iterator[Edit]:
    """Combine edits of one kind, on different lines or twice on one line: the same slip in several places."""
    slips: dict[tuple[Kind, str], list[Edit]] = defaultdict(list)
    for edit in edits:
        if edit.kind not in ONCE:
            slips[edit.kind, edit.what].append(edit)
            if edit.kind in SPELT:
                slips[SPELT[edit.kind], ""].append(edit)
    yield from _everywhere(source, chain.from_iterable(slips.values()))
    for (kind, _), same in slips.items():
        best: dict[int, Edit] = {}
        for edit in sorted(same, key=_whole_first):
            best.setdefault(edit.line, edit)
        twice = list(_on_one_line([edit for edit in same if edit.kind is kind]))
        yield from twice
        first = min(best.values(), key=lambda e: e.cost)
        near = {line: unlike(source, first.line, line) for line in best}
        lines = sorted(best.values(), key=lambda e: (e.cost, near[e.line]))[:MOST_PLACES]
        lines += [e for e in best.values() if abs(e.line - first.line) == 1 and e not in lines]
        for pair in twice[:EACH_KIND] if kind in likely else ():
            for one in lines:
                if one.line != pair.line:
                    yield pair._replace(splices=(*pair.splices, *one.splices)).dearer(-0.1)
        for number, one in enumerate(lines):
            for two in lines[number + 1 :]:  # these cost at least as much
                extra = one.extra + 0.5 if kind in likely | TOGETHER else two.extra + 0.9
                extra += APART * (1 + unlike(source, one.line, two.line)[0])
                yield one._replace(splices=(*one.splices, *two.splices), extra=extra)


def _everywhere(source: str, edits: Iterable[Edit]) -> Iterator[Edit]:
    """Combine edits that replace the same text by the same new one, on all lines where they are possible."""
    alike: dict[object, list[Edit]] = defaultdict(list)
    for edit in edits:
        said = tuple((source[a:b], source[a - 1 : a] == "=", new) for a, b, new in edit.splices)
        key = edit.kind, edit.what, said  # a keyword argument is something else than a value
        alike[key].append(edit)
    for same in alike.values():
        lines = {edit.line: edit for edit in same[::-1]}
        for some in (lines.values(), same) if 1 < len(lines) <= MOST_PLACES else ():
            splices = dict.fromkeys(chain.from_iterable(edit.splices for edit in some))
            yield min(some, key=lambda e: e.cost)._replace(splices=tuple(splices)).dearer(ALL)


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


def _on_one_line(same: Sequence[Edit]) -> Iterator[Edit]:
    """Combine two edits of one kind on the same line, as for `return f(x), f(z)`."""
    lines: dict[int, list[Edit]] = defaultdict(list)
    for edit in sorted(same, key=_whole_first):
        lines[edit.line].append(edit)
    for edits in lines.values():
        pairs = combinations(edits[: 2 * MOST_PLACES], 2)
        ends = [(pair, sorted((e.splices[0][0], e.splices[-1][1]) for e in pair)) for pair in pairs]
        apart = [pair for pair, ((_, end), (start, _)) in ends if end <= start]
        for one, two in apart[: MOST_PLACES + EACH_KIND]:
            extra = max(one.extra, two.extra) + (0.3 if one.kind is Kind.DROP_CALL else 0.6)
            yield one._replace(splices=(*one.splices, *two.splices), extra=extra)


def _whole_first(edit: Edit) -> tuple[float, int]:
    return edit.cost, -sum(end - start for start, end, _ in edit.splices)


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
                    extra = (one.cost + two.cost) / 2
                    yield Edit(Kind.BOTH, one.line, (*one.splices, *two.splices), extra)


def _likeliest(
    exercise: Exercise, tree: Tree, edits: Sequence[Edit], mistake: str, line: int | None
) -> list[Edit]:
    """The edits likeliest to undo one mistake, by their kind and by where it was found."""
    kinds, statement = leads(exercise, mistake), tree.statement_at(line)
    span = range(statement.lineno, (statement.end_lineno or 0) + 1) if statement else range(0)

    def unlikely(edit: Edit) -> float:
        return edit.cost + AHEAD * (edit.kind not in kinds) + AHEAD * (edit.line not in span)

    seen: dict[tuple[Kind, str, int], int] = defaultdict(int)
    found: list[Edit] = []
    for edit in sorted((e for e in edits if e.kind not in WHOLE), key=unlikely):
        kind = edit.kind, edit.what.partition(" to ")[0], len(edit.splices)
        if seen[kind] < EACH_KIND and edit not in found:
            seen[kind] += 1
            found.append(edit)
            if len(found) == MOST_EDITS:
                break
    return found
