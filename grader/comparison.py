"""Frozen records of how a submission compares with the reference."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Agreement = Literal["agrees", "differs", "todo"]


@dataclass(frozen=True)
class Code:
    """The text of one method."""

    place: str  # `file:line`, or only the file if it has no definition of that method
    # without docstrings and common indentation; the helpers that it calls come last
    lines: tuple[str, ...] = ()


@dataclass(frozen=True)
class MethodComparison:
    """One method compared with the reference's."""

    method: str  # its name
    agreement: Agreement  # whether its results agree with the reference's
    said: tuple[str, ...]  # sentences on how closely they agree, or where they differ
    # own, reference: the code of each
    own: Code
    reference: Code


@dataclass(frozen=True)
class Comparison:
    """A submission compared with the reference, method by method."""

    methods: tuple[MethodComparison, ...]  # in the order of the exercise
    # the losses of the same training by each, by its name in the legend; empty if there is nothing to draw
    curves: Mapping[str, tuple[float, ...]]
    seed: int  # of the random data


@dataclass(frozen=True)
class Demonstration:
    """The submission, trained on data whose true parameters are known."""

    setting: str  # the data and the training, in a few words
    # the name of each parameter, its learned value and its true value; empty if the training did not finish
    learned: tuple[tuple[str, float, float], ...]
    losses: tuple[float, ...]  # of every epoch
    floor: float  # the loss that no model stays below for long
    trouble: str = ""  # why the training or its losses could not be seen; empty if they could
    floor_is: str = "the variance of the noise"  # what that loss is


@dataclass(frozen=True)
class TrainingPath:
    """The path of a training."""

    losses: tuple[float, ...]  # of every epoch, as far as they are known
    points: tuple[tuple[float, float], ...]  # the two parameters at the start and after some epochs


@dataclass(frozen=True)
class TrainingComparison:
    """The same training by the reference and by the submission, for a loss with two parameters."""

    names: tuple[str, str]  # of the two parameters
    setting: str  # the data and the training, in a few words
    # reference, own: the path of each
    reference: TrainingPath
    own: TrainingPath
    # closed lines of equal loss, from the innermost to the outermost
    contours: tuple[tuple[tuple[float, float], ...], ...]
    trouble: str = ""  # why the submission's path is not known to its end; empty if it is
