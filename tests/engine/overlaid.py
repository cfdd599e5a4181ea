"""Two mistakes made together: which ones are named, as far as the numbers alone decide it."""

from collections.abc import Iterator
from itertools import combinations

import numpy as np

from grader.catalogue import Edit, Mistake
from grader.engine.asking.answers import Numbers, computed
from grader.engine.declaration.drawn_cases import Cases
from grader.engine.diagnose.overlay import overlays, search, with_constants

from ..helpers.graded import KATA
from ..helpers.numbers import SOME_NUMBER

EXERCISE = KATA.declaration
CASES = Cases(EXERCISE, 5)
CLOSE = 1e-6
# The name if the two mistakes cancel out, so that the right numbers come out.
RIGHT = ("right",)

Names = tuple[str, ...]


class Overlays:
    """The mistakes in one method, combined in pairs."""

    def __init__(self, step: str) -> None:
        method = EXERCISE.method_of(step)
        assert method is not None, f"a method belongs to {step}"
        self.method = method
        self.diagnosing = CASES.main(method.name)
        entries = KATA.catalogue.of_step(step)
        # A change of the model does not change the method's numbers; another check detects it.
        told = [entry for entry in entries if entry.edits and entry.id != method.changes_state]
        self.entries = with_constants(told, [SOME_NUMBER])
        self._kept: dict[frozenset[tuple[str, str]], list[Numbers | str]] = {}

    def pairs(self) -> Iterator[tuple[Mistake, Mistake]]:
        """The pairs whose edits can be made together."""
        return (pair for pair in combinations(self.entries, 2) if any(overlays(pair)))

    def named(self, pair: tuple[Mistake, Mistake]) -> set[Names]:
        """What the diagnosis names, for each way of making both mistakes together."""
        return {self.names(edit) for edit in overlays(pair)}

    def names(self, edit: Edit) -> Names:
        """The smallest set of mistakes that explains the numbers of the formula with these edits."""
        seen = self.numbers(edit)
        if same(seen, self.numbers({})):
            return RIGHT
        found = search(self.entries, lambda other: same(seen, self.numbers(other)))
        return tuple(entry.id for entry in found[0]) if found else ()

    def numbers(self, edit: Edit) -> list[Numbers | str]:
        """The numbers of the formula with these edits, on the diagnosing cases."""
        key = frozenset(edit.items())
        if key not in self._kept:
            self._kept[key] = [computed(EXERCISE, self.method, case, edit) for case in self.diagnosing]
        return self._kept[key]


def same(one: list[Numbers | str], two: list[Numbers | str]) -> bool:
    """True if the numbers agree on every case."""
    return all(_agree(a, b) for a, b in zip(one, two, strict=True))


def _agree(one: Numbers | str, two: Numbers | str) -> bool:
    if isinstance(one, str) or isinstance(two, str):
        return isinstance(one, str) and isinstance(two, str) and one == two
    return len(one) == len(two) and all(
        a.shape == b.shape and np.allclose(a, b, rtol=CLOSE, atol=0.0, equal_nan=True)
        for a, b in zip(one, two, strict=True)
    )
