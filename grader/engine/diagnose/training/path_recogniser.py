"""Recognise the trajectory of `fit` from the parameters after 0, 1, 2, ... epochs.

Tries right descent, another number of right steps, and then the right formula with up to three mistakes.
"""

from dataclasses import dataclass, replace
from functools import partial
from itertools import product

import numpy as np

from ....catalogue import Edit
from ....observation import close, tolerance
from ...asking.learner import Learner
from ...declaration.case import Case
from ...declaration.drawn_cases import same_rows
from ...training import descent, trajectory
from ...training.collaborators import names_called, right_under
from ...training.descent import State
from ...training.trajectory import METHOD, Run, run_of
from ..lines.trail import Trail
from ..overlay import search
from .path_overlay import entries_for, holds_elsewhere, leads, length_of
from .steps import EPOCHS, crosswise

MANY_STEPS = 2_000
CONVERGED, TINY_RATE = 100, 1e-9
MANY_EVENTS = 1_500


@dataclass(frozen=True)
class Trajectory:
    """The trajectory of `fit`, as recognised."""

    mistakes: tuple[str, ...]  # the names that explain it; empty if it is right or unexplained
    explained: bool  # whether it is right or its mistakes reproduce it exactly
    edits: Edit  # the edits of the formula that reproduce it, also its losses
    start: State  # the parameters from which it starts
    steps: dict[int, int] | None = None  # steps made, by epochs asked for, if that is the mistake


def recognise(learner: Learner, runs: list[Run], trail: Trail) -> Trajectory:
    """The trajectory that explains the parameters after each run."""
    case = runs[0].case
    here: State = case.start
    if all(run.is_right for run in runs):
        return Trajectory((), True, {}, here)
    starts = _starts(runs)
    for start in starts:
        way = _counted_steps(runs, start, trail)
        # If the gradient jumps, twice the rate looks like twice as many steps.
        if way is not None and (way.mistakes or way.explained or runs[0].exercise.twist is None):
            return _from_afar(_with_own_rate(learner, runs, way), runs)
    if (way := _drawn_again(runs)) is not None:
        return way
    for start in starts:
        if (way := _deaf(learner, runs, start)) is not None:
            return way
    jumps = trajectory.jumps(learner.exercise)  # two steps may look like one of twice the rate
    if jumps and (way := _laid_over(learner, runs, starts, trail, 1)) is not None:
        return way
    if all(run.end is not None and crosswise(run.end, run.descend().end) for run in runs):
        return Trajectory(("taken crosswise",), True, {}, here)
    if (way := _stochastic(learner, runs, trail)) is not None:
        return way
    for most in (2, 3) if jumps else (1, 2, 3):
        if (way := _laid_over(learner, runs, starts, trail, most)) is not None:
            return way
    return Trajectory((), False, {}, starts[-1])


def _laid_over(
    learner: Learner, runs: list[Run], starts: list[State], trail: Trail, most: int
) -> Trajectory | None:
    """The trajectory, if at most `most` mistakes applied together explain it; None if they do not."""
    for start in starts if most == 1 else starts[: 4 - most]:
        entries = entries_for(learner, runs, start, trail, most)
        found = search(entries, partial(leads, runs, start), most)
        if found is not None and not holds_elsewhere(learner, *found, runs, start):
            entries = [entry for entry in entries if entry.known_as not in {e.known_as for e in found[0]}]
            found = search(entries, partial(leads, runs, start), most)
        if found is not None:
            ids = [entry.known_as for entry in found[0]]
            if "uphill" in ids:  # it is reported without a wrong factor
                ids = [name for name in ids if name != "steps scaled"]
            return _from_afar(Trajectory(tuple(ids), True, found[1], start), runs)
    return None


def _from_afar(way: Trajectory, runs: list[Run]) -> Trajectory:
    """The trajectory, with another mistake if `fit` chooses its own start far from zero."""
    vector, number = way.start
    own = runs[0].case.start
    if vector is own[0] or max(float(np.max(np.abs(vector))), abs(number)) <= trajectory.SMALL:
        return way
    far = runs[0].exercise.state[0].not_small
    return replace(way, mistakes=(*way.mistakes, far), explained=True)


def _starts(runs: list[Run]) -> list[State]:
    """The possible starts of `fit`: the model's parameters, unless a run with no epochs leaves others."""
    first = runs[0]
    here: State = first.case.start
    zero: State = (np.zeros(first.case.d), 0.0)
    if first.end is None:
        return [here, zero]
    if trajectory.close_end(first.seen, here):
        return [here]
    small = max(float(np.max(np.abs(first.end[0]))), abs(first.end[1])) <= trajectory.SMALL
    moves = not trajectory.close_end(run_of(runs, 1).seen, first.end)
    from_afar = moves and all(np.isfinite(part).all() for part in first.end)
    return [first.end, zero, here] if small or from_afar else [here, zero]


