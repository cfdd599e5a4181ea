"""Decide whether a training is wrong only because of a wrong helper that another method uses too.

The training still calls such a helper after right methods have replaced the wrong ones. If it shares a
helper with a wrong method and follows exactly the path that this method leads to, `fit` itself is right.
"""

import ast
from collections.abc import Iterable
from itertools import pairwise

import numpy as np

from ...observation import Raised, Seen, Value, close, tolerance
from ..asking import answers
from ..asking.learner import Learner
from ..declaration.case import Case
from ..diagnosis import Named
from ..source.outline import Outline
from ..source.syntax import Function, own, parameters, parts, reads_own
from ..training import descent, trajectory
from ..training.collaborators import method_is_right, names_called, right_under
from ..training.descent import State
from ..training.trajectory import Run
from .lines.trail import follow


def follows(learner: Learner, run: Run) -> bool:
    """Whether the run follows the learner's own methods, if a wrong one shares a helper with the training."""
    if not right_under(learner) or run.seen.value is None or run.end is None:
        return False
    written = learner.written()
    called = [name for name in learner.collaborators if name in written]
    wrong = [name for name in called if not method_is_right(learner, name)]
    if not any(_share(learner, name) for name in wrong):
        return False
    replaced = {name for name, _ in names_called(learner, learner.cases["path"], right=True)}
    own = [name for name in wrong if name not in replaced]
    starts = (run.case.start, (np.zeros(run.case.d), 0.0))
    return any(_leads(learner, run, start, own) for start in starts)


def _share(learner: Learner, method: str) -> bool:
    """Whether the training runs code of a method although a right one replaces it, as in a helper."""
    outline, case = learner.outline, learner.cases["path"]
    if outline.helpers(method) & outline.helpers(learner.training):
        return True
    own = {event.line for event in follow(learner, method, case).events}
    return any(e.line in own for e in follow(learner, learner.training, case, right=True).events)


def leans_on_wrong(learner: Learner, runs: Iterable[Run]) -> bool:
    """Whether `fit` raises because of wrong methods, or only because right ones replace them.

    It does if it runs with its own, if it still calls one of them (of a copy of the model), or if it asks
    what the right ones return for an attribute that only its own answers have.
    """
    own = trajectory.runs(learner)
    if all(run.seen.value is not None for run in own):
        return True
    raised, other = (next((r.seen.raised for r in some if r.seen.raised), None) for some in (runs, own))
    wrong = {name for name in learner.collaborators if not method_is_right(learner, name)}
    if raised and raised.line and learner.outline.belongs_to(raised.line, wrong):
        return True
    return bool(raised and other and raised.type == "AttributeError" and raised.says() != other.says())


def misled(learner: Learner, found: Iterable[Named], name: str) -> bool:
    """Whether one of these findings is in a helper that both its own method and this method use."""
    for named in found:
        method = learner.exercise.method_of(named.step)
        if named.line is None or method is None:
            continue
        if learner.outline.is_in_a_helper_of_both(named.line, method.name, name):
            return True
    return False


def misused(learner: Learner, raised: Raised, method: str) -> tuple[int, str] | None:
    """The line of a call that a helper cannot answer although a right method uses it, and the helper's name.

    None if the helper may be to blame: if it reads more of the model than its parameters and methods, or if
    the line that raised is one that only some calls run.
    """
    outline, exercise = learner.outline, learner.exercise
    for at, (line, inside) in enumerate(pairwise(raised.stack), 1):
        helper = outline.function_at(inside)
        name = helper.name if helper else outline.lambda_at(inside)
        if name is None or name in outline.graded - {method} or helper is outline.function_at(line):
            continue
        stored = {n.attr for n in outline.nodes.of(ast.Attribute).stores()} - {*exercise.parameters}
        read = {n.attr for n in parts(helper).of(ast.Attribute)}
        if read & stored or any(map(outline.line_of_condition_around, raised.stack[at:])):
            return None
        if serves_a_right_method(learner, name, but=method):
            return line, name
    return None


def serves_a_right_method(learner: Learner, helper: str, but: str = "") -> bool:
    """Whether a right training, or a right method other than this one, uses a helper of this name."""
    others = [m.name for m in learner.exercise.methods if m.name not in (but, learner.training)]
    others = [name for name in others if not learner.exercise.method(name).booleans]  # they show little
    outline, written = learner.outline, learner.written()
    using = (n for n in others if helper in outline.helpers(n) and n in written)
    if any(method_is_right(learner, name) for name in using if not _takes_part(outline, name, helper)):
        return True
    return but in _steers(learner) and _serves_a_right_training(learner, helper)


def serves_the_steps_of_training(learner: Learner, helper: str, but: str) -> bool:
    """Whether a right training that does without this method, which steers it, uses a helper of this name."""
    if but not in _steers(learner):
        return False
    called = {name for name, _ in names_called(learner, learner.cases["path"], right=False)}
    return but not in called and _serves_a_right_training(learner, helper)


def _steers(learner: Learner) -> set[str]:
    """The methods that decide which way a training goes; a loss is only recorded."""
    descent = learner.exercise.descent
    return {descent.forward, descent.gradients} if descent else set()


