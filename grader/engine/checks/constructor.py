"""The checks of the constructor, for exercises in which a new model already has its parameters."""

from collections.abc import Iterator

import numpy as np

from ...observation import Raised
from ..asking.learner import Learner
from ..asking.outcomes import Blocked
from ..declaration.exercise import Exercise, Parameter
from ..training import repeated_trainings
from ..training.collaborators import right_under
from . import new_model
from .hidden_check import Check


def checks_of_start(exercise: Exercise, step: str) -> Iterator[Check]:
    """The checks of a new model."""
    names = exercise.state_words
    yield Check(step, "a model can be created", _made)
    yield Check(step, "the argument by name", _by_name)
    yield Check(step, f"{names} exist", _there)
    yield Check(step, f"{names} can be assigned", _assigned)
    for parameter in exercise.state:
        if parameter.is_vector:
            yield Check(step, f"shape of {parameter.name}", lambda learner, p=parameter: _shape(learner, p))  # type: ignore[misc]
            yield Check(step, f"dtype of {parameter.name}", lambda learner, p=parameter: _dtype(learner, p))  # type: ignore[misc]
        else:
            name = f"{parameter.name} is one number"
            yield Check(step, name, lambda learner, p=parameter: _number(learner, p))  # type: ignore[misc]
    yield Check(step, "zeros or small values", _small)
    if exercise.descent is not None:
        yield Check(step, "a fresh start after another model is trained", _fresh)


def _made(learner: Learner) -> None:
    start, made = learner.start(), f"{learner.exercise.class_name}(3)"
    assert start.ended is None, f"{made} did not return: {start.ended and start.ended.detail}"
    assert start.raised is None, f"{made} raised {start.raised and start.raised.says()}"


def _by_name(learner: Learner) -> None:
    _made(learner)
    raised = learner.start_by_name().raised
    made = f"{learner.exercise.class_name}({learner.exercise.constructor[0]}=3)"
    assert raised is None, f"{made} raised {raised and raised.says()}"


def _there(learner: Learner) -> None:
    _made(learner)
    gone = new_model.lacking(learner)
    assert not gone, f"in a new model {' and '.join(gone.values())}"


def _assigned(learner: Learner) -> None:
    _there(learner)
    can_be_assigned(learner)


def can_be_assigned(learner: Learner) -> None:
    """Check that callers can assign the parameters."""
    trouble, names = learner.unassignable(), learner.exercise.state_words
    if isinstance(trouble, Raised):
        raise AssertionError(f"assigning {names} raised {trouble.says()}")
    assert trouble is None, f"assigning {names} did not return: {trouble.detail}"
    other = learner.unkept()
    assert other is None, other and other[2]


def _shape(learner: Learner, parameter: Parameter) -> None:
    _there(learner)
    for d in new_model.SIZES:
        value = learner.start(d).parameter(parameter.name)
        fits = value.kind == "array" and value.shape == (d,)
        assert fits, f"{parameter.name} is {value.says()}; expected an array of shape ({d},)"


def _dtype(learner: Learner, parameter: Parameter) -> None:
    _there(learner)
    value = learner.start().parameter(parameter.name)
    name = np.dtype(value.dtype).name if value.dtype else value.type
    if value.whole:
        harm = new_model.harm_of_whole(learner)
        assert not harm, f"the dtype of {parameter.name} is {name}: {harm}"
        return
    fits = value.wide
    assert fits, f"the dtype of {parameter.name} is {name}; expected float64 or float32"


def _number(learner: Learner, parameter: Parameter) -> None:
    _there(learner)
    value = learner.start().parameter(parameter.name)
    assert value.kind == "number", f"{parameter.name} is {value.says()}; expected one number"


def _small(learner: Learner) -> None:
    _there(learner)
    for d in new_model.SIZES:
        for name in learner.exercise.parameters:
            largest = learner.start(d).parameter(name).largest
            said = f"an entry of {name} starts at {largest:.3g}; expected within 0.5 of zero"
            assert largest <= new_model.SMALL, said


def _fresh(learner: Learner) -> None:
    _made(learner)
    if learner.training not in learner.written() or learner.parameters_missing():
        return
    if learner.unassignable() is not None:
        raise Blocked(f"{learner.exercise.state_words} cannot be assigned from outside")
    models = repeated_trainings.untouched(learner, right_under(learner))
    assert models.starts_small, "a new model starts with the parameters of a trained one"
