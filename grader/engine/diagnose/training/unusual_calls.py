"""Diagnose what goes wrong in `fit` only in unusual calls: other data, other rates, more epochs."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from ....observation import close
from ...asking.learner import Learner
from ...declaration.drawn_cases import WORDS, same_rows
from ...diagnosis import Named
from ...training import descent, repeated_trainings, trajectory
from ...training.trajectory import METHOD, STEP, Run
from ..call_failures import trouble, with_words
from ..lines.trail import follow
from ..recogniser import BY_NAME
from ..shared_helpers import follows
from . import path_recogniser
from .lines import FitLines
from .optimisers import changes_late
from .words import PLATEAU, RATE_IGNORED, astray, entries, stopped

UNUSUAL = ("square", "single", "dtypes", "layouts", "no rate", "sizes", "odd", "magnitudes", "vast",
           "faint", "steep")  # fmt: skip


def near(end: tuple[np.ndarray, float], answer: tuple[np.ndarray, float]) -> bool:
    """Whether the training has converged: no parameter differs by 1e-3 or more."""
    return bool(np.max(np.abs(np.append(end[0] - answer[0], end[1] - answer[1]))) < 1e-3)


def others(learner: Learner, right: bool, lines: FitLines) -> Iterator[Named]:
    """The findings on unusual calls only; the most specific come first."""
    yield from _slow(learner, right, lines)
    yield from _long(learner, right, lines)
    yield from _growing(learner, right, lines)
    yield from _exact(learner, right, lines)
    yield from _second(learner, right, lines)
    for words, run in _odder_runs(learner, right):
        yield from _odd(learner, run, words, lines)
    yield from with_many_samples(learner, right, lines)
    yield from _apart(learner, right, lines)


def _odder_runs(learner: Learner, right: bool) -> Iterator[tuple[str, Run]]:
    for what in UNUSUAL:
        for run in trajectory.further(learner, what, right):
            if run.case.name != "large":  # see `with_many_samples`
                yield WORDS.get(run.case.name, f"for lr={run.lr:g}, {run.case.says}"), run
    case = learner.cases["path"]
    seen = learner.fit_by_name(case, trajectory.LR, 2, right=right)
    yield BY_NAME, Run(learner.exercise, case, trajectory.LR, 2, seen)


def _slow(learner: Learner, right: bool, lines: FitLines) -> Iterator[Named]:
    """A run of about a hundred epochs that does not converge, and one of a thousand that does.

    Those that end too early come first: which of the others go on for too long depends on the data.
    """
    slow, whole = (trajectory.further(learner, what, right) for what in ("slow", trajectory.WHOLE))
    for run in sorted((*slow, *whole), key=lambda one: one.losses is None or len(one.losses) >= one.entries):
        may_stop = lines.leave() is not None and not trajectory.may_end_early(learner.exercise)
        if not run.is_right or may_stop:
            yield from early(learner, run, lines, "by itself")
        for found in _odd(learner, run, f"within {run.epochs} epochs", lines):
            yield _by_rate(learner, run, found, lines)


def _by_rate(learner: Learner, run: Run, found: Named, lines: FitLines) -> Named:
    """The finding or, if a last step has another rate than given, the finding that the rate changes."""
    if found.mistake != "other steps":
        return found
    rebound = learner.outline.line_that_rebinds(METHOD, "lr")
    rate = changes_late(learner, run, lines.right)
    if rate is None:
        return replace(found, line=rebound or found.line)
    name = "rate changes"
    trail = follow(learner, METHOD, run.case, lr=run.lr, epochs=run.epochs, right=lines.right)
    made = trail.first(lambda value: close(value, np.asarray(rate), 1e-6))
    return replace(found, mistake=name, line=rebound or made or lines.of(name))


def with_many_samples(learner: Learner, right: bool, lines: FitLines) -> Iterator[Named]:
    """A run on many samples: if it is right only for identical samples, a step does not use all of them."""
    run = trajectory.further(learner, "sizes", right)[0]
    case = same_rows(run.case)
    for found in _odd(learner, run, f"for n={run.case.n}", lines):
        if found.mistake == "other steps":
            seen = learner.fits(case, (run.lr, run.epochs), right=right)[0]
            if Run(learner.exercise, case, run.lr, run.epochs, seen).is_right:
                said = f"for n={case.n} a step does not use the mean over all samples"
                line = _choice(learner, run) or lines.of("samples left out")
                yield Named("samples left out", STEP, line, said)
                return
            found = replace(found, line=learner.outline.line_that_rebinds(METHOD, "lr") or found.line)  # noqa: PLW2901
        yield found


def _choice(learner: Learner, run: Run) -> int | None:
    """The line that picks some of the samples: the first value with more than d rows but fewer than n."""
    n, d = run.case.n, run.case.d
    trail = follow(learner, METHOD, run.case, lr=run.lr, epochs=1)
    return trail.first(lambda v: v.ndim in (1, 2) and d < v.shape[0] < n)


def _apart(learner: Learner, right: bool, lines: FitLines) -> Iterator[Named]:
    """The findings on calls that depend on an earlier call or on another model."""
    kept = learner.outline.line_of_keeping(METHOD)
    second, third, *later = repeated_trainings.other_data(learner, right)
    for found in _odd(learner, second, "in a second call with other data", lines):
        if found.mistake == "other steps":
            name, said = found.mistake, found.seen
            if replace(second, lr=trajectory.LR).is_right:
                name = RATE_IGNORED
                said = f"a second call with lr={second.lr:g} steps with lr={trajectory.LR:g}, as the first"
            yield replace(found, mistake=name, line=kept or lines.of(name), seen=said)
        else:
            yield found
    for found in _odd(learner, third, "in a later call with another number of samples", lines):
        yield replace(found, line=kept or found.line)
    for words, one in zip(("where only y is different", "where only X is different"), later, strict=True):
        for found in _odd(learner, one, f"in a later call {words}", lines):
            yield replace(found, line=kept or found.line)
    models = repeated_trainings.untouched(learner, right)
    for words, run in (("on a new model", models.first), ("on a second model", models.second)):
        if run is not None:
            yield from _odd(learner, run, words, lines)
    if models.disturbed:
        said = f"{learner.exercise.state_words} of a model change when another model is created and trained"
        shared = learner.outline.line_of_assignment("__init__", learner.exercise.parameters[0])
        yield Named("other steps", STEP, shared or lines.of("other steps"), said)


def _odd(learner: Learner, run: Run, words: str, lines: FitLines) -> Iterator[Named]:
    found = trouble(learner, run.seen, STEP, METHOD)
    if found is not None:
        yield with_words(found, METHOD, words)
        return
    if run.epochs <= trajectory.FEW and follows(learner, run):
        return
    if run.seen.changed:
        trail = follow(learner, METHOD, run.case, lr=run.lr, epochs=run.epochs, right=lines.right)
        places = trail.changes(run.seen.changed[0])
        said = f"fit changed {' and '.join(run.seen.changed)} in place ({words})"
        yield Named("mutates-input", STEP, places[0] if places else None, said)
        return
    if not run.is_right and trajectory.out_of_reach(run, trajectory.runs(learner, lines.right)[3]):
        return
    if not run.is_right and (shorter := list(early(learner, run, lines, f"by itself ({words})"))):
        yield from shorter
        return
    if not run.is_right:
        finite = run.end is not None and all(np.isfinite(part).all() for part in run.end)
        name = "other steps" if finite or run.end is None else "not-finite"
        yield Named(name, STEP, lines.of("other steps"), astray(run, words))
        return
    losses = run.losses
    if losses is None or len(losses) != run.entries:
        name = "no history" if losses is None else "history of wrong length"
        said = f"fit returned {run.seen.says()} for epochs={run.epochs}; expected {run.entries} ({words})"
        yield lines.named(name, said)
    elif run.recorded is None:
        said = f"the history is not the loss of each epoch ({words})"
        yield lines.named("history of wrong values", said)


def _long(learner: Learner, right: bool, lines: FitLines) -> Iterator[Named]:
    """A run with so many epochs that it converges long before the last one."""
    run = trajectory.further(learner, "long", right)[0]
    yield from early(learner, run, lines, PLATEAU)
    if run.exercise.twist is not None or run.is_right:
        return  # with a twist, training need not converge
    if run.end is None or not near(run.end, descent.best(run.exercise, run.case)):
        said = f"{run.when} {learner.exercise.state_words} are wrong"
        yield lines.named("other steps", said)


def _growing(learner: Learner, right: bool, lines: FitLines) -> Iterator[Named]:
    """A run with a learning rate so large that the loss grows; descent must continue regardless."""
    for run in trajectory.further(learner, "growing", right):
        yield from early(learner, run, lines, "when the loss grew")
        for named in _odd(learner, run, "with a learning rate that makes the loss grow", lines):
            here = FitLines(learner, right, run.lr)
            moved = named.mistake == "other steps"
            yield _by_rate(learner, run, here.named(named.mistake, named.seen), here) if moved else named


def _exact(learner: Learner, right: bool, lines: FitLines) -> Iterator[Named]:
    """A run that starts with no loss, or with nearly none; descent must do all epochs all the same."""
    for run in trajectory.further(learner, "exact", right):
        yield from early(learner, run, lines, "when the loss was small")
        if run.exercise.descends.affine:
            yield from _odd(learner, run, "where the loss is zero from the start", lines)


def early(learner: Learner, run: Run, lines: FitLines, words: str) -> Iterator[Named]:
    """The finding that `fit` made fewer steps than asked, if the history shows it."""
    found = trouble(learner, run.seen, STEP, METHOD)
    if found is not None:
        yield found
        return
    length = entries(run.seen)
    if isinstance(length, int) and length < run.epochs and length != run.entries:
        if lines.laps(run) == run.epochs:
            said = f"fit took {run.epochs} steps and returned {run.seen.says()}"
            yield lines.named("history of wrong length", said)
            return
        if trajectory.may_end_early(run.exercise) and length > run.entries:
            said = f"fit went on for {length} epochs; expected an end after {run.entries}"
            yield lines.named("other steps", said)
            return
        yield lines.named("fewer steps", stopped(run, length, words))
    elif length == run.entries and (taken := _fewer_steps(run)) is not None:
        yield lines.named("fewer steps", stopped(run, taken, words, "step"))


def _fewer_steps(run: Run) -> int | None:
    """How many steps a run took that recorded every epoch, if they are fewer than asked for, and right."""
    if trajectory.may_end_early(run.exercise) or run.is_right:
        return None
    starts = (run.case.start, (0 * run.case.start[0], 0.0))
    taken = [int(count) for start in starts for count in path_recogniser.steps_of(run, start)]
    count, *more = taken or [0]  # many, once it has arrived
    rests = 0 < count < run.epochs and run.losses is not None and not np.ptp(run.losses[count:])
    return count if rests and not more else None


def _second(learner: Learner, right: bool, lines: FitLines) -> Iterator[Named]:
    seen = learner.fits(learner.cases["path"], (trajectory.LR, 3), (trajectory.LR, 2), right=right)
    case, lr, exercise = learner.cases["path"], trajectory.LR, learner.exercise
    first, second = (Run(exercise, case, lr, e, s) for e, s in zip((3, 2), seen, strict=True))
    found = trouble(learner, second.seen, STEP, METHOD)
    if found is not None:
        yield replace(found, seen=f"{found.seen} (in a second call of fit)")
    elif entries(second.seen) != 2:
        said = f"a second call with epochs=2 returned {second.seen.says()}"
        yield lines.named("history of wrong length", said)
    elif first.seen.overwritten:
        said = "the second call of fit changes the history that the first one returned"
        line = learner.outline.line_of_return(METHOD)
        yield Named("history of wrong values", STEP, line, said)
    elif not trajectory.second_is_right(first, second):
        kept = learner.outline.line_of_kept(METHOD)
        if trajectory.close_end(second.seen, second.descend(first.end).end):  # it took the steps that follow
            said = "the history of a second call of fit is not the loss of each of its epochs"
            yield Named("history of wrong values", STEP, kept or learner.outline.line_of_return(METHOD), said)
        else:
            said = "a second call of fit neither continues from where the first one ended nor starts over"
            yield Named("other steps", STEP, kept or lines.of("other steps"), said)
