"""The declaration of an exercise: its state, its methods, its data, the right formula, its mistakes."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, Any

from .case import Case, Extra, in_integers
from .twist import PLAIN, Twist

if TYPE_CHECKING:
    import numpy as np

    from ...catalogue import Catalogue
    from ...observation import Seen
    from .formula import Formula


def catalogue_in(package: str | None) -> "Callable[[], Catalogue]":
    """Gets the catalogue from the module `mistakes` of an exercise's package, which is imported only then."""

    def catalogue() -> "Catalogue":
        found: Catalogue = import_module(f"{package}.mistakes").CATALOGUE
        return found

    return catalogue


@dataclass(frozen=True)
class Parameter:
    """One attribute of a model that can be read and assigned from outside."""

    name: str  # as the contract writes it
    is_vector: bool  # whether it has one entry per feature, shape (d,); otherwise it is one number
    wrong_shape: str = ""  # the id of the mistake if its shape is wrong
    not_small: str = ""  # the id if it starts far from zero
    whole: str = ""  # the id if it holds integers; empty if integers are fine
    wrong_dtype: str = ""  # the id if its dtype is not float32 or a wider real float


@dataclass(frozen=True, eq=False)
class Apart:
    """Data on which a second step judges a method; its first step judges it on all other data."""

    step: str  # the second step
    holds: "Callable[[Case], bool]"  # whether a case is among these data
    mistake: str  # the id of the mistake if it is wrong on these data only


@dataclass(frozen=True, eq=False)
class Method:
    """One method of the contract."""

    name: str  # as the learner writes it
    step: str  # the step that judges it
    takes: tuple[str, ...]  # the names of its arguments, in order
    # the names of the parts of a right answer, for messages; if the method `sets` the state, the names of the
    # parameters that it sets
    gives: tuple[str, ...] = ()
    family: str = ""  # how the ids of its mistakes begin: `family-wrong-value`, `family-wrong-shape`
    misshapen: str = ""  # the id of an answer of a wrong shape or type, if it is not `family-wrong-shape`
    changes_state: str = ""  # the id of a call that changes the state but should not
    # the documented defaults of optional arguments
    defaults: Mapping[str, float] = field(default_factory=dict)
    reads_state: bool = False  # whether it needs the parameters of the model
    # whether it is judged by the state that it leaves; its return value is then ignored
    sets: bool = False
    needs: str = ""  # a method that must be called first; it is called on other data
    aliases: tuple[str, ...] = ()  # other names that people give it
    booleans: bool = False  # whether an array of booleans is accepted in place of numbers
    # other methods that it may call; if one of those is wrong, it is replaced by a right one here
    uses: tuple[str, ...] = ()
    # if several answers are right: a function of a case and the parts of an answer. It says what is wrong, or
    # "" for a right answer. Without it, only the formula's answer is right.
    accepts: "Callable[[Case, Sequence[np.ndarray]], str] | None" = None
    apart: Apart | None = None  # the data on which it is judged in a second step, if it has one

    @property
    def steps(self) -> tuple[str, ...]:
        """The steps that judge it."""
        return (self.step, self.apart.step) if self.apart else (self.step,)

    def is_judged(self, step: str, case: "Case") -> bool:
        """Whether the step `step` judges the method on this case."""
        return self.apart is None or self.apart.holds(case) == (step == self.apart.step)

    @property
    def wrong_shape(self) -> str:
        """The id of an answer of a wrong shape or type."""
        return self.misshapen or f"{self.family}-wrong-shape"

    @property
    def broadcasts(self) -> str:
        """The id of an answer in which a column was broadcast with a row."""
        return f"{self.family}-broadcasts"

    @property
    def wrong_value(self) -> str:
        """The id of a wrong answer that no other mistake explains."""
        return f"{self.family}-wrong-value"


@dataclass(frozen=True)
class Edge:
    """A call at the edge of the domain, where more than one answer is right; a function judges it."""

    check: str  # the name of the check that it belongs to
    # case, method: the data, and the method that is called while warnings are recorded
    case: Case
    method: str
    mistakes: tuple[str, ...]  # the ids of the mistakes that it may find
    # the id of the mistake and what was seen, if the call is wrong; None if it is right
    judge: "Callable[[Seen], tuple[str, str] | None]"


