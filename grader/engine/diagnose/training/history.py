"""Decide whether the history contains the loss of each epoch, and if not, what it contains instead."""

import numpy as np

from ....catalogue import Edit
from ....observation import close, tolerance
from ...asking.learner import Learner
from ...training import descent, trajectory
from ...training.collaborators import right_under
from ...training.descent import State
from ...training.trajectory import STEP, Run, run_of
from ..overlay import search, with_constants
from . import optimisers
from .path_overlay import state_of, trained
from .path_recogniser import Trajectory


def recognise(learner: Learner, runs: list[Run], way: Trajectory) -> tuple[str, ...]:
    """The names of the mistakes in the history; empty if there are none, or if they follow from `way`."""
    value = run_of(runs, 3).seen.value
    if value is None or value.kind == "none":
        return ()
    catalogue = learner.exercise.catalogue()
    follows = any(catalogue[name].changes_history_length for name in way.mistakes)
    histories = {run.epochs: run.losses for run in runs if run.lr == trajectory.LR and run.epochs}
    if not way.mistakes:
        histories[0] = run_of(runs, 0).losses
    if any(_countless(run) for run in runs):
        return ("history of wrong length",)
    if any(losses is None for losses in histories.values()):
        if not _one_entry_an_epoch(runs):
            return ("no history",)
        return () if follows else ("history of wrong values",)
    if any(len(losses) != epochs for epochs, losses in histories.items() if losses is not None):
        ends_otherwise = way.mistakes and trajectory.may_end_early(learner.exercise)
        return () if follows or ends_otherwise else ("history of wrong length",)
    if order(runs, way) is not None or follows or "first gradient kept" in way.mistakes:
        return ()
    return _values(learner, runs, way)


def is_kept_by_own_methods(learner: Learner, runs: list[Run]) -> bool:
    """Whether right steps record no numbers only as right methods do not set the learner's attributes."""
    if not right_under(learner) or all(run.losses is not None for run in runs):
        return False
    if not _one_entry_an_epoch(runs) or not all(run.is_right for run in runs):
        return False
    return all(run.losses is not None for run in trajectory.runs(learner))


def _one_entry_an_epoch(runs: list[Run]) -> bool:
    """Whether every run returned a sequence with one item per epoch."""
    values = [(run.epochs, run.seen.value) for run in runs if run.epochs]
    return all(v is not None and v.kind == "sequence" and v.length == epochs for epochs, v in values)


def _countless(run: Run) -> bool:
    """Whether the history was too long to be sent by the worker; its length is then wrong anyway."""
    value = run.seen.value
    if value is None or value.numbers is not None or value.array is not None:
        return False
    vector = value.kind == "array" and value.shape is not None and len(value.shape) == 1
    opaque = value.kind == "sequence" and not value.items and value.length > 0
    return opaque or (vector and value.shape != (0,))


def simulated(runs: list[Run], way: Trajectory) -> list[State] | None:
    """The parameters after 0 to 3 epochs along the recognised trajectory; None if it is not explained."""
    exercise, case = runs[0].exercise, runs[0].case
    made = [trained(exercise, way.edits, case, way.start, trajectory.LR, epochs) for epochs in range(4)]
    return None if any(fails for _, fails in made) or not way.explained else [state_of(m) for m, _ in made]


def _right_way(run: Run, way: Trajectory) -> list[State] | None:
    """The parameters along right descent, which give the losses of a `fit` that updates only copies."""
    if not set(way.mistakes) & {"vector unmoved", "number unmoved", "copies moved"}:
        return None
    return descent.descend(run.exercise, run.case, trajectory.LR, 3, way.start).states


def order(runs: list[Run], way: Trajectory) -> str | None:
    """'before' or 'after': when the losses were recorded relative to the step; None if neither fits."""
    run = run_of(runs, 3)
    # If every call draws a new start, only the end of the same run shows it.
    return run.recorded or _fits(runs, way, {})


def _fits(runs: list[Run], way: Trajectory, edits: Edit) -> str | None:
    run = run_of(runs, 3)
    seen = run.losses
    if seen is None or len(seen) != 3:
        return None
    relative = trajectory.SLACK * tolerance(run.seen.weights, *([run.seen.value] if run.seen.value else []))
    for at in (optimisers.places(runs), simulated(runs, way), _right_way(run, way)):
        losses = None if at is None else [_loss(run, state, edits) for state in at]
        if losses is None or any(loss is None for loss in losses):
            continue
        numbers = np.array(losses, dtype=float)
        for name, part in (("before", numbers[:3]), ("after", numbers[1:])):
            scale = float(np.max(np.abs(part))) or 1.0
            if bool((np.abs(seen - part) <= relative * scale).all()):
                return name
    return None


def _loss(run: Run, state: State, edits: Edit) -> float | None:
    """The loss of the edited formula for these parameters; None if it is not a single number."""
    parts = run.exercise.descends
    model = run.exercise.formula.model(run.case.new, run.case.at("", *state).state, edits)
    try:
        with np.errstate(all="ignore"):
            predicted = getattr(model, parts.forward)(run.case.X)
            found = getattr(model, parts.loss)(predicted, run.case.y)
    except ValueError:
        return None
    return float(found) if np.ndim(found) == 0 else None


def _values(learner: Learner, runs: list[Run], way: Trajectory) -> tuple[str, ...]:
    exercise, seen = runs[0].exercise, run_of(runs, 3).losses
    # A limit from the file could make all losses equal, and so explain any history of equal numbers. After
    # wrong steps, all probabilities may be beyond the limit, whatever it is.
    free = way.explained and seen is not None and np.ptp(seen)
    constants = learner.outline.constants() if free else []
    steps = [exercise.step_of(name) for name in (exercise.descends.loss, exercise.descends.forward)]
    entries = [entry for step in steps for entry in exercise.catalogue().of_step(step)]
    if seen is not None and np.isfinite(seen).all():
        entries = [entry for entry in entries if not entry.id.endswith("not-finite")]
    found = search(with_constants(entries, constants), lambda edits: _fits(runs, way, edits) is not None, 2)
    if found is not None:
        return tuple(entry.known_as for entry in found[0])
    if not way.explained or _records(runs, way, {}):
        return ()
    errors = (e for e in exercise.catalogue().of_step(STEP) if e.severity == "error")
    recorded = [e for e in errors if any(set(edit) == {"record"} for edit in e.edits)]
    for entry in recorded:
        if any(set(edit) == {"record"} and _records(runs, way, edit) for edit in entry.edits):
            return (entry.known_as,)
    return ("history of wrong values",)


def _records(runs: list[Run], way: Trajectory, edit: Edit) -> bool:
    """Whether the history is what the formula records with this edit."""
    run = run_of(runs, 3)
    seen = run.losses
    parts = run.exercise.descends
    model = run.exercise.formula.model(run.case.new, run.case.at("", *way.start).state, {**way.edits, **edit})
    try:
        with np.errstate(all="ignore"):
            losses = np.asarray(getattr(model, parts.method)(run.case.X, run.case.y, run.lr, run.epochs))
    except (ValueError, TypeError):
        return False
    return seen is not None and close(seen, losses, trajectory.SLACK * 1e-6)
