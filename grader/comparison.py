"""Records of a submission compared with the reference; frozen, like the verdict's."""

from dataclasses import dataclass
from typing import Literal

Standing = Literal["agrees", "differs", "todo"]


@dataclass(frozen=True)
class Code:
    """The text of one method."""

    place: str  # `file:line`, or the file alone where no method of that name is written out in it
    # without docstrings and the indentation they share; the helpers it calls come last
    lines: tuple[str, ...] = ()


@dataclass(frozen=True)
class Curve:
    """The loss of every epoch, under the name that a legend gives."""

    name: str
    losses: tuple[float, ...]


@dataclass(frozen=True)
class Beside:
    """One method beside the reference's."""

    method: str  # its name
    standing: Standing  # whether what it gives is what the reference gives
    said: tuple[str, ...]  # sentences on how far they agree, or where they part
    # own, reference: the code of either
    own: Code
    reference: Code


@dataclass(frozen=True)
class Comparison:
    """A submission beside the reference, method by method."""

    methods: tuple[Beside, ...]  # those compared, in the order of the exercise
    # the losses of the same training by either; empty where there is nothing to draw
    curves: tuple[Curve, ...]
    seed: int  # of the random data


@dataclass(frozen=True)
class Demonstration:
    """The submission, trained on data whose truth is known."""

    setting: str  # the data and the training, in a few words
    # the name of each parameter, the value that was learned, the true one; empty where the training did not
    # come to an end
    learned: tuple[tuple[str, float, float], ...]
    losses: tuple[float, ...]  # of every epoch
    floor: float  # the loss that no model gets below for long, and what it is
    trouble: str = ""  # what kept the training, or its losses, from coming back; empty where nothing did
    floor_is: str = "the variance of the noise"


@dataclass(frozen=True)
class Way:
    """How a training went."""

    losses: tuple[float, ...]  # of every epoch, as far as they could be seen
    points: tuple[tuple[float, float], ...]  # the two parameters at the start and after some of the epochs


@dataclass(frozen=True)
class Descent:
    """The same training by the reference and by the submission, on a loss of two parameters."""

    names: tuple[str, str]  # of the two parameters
    setting: str  # the data and the training, in a few words
    # reference, own: either's way
    reference: Way
    own: Way
    # lines of equal loss, from the inner to the outer one, each ending where it begins
    contours: tuple[tuple[tuple[float, float], ...], ...]
    trouble: str = ""  # what kept the submission's way from being seen to its end; empty where nothing did
