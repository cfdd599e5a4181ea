"""Which way `fit` went: the parameters after 0, 1, 2, ... epochs, held against the catalogue."""

from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from ....catalogue import Edit
from ....observation import close, tolerance
from .. import path, reference
from ..learner import Learner
from ..named import Named
from ..parts import right_under
from ..path import Run
from ..probes import same_rows
from .fit_overlay import Start, entries_for, leads, length_of, run_of
from .overlay import search
from .trail import Trail

MANY_STEPS = 2_000
CONVERGED = 100
MANY_EVENTS = 1_500


@dataclass(frozen=True)
class Way:
    """How `fit` went.

    Attributes:
        mistakes: the ids that explain it; empty where it is right or nothing explains it.
        explained: whether the way is right or its mistakes tell it exactly.
        edits: of the formula, for the losses along this way.
        start: where it began.
        steps: by epochs asked for, how many steps were made, where that is the mistake.
    """

    mistakes: tuple[str, ...]
    explained: bool
    edits: Edit
    start: Start
    steps: dict[int, int] | None = None


def recognise(learner: Learner, runs: list[Run], trail: Trail) -> Way:
    """What the parameters after each run tell."""
    probe = runs[0].probe
    here: Start = (probe.w, probe.b)
    if all(path.explain_run(run) is not None for run in runs):
        return Way((), True, {}, here)
    starts = _starts(runs)
    for start in starts:
        if (way := _counted_steps(runs, start, trail)) is not None:
            return way
    if (way := _stochastic(learner, runs)) is not None:
        return way
    for most in (1, 2, 3):
        for start in starts if most == 1 else starts[: 4 - most]:
            entries = entries_for(learner, runs, start, trail, most)
            found = search(entries, partial(leads, runs, start), most)
            if found is not None:
                return Way(tuple(entry.id for entry in found[0]), True, found[1], start)
    return Way((), False, {}, starts[-1])


def _starts(runs: list[Run]) -> list[Start]:
    """Where `fit` may have begun: the model's own values, unless no epochs at all leave others."""
    first = runs[0]
    here: Start = (first.probe.w, first.probe.b)
    zero: Start = (np.zeros(first.probe.d), 0.0)
    if first.end is None:
        return [here, zero]
    if path.close_end(first.seen, *here, first.probe.d):
        return [here]
    if path.close_end(first.seen, *zero, first.probe.d):
        return [zero, here]
    small = max(float(np.max(np.abs(first.end[0]))), abs(first.end[1])) <= path.SMALL
    return [first.end, zero, here] if small else [here, zero]


def _counted_steps(runs: list[Run], start: Start, trail: Trail) -> Way | None:
    """The number of right steps that each run made, where each made a whole number of them."""
    steps: dict[int, int] = {}
    for run in runs:
        possible = _steps_of(run, start)
        if not possible.size:
            return None
        count = int(min(possible, key=lambda k, run=run: (abs(k - run.epochs), k)))  # type: ignore[misc]
        made = steps.setdefault(run.epochs, count)  # the runs at LR come first
        if made not in possible and min(count, made) < CONVERGED:
            return None
    counts = [steps[epochs] for epochs in sorted(steps) if epochs]
    mistakes = _by_steps(runs, start, counts, sorted(epochs for epochs in steps if epochs), trail)
    return Way(mistakes, bool(mistakes) or counts == sorted(steps)[1:], {}, start, steps)


def _steps_of(run: Run, start: Start) -> np.ndarray:
    """The numbers of right steps that lead to where the run ended: many of them once it has arrived."""
    if run.end is None:
        return np.zeros(0, int)
    way = reference.way(run.probe, run.lr, MANY_STEPS, start)
    end = np.append(run.end[0], run.end[1])
    scale = np.max(np.abs(way), axis=1)
    near = np.all(np.abs(way - end) <= path.SLACK * tolerance(run.seen.w) * scale[:, None], axis=1)
    return np.flatnonzero(near)


