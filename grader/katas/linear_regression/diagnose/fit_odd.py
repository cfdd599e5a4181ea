"""What goes wrong in `fit` only where it is called in an odder way: other data, other rates, more epochs."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from ....observation import Seen
from .. import again, expect, path, reference
from ..learner import Learner
from ..named import Named
from ..path import Run
from ..probes import same_rows
from .fit_lines import FitLines
from .leaning import follows
from .trail import follow
from .trouble import trouble

STEP, METHOD = "fit", "fit"
PLATEAU = "once the loss hardly changes"


def entries(seen: Seen) -> object:
    """The number of losses that came back, or the word for there being none."""
    losses = expect.losses_of(seen.value) if seen.value is not None else None
    return "none" if losses is None else len(losses)


def near(end: tuple[np.ndarray, float], answer: tuple[np.ndarray, float]) -> bool:
    """Whether training has arrived."""
    return bool(np.max(np.abs(np.append(end[0] - answer[0], end[1] - answer[1]))) < 1e-3)


def others(learner: Learner, right: bool, lines: FitLines) -> Iterator[Named]:
    """What goes wrong only in the odder calls, the most telling first."""
    yield from _slow(learner, right, lines)
    yield from _long(learner, right, lines)
    yield from _growing(learner, right, lines)
    yield from _exact(learner, right, lines)
    yield from _second(learner, right, lines)
    for words, run in _odder_runs(learner, right):
        yield from _odd(learner, run, words, lines)
    yield from _large(learner, right, lines)
    yield from _apart(learner, right, lines)
    for name, default in (("lr", 0.01), ("epochs", 1000)):
        found = learner.signatures.default(METHOD, name)
        if found not in (None, default):
            said = f"{name} is {found:g} by default; documented is {default:g}"
            yield Named("wrong-signature", STEP, learner.outline.line_of_method(METHOD), said)


def _odder_runs(learner: Learner, right: bool) -> Iterator[tuple[str, Run]]:
    probes = learner.probes
    for words, probe, lr, epochs in (
        ("for n == d", probes.path_square, 0.03, 3),
        ("for one feature", probes.one_feature, 0.03, 2),
        ("for one sample", probes.one_sample, 0.03, 2),
        ("for integer data", probes.integers, 0.01, 3),
        ("for integer X and a float y", probes.float_y, 0.01, 3),
        ("for float32 data", probes.float32, 0.01, 3),
        ("for a strided view", probes.strided, 0.03, 2),
        ("for column-major data", probes.columns, 0.03, 2),
        ("for read-only data", probes.readonly, 0.03, 2),
        ("for lr=0", probes.path, 0.0, 2),
        ("for n=9, d=12", probes.broad, 0.02, 3),
    ):
        yield words, Run(probe, lr, epochs, learner.fits(probe, (lr, epochs), right=right)[0])
    seen = learner.fit_by_name(probes.path, path.LR, 2, right=right)
    yield "with the arguments by name", Run(probes.path, path.LR, 2, seen)


def _slow(learner: Learner, right: bool, lines: FitLines) -> Iterator[Named]:
    """A hundred epochs that do not arrive: whatever changes with the number of the epoch shows."""
    run = path.further(learner, "slow", right)[0]
    if path.out_of_reach(run, path.runs(learner, right)[3]):
        return
    if path.explain_run(run) is None:
        yield from early(learner, run, lines, "of itself")
    rebound = learner.outline.line_that_rebinds(METHOD, "lr")
    for found in _odd(learner, run, f"within {run.epochs} epochs", lines):
        yield replace(found, line=rebound) if rebound and found.mistake == "fit-wrong-value" else found


def _large(learner: Learner, right: bool, lines: FitLines) -> Iterator[Named]:
    """Many samples; where all have their say only if all are the same, not every one counts."""
    run = path.further(learner, "sizes", right)[0]
    probe = same_rows(run.probe)
    for found in _odd(learner, run, f"for n={run.probe.n}", lines):
        if found.mistake == "fit-wrong-value":
            seen = learner.fits(probe, (run.lr, run.epochs), right=right)[0]
            if path.explain_run(Run(probe, run.lr, run.epochs, seen)) is not None:
                said = f"for n={probe.n} a step does not go by the mean over all samples"
                yield Named("fit-stochastic", STEP, _choice(learner, run) or lines.of("fit-stochastic"), said)
                return
        yield found


def _choice(learner: Learner, run: Run) -> int | None:
    """The line that picks some of the samples: the first value with more rows than features, and too few."""
    n, d = run.probe.n, run.probe.d
    trail = follow(learner, METHOD, run.probe, lr=run.lr, epochs=1)
    return trail.first(lambda v: v.ndim in (1, 2) and d < v.shape[0] < n)


def _apart(learner: Learner, right: bool, lines: FitLines) -> Iterator[Named]:
    """What a call depends on that it should not: an earlier call, or another model."""
    kept = learner.outline.line_of_keeping(METHOD)
    second, third = again.other_data(learner, right)
    for found in _odd(learner, second, "in a second call with other data", lines):
        if found.mistake == "fit-wrong-value":
            at_first_rate = path.explain_run(replace(second, lr=path.LR)) is not None
            name = "fit-ignores-learning-rate" if at_first_rate else found.mistake
            yield replace(found, mistake=name, line=kept or lines.of(name))
        else:
            yield found
    for found in _odd(learner, third, "in a later call with another number of samples", lines):
        yield replace(found, line=kept or found.line)
    models = again.untouched(learner, right)
    for words, run in (("on a model as it is made", models.first), ("on a second model", models.second)):
        if run is not None:
            yield from _odd(learner, run, words, lines)
    if models.disturbed:
        said = "w and b of a model change when another one is made and trained"
        shared = learner.outline.line_of_assignment("__init__", "w")
        yield Named("fit-wrong-value", STEP, shared or lines.of("fit-wrong-value"), said)


def _odd(learner: Learner, run: Run, words: str, lines: FitLines) -> Iterator[Named]:
    found = trouble(learner, run.seen, STEP, METHOD)
    if found is not None:
        yield replace(found, seen=f"{found.seen} ({words})")
        return
    if run.epochs <= path.FEW and follows(learner, run):
        return
    way = path.explain_run(run)
    if way is None:
        finite = run.end is not None and all(np.isfinite(part).all() for part in run.end)
        name = "fit-wrong-value" if finite or run.end is None else "not-finite"
        yield Named(name, STEP, lines.of("fit-wrong-value"), f"w and b are not where descent leads ({words})")
        return
    losses = expect.losses_of(run.seen.value) if run.seen.value is not None else None
    if losses is None or len(losses) != run.epochs:
        name = "fit-history-missing" if losses is None else "fit-history-wrong-length"
        said = f"fit returned {run.seen.says()} for epochs={run.epochs} ({words})"
        yield Named(name, STEP, lines.of(name), said)
    elif path.history_fits(losses, way[0], run) is None:
        said = f"the history is not the mean squared error of each epoch ({words})"
        yield Named("fit-history-wrong-value", STEP, lines.of("fit-history-wrong-value"), said)


def _long(learner: Learner, right: bool, lines: FitLines) -> Iterator[Named]:
    """So many epochs that most of them are past convergence."""
    run = long_run(learner, right)
    yield from early(learner, run, lines, PLATEAU)
    if run.end is None or not near(run.end, reference.least_squares(run.probe)):
        yield Named(
            "fit-wrong-value", STEP, lines.of("fit-wrong-value"), f"after {run.epochs} epochs w and b are off"
        )


def long_run(learner: Learner, right: bool) -> Run:
    """The run that goes on long past convergence."""
    probe = learner.probes.easy
    seen = learner.fits(probe, (path.EASY_LR, path.LONG), right=right)[0]
    return Run(probe, path.EASY_LR, path.LONG, seen)


def _growing(learner: Learner, right: bool, lines: FitLines) -> Iterator[Named]:
    """A learning rate that is too large: the loss grows, and descent goes on all the same."""
    run = Run(learner.probes.path, 2.0, 6, learner.fits(learner.probes.path, (2.0, 6), right=right)[0])
    yield from early(learner, run, lines, "once the loss grows")
    if path.out_of_reach(run, path.runs(learner, right)[3]):
        return
    rebound = learner.outline.line_that_rebinds(METHOD, "lr")
    for named in _odd(learner, run, "with a learning rate that makes the loss grow", lines):
        here = FitLines(learner, follow(learner, METHOD, run.probe, lr=run.lr, right=right), right, run.lr)
        wrong = named.mistake == "fit-wrong-value"
        yield replace(named, line=rebound or here.of(named.mistake)) if wrong else named


def _exact(learner: Learner, right: bool, lines: FitLines) -> Iterator[Named]:
    """Data that w and b fit exactly, from the beginning: descent stays there, and goes on."""
    run = path.further(learner, "exact", right)[0]
    yield from early(learner, run, lines, "where the loss is small")
    yield from _odd(learner, run, "where the loss is zero from the beginning", lines)


def early(learner: Learner, run: Run, lines: FitLines, words: str) -> Iterator[Named]:
    """Fewer steps than were asked for, where the history tells so."""
    found = trouble(learner, run.seen, STEP, METHOD)
    if found is not None:
        yield found
        return
    length = entries(run.seen)
    if isinstance(length, int) and length < run.epochs:
        if lines.laps(run) == run.epochs:
            said = f"fit made {run.epochs} steps and returned {run.seen.says()}"
            line = lines.recorded_if() or lines.of("fit-history-wrong-length")
            yield Named("fit-history-wrong-length", STEP, line, said)
            return
        said = f"fit made {length} steps where epochs is {run.epochs}: it stopped {words}"
        yield Named("fit-stops-early", STEP, lines.of("fit-stops-early"), said)


def _second(learner: Learner, right: bool, lines: FitLines) -> Iterator[Named]:
    seen = learner.fits(learner.probes.path, (path.LR, 3), (path.LR, 2), right=right)
    first, second = (Run(learner.probes.path, path.LR, e, s) for e, s in zip((3, 2), seen, strict=True))
    found = trouble(learner, second.seen, STEP, METHOD)
    if found is not None:
        yield replace(found, seen=f"{found.seen} (in a second call of fit)")
    elif entries(second.seen) != 2:
        said = f"a second call with epochs=2 returned {second.seen.says()}"
        yield Named("fit-history-wrong-length", STEP, lines.of("fit-history-wrong-length"), said)
    elif not path.second_is_right(first, second):
        said = "a second call of fit neither goes on from w and b nor starts over"
        yield Named("fit-wrong-value", STEP, lines.of("fit-wrong-value"), said)
