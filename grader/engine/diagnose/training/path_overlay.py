"""Find catalogued mistakes that, applied together to the right formula, reproduce the ends of the runs.

The edited formula is trained for each combination; unknown numbers come from the file or the first step.
"""

import ast
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from itertools import product

import numpy as np

from ....catalogue import Edit, Mistake
from ....observation import close, tolerance
from ...asking.learner import Learner
from ...declaration.case import Case
from ...declaration.exercise import Exercise
from ...declaration.formula import Model
from ...declaration.twist import IGNORED
from ...source.syntax import assigned_pairs, called_name
from ...training import descent, trajectory
from ...training.collaborators import method_is_right, names_called, right_under
from ...training.descent import State
from ...training.trajectory import STEP, Run, run_of
from ..lines.trail import Trail, along
from ..overlay import CONSTANT, search, with_constants
from .steps import stacked

RATES = (0.01, 0.1, 1.0)


def length_of(run: Run) -> int | None:
    """The length of what `fit` returned; None if it has none."""
    value = run.seen.value
    if value is None:
        return None
    return value.length if value.kind == "sequence" else (value.shape or (None,))[0]


def entries_for(learner: Learner, runs: list[Run], start: State, trail: Trail, most: int) -> list[Mistake]:
    """The entries that may be combined, with constants from the file and from measurements filled in."""
    parts, catalogue = learner.exercise.descends, learner.exercise.catalogue()
    called = names_called(learner, runs[0].case, right_under(learner))
    parts_called = any(name == parts.gradients for name, _ in called)
    adds = parts_called or _adds(learner, runs, start, trail)
    turned = parts.gradients if adds else parts.method
    never = {e.known_as for e in catalogue.values() if not e.combinable}
    never |= {e.known_as for e in catalogue.of_step(learner.exercise.step_of(turned)) if e.reverses_steps}
    twist = learner.exercise.twist
    if parts_called and twist is not None and STEP not in twist.steps:
        never |= {IGNORED}  # the twist concerns other methods, judged separately
    if parts_called:
        # The gradients are right or judged separately, so a wrong factor is in the step.
        never |= {"factor of two"}
    pair_is_right = parts_called or method_is_right(learner, parts.gradients)
    never |= {"given crosswise"} if pair_is_right else {"taken crosswise"}
    steps = [learner.exercise.step_of(n) for n in (parts.method, parts.gradients, parts.forward)]
    every = sorted((e for step in steps for e in catalogue.of_step(step)), key=lambda e: e.vague)
    found = [
        e for e in every
        if e.known_as not in never and e.edits and e.severity == "error"
        and (most < 3 or e.scales_steps or e.reverses_steps)
        and (most < 2 or not _has_constant(e))  # a free number and another mistake explain too much
    ]  # fmt: skip
    measured = [
        replace(catalogue["rate ignored"], edits=tuple(_rates(runs, start))),
        replace(catalogue["steps scaled"], edits=tuple(_scaled(runs, start))),
        replace(catalogue["one step"], edits=({"epochs": "min(epochs, 1)"},)),
        replace(catalogue["fewer steps"], edits=({"epochs": "epochs - 1"}, *_fewer_epochs(runs))),
    ]
    return [*with_constants(found, learner.outline.constants()), *measured]


def _has_constant(entry: Mistake) -> bool:
    return any(CONSTANT in text for edit in entry.edits for text in edit.values())


def _scaled(runs: list[Run], start: State) -> Iterator[Edit]:
    """An edit with the multiple of the learning rate that the first step shows."""
    case, end = runs[0].case, run_of(runs, 1).end
    if end is None or not all(np.isfinite(part).all() for part in end):
        return
    slope = np.append(*descent.gradients(runs[0].exercise, case, start))
    factor = abs(float((np.append(*start) - np.append(*end)) @ slope / (slope @ slope))) / run_of(runs, 1).lr
    if factor > 1e-6 and abs(factor - 1) > 1e-6:
        right = runs[0].exercise.formula.right  # a twist may change the rate
        yield {name: f"{factor!r} * {right[name]}" for name in ("vector_rate", "number_rate")}