def _by_steps(
    runs: list[Run], start: Start, counts: list[int], epochs: list[int], trail: Trail
) -> tuple[str, ...]:
    if counts == epochs:
        return ()
    if set(counts) == {0}:
        return _unmoved(runs, trail)
    if min(counts) >= CONVERGED:
        lengths = {length_of(run) for run in runs if run.epochs}
        looped = len(lengths) == 1 and (max(length or 0 for length in lengths) > max(epochs))
        looped = looped or len(trail.events) > MANY_EVENTS
        return ("fit-ignores-epochs",) if looped and not _solved(trail) else ("fit-closed-form",)
    if len(set(counts)) == 1:
        lengths_by = {run.epochs: length_of(run) for run in runs}
        if counts[0] == 1:
            fresh = start[0] is not runs[0].probe.w
            every_epoch = all(lengths_by[e] == e for e in epochs)
            return ("fit-resets-parameters",) if fresh and every_epoch else ("fit-one-step-only",)
        return ("fit-ignores-epochs",)
    if all(count <= e for count, e in zip(counts, epochs, strict=True)):
        return ("fit-stops-early",)
    if all(
        count == e + 1 and length_of(run_of(runs, e)) == e + 1
        for count, e in zip(counts, epochs, strict=True)
    ):
        return ("fit-history-wrong-length",)
    return ()


def _solved(trail: Trail) -> bool:
    return any(
        trail.calls(name) for name in ("lstsq", "solve", "pinv", "inv", "qr", "svd", "polyfit", "cholesky")
    )


def _unmoved(runs: list[Run], trail: Trail) -> tuple[str, ...]:
    """Neither parameter moved: the steps went elsewhere, or there were none."""
    probe = runs[0].probe
    dw, db = reference.gradients(probe.X, probe.y, probe.fresh)
    next_w, next_b = probe.w - path.LR * dw, np.asarray(probe.b - path.LR * db)
    history = runs[3].seen.value
    numbers = None if history is None else history.numbers
    moving = numbers is not None and len(numbers) > 1 and not close(numbers[1:], numbers[:-1], 1e-9)
    if moving or trail.first_equal(next_w) or trail.first_equal(next_b):
        return ("fit-updates-a-copy",)
    return ("fit-weights-not-updated", "fit-bias-not-updated")


def _stochastic(learner: Learner, runs: list[Run]) -> Way | None:
    """More than one step an epoch, on data where the order of the samples makes no difference."""
    probe = same_rows(runs[0].probe)
    lr = 0.01
    right = right_under(learner)
    seen = learner.fits(probe, (lr, 1), right=right)[0]
    start: Start = (probe.w, probe.b)
    rows = {row for _, sizes in learner.parts_called(runs[0].probe, right) for row in sizes}
    way = Way(("fit-stochastic",), True, {}, start, {})
    for begin in (start, (np.zeros(probe.d), 0.0)):
        ws, bs, _ = reference.descent(probe, lr, probe.n + 1, begin)
        steps = [k for k in range(2, probe.n + 1) if path.close_end(seen, ws[k], bs[k], probe.d)]
        if steps:
            return way
        if path.close_end(seen, ws[1], bs[1], probe.d) and any(0 < row < probe.n for row in rows):
            return way
    return way if _one_sample_step(runs) else None


def _one_sample_step(runs: list[Run]) -> bool:
    """Whether the first step is that of a single sample."""
    run = run_of(runs, 1)
    probe = run.probe
    if run.end is None:
        return False
    error = probe.fresh - probe.y
    return any(
        path.close_end(run.seen, probe.w - 2 * run.lr * e * x, probe.b - 2 * run.lr * e, probe.d)
        for e, x in zip(error, probe.X, strict=True)
    )


def told(way: Way, named: Named) -> Named:
    """A finding with the number of steps in its words, where that is what is wrong."""
    if not way.steps:
        return named
    shown = ", ".join(f"{epochs} -> {count}" for epochs, count in sorted(way.steps.items()) if epochs)
    return replace(named, seen=f"steps made by epochs asked for: {shown}")
