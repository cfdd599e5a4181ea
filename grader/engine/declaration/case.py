"""The data that a submission is tested on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np


@dataclass(frozen=True, eq=False)
class Case:
    """One data set and one state of the model."""

    name: str
    args: Mapping[str, Any]  # the arguments for methods, by name; always includes `X`, shape (n, d)
    # the parameters, by name, in the order of the exercise
    state: Mapping[str, Any] = field(default_factory=dict)
    new: tuple[Any, ...] = ()  # the arguments of the constructor
    true: tuple[Any, ...] = ()  # the parameters that the data were generated from, before noise
    layout: str = "plain"  # how the arrays lie in memory; see `sandbox.worker.calling.laid_out`
    may_refuse: bool = False  # whether a ValueError is right as well

    def __getitem__(self, name: str) -> Any:
        return self.args[name]

    @property
    def X(self) -> "np.ndarray":
        """The samples, shape (n, d)."""
        found: np.ndarray = self.args["X"]
        return found

    @property
    def y(self) -> "np.ndarray":
        """The targets, shape (n,)."""
        found: np.ndarray = self.args["y"]
        return found

    @property
    def n(self) -> int:
        """The number of samples."""
        return int(self.X.shape[0])

    @property
    def d(self) -> int:
        """The number of features."""
        return int(self.X.shape[1])

    @property
    def start(self) -> Any:
        """The parameters as a tuple."""
        return tuple(self.state.values())

    @property
    def says(self) -> str:
        """The sizes, for a message."""
        return f"n={self.n}, d={self.d}"

    def at(self, name: str, *start: Any) -> "Case":
        """The same data under another name, with other parameters if any are given."""
        state = dict(zip(self.state, start, strict=True)) if start else self.state
        return Case(name, self.args, state, self.new, self.true, self.layout)

    def with_args(self, name: str, **args: Any) -> "Case":
        """The same case under another name, with these arguments replaced."""
        return Case(name, {**self.args, **args}, self.state, self.new, self.true, self.layout)


@dataclass(frozen=True)
class Extra:
    """Extra data for some methods, because an exercise has mistakes that show only on these data."""

    check: str  # the name of the check that it belongs to
    words: str  # for a message: "for y_hat equal to y"
    case: Case  # the data
    methods: tuple[str, ...]  # the methods that are tested on it
    tells: bool = False  # whether the diagnosis uses it too, to tell the catalogue's mistakes apart


def whole(array: "np.ndarray") -> "np.ndarray":
    """An array of integers: twice these numbers, rounded."""
    import numpy as np

    found: np.ndarray = np.rint(2 * array).astype(np.int64)
    return found


def in_integers(case: Case, random: Any) -> Case:
    """The case "integers": every array rounded to integers. An exercise's own version may need `random`."""
    import numpy as np

    arrays = {name: value for name, value in case.args.items() if isinstance(value, np.ndarray)}
    return case.with_args("integers", **{name: whole(array) for name, array in arrays.items()})