def _serves_a_right_training(learner: Learner, helper: str) -> bool:
    """Whether the training is right and uses a helper of this name, not only through a graded method."""
    training = learner.training
    if training not in learner.written() or helper not in learner.outline.helpers(training):
        return False
    return all(run.is_right for run in trajectory.runs(learner, right_under(learner)))


def _takes_part(outline: Outline, method: str, helper: str) -> bool:
    """Whether a method uses only parts of what a helper returns: another part may be wrong."""
    nodes = parts(outline.function(method))
    read = nodes.of(ast.Name).reads()
    calls = set(map(id, nodes.calls(helper)))
    whole = {id(n.func) for n in nodes.of(ast.Call)}  # a method of the result works on all of it
    taken = {
        id(n.value) for n in nodes if isinstance(n, (ast.Subscript, ast.Attribute)) and id(n) not in whole
    }
    partly = calls & taken
    for node in (n for n in nodes if isinstance(n, ast.Assign) and id(n.value) in calls):
        target = node.targets[0]
        names = [getattr(part, "id", None) for part in getattr(target, "elts", [target])]
        uses = [[id(n) in taken for n in read if n.id == name] for name in names if name]
        if all(uses[0]) if isinstance(target, ast.Name) else not all(uses):
            partly.add(id(node.value))
    return bool(calls) and calls == partly


def is_general(outline: Outline, helper: Function) -> bool:
    """Whether a helper is general: it takes one argument, or several and is called on several lines.

    A helper that reads what an object of the file holds, such as a parameter of the model, or a name of the
    function around it, is not general.
    """
    takes = len(parameters(helper))
    more = takes > 1 and len(outline.calls({helper.name})) > 1
    read = {n.attr for n in parts(helper).of(ast.Attribute)}
    stored = (n.attr for n in outline.nodes.of(ast.Attribute).stores())
    of_model = reads_own(helper) or bool(read & {*outline.exercise.parameters, *stored})
    around = [n for n in outline.functions_at(helper.lineno) if n is not helper]
    names = {n.id for n in parts(helper).of(ast.Name)} - {*parameters(helper)}
    bound = {n.id for f in around for n in own(f).of(ast.Name).stores()}
    bound |= {name for f in around for name in parameters(f)}
    return (takes == 1 or more) and not of_model and not names & bound


def _leads(learner: Learner, run: Run, start: State, own: list[str]) -> bool:
    state, losses = start, []
    for _ in range(run.epochs):
        step = _step(learner, run, state, own)
        if step is None:
            return False
        state, loss = step
        losses.append(loss)
    return trajectory.close_end(run.seen, state) and _same_history(run, losses)


def _step(learner: Learner, run: Run, state: State, own: list[str]) -> tuple[State, Value] | None:
    task = learner.exercise.descends
    name = f"{run.case.name} at {state[0].tobytes().hex()} {state[1]!r}"
    case = run.case.at(name, *state)
    predicted = descent.forward(learner.exercise, case)
    if task.forward in own:
        value = learner.on(task.forward, case).value
        if value is None or value.content is None or value.content.shape != (case.n,):
            return None
        predicted = value.content
    case = case.with_args(f"{name} with {predicted.tobytes().hex()}", **{task.predicted: predicted})
    # Out of the domain, where wrong predictions lead, right losses may differ.
    kept = task.loss in own or (task.loss in learner.written() and method_is_right(learner, task.loss))
    (right,) = answers.right(learner.exercise, learner.exercise.method(task.loss), case)
    loss = learner.on(task.loss, case).value if kept else _number(float(right))
    slopes = _slopes(learner, case, own)
    if loss is None or slopes is None:
        return None
    return (state[0] - run.lr * slopes[0], state[1] - run.lr * slopes[1]), loss


def _slopes(learner: Learner, case: Case, own: list[str]) -> State | None:
    method = learner.exercise.method(learner.exercise.descends.gradients)
    if method.name not in own:
        of_vector, of_number = answers.right(learner.exercise, method, case)
        return of_vector, float(of_number)
    seen = learner.on(method.name, case)
    values = answers.parts(method, seen) if seen.value is not None else None
    state = {str(k): value for k, value in enumerate(values or ())}
    return trajectory.parameters(Seen(state=state), case.d) if values else None


def _number(number: float) -> Value:
    return Value("number", "float", number=number)


def _same_history(run: Run, losses: list[Value]) -> bool:
    history = run.seen.value
    assert history is not None
    seen = answers.losses_of(history)
    entries = list(history.items) if seen is None else [_number(float(loss)) for loss in seen]
    relative = trajectory.SLACK * tolerance(run.seen.weights, history, *losses)
    pairs = zip(entries, losses, strict=False)
    return len(entries) == len(losses) and all(_alike(one, other, relative) for one, other in pairs)


def _alike(entry: Value, loss: Value, relative: float) -> bool:
    if entry.content is None or loss.content is None:
        return entry.content is loss.content and entry.kind == loss.kind
    return entry.kind == loss.kind and close(entry.content, loss.content, relative)