def _fewer_epochs(runs: list[Run]) -> Iterator[Edit]:
    """An edit with the epochs that `fit` runs, read off its histories' lengths, if it always stops early."""
    lengths = {run.epochs: length_of(run) for run in runs if run.epochs}
    known = {epochs: length for epochs, length in lengths.items() if length is not None}
    fewer = all(k <= e for e, k in known.items())
    if fewer and len(known) == len(lengths) and known[max(known)] < max(known):
        yield {"epochs": f"dict({list(known.items())}).get(epochs, epochs)"}  # a brace would be a slot


def _adds(learner: Learner, runs: list[Run], start: State, trail: Trail) -> bool:
    """Whether a step uphill adds a right gradient, rather than subtracting one with the wrong sign."""
    case, end = runs[0].case, run_of(runs, 1).end
    of_vector, of_number = descent.gradients(runs[0].exercise, case, start)
    vector_uphill = end is None or float((start[0] - end[0]) @ of_vector) < 0
    name = learner.exercise.parameters[0 if vector_uphill else 1]
    signs = (_sign_of(learner.outline.statement_at(at), name) for at in trail.changes(name))  # or a reset
    if (sign := next(filter(None, signs), None)) is not None:
        return sign == "+"
    targets = [of_vector, *stacked(of_vector, of_number)] if vector_uphill else [np.asarray(of_number)]
    plus, minus = (any(trail.first(partial(along, target=t, sign=s)) for t in targets) for s in (1.0, -1.0))
    return plus and not minus


def _rates(runs: list[Run], start: State) -> Iterator[Edit]:
    """Edits with fixed rates that `fit` may use: common ones, and those that its first step shows."""
    case, end = runs[0].case, run_of(runs, 1).end
    common = [{"vector_rate": repr(rate), "number_rate": repr(rate)} for rate in RATES]
    yield from common
    rates: list[float] = []
    if end is not None and np.isfinite(end[0]).all() and np.isfinite(end[1]):
        of_vector, of_number = descent.gradients(runs[0].exercise, case, start)
        moves = ((start[0] - end[0], of_vector), (np.ravel(start[1] - end[1]), np.ravel(of_number)))
        for moved, slope in moves:
            if size := float(slope @ slope):  # the slope of an absolute loss can be exactly 0
                rates.append(abs(float(moved @ slope)) / size)  # uphill is another mistake
        rates = [rate for rate in rates if rate > 1e-6]
    for rate in rates:
        yield {"vector_rate": repr(rate), "number_rate": repr(rate)}
    for rate in rates:
        yield {"vector_rate": repr(rate)}
        yield {"number_rate": repr(rate)}


def trained(
    exercise: Exercise, edits: Edit, case: Case, start: State, lr: float, epochs: int
) -> tuple[Model, bool]:
    """The model after training with the edited formula, and whether that raised on the way."""
    unrecorded = {} if trajectory.may_end_early(exercise) else {"record": ""}
    model = exercise.formula.model(case.new, case.at("", *start).state, {**unrecorded, **edits})
    try:
        with np.errstate(all="ignore"):
            getattr(model, exercise.descends.method)(case.X, case.y, lr, epochs)
    except (ValueError, TypeError, UnboundLocalError):
        return model, True
    return model, False


def state_of(model: Model) -> State:
    """The two parameters of a formula's model."""
    names = model.state
    return getattr(model, names[0]), getattr(model, names[1])


def leads(runs: list[Run], start: State, edits: Edit) -> bool:
    order = [run_of(runs, 1), *(run for run in runs if run.epochs not in (0, 1))]
    return all(_run_leads(edits, run, start) for run in order)


