"""Which catalogued mistakes, laid over each other, lead to where the runs of `fit` ended."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial

import numpy as np

from ....catalogue import Edit, Mistake
from ....observation import close, tolerance
from .. import path, reference
from ..formula import Model
from ..learner import Learner
from ..mistakes import CATALOGUE
from ..parts import right_under
from ..path import Run
from ..probes import Probe
from .overlay import search
from .trail import Trail

Start = tuple[np.ndarray, float]
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


def run_of(runs: Iterable[Run], epochs: int) -> Run:
    """The first run of so many epochs."""
    return next(run for run in runs if run.epochs == epochs)


def length_of(run: Run) -> int | None:
    """The number of entries of what `fit` returned, where it has a length."""
    value = run.seen.value
    if value is None:
        return None
    return value.length if value.kind == "sequence" else (value.shape or (None,))[0]


def entries_for(learner: Learner, runs: list[Run], start: Start, trail: Trail, most: int) -> list[Mistake]:
    """The entries that may be laid over each other, with the constants that can be measured filled in."""
    called = learner.parts_called(runs[0].probe, right_under(learner))
    parts_called = any(name == "compute_gradients" for name, _ in called)
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
    lengths = {length_of(run) for run in runs if run.epochs}
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
    return any(trail.first_along(t, 1.0) for t in targets) and not any(
        trail.first_along(t, -1.0) for t in targets
    )


def _rates(runs: list[Run], start: Start) -> Iterator[Edit]:
    """The fixed rates that `fit` may use: the common ones, and what its first step tells."""
    probe, end = runs[0].probe, run_of(runs, 1).end
    common = [{"w_rate": repr(rate), "b_rate": repr(rate)} for rate in RATES]
    yield from common
    rates: list[float] = []
    if end is not None and np.isfinite(end[0]).all() and np.isfinite(end[1]):
        dw, db = reference.gradients(probe.X, probe.y, probe.X @ start[0] + start[1])
        rates += [float((start[0] - end[0]) @ dw / (dw @ dw)), float((start[1] - end[1]) / db)]
        # A step uphill is a mistake of its own, and no rate below zero.
        rates = [abs(rate) for rate in rates if abs(rate) > 1e-6]
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


def leads(runs: list[Run], start: Start, edits: Edit) -> bool:
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
    entries = entries_for(learner, runs, (probe.w, probe.b), Trail(()), 2)
    found = search(entries, partial(leads, runs, (probe.w, probe.b)), 2)
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
    entries = [
        e for step in ("gradients", "predict", "fit") for e in CATALOGUE.of_step(step) if e.id not in never
    ]
    found = search(entries, lambda edits: all(_run_leads(edits, run, (probe.w, probe.b)) for run in runs), 2)
    return tuple(entry.id for entry in found[0]) if found else ()