def _drawn_again(runs: list[Run]) -> Trajectory | None:
    """A trajectory that draws new small parameters in every epoch, so that every run makes one step."""
    trained = [run for run in runs if run.epochs]
    for start in list(trajectory.starts(run_of(runs, 1)))[trajectory.DRAWN :]:
        if all(1 in steps_of(run, start) for run in trained):
            return Trajectory(("started over",), True, {}, start)
    return None


def _counted_steps(runs: list[Run], start: State, trail: Trail) -> Trajectory | None:
    """A trajectory of right steps, but perhaps a wrong number of them; None if the steps are wrong."""
    steps: dict[int, int] = {}
    for run in runs:
        possible = steps_of(run, start)
        if not possible.size:
            return None
        count = int(min(possible, key=lambda k, run=run: (abs(k - run.epochs), k)))  # type: ignore[misc]
        made = steps.setdefault(run.epochs, count)  # the runs at LR come first
        if made not in possible and min(count, made) < CONVERGED:
            if not (min(count, made) < run.epochs and length_of(run) in (count, count + 1)):
                return None
            steps[run.epochs] = min(count, made)  # the losses decide when it stops
    counts = [steps[epochs] for epochs in sorted(steps) if epochs]
    mistakes = _by_steps(runs, start, counts, sorted(epochs for epochs in steps if epochs), trail)
    return Trajectory(mistakes, bool(mistakes) or counts == sorted(steps)[1:], {}, start, steps)


def _with_own_rate(learner: Learner, runs: list[Run], way: Trajectory) -> Trajectory:
    """The trajectory, if it makes so many steps that its end may not show the rate, with a rate of its own.

    It has one if it ends at the same parameters with a tiny learning rate.
    """
    counts = [count for epochs, count in (way.steps or {}).items() if epochs]
    if way.mistakes != ("epochs ignored",) or min(counts) < CONVERGED:
        return way
    case, end = runs[0].case, run_of(runs, 1).end
    seen = learner.fits(case, (TINY_RATE, 1), right=right_under(learner))[0]
    if end is None or not trajectory.close_end(seen, end):
        return way
    both = replace(way, mistakes=("rate ignored", "epochs ignored"))
    return _deaf(learner, runs, way.start) or both


def _deaf(learner: Learner, runs: list[Run], start: State) -> Trajectory | None:
    """A trajectory with a fixed rate and number of epochs, so that all runs end with the same parameters."""
    trained = [run for run in runs if run.epochs]
    first = trained[0].end
    if first is None or not all(trajectory.close_end(run.seen, first) for run in trained):
        return None
    written = [float(text) for text in learner.outline.constants()]
    documented = learner.exercise.method(METHOD).defaults
    end, lengths = np.append(*first), {length_of(run) for run in trained}
    counts = {
        int(c) for c in (*written, documented["epochs"], *(k for k in lengths if k)) if 1 < c <= MANY_STEPS
    }
    for rate in dict.fromkeys((documented["lr"], *written)):
        path = descent.path(trained[0].exercise, trained[0].case, rate, max(counts, default=1), start)
        for count in sorted(counts):
            if close(path[count], end, trajectory.SLACK * tolerance(trained[0].seen.weights)):
                steps = dict.fromkeys((run.epochs for run in trained), count)
                edits = {"epochs": str(count), "vector_rate": repr(rate), "number_rate": repr(rate)}
                return Trajectory(("rate ignored", "epochs ignored"), True, edits, start, steps)
    return None


def steps_of(run: Run, start: State) -> np.ndarray:
    """The numbers of right steps that lead to the end of the run; many numbers if it has converged."""
    if run.end is None:
        return np.zeros(0, int)
    way = descent.path(run.exercise, run.case, run.lr, MANY_STEPS, start)
    end = np.append(run.end[0], run.end[1])
    scale = np.max(np.abs(way), axis=1)
    scale = np.maximum(scale, np.max(scale[:2]))  # a start at zero has no scale
    slack = trajectory.SLACK * tolerance(run.seen.weights)
    near = np.all(np.abs(way - end) <= slack * scale[:, None], axis=1)
    return np.flatnonzero(near & np.isfinite(scale))


