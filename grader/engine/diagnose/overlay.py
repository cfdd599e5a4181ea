"""Lay mistakes over the right formula, one, two or three at once, until the observed numbers come out."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations, product

from ...catalogue import Edit, Mistake
from ..formula import merged

MOST = 3
WIDE = 8  # spellings: with more, an entry is laid over one other at most, that is not as wide
CONSTANT = "<constant>"


def with_constants(entries: Iterable[Mistake], constants: Sequence[str]) -> tuple[Mistake, ...]:
    """The entries with each of these numbers in place of `<constant>` in their edits."""
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
    """The smallest set of entries whose edits together explain what was observed.

    Among sets of one size, those about the whole answer come before those about one part of it, and
    the earlier entries of the catalogue before the later ones.
    """
    told = [entry for entry in entries if entry.edits]
    for size in range(1, most + 1):
        for laid in sorted(combinations(told, size), key=_parts):
            if sum(len(entry.edits) > WIDE for entry in laid) > (size < MOST):
                continue
            for edit in overlays(laid):
                if explains(edit):
                    return laid, edit
    return None


def _parts(entries: Iterable[Mistake]) -> int:
    """How many of them are about one part of the answer."""
    return sum(entry.part is not None for entry in entries)


def overlays(entries: Iterable[Mistake]) -> Iterator[Edit]:
    """Every way of making the edits of all these entries at once."""
    for edits in product(*(entry.edits for entry in entries)):
        together = merged(*edits)
        # Edits that contradict each other, or of which one adds nothing, are no overlay.
        if together is not None and all(_adds(edit, edits) for edit in edits):
            yield together


def _adds(edit: Edit, edits: tuple[Edit, ...]) -> bool:
    others = merged(*(other for other in edits if other is not edit)) or {}
    return any(others.get(slot) != fragment for slot, fragment in edit.items())
