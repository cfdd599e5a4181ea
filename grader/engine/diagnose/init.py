"""Diagnose the constructor: what is wrong with a new model."""

import ast
from dataclasses import replace

import numpy as np

from ...observation import Seen
from ...sandbox.limits import Ended
from ..asking import answers
from ..asking.learner import Learner
from ..checks.new_model import SIZES, SMALL, harm_of_whole, lacking
from ..declaration.exercise import Parameter
from ..diagnosis import Named
from ..source.arguments import line_of_large_argument
from ..source.attributes import line_of_making, stand_ins
from ..source.syntax import FUNCTIONS
from ..training import repeated_trainings
from ..training.collaborators import right_under
from .call_failures import exception, signature, trouble

LACKING = "parameters-missing"
ABSENT = ("missing", "NoneType")
"""The types of a parameter that a new model lacks or that is None; a property that raises has another."""


def diagnose(learner: Learner, step: str) -> list[Named]:
    """Everything that is wrong with the constructor."""
    if wrong := signature(learner, step, "__init__"):
        return [wrong]
    for d in SIZES:
        start = learner.start(d)
        if start.ended is not None:
            found = trouble(learner, Seen(ended=start.ended), step, "__init__")
            return [found] if found else []
        if start.raised is not None:
            found = exception(learner, start.raised, step, "__init__")
            return [replace(found, line=found.line or next((n.lineno for n in learner.outline.owners), None))]
    by_name = learner.start_by_name().raised
    if by_name is not None:
        return [exception(learner, by_name, step, "__init__")]
    start, names = learner.start(3), learner.exercise.parameters
    for name in names:
        content = start.parameter(name).content
        if content is not None and not np.isfinite(content).all():
            said = f"{name} starts with NaN or infinity"
            return [Named("not-finite", step, line_of_parameter(learner, name), said)]
    if gone := lacking(learner):
        said = f"after {learner.exercise.class_name}(3) {' and '.join(gone.values())}"
        made_by = "__init__" if learner.outline.function("__init__") else "__post_init__"
        line, words = stand_ins(learner.outline, made_by)
        line = _line_of_none(learner, [*gone]) or line or _line_of_missing(learner, [*gone])
        if raising := [name for name in gone if learner.start(3).parameter(name).type not in ABSENT]:
            line, words = learner.outline.line_of_property(raising[0], any_value=True) or line, ""
        return [Named(LACKING, step, line, f"{said}{words}")]
    found_here = [found for p in learner.exercise.state for found in _parameter(learner, p, step)]
    return found_here or unassignable(learner, step) or _shared(learner, step)


def unassignable(learner: Learner, step: str) -> list[Named]:
    """The finding that the parameters cannot be assigned, so that no method can be judged."""
    trouble = learner.unassignable()
    if trouble is None:
        return _unkept(learner, step)
    outline, names = learner.outline, learner.exercise.state_words
    setters = [outline.function(name) for name in learner.exercise.parameters]
    property_line = next((node.lineno for node in setters if node), outline.line_of_decorator())
    assigned = filter(None, map(outline.line_of_lambda, learner.exercise.parameters))
    property_line = property_line or next(assigned, None)
    if isinstance(trouble, Ended):
        return [Named(trouble.how, step, property_line, f"assigning {names}: {trouble.detail}")]
    inside = trouble.line if trouble.line and outline.function_at(trouble.line) else None
    line = inside or property_line or learner.facts.get("line")
    return [Named("raises", step, line, f"assigning {names} from outside raised {trouble.says()}")]


def _unkept(learner: Learner, step: str) -> list[Named]:
    """The finding that a parameter does not read as it was assigned: the getter is wrong, or a setter."""
    if (found := learner.unkept()) is None:
        return []
    name, read, said = found
    case, outline = learner.cases["tall"], learner.outline
    readers = (m for m in learner.exercise.methods if m.reads_state and not (m.sets or m.changes_state))
    if any(learner.gives_right(method.name, case) for method in readers):
        line = outline.line_of_property(name, any_value=True)
    else:
        other = (p for p, value in case.state.items() if p != name and np.isin(value, read).all())
        stored_by = next(other, name)
        setters = (n for n in outline.nodes if isinstance(n, ast.FunctionDef) and n.name == stored_by)
        line = next((n.body[-1].lineno for n in setters if len(n.args.args) > 1), None)
        line = line or outline.line_of_lambda(stored_by)
    hint = (
        f"{name} can be read and assigned from outside, and has to read as it was assigned. Here the code"
        f" that stores the values and the code that gives {name} do not mean the same place, or change them."
    )
    return [Named(LACKING, step, line or line_of_parameter(learner, name), said, hint=hint)]


