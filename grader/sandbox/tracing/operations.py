"""Make the operations of a rewritten source, one at a time as a similar one would; see `rewriter`."""

import operator
import sys
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from .laps import Endless

Change = Callable[[], Any]
OPERATORS: dict[str, Callable[[Any, Any], Any]] = {
    "Add": operator.add, "Sub": operator.sub, "Mult": operator.mul, "Div": operator.truediv,
    "MatMult": operator.matmul, "Pow": operator.pow,
}  # fmt: skip
SIGNS: dict[str, Callable[[Any], Any]] = {
    "USub": operator.neg,
    "Invert": operator.invert,
    "Not": operator.not_,
}
OPPOSITE = {"Add": "Sub", "Sub": "Add", "Mult": "Div", "Div": "Mult"}
MISTAKEN = {"sum": "mean", "mean": "sum", "zeros": "ones", "ones": "zeros", "transpose": "itself"}
NUMBERS = (1, 2, 0.5)
OFF, RECORDING = -1, -2
KINDS = (
    "operation", "negative", "comparison", "transposed", "pair", "call", "number", "added",
    "name", "attribute",
)  # fmt: skip


class Switch:
    """Makes each operation, and changes the one with the number `at`: by its change number `which`.

    While it records, it counts in `reached`, for each operation that is reached, its changes up to each rank:
    the likely ones, the possible ones, such as one operand alone, and the loose ones, in which an operand
    or the result is multiplied by one of the `factors`. It raises Endless once none is `left`.
    """

    def __init__(self, factors: Sequence[float]) -> None:
        self.factors = factors
        self.at, self.which, self.left = OFF, 0, sys.maxsize
        self.reached: dict[int, tuple[int, int, int]] = {}

    def names(self) -> dict[str, Any]:
        """The functions that the rewritten code calls, by name."""
        return {f"_kata_{kind}": getattr(self, kind) for kind in KINDS}

    def _made(
        self, number: int, make: Change, likely: Callable[[], list[Change]],
        loose: Callable[[Any], list[Change]] | None = None, possible: Sequence[Change] = (),
    ) -> Any:  # fmt: skip
        """What `make` gives or, for the operation that is changed, what the change gives.

        `likely` and `possible` have its changes, and `loose`, else `_similar`, those of what it gives.
        """
        self.left -= 1
        if self.left < 0:
            raise Endless
        loose = loose or self._similar
        if number == self.at:
            changes = [*likely(), *possible]
            if self.which >= len(changes):
                changes += loose(make())
            return changes[self.which]()
        value = make()
        if self.at == RECORDING and number not in self.reached:
            first = len(likely())
            second = first + len(possible)
            self.reached[number] = first, second, second + len(loose(value))
        return value

    def _similar(self, value: Any) -> list[Change]:
        """The same result times a factor, transposed, or as a square or root; a pair times a factor."""
        if type(value) is tuple and len(value) == 2:
            return [lambda c=c: (c * value[0], c * value[1]) for c in self.factors]  # type: ignore[misc]
        if not _is_numeric(value):
            return []
        found: list[Change] = [lambda c=c: c * value for c in self.factors]  # type: ignore[misc]
        return [*found, lambda: value**2, lambda: np.sqrt(value), lambda: np.transpose(value)]

    def operation(self, number: int, kind: str, left: Any, right: Any) -> Any:
        """A binary operation; changed, the opposite one, exchanged operands, one alone, or the negative."""
        make = OPERATORS[kind]

        def likely() -> list[Change]:
            found: list[Change] = [lambda: OPERATORS[OPPOSITE[kind]](left, right)] if kind in OPPOSITE else []
            if kind == "MatMult":
                found += [lambda: left.T @ right, lambda: left @ right.T]
            return found if kind in ("Add", "Mult") else [*found, lambda: make(right, left)]

        def loose(value: Any) -> list[Change]:
            first, second = (self.factors if _is_numeric(side) else () for side in (left, right))
            found: list[Change] = [lambda f=f: make(f * left, right) for f in first]  # type: ignore[misc]
            found += [lambda f=f: make(left, f * right) for f in second]  # type: ignore[misc]
            return [*found, *self._similar(value)]

        possible: list[Change] = [lambda: left, lambda: right, lambda: -make(left, right)]
        return self._made(number, lambda: make(left, right), likely, loose, possible)

    def negative(self, number: int, kind: str, value: Any) -> Any:
        """A negation; changed, the value itself."""
        return self._made(number, lambda: SIGNS[kind](value), lambda: [lambda: value])

    def comparison(self, number: int, value: Any) -> Any:
        """The result of a comparison; changed, the opposite."""

        def opposite() -> Any:
            return ~value if isinstance(value, np.ndarray) else not value

        return self._made(number, lambda: value, lambda: [opposite])

    def transposed(self, number: int, value: Any) -> Any:
        """The transpose; changed, the array itself."""
        return self._made(number, lambda: value.T, lambda: [lambda: value])

    def pair(self, number: int, value: Any) -> Any:
        """A pair; changed, its items are exchanged."""
        return self._made(number, lambda: value, lambda: [lambda: value[::-1]])

    def call(self, number: int, function: Any, /, *args: Any, **named: Any) -> Any:
        """A call; changed, two neighbours among its arguments are exchanged, or the function is another."""
        other = MISTAKEN.get(str(getattr(function, "__name__", "")))
        of_array = isinstance(owner := getattr(function, "__self__", None), np.ndarray)

        def likely() -> list[Change]:
            exchanged = ([*args[:at], args[at + 1], args[at], *args[at + 2 :]] for at in range(len(args) - 1))
            found: list[Change] = [lambda given=given: function(*given, **named) for given in exchanged]  # type: ignore[misc]
            if other == "itself":
                return [*found, lambda: owner if of_array else args[0]]
            instead = other and getattr(owner if of_array else np, other)
            return [*found, lambda: instead(*args, **named)] if instead else found

        def loose(value: Any) -> list[Change]:
            factors = self.factors if args and _is_numeric(args[0]) else ()
            scaled: list[Change] = [lambda f=f: function(f * args[0], *args[1:], **named) for f in factors]  # type: ignore[misc]
            return [*scaled, *self._similar(value)]

        return self._made(number, lambda: function(*args, **named), likely, loose)

    def number(self, number: int, value: float) -> Any:
        """A literal; changed, another number; 0.0 counts as loose, as it may only switch something off."""
        turned = [-value] if value else []
        likely = (*NUMBERS, *([0] if type(value) is int else []), *(turned if abs(value) == 1 else []))
        others = [other for other in likely if other != value]

        def loose(value: Any) -> list[Change]:
            return [*_each([0.0]), *self._similar(value)]

        return self._made(number, lambda: value, lambda: _each(others), loose, _each(turned))

    def name(self, number: int, value: Any, name: str, names: dict[str, Any]) -> Any:
        """A variable; changed, which counts as loose, another one of the function with the same shape."""
        others = [other for one, other in names.items() if one != name and _is_like(other, value)]
        return self._made(number, lambda: value, list, lambda _: _each(others))

    def attribute(self, number: int, owner: Any, name: str) -> Any:
        """An attribute; changed, another numeric one of the same object, or another property for one."""
        value = getattr(owner, name)
        names = vars(owner) if _is_numeric(value) and hasattr(owner, "__dict__") else {}
        others = [other for one, other in names.items() if one != name and _is_numeric(other)]
        known = (pair for kind in type(owner).__mro__ for pair in vars(kind).items())
        asked = dict.fromkeys(one for one, get in known if type(get) is property)
        likely: list[Change] = [lambda one=one: getattr(owner, one) for one in asked if one != name]  # type: ignore[misc]
        return self._made(
            number, lambda: value, lambda: likely if name in asked else [], lambda _: [], _each(others)
        )

    def added(self, number: int, kind: str, value: Any) -> Any:
        """What an assignment such as `+=` adds; changed, what the opposite one would."""
        inverse = kind in ("Mult", "Div")
        return self._made(number, lambda: value, lambda: [lambda: 1 / value if inverse else -value])


def _each(values: Sequence[Any]) -> list[Change]:
    return [lambda value=value: value for value in values]  # type: ignore[misc]


def _is_like(value: Any, other: Any) -> bool:
    return _is_numeric(value) and _is_numeric(other) and np.shape(value) == np.shape(other)


def _is_numeric(value: Any) -> bool:
    return isinstance(value, (float, np.ndarray, np.floating))
