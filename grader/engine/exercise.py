"""What an exercise declares: its state, its methods, its data, the right formula and its mistakes."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from .case import Case, Extra, in_integers
from .edge import Edge

if TYPE_CHECKING:
    import numpy as np

    from ..catalogue import Catalogue
    from .formula import Formula
    from .twist import Twist


@dataclass(frozen=True)
class Parameter:
    """One attribute of a model that can be read and assigned from outside."""

    name: str  # as the contract writes it
    is_vector: bool  # whether it has one entry per feature, shape (d,); else it is one number
    wrong_shape: str = ""  # the id of the mistake where it has another shape
    not_small: str = ""  # the id where it starts far from zero
    whole: str = ""  # the id where it holds integers; empty where those are fine
    wrong_dtype: str = ""  # the id where its dtype is no real floating one from float32 up


@dataclass(frozen=True, eq=False)
class Apart:
    """Data on which a method is judged in a further step, so that its own step is about the rest."""

    step: str  # the further step
    holds: "Callable[[Case], bool]"  # whether a case is among these data
    mistake: str  # the id of what goes wrong on these data alone


@dataclass(frozen=True, eq=False)
class Method:
    """One method of the contract."""

    name: str  # as the learner writes it
    step: str  # the step that judges it
    takes: tuple[str, ...]  # the names of its arguments, in order
    # the names of the parts of a right answer, as messages call them; for a method that `sets` the state, the
    # parameters that it sets
    gives: tuple[str, ...] = ()
    family: str = ""  # how the ids of its mistakes begin: `family-wrong-value`, `family-wrong-shape`
    misshapen: str = ""  # the id of an answer of a wrong shape or type, where it is not `family-wrong-shape`
    changes_state: str = ""  # the id of a call that changes the state and should not
    # the documented defaults of arguments that have one
    defaults: Mapping[str, float] = field(default_factory=dict)
    reads_state: bool = False  # whether it needs the parameters of the model
    # whether it is judged by the state that it leaves; what it returns is its own business then
    sets: bool = False
    needs: str = ""  # a method that is called first, on other data, so that a model is ready for this one
    aliases: tuple[str, ...] = ()  # what else people call it
    booleans: bool = False  # whether an array of booleans is an answer as good as one of numbers
    # other methods that it may call; where one of those is wrong, it is judged with a right one
    uses: tuple[str, ...] = ()
    # where several answers are right, what is wrong with the parts of one on a case, in words; empty for a
    # right one. Without it the formula's answer alone is right.
    accepts: "Callable[[Case, Sequence[np.ndarray]], str] | None" = None
    apart: Apart | None = None  # the data on which it is judged in a further step, where it has one

    @property
    def steps(self) -> tuple[str, ...]:
        """The steps that judge it."""
        return (self.step, self.apart.step) if self.apart else (self.step,)

    def is_judged(self, step: str, case: "Case") -> bool:
        """Whether one of its steps is about a case."""
        return self.apart is None or self.apart.holds(case) == (step == self.apart.step)

    @property
    def wrong_shape(self) -> str:
        """The id of an answer of a wrong shape or type."""
        return self.misshapen or f"{self.family}-wrong-shape"

    @property
    def wrong_value(self) -> str:
        """The id of a wrong answer that nothing else explains."""
        return f"{self.family}-wrong-value"


@dataclass(frozen=True)
class Descent:
    """The parts of a method that descends: what it calls in every epoch, in this order."""

    method: str  # the one that trains
    # forward, loss, gradients: the methods that it may build on
    forward: str
    loss: str
    gradients: str
    predicted: str = "y_hat"  # what the last two call the answer of the first
    affine: bool = True  # whether the gradients are affine in the parameters, as those of squared errors are
    answer: str = "the least squares answer"  # what it converges to, in words
    # easy_lr, growing_lr: a rate with which it converges in fewer than a hundred epochs on standardised
    # columns, and one with which the loss may grow
    easy_lr: float = 0.3
    growing_lr: float = 2.0

    @property
    def collaborators(self) -> tuple[str, ...]:
        """The methods that the training may call."""
        return (self.forward, self.loss, self.gradients)


@dataclass(frozen=True, eq=False, kw_only=True)
class Exercise:
    """All that the engine needs to know."""

    name: str  # of its three paths
    class_name: str  # the class that is graded
    constructor: tuple[str, ...] = ()  # the names of the arguments that its constructor must take
    steps: tuple[str, ...]  # in the order in which they are reported
    state: tuple[Parameter, ...] = ()  # the parameters of a model; `starts` says whether a new model has them
    methods: tuple[Method, ...]  # in the order of the contract
    formula: "Formula"  # the right code, with slots
    draw: Callable[[str, Any, int, int], Case]  # draws one case of a size: name, random generator, n, d
    whole: Callable[[Case, Any], Case] = in_integers  # the case with integer data in place of its own
    catalogue: Callable[[], "Catalogue"]  # every mistake
    # more data, made from those there are; see `Extra`
    extras: Callable[[Any], Sequence[Extra]] = lambda cases: ()
    # by method, the names of the checks that only extra cases make
    extra_checks: Mapping[str, Sequence[str]] = field(default_factory=dict)
    # the checks of its own for each step; see `checks.Checks`
    own_checks: Callable[[], Mapping[str, Sequence[Any]]] = dict
    descent: Descent | None = None  # how it trains, for an iterative method
    starts: bool = False  # whether a new model has its parameters, small or zero, before anything is called
    leaves_out: tuple[str, ...] = ()  # the names of odd cases on which its methods are not asked
    # the documented defaults of the constructor's arguments
    constructor_defaults: Mapping[str, float] = field(default_factory=dict)
    twists: "Callable[[], Sequence[Twist]]" = tuple  # the changes of the task that there are
    twist: "Twist | None" = None  # the one that this is, with `plain`, the exercise without it
    plain: "Exercise | None" = None
    # a case as it is or, where its values were changed, back in the domain of the exercise
    valid: Callable[[Case], Case] = lambda case: case
    edges: Callable[[], Sequence["Edge"]] = tuple  # calls at the edge of the domain; see `edge.Edge`

    @property
    def collaborators(self) -> tuple[str, ...]:
        """The methods that the training may call; none where nothing is trained."""
        return self.descent.collaborators if self.descent else ()

    @property
    def takes(self) -> dict[str, list[str]]:
        """The arguments of each method, by its name."""
        return {method.name: list(method.takes) for method in self.methods}

    @property
    def parameters(self) -> tuple[str, ...]:
        """The names of the state."""
        return tuple(parameter.name for parameter in self.state)

    @property
    def state_words(self) -> str:
        """The names of the state, for a sentence."""
        return " and ".join(self.parameters)

    @property
    def made(self) -> str:
        """How a model is made, for a message."""
        return f"{self.class_name}({', '.join(self.constructor[:1])})"

    def method(self, name: str) -> Method:
        """The method of this name."""
        return self._by_name[name]

    @cached_property
    def _by_name(self) -> dict[str, Method]:
        return {method.name: method for method in self.methods}

    def method_of(self, step: str) -> Method | None:
        """The method that a step judges; None for a step that judges all of them."""
        return next((method for method in self.methods if step in method.steps), None)

    def step_of(self, method: str) -> str:
        """The step that judges a method."""
        return self.method(method).step
