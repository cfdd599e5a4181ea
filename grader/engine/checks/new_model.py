"""Examine the parameters of a new model, and whether integers in them do harm."""

from dataclasses import replace

from ..asking import answers, repeated_calls
from ..asking.learner import Learner
from ..training import repeated_trainings, trajectory
from ..training.collaborators import right_under

SIZES = (1, 3, 5, 64)
SMALL = trajectory.SMALL


def lacking(learner: Learner) -> dict[str, str]:
    """Each parameter that a new model lacks or that is None, with a sentence that says so."""
    found = {}
    for name in learner.exercise.parameters:
        value = learner.start().parameter(name)
        if value.kind == "none":
            found[name] = f"self.{name} is None"
        elif value.kind == "missing":
            raised = value.type != "missing"
            found[name] = f"reading self.{name} raises {value.type}" if raised else f"there is no self.{name}"
    return found


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
    right = right_under(learner)
    models = repeated_trainings.untouched(learner, right)
    for run in filter(None, (models.first, models.second)):
        if run.is_right:
            continue
        case = run.case.at(f"{run.case.name} from floats", *run.case.start)
        (other,) = learner.fits(case, (run.lr, run.epochs), right=right)
        raised = run.seen.raised
        if raised is not None and other.raised is None:
            return f"training such a model raised {raised.says()}"
        end = replace(run, seen=other).end
        if raised is None and end is not None and not trajectory.close_end(run.seen, end):
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