@dataclass(frozen=True)
class Descent:
    """The method that trains by gradient descent, and the methods that it calls in every epoch, in order."""

    method: str  # the method that trains
    # forward, loss, gradients: the methods that it may call
    forward: str
    loss: str
    gradients: str
    predicted: str = "y_hat"  # the argument of `loss` and `gradients` that takes the answer of `forward`
    affine: bool = True  # whether the gradients are affine in the parameters, as those of squared errors are
    answer: str = "the least squares answer"  # what it converges to, in words
    # easy_lr, growing_lr: a learning rate that converges in under a hundred epochs on standardised columns,
    # and one that may make the loss grow
    easy_lr: float = 0.3
    growing_lr: float = 2.0

    @property
    def collaborators(self) -> tuple[str, ...]:
        """The methods that the training may call."""
        return (self.forward, self.loss, self.gradients)


@dataclass(frozen=True, eq=False, kw_only=True)
class Exercise:
    """Everything that the engine needs to know about an exercise."""

    name: str  # the name that its stub, its solution and its kata folder share
    class_name: str  # the class that is graded
    constructor: tuple[str, ...] = ()  # the names of the arguments that its constructor must take
    steps: tuple[str, ...]  # in the order in which they are reported
    state: tuple[Parameter, ...] = ()  # the parameters of a model; see `starts`
    methods: tuple[Method, ...]  # in the order of the contract
    formula: "Formula"  # the right code with slots for mistakes
    draw: Callable[[str, Any, int, int], Case]  # draws one case, given its name, a random generator, n and d
    whole: Callable[[Case, Any], Case] = in_integers  # the same case with integer data
    catalogue: Callable[[], "Catalogue"]  # every mistake
    # extra cases, made from the usual ones; see `Extra`
    extras: Callable[[Any], Sequence[Extra]] = lambda cases: ()
    # by method, the names of the checks that exist only for extra cases
    extra_checks: Mapping[str, Sequence[str]] = field(default_factory=dict)
    # the exercise's own checks, by step; see `checks.hidden_check`
    own_checks: Callable[[], Mapping[str, Sequence[Any]]] = dict
    descent: Descent | None = None  # how it trains, if it has an iterative training
    starts: bool = False  # whether a new model already has its parameters, small or zero
    leaves_out: tuple[str, ...] = ()  # the names of odd cases that are not for methods that set parameters
    # the documented defaults of the constructor's arguments
    constructor_defaults: Mapping[str, float] = field(default_factory=dict)
    twists: Callable[[], Sequence[Twist]] = tuple  # the available changes of the task
    twist: Twist | None = None  # the twist of this exercise, if any; `plain` is the exercise without it
    plain: "Exercise | None" = None
    # puts a case whose values were changed back into the domain of the exercise
    valid: Callable[[Case], Case] = lambda case: case
    edges: Callable[[], Sequence[Edge]] = tuple  # calls at the edge of the domain

    @property
    def task(self) -> Twist:
        """Its twist; if it has none, one that changes nothing."""
        return self.twist or PLAIN

    @property
    def collaborators(self) -> tuple[str, ...]:
        """The methods that the training may call; empty if there is no training."""
        return self.descent.collaborators if self.descent else ()

    @property
    def descends(self) -> Descent:
        """How it trains; for code that runs only if there is an iterative training."""
        assert self.descent is not None
        return self.descent

    @property
    def training(self) -> str:
        """The name of the method that trains step by step; empty if there is none."""
        return self.descent.method if self.descent else ""

    @property
    def takes(self) -> dict[str, list[str]]:
        """The arguments of each method, by its name."""
        return {method.name: list(method.takes) for method in self.methods}

    @property
    def parameters(self) -> tuple[str, ...]:
        """The names of the parameters."""
        return tuple(parameter.name for parameter in self.state)

    @property
    def state_words(self) -> str:
        """The names of the parameters, for a sentence."""
        return " and ".join(self.parameters)

    @property
    def constructor_call(self) -> str:
        """The call that makes a model, for a message."""
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