def _line_of_none(learner: Learner, gone: list[str]) -> int | None:
    """The line that sets a parameter to None."""
    kinds = {name: learner.start(3).parameter(name).kind for name in gone}
    return next((line_of_parameter(learner, name) for name in gone if kinds[name] == "none"), None)


def _line_of_missing(learner: Learner, gone: list[str]) -> int | None:
    """The line that sets a parameter under a similar name, else that of the constructor."""
    outline = learner.outline
    for made_in in ("__init__", "__post_init__"):
        renamed = [outline.line_of_likeness(made_in, name) for name in gone]
        if renamed and all(renamed):
            return renamed[0]
    first = outline.line_of_method("__init__") if len(gone) == 1 else outline.first_line_of("__init__")
    return first or outline.line_of_field()


def _parameter(learner: Learner, parameter: Parameter, step: str) -> list[Named]:
    name, line = parameter.name, line_of_parameter(learner, parameter.name)
    reads, case = learner.assigned(), learner.cases["tall"]
    wrong = not reads.state or name in answers.moved(reads, case)
    given = (learner.outline.line_of_property(name) if wrong else None) or line  # else the property is right
    if not parameter.is_vector:
        value = learner.start(3).parameter(name)
        if value.kind != "number":
            said = f"{name} is {value.says()}; expected one number"
            return [Named(parameter.wrong_shape, step, given, said)]
        return _small(learner, parameter, step, line)
    for d in SIZES:
        value = learner.start(d).parameter(name)
        if value.kind != "array" or value.shape != (d,):
            argument = learner.exercise.constructor[0]
            said = f"{name} is {value.says()} for {argument}={d}; expected shape ({d},)"
            return [Named(parameter.wrong_shape, step, given, said)]
    value = learner.start(3).parameter(name)
    found = []
    dtype = np.dtype(value.dtype or "O")
    if value.whole and (harm := harm_of_whole(learner)):
        said = f"the dtype of {name} is {dtype.name}: {harm}"
        found.append(Named(parameter.whole, step, line, said, severity="error"))
    elif not (value.whole or value.wide):
        said = f"the dtype of {name} is {dtype.name}; expected float64 or float32"
        return [Named(parameter.wrong_dtype, step, line, said)]
    return found + _small(learner, parameter, step, line)


def _small(learner: Learner, parameter: Parameter, step: str, line: int | None) -> list[Named]:
    for d in SIZES:
        largest = learner.start(d).parameter(parameter.name).largest
        if not largest <= SMALL:
            argument = learner.exercise.constructor[0]
            what = f"an entry of {parameter.name}" if parameter.is_vector else parameter.name
            said = f"{what} starts at {largest:.3g} for {argument}={d}"
            line = line_of_large_argument(learner.outline, line, SMALL) or line
            return [Named(parameter.not_small, step, line, f"{said}; expected within 0.5 of zero")]
    return []


def _shared(learner: Learner, step: str) -> list[Named]:
    """The finding that a new model starts with a trained model's parameters because they share them."""
    if not learner.training:
        return []
    models = repeated_trainings.untouched(learner, right_under(learner))
    if models.starts_small:
        return []
    parameter = max(learner.exercise.state, key=lambda p: models.new.parameter(p.name).largest)
    name = parameter.name
    said = (
        f"after one model is trained, an entry of {name} of a new model starts at"
        f" {models.new.parameter(name).largest:.3g}: the models share their {name}"
    )
    return [Named(parameter.not_small, step, line_of_parameter(learner, name), said)]


def line_of_parameter(learner: Learner, name: str) -> int | None:
    """The line that sets a parameter of a new model, else that of the constructor."""
    answer = learner.ask({"mode": "made", "new": list(learner.new(3))}, "__init__")
    lines = {} if isinstance(answer, Ended) else answer.get("lines", {})
    outline = learner.outline
    found: int | None = lines.get(name) or outline.line_of_assignment("__init__", name)
    if found is None or isinstance(outline.statement_at(found), FUNCTIONS):  # it exists from the beginning
        found = outline.line_of_lambda(name) or found
    helper = outline.handed_on(found)
    if helper and found and not outline.writes_a_number(found):
        found = line_of_making(outline, found, helper, name) or outline.line_of_return(helper)
    return found or outline.line_of_method("__init__")
