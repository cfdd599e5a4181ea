"""Examine the parameters of a new model, and whether integers in them do harm."""

from ..asking import answers, repeated_calls
from ..asking.learner import Learner
from ..training import repeated_trainings, trajectory
from ..training.collaborators import right_under

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
    models = repeated_trainings.untouched(learner, right_under(learner))
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