def _by_steps(
    runs: list[Run], start: State, counts: list[int], epochs: list[int], trail: Trail
) -> tuple[str, ...]:
    if counts == epochs:
        return ()
    lengths = [length_of(run_of(runs, e)) for e in epochs]
    seen_last = [min(count + 1, e) for count, e in zip(counts, epochs, strict=True)]
    if trajectory.may_end_early(runs[0].exercise) and lengths == seen_last:
        return ("fewer steps",)
    if set(counts) == {0} and set(lengths) == {0}:
        return ("fewer steps",)  # its loop does not run
    if set(counts) == {0}:
        afar = start[0] is not runs[0].case.start[0]
        return ("solved",) if afar and trail.solver() else _unmoved(runs, start, trail)
    if min(counts) >= CONVERGED:
        looped = len(set(lengths)) == 1 and (lengths[0] or 0) > max(epochs)
        looped = looped or len(trail.events) > MANY_EVENTS
        return ("epochs ignored",) if looped and not trail.solver() else ("solved",)
    if len(set(counts)) == 1:
        if counts[0] == 1:
            fresh = start[0] is not runs[0].case.start[0]
            every_epoch = lengths == epochs
            return ("started over",) if fresh and every_epoch else ("one step",)
        return ("epochs ignored",)
    if all(count <= e for count, e in zip(counts, epochs, strict=True)):
        return ("fewer steps",)
    if lengths == counts and all(count > e for count, e in zip(counts, epochs, strict=True)):
        return ("history of wrong length",)
    return ()


def _unmoved(runs: list[Run], start: State, trail: Trail) -> tuple[str, ...]:
    """The names if neither parameter moved: steps were made on copies, were undone, or were never made."""
    case = runs[0].case
    (vector, number), (of_vector, of_number) = start, descent.gradients(runs[0].exercise, case, start)
    steps = (vector - trajectory.LR * of_vector, np.asarray(number - trajectory.LR * of_number))
    made = (event.value for event in trail.changed(runs[0].exercise.parameters[0]))
    if not vector.any() and any(value is not None and close(value, steps[0], 1e-9) for value in made):
        return ("started over",)
    history = runs[3].seen.value
    numbers = None if history is None else history.numbers
    moving = numbers is not None and len(numbers) > 1 and not close(numbers[1:], numbers[:-1], 1e-9)
    if moving or trail.line_of(*steps):
        return ("copies moved",)
    return ("vector unmoved", "number unmoved")


def _stochastic(learner: Learner, runs: list[Run], trail: Trail) -> Trajectory | None:
    """A trajectory with a step per sample or batch, or with steps that use only some samples."""
    case, steps = runs[0].case, steps_an_epoch(learner, runs[0].case)
    rows = {row for _, sizes in names_called(learner, case, right_under(learner)) for row in sizes}
    outline, judged = learner.outline, learner.outline.graded - {METHOD}
    outside = (
        e for e in trail.events if not any(outline.belongs_to(at, judged) for at in (*e.stack, e.line))
    )
    shapes = [e.value.shape for e in outside if e.value is not None and e.value.ndim == 2]
    rows |= {row for row, columns in shapes if columns == case.d and row != case.d}  # not X.T @ X
    some = steps == 1 and any(0 < row < case.n for row in rows)
    if steps > 1 or some or _steps_by_batches(learner, trail, case):
        return Trajectory(("samples left out",), True, {}, case.start, {})
    return None


def _steps_by_batches(learner: Learner, trail: Trail, case: Case) -> bool:
    """Whether an epoch makes several steps, each with the gradient of some samples, at whatever rate."""
    sizes = [event.rows for event in trail.calls_of(learner.exercise.descends.gradients)]
    stores = trail.changed(learner.exercise.parameters[0])
    return len(stores) > EPOCHS and bool(sizes) and all(0 < min(rows, default=0) < case.n for rows in sizes)


def steps_an_epoch(learner: Learner, data: Case) -> int:
    """How many right steps one epoch makes on data in which all samples are the same; 0 if none.

    A few right steps can lead where one step at a multiple of the rate leads, but not for the sample with the
    smallest features and for the one with the largest.
    """
    sizes = np.sum(data.X**2, axis=1)
    rows = int(np.argmin(sizes)), int(np.argmax(sizes))
    small, large = (_steps_on(learner, same_rows(data, row)) for row in rows)
    return max(small & large, default=0)


def _steps_on(learner: Learner, case: Case) -> set[int]:
    """The possible numbers of right steps that one epoch makes."""
    lr, exercise = learner.exercise.method(METHOD).defaults["lr"], learner.exercise
    seen = learner.fits(case, (lr, 1), right=right_under(learner))[0]
    begins = (case.start, (np.zeros(case.d), 0.0))
    tasks = [exercise] if exercise.plain is None else [exercise, exercise.plain]
    return {
        count
        for task, begin in product(tasks, begins)
        for count, state in enumerate(descent.descend(task, case, lr, case.n, begin).states)
        if count and trajectory.close_end(seen, state)
    }
