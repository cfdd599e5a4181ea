"""Examine a new model: its parameters, whether integers in them do harm, and a wrong setting that it stores.

With a wrong setting the methods are judged with the stored value: if every method answers as the formula does
with one of the constructor's mistakes, that mistake is the only one reported, and the formula with its edit
counts as right for everything else.
"""

from dataclasses import replace

import numpy as np

from ..catalogue import Edit, Mistake
from . import answers, repeated_calls, trajectory
from .answers import computed, parts
from .case import Case
from .collaborators import right_under
from .diagnosis import Named
from .exercise import Exercise
from .learner import Learner
from .source.settings import numbers_on, overwritten

SIZES = (1, 3, 5, 64)
SMALL = trajectory.SMALL


def lacking(learner: Learner) -> dict[str, str]:
    """Each parameter that a new model lacks or that is None, with a sentence that says so."""
    said = {"missing": "there is no self.{}", "none": "self.{} is None"}
    kinds = {name: learner.start().parameter(name).kind for name in learner.exercise.parameters}
    return {name: said[kind].format(name) for name, kind in kinds.items() if kind in said}


def starts_whole(learner: Learner) -> bool:
    """Whether the vector of a new model holds integers."""
    if not learner.exercise.state:
        return False
    name = learner.exercise.parameters[0]
    return learner.exercise.starts and learner.start().parameter(name).whole


def harm_of_whole(learner: Learner) -> str:
    """What goes wrong when a model that starts with integers is trained; empty if nothing does."""
    if harm := _harm_of_setting(learner):
        return harm
    if not learner.training or learner.training not in learner.written():
        return ""
    models = repeated_calls.untouched(learner, right_under(learner))
    for run in (models.first, models.second):
        if run is None:
            continue
        if run.seen.raised is not None:
            return f"training such a model raised {run.seen.raised.says()}"
        if not run.is_right:
            return "training such a model gives wrong parameters"
    return ""


def _harm_of_setting(learner: Learner) -> str:
    """What goes wrong in a method that sets the parameters, for such a model only; empty if nothing does."""
    for method in learner.exercise.methods:
        if not method.sets or not learner.exercise.starts or method.name not in learner.written():
            continue
        case = learner.cases["tall"]
        if not answers.is_right(learner.exercise, method, learner.on(method.name, case), case):
            continue  # wrong with float parameters as well
        for turn in repeated_calls.turns(learner, method.name):
            if turn.seen.raised is not None:
                return f"{method.name} on such a model raised {turn.seen.raised.says()}"
            if not answers.is_right(learner.exercise, method, turn.seen, turn.case):
                return f"{method.name} on such a model gives wrong parameters"
    return ""


# -- a wrong setting


def of_settings(exercise: Exercise) -> list[Mistake]:
    """The mistakes of the constructor that replace a setting by a constant."""
    entries = exercise.catalogue().of_step(exercise.steps[0])
    return [e for e in entries if any("<constant>" in t for x in e.edits for t in x.values())]


def promote(learner: Learner) -> Named | None:
    """Return the constructor's mistake that explains all answers, which then counts as right; else None."""
    exercise = learner.exercise
    step = exercise.steps[0]
    takes_settings = len(exercise.constructor) > 1  # more than the number of features
    if not takes_settings or exercise.method_of(step) is not None or not learner.start().made:
        return None
    entries = of_settings(exercise)
    if not entries:
        return None
    told = [m for m in exercise.collaborators if m in learner.written() and m not in learner.lost]
    changed = [name for name in told if any(_depends(exercise, name, entry) for entry in entries)]
    if not changed or any(_agrees(learner, name, {}) for name in changed):
        return None
    from .diagnose.overlay import with_constants

    for entry in with_constants(entries, learner.outline.constants()):
        for edit in entry.edits:
            if all(_agrees(learner, name, edit) for name in changed):
                return _promoted(learner, entry, edit, step)
    return None


def _promoted(learner: Learner, entry: Mistake, edit: Edit, step: str) -> Named:
    from .diagnose.call_failures import signature

    exercise = learner.exercise
    formula = replace(exercise.formula, right={**exercise.formula.right, **edit})
    learner.exercise = learner.cases.exercise = learner.requests.exercise = replace(exercise, formula=formula)
    (slot, text), *_ = edit.items()
    outline = learner.outline
    again = (at for at in overwritten(outline).values() if text in numbers_on(outline, at))
    line = next(again, None) or outline.line_of_number(text) or outline.line_of_method("__init__")
    return signature(learner, step, "__init__") or Named(
        entry.known_as, step, line, f"every method uses {slot} = {text}, no matter which {slot} was passed"
    )


def _depends(exercise: Exercise, name: str, entry: Mistake) -> bool:
    """Whether a method's right answer depends on the slot that the entry edits."""
    case, method = exercise.draw("any", np.random.default_rng(0), 7, 3), exercise.method(name)
    odd = {slot: text.replace("<constant>", "0.123") for slot, text in entry.edits[0].items()}
    right, wrong = computed(exercise, method, case, {}), computed(exercise, method, case, odd)
    return not isinstance(right, str) and not isinstance(wrong, str) and not _same(right, wrong)


def _same(one: object, two: object) -> bool:
    return all(np.shape(a) == np.shape(b) and np.allclose(a, b) for a, b in zip(one, two, strict=True))  # type: ignore[call-overload]


def _agrees(learner: Learner, name: str, edit: Edit) -> bool:
    """Whether a method answers like the formula with this edit, on all cases of the diagnosis."""
    return all(_agrees_on(learner, name, edit, case) for case in learner.cases.main(name))


def _agrees_on(learner: Learner, name: str, edit: Edit, case: Case) -> bool:
    method, seen = learner.exercise.method(name), learner.on(name, case)
    numbers, values = computed(learner.exercise, method, case, edit), parts(method, seen)
    if isinstance(numbers, str) or values is None or seen.value is None:
        return False
    contents = [value.content for value in values]
    if any(content is None for content in contents):
        return False
    return _same(numbers, contents)
