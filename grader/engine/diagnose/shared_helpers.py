"""Decide whether a training is wrong only because of a wrong helper that another method uses too.

The training still calls such a helper after right methods have replaced the wrong ones. What is then wrong
with it may follow from the helper, so only the other method is reported.
"""

import ast
from collections.abc import Iterable

from ...sandbox.parsing import nodes_in
from ..asking.learner import Learner
from ..diagnosis import Named
from ..source.outline import Outline
from ..source.syntax import called_name, own, parameters, reads_own
from ..training import trajectory
from ..training.collaborators import method_is_right, right_under
from ..training.trajectory import Run


def shares_with_a_wrong_method(learner: Learner) -> bool:
    """Whether a wrong method shares a helper with the training, which still calls it beside right methods."""
    if not right_under(learner):
        return False
    names = [name for name in learner.collaborators if name in learner.written()]
    shared = [name for name in names if learner.outline.share_a_helper(name, learner.training)]
    return any(not method_is_right(learner, name) for name in shared)


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


def serves_a_right_method(learner: Learner, helper: str, but: str = "") -> bool:
    """Whether a right training, or a right method other than this one, uses a helper of this name."""
    others = [m.name for m in learner.exercise.methods if m.name not in (but, learner.training)]
    others = [name for name in others if not learner.exercise.method(name).booleans]  # they show little
    outline, written = learner.outline, learner.written()
    using = (n for n in others if outline.uses_helper(n, helper) and n in written)
    if any(method_is_right(learner, name) for name in using if not _takes_part(outline, name, helper)):
        return True
    return but in _steers(learner) and _serves_a_right_training(learner, helper)


def _steers(learner: Learner) -> set[str]:
    """The methods that decide which way a training goes; a loss is only recorded."""
    parts = learner.exercise.descent
    return {parts.forward, parts.gradients} if parts else set()


def _serves_a_right_training(learner: Learner, helper: str) -> bool:
    """Whether the training is right and uses a helper of this name, not only through a graded method."""
    training = learner.training
    if training not in learner.written() or not learner.outline.uses_helper(training, helper):
        return False
    right = right_under(learner)
    return all(run.is_right for run in trajectory.runs(learner, right))


def _takes_part(outline: Outline, method: str, helper: str) -> bool:
    """Whether a method uses only parts of what a helper returns: another part may be wrong."""
    nodes = nodes_in([outline.function(method) or ast.Pass()])
    read = [n for n in nodes if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Load)]
    calls = {id(n) for n in nodes if isinstance(n, ast.Call) and called_name(n.func) == helper}
    taken = {id(n.value) for n in nodes if isinstance(n, (ast.Subscript, ast.Attribute))}
    parts = calls & taken
    for node in (n for n in nodes if isinstance(n, ast.Assign) and id(n.value) in calls):
        target = node.targets[0]
        names = [getattr(part, "id", None) for part in getattr(target, "elts", [target])]
        uses = [[id(n) in taken for n in read if n.id == name] for name in names if name]
        if all(uses[0]) if isinstance(target, ast.Name) else not all(uses):
            parts.add(id(node.value))
    return bool(calls) and calls == parts


def is_general(outline: Outline, helper: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """Whether a helper is general: it takes one argument, or several and is called on several lines.

    A helper that reads what an object of the file holds, such as a parameter of the model, or a name of the
    function around it, is not general.
    """
    takes = len(parameters(helper))
    more = takes > 1 and len(outline.calls({helper.name})) > 1
    read = {n.attr for n in ast.walk(helper) if isinstance(n, ast.Attribute)}
    stored = (n for n in outline.nodes if isinstance(n, ast.Attribute) and isinstance(n.ctx, ast.Store))
    of_model = reads_own(helper) or bool(read & {*outline.exercise.parameters, *(n.attr for n in stored)})
    around = [n for n in outline.functions_at(helper.lineno) if n is not helper]
    names = {n.id for n in ast.walk(helper) if isinstance(n, ast.Name)} - {*parameters(helper)}
    bound = {n.id for f in around for n in own(f) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}
    bound |= {name for f in around for name in parameters(f)}
    return (takes == 1 or more) and not of_model and not names & bound
