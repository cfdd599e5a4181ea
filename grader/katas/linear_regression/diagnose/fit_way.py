"""Which way `fit` went: the parameters after 0, 1, 2, ... epochs, held against the catalogue."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import numpy as np

from ....catalogue import Edit, Mistake
from ....observation import close, tolerance
from .. import path, reference
from ..formula import Model
from ..learner import Learner
from ..mistakes import CATALOGUE
from ..path import Run
from ..probes import Probe, same_rows
from ..named import Named
from .overlay import search
from .trail import Trail

Start = tuple[np.ndarray, float]
MANY_STEPS = 2_000
CONVERGED = 100
MANY_EVENTS = 1_500
RATES = (0.01, 0.1, 1.0)
HISTORY = {"fit-history-missing", "fit-history-wrong-length", "fit-history-wrong-value"}
NEVER = {"gradient-ignores-y-hat", "gradient-updates-parameters", "gradient-broadcasts"} | HISTORY
MEASURED = {"fit-ignores-learning-rate", "fit-ignores-epochs", "fit-stops-early", "fit-one-step-only",
            "fit-does-not-converge", "fit-wrong-value", "fit-stochastic", "fit-updates-a-copy"}  # fmt: skip
SCALES = {"fit-ascends", "gradient-divided-by-features", "gradient-divided-twice"} | {
    f"gradient{half}-{what}"
    for half in ("", "-weights", "-bias")
    for what in ("not-divided-by-n", "missing-factor-two", "sign-flipped")
}
SIGNS = {"gradient-sign-flipped", "gradient-weights-sign-flipped", "gradient-bias-sign-flipped"}


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
            found = search(_entries(learner, runs, start, trail, most), lambda edits, s=start: _leads(edits, runs, s), most)  # type: ignore[misc]
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
        count = _steps_of(run, start)
        if count is None:
            return None
        if run.lr == path.LR:
            steps[run.epochs] = count
        elif count != steps.get(run.epochs) and min(count, steps.get(run.epochs, 0)) < CONVERGED:
            return None
    counts = [steps[epochs] for epochs in sorted(steps) if epochs]
    mistakes = _by_steps(runs, start, counts, sorted(epochs for epochs in steps if epochs), trail)
    return Way(mistakes, bool(mistakes) or counts == sorted(steps)[1:], {}, start, steps)


def _steps_of(run: Run, start: Start) -> int | None:
    """How many right steps lead to where the run ended: the number nearest to its epochs."""
    if run.end is None:
        return None
    ws, bs, _ = reference.descent(run.probe, run.lr, MANY_STEPS, start)
    way = np.column_stack([np.array(ws), np.array(bs)])
    end = np.append(run.end[0], run.end[1])
    scale = np.max(np.abs(way), axis=1)
    near = np.all(np.abs(way - end) <= path.SLACK * tolerance(run.seen.w) * scale[:, None], axis=1)
    counts = np.flatnonzero(near)
    return int(min(counts, key=lambda k: (abs(k - run.epochs), k))) if counts.size else None


def _by_steps(runs: list[Run], start: Start, counts: list[int], epochs: list[int], trail: Trail) -> tuple[str, ...]:
    if counts == epochs:
        return ()
    if set(counts) == {0}:
        return _unmoved(runs, trail)
    if min(counts) >= CONVERGED:
        lengths = {_length(run) for run in runs if run.epochs}
        looped = len(lengths) == 1 and (max(length or 0 for length in lengths) > max(epochs))
        looped = looped or len(trail.events) > MANY_EVENTS
        return ("fit-ignores-epochs",) if looped and not _solved(trail) else ("fit-closed-form",)
    if len(set(counts)) == 1:
        lengths_by = {run.epochs: _length(run) for run in runs}
        if counts[0] == 1:
            fresh = start[0] is not runs[0].probe.w
            every_epoch = all(lengths_by[e] == e for e in epochs)
            return ("fit-resets-parameters",) if fresh and every_epoch else ("fit-one-step-only",)
        return ("fit-ignores-epochs",)
    if all(count <= e for count, e in zip(counts, epochs, strict=True)):
        return ("fit-stops-early",)
    if all(count == e + 1 and _length(run_of(runs, e)) == e + 1 for count, e in zip(counts, epochs, strict=True)):
        return ("fit-history-wrong-length",)
    return ()


def run_of(runs: Iterable[Run], epochs: int) -> Run:
    """The first run of so many epochs."""
    return next(run for run in runs if run.epochs == epochs)


def _length(run: Run) -> int | None:
    value = run.seen.value
    if value is None:
        return None
    return value.length if value.kind == "sequence" else (value.shape or (None,))[0]


def _solved(trail: Trail) -> bool:
    return any(trail.calls(name) for name in ("lstsq", "solve", "pinv", "inv", "qr", "svd", "polyfit", "cholesky"))


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
    from ..parts import right_under

    probe = same_rows(runs[0].probe)
    lr = 0.01
    seen = learner.fits(probe, (lr, 1), right=right_under(learner))[0]
    start: Start = (probe.w, probe.b)
    rows = {row for _, sizes in learner.parts_called(runs[0].probe) for row in sizes}
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


def _entries(learner: Learner, runs: list[Run], start: Start, trail: Trail, most: int) -> list[Mistake]:
    """The entries that may be laid over each other, with the constants that can be measured filled in."""
    parts_called = any(name == "compute_gradients" for name, _ in learner.parts_called(runs[0].probe))
    adds = parts_called or _adds(learner, runs, start, trail)
    never = NEVER | MEASURED | (SIGNS if adds else {"fit-ascends"})
    never |= {"gradient-returned-swapped"} if parts_called else {"fit-unpacks-swapped"}
    steps = ("fit", "gradients", "predict")
    found = [
        e for step in steps for e in CATALOGUE.of_step(step)
        if e.id not in never and e.edits and e.severity == "error" and (most < 3 or e.id in SCALES)
    ]  # fmt: skip
    measured = [
        replace(CATALOGUE["fit-ignores-learning-rate"], edits=tuple(_rates(runs, start))),
        replace(CATALOGUE["fit-stops-early"], edits=({"epochs": "epochs - 1"},)),
        replace(CATALOGUE["fit-one-step-only"], edits=({"epochs": "min(epochs, 1)"},)),
        replace(CATALOGUE["fit-ignores-epochs"], edits=tuple(_fixed_epochs(runs))),
    ]
    return [*found, *measured]


def _fixed_epochs(runs: list[Run]) -> Iterator[Edit]:
    """The number of epochs that `fit` makes whatever it is asked for, where its history tells one."""
    lengths = {_length(run) for run in runs if run.epochs}
    (length,) = lengths if len(lengths) == 1 else (None,)
    if length is not None and 1 < length <= 200:
        yield {"epochs": str(length)}


def _adds(learner: Learner, runs: list[Run], start: Start, trail: Trail) -> bool:
    """Whether a step that goes uphill adds a right gradient, rather than subtract a turned one."""
    probe, end = runs[0].probe, run_of(runs, 1).end
    dw, db = reference.gradients(probe.X, probe.y, probe.X @ start[0] + start[1])
    uphill_w = end is None or float((start[0] - end[0]) @ dw) < 0
    lines = trail.changes("w" if uphill_w else "b")
    sign = learner.outline.sign_of_update(lines[0]) if lines else None
    if sign is not None:
        return sign == "+"
    targets = [dw, np.append(dw, db), np.append(db, dw)] if uphill_w else [np.asarray(db)]
    return any(trail.first_along(t, 1.0) for t in targets) and not any(trail.first_along(t, -1.0) for t in targets)


def _rates(runs: list[Run], start: Start) -> Iterator[Edit]:
    """The fixed rates that `fit` may use: the common ones, and what its first step tells."""
    probe, end = runs[0].probe, run_of(runs, 1).end
    common = [{"w_rate": repr(rate), "b_rate": repr(rate)} for rate in RATES]
    yield from common
    rates: list[float] = []
    if end is not None and np.isfinite(end[0]).all() and np.isfinite(end[1]):
        dw, db = reference.gradients(probe.X, probe.y, probe.X @ start[0] + start[1])
        rates += [float((start[0] - end[0]) @ dw / (dw @ dw)), float((start[1] - end[1]) / db)]
        rates = [rate for rate in rates if abs(rate) > 1e-6]
    for rate in rates:
        yield {"w_rate": repr(rate), "b_rate": repr(rate)}
    for rate in rates:
        yield {"w_rate": repr(rate)}
        yield {"b_rate": repr(rate)}


def simulate(edits: Edit, probe: Probe, start: Start, lr: float, epochs: int) -> Model | None:
    """The model after a run of the formula with these edits; None where that raises."""
    model = Model(start[0], start[1], {"record": "", **edits})
    try:
        with np.errstate(all="ignore"):
            model.fit(probe.X, probe.y, lr, epochs)
    except (ValueError, TypeError, UnboundLocalError):
        return None
    return model


def _leads(edits: Edit, runs: list[Run], start: Start) -> bool:
    order = [run_of(runs, 1), *(run for run in runs if run.epochs not in (0, 1))]
    return all(_run_leads(edits, run, start) for run in order)


def _run_leads(edits: Edit, run: Run, start: Start) -> bool:
    model = simulate(edits, run.probe, start, run.lr, run.epochs)
    if model is None or run.seen.raised is not None:
        return model is None and run.seen.raised is not None and "ValueError" in run.seen.raised.ancestry
    w, b = run.seen.w.content, run.seen.b.content
    if w is None or b is None or w.shape != np.shape(model.w) or b.shape != np.shape(model.b):
        return False
    together = np.append(np.ravel(model.w), np.ravel(model.b))
    if not np.isfinite(together).all():
        return False
    return close(np.append(w.ravel(), b.ravel()), together, path.SLACK * tolerance(run.seen.w))


def raised_entries(learner: Learner, runs: list[Run]) -> tuple[str, ...]:
    """What explains a `fit` that raises in some of the runs and, where it does not, is wrong."""
    probe = runs[0].probe
    if all(run.seen.raised is not None for run in runs if run.epochs):
        return ()
    entries = _entries(learner, runs, (probe.w, probe.b), Trail(()), 2)
    found = search(entries, lambda edits: _leads(edits, runs, (probe.w, probe.b)), 2)
    return tuple(entry.id for entry in found[0]) if found else ()


def square_entries(learner: Learner, right: bool) -> tuple[str, ...]:
    """What explains a `fit` that raises unless n == d: the transpose, with whatever else is wrong."""
    probe = learner.probes.path_square
    runs = [
        Run(probe, lr, epochs, learner.fits(probe, (lr, epochs), right=right)[0])
        for lr, epochs in ((0.03, 1), (0.03, 2), (0.05, 3))
    ]
    if any(run.seen.raised is not None or run.seen.ended is not None for run in runs):
        return ()
    never = NEVER | MEASURED | {"fit-ascends"}
    entries = [e for step in ("gradients", "predict", "fit") for e in CATALOGUE.of_step(step) if e.id not in never]
    found = search(entries, lambda edits: all(_run_leads(edits, run, (probe.w, probe.b)) for run in runs), 2)
    return tuple(entry.id for entry in found[0]) if found else ()


def told(way: Way, named: Named) -> Named:
    """A finding with the number of steps in its words, where that is what is wrong."""
    if not way.steps:
        return named
    shown = ", ".join(f"{epochs} -> {count}" for epochs, count in sorted(way.steps.items()) if epochs)
    return replace(named, seen=f"steps made by epochs asked for: {shown}")