def holds_elsewhere(
    learner: Learner, found: Iterable[Mistake], edits: Edit, runs: list[Run], start: State
) -> bool:
    """Whether entries with a free number also explain runs that were not used to find it.

    A limit is tried on a long run (never if the training draws its own start), a factor on other sizes.
    """
    ids, own = {entry.known_as for entry in found}, start[0] is runs[0].case.start[0]
    limited = len(ids) == 1 and any(_has_constant(learner.exercise.catalogue()[i]) for i in ids)
    scaled = "steps scaled" in ids and (own or not start[0].any())
    what = "sizes" if scaled else "long" if limited else None
    return all(
        _run_leads(edits, run, run.case.start if own else (np.zeros(run.case.d), 0.0))
        for run in (trajectory.further(learner, what, right_under(learner)) if what else ())
    )


def _run_leads(edits: Edit, run: Run, start: State) -> bool:
    model, fails = trained(run.exercise, edits, run.case, start, run.lr, run.epochs)
    raised, vector, number = run.seen.raised, run.seen.weights.content, run.seen.bias.content
    if fails or raised is not None:
        of_shape = raised is not None and "ValueError" in raised.ancestry
        if not of_shape or not _is_misshapen(run):
            return of_shape and fails
    if vector is None or number is None:
        return False
    end = state_of(model)
    if vector.shape != np.shape(end[0]) or number.shape != np.shape(end[1]):
        return False
    seen, together = np.append(vector, number), np.append(*end)
    if not np.isfinite(together).all():
        return False
    return close(seen, together, trajectory.SLACK * tolerance(run.seen.weights))


def _is_misshapen(run: Run) -> bool:
    """Whether the parameters have other shapes at the end than at the start."""
    ends = zip((run.seen.weights.content, run.seen.bias.content), run.case.start, strict=True)
    return any(end is not None and end.shape != np.shape(begun) for end, begun in ends)


def raised_entries(learner: Learner, runs: list[Run]) -> tuple[str, ...]:
    """The names that explain a `fit` that raises in some runs, or whose parameters get wrong shapes."""
    case = runs[0].case
    first = run_of(runs, 1)
    if not _is_misshapen(first) and all(run.seen.raised is not None for run in runs if run.epochs):
        return ()
    own = run_of(runs, 0).end  # some start from their own values
    for most, start in product((1, 2), (case.start, *([own] if own else []))):
        entries = entries_for(learner, runs, start, Trail(()), most)
        if found := search(entries, partial(leads, runs, start), most):
            return tuple(entry.known_as for entry in found[0])
    return ()


def square_entries(learner: Learner, right: bool) -> tuple[str, ...]:
    """The names that explain a `fit` that raises unless n == d: a missing transpose, and other mistakes."""
    case = learner.cases["path_square"]
    settings = ((0.03, 1), (0.03, 2), (0.05, 3))
    runs = [trajectory.run(learner, "path_square", lr, epochs, right) for lr, epochs in settings]
    if any(run.seen.raised is not None or run.seen.ended is not None for run in runs):
        return ()
    parts = learner.exercise.descends
    steps = [learner.exercise.step_of(n) for n in (parts.gradients, parts.forward, parts.method)]
    catalogue = learner.exercise.catalogue()
    every = (e for step in steps for e in catalogue.of_step(step) if e.combinable)
    found = [e for e in every if not (e.reverses_steps and e.step == STEP)]
    entries = with_constants(found, learner.outline.constants())
    told = search(entries, lambda edits: all(_run_leads(edits, run, case.start) for run in runs), 2)
    return tuple(entry.known_as for entry in told[0]) if told else ()


def _sign_of(statement: ast.stmt | None, name: str) -> str | None:
    """'+' or '-': whether a statement adds to or subtracts from a parameter; None if unclear."""
    signs: dict[type[ast.AST], str] = {ast.Add: "+", ast.Sub: "-"}
    if isinstance(statement, ast.AugAssign):
        return signs.get(type(statement.op))
    pairs = [*assigned_pairs(statement)] if isinstance(statement, ast.Assign) else []
    values = [value for target, value in pairs if len(pairs) == 1 or called_name(target) == name]
    return next((signs.get(type(v.op)) for v in values if isinstance(v, ast.BinOp)), None)
