"""Apply mistakes to the right formula, up to three at once, until it gives the observed numbers.

Each mistake of the catalogue is an edit of the formula; edits that do not contradict each other combine.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from ...catalogue import Edit, Mistake
from ..declaration.formula import merged

MOST = 3
WIDE = 8  # edits: an entry with more is combined with at most one other, which has fewer
CONSTANT = "<constant>"


def with_constants(entries: Iterable[Mistake], constants: Sequence[str]) -> tuple[Mistake, ...]:
    """The entries, with one edit for each of these numbers in place of each edit with `<constant>`."""
    return tuple(replace(e, edits=tuple(_filled(e.edits, constants))) for e in entries)


def _filled(edits: Iterable[Edit], constants: Sequence[str]) -> Iterator[Edit]:
    for edit in edits:
        if not any(CONSTANT in text for text in edit.values()):
            yield edit
            continue
        for constant in constants:
            yield {slot: text.replace(CONSTANT, constant) for slot, text in edit.items()}


def search(
    entries: Sequence[Mistake], explains: Callable[[Edit], bool], most: int = MOST
) -> tuple[tuple[Mistake, ...], Edit] | None:
    """The smallest set of entries whose edits together explain what was observed, and the combined edit."""
    return next((found for found in combined(entries, most) if explains(found[1])), None)


def combined(entries: Sequence[Mistake], most: int = MOST) -> Iterator[tuple[tuple[Mistake, ...], Edit]]:
    """Each set of at most `most` entries with each of its combined edits, smaller sets first.

    Sets about the whole answer come before those about a part of it, earlier entries before later ones.
    """
    told = [entry for entry in entries if entry.edits]
    for size in range(1, most + 1):
        for laid in sorted(combinations(told, size), key=_parts):
            if sum(len(entry.edits) > WIDE for entry in laid) <= (size < MOST):
                yield from ((laid, edit) for edit in overlays(laid))


def _parts(entries: Iterable[Mistake]) -> int:
    """The number of entries that concern only one part of the answer."""
    return sum(entry.wrong_part is not None for entry in entries)


def overlays(entries: Iterable[Mistake]) -> Iterator[Edit]:
    """Every combination of one edit from each of these entries."""
    found: list[tuple[tuple[Edit, ...], Edit]] = [((), {})]
    for entry in entries:
        found = [
            ((*edits, edit), more)
            for edits, together in found for edit in entry.edits
            if (more := merged(together, edit)) is not None  # else they contradict each other
        ]  # fmt: skip
    for edits, together in found:
        if all(_adds(edit, edits) for edit in edits):
            yield together


def _adds(edit: Edit, edits: tuple[Edit, ...]) -> bool:
    """Whether an edit fills a slot that no other of these edits, which do not contradict it, fills."""
    return not edit.keys() <= {slot for other in edits if other is not edit for slot in other}
