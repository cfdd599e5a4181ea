"""What there is to say of a submission beside the reference: frozen records, like the verdict's."""

from dataclasses import dataclass
from typing import Literal

Standing = Literal["agrees", "differs", "todo"]


@dataclass(frozen=True)
class Code:
    """The text of one method.

    Attributes:
        place: `file:line`, or the file alone where no method of that name is written out in it.
        lines: without docstrings and the indentation they share; the helpers it calls come last.
    """

    place: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True)
class Curve:
    """The loss of every epoch, under the name that a legend gives."""

    name: str
    losses: tuple[float, ...]


@dataclass(frozen=True)
class Beside:
    """One method beside the reference's.

    Attributes:
        method: its name.
        standing: whether what it gives is what the reference gives.
        said: sentences on how far they agree, or where they part.
        own, reference: the code of either.
    """

    method: str
    standing: Standing
    said: tuple[str, ...]
    own: Code
    reference: Code


@dataclass(frozen=True)
class Comparison:
    """A submission beside the reference, method by method.

    Attributes:
        methods: those compared, in the order of the exercise.
        curves: the losses of the same training by either; empty where there is nothing to draw.
        seed: of the random data.
    """

    methods: tuple[Beside, ...]
    curves: tuple[Curve, ...]
    seed: int


@dataclass(frozen=True)
class Demonstration:
    """The submission, trained on data whose truth is known.

    Attributes:
        setting: the data and the training, in a few words.
        learned: the name of each parameter, the value that was learned, the true one; empty where the
            training did not come to an end.
        losses: of every epoch.
        floor: the loss that no model gets below for long, and what it is.
        trouble: what kept the training, or its losses, from coming back; empty where nothing did.
    """

    setting: str
    learned: tuple[tuple[str, float, float], ...]
    losses: tuple[float, ...]
    floor: float
    trouble: str = ""
    floor_is: str = "the variance of the noise"


@dataclass(frozen=True)
class Way:
    """How a training went.

    Attributes:
        losses: of every epoch, as far as they could be seen.
        points: the two parameters at the start and after some of the epochs.
    """

    losses: tuple[float, ...]
    points: tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Descent:
    """The same training by the reference and by the submission, on a loss of two parameters.

    Attributes:
        names: of the two parameters.
        setting: the data and the training, in a few words.
        reference, own: either's way.
        contours: lines of equal loss, from the inner to the outer one, each ending where it begins.
        trouble: what kept the submission's way from being seen to its end; empty where nothing did.
    """

    names: tuple[str, str]
    setting: str
    reference: Way
    own: Way
    contours: tuple[tuple[tuple[float, float], ...], ...]
    trouble: str = ""
