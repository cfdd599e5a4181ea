"""Diagnose `fit`: the trajectory of the parameters, the history of losses, and then unusual calls."""

from dataclasses import replace
from itertools import islice

import numpy as np

from ....observation import close
from ...asking.learner import Learner
from ...declaration.twist import IGNORED
from ...diagnosis import Named
from ...training import descent, trajectory
from ...training.collaborators import names_called, right_under
from ...training.descent import State
from ...training.trajectory import METHOD, STEP, Run, run_of
from ..call_failures import exception, signature, trouble
from ..lines.trail import Trail, along, follow
from ..shared_helpers import follows, leans_on_wrong
from ..swallowed import hidden_in_training
from . import history, optimisers, path_overlay, path_recogniser, words
from .arguments import misused_helper, wrong_arguments
from .changed_steps import changed_in_steps
from .lines import FitLines
from .optimisers import changes_late
from .other_lines import misshapen
from .samples import resamples
from .unusual_calls import early, near, others, with_many_samples

NO_HISTORY = {"no history", "returns-none"}
NEVER_RUN = ("generator", "coroutine", "async_generator")
LAZY = ("map", "filter", "zip", "enumerate", "islice", "takewhile", "accumulate", "chain", "starmap")
UNMOVED = {"vector unmoved", "number unmoved"}


def diagnose(learner: Learner) -> list[Named]:
    """Everything that is wrong with `fit`; empty if a wrong method that it calls may be the only cause."""
    if wrong := signature(learner, STEP, METHOD):
        return [wrong]
    right = right_under(learner)
    runs = trajectory.runs(learner, right)
    ended = next((run.seen for run in runs if run.seen.ended is not None), None)
    if ended is not None:
        return [found] if (found := trouble(learner, ended, STEP, METHOD)) else []
    arrives = all(run.is_right for run in runs)
    if (passed := wrong_arguments(learner, right, steps_right=arrives)) is not None:
        return [passed, *_beside(learner, passed)]
    if (passed := misused_helper(learner, runs)) is not None:
        return [passed]
    if any(run.seen.raised is not None for run in runs if run.epochs):
        if ids := path_overlay.raised_entries(learner, runs):
            lines = FitLines(learner, right)
            return [lines.named(name, words.seen(name, runs)) for name in ids]
        if right and leans_on_wrong(learner, runs):
            return []
        return _raised(learner, runs, right)
    nothing = next((run.seen.raised for run in runs if run.seen.raised is not None), None)
    empty_where_raised = [run.as_if_empty if run.seen.raised is not None else run for run in runs]
    found_here = _found(learner, empty_where_raised, right)
    if nothing is None:
        return found_here
    only = exception(learner, nothing, STEP, METHOD)
    follows = any(named.line == only.line for named in found_here)
    return found_here if follows else [*found_here, replace(only, seen=f"{only.seen} (for epochs=0)")]


def _beside(learner: Learner, passed: Named) -> list[Named]:
    """The findings on the training except on the arguments that it passes, if anything is clearly wrong."""
    corrected = learner.with_arguments_corrected()
    runs = trajectory.runs(corrected, right=False)
    if any(run.seen.value is None for run in runs):
        return []
    catalogue = learner.exercise.catalogue()
    found = [named for named in _found(corrected, runs, right=False) if named.line != passed.line]
    return [k for k in found if not catalogue[k.mistake].vague and k.mistake != "old and new mixed"]


def _found(learner: Learner, runs: list[Run], right: bool) -> list[Named]:
    """What is wrong with the trajectory or the history of these runs, none of which raised."""
    told = all(follows(learner, run) for run in runs if run.epochs)
    if told or history.is_kept_by_own_methods(learner, runs):
        return []
    trail, lines = follow(learner, METHOD, learner.cases["path"]), FitLines(learner, right)
    if (ignored := _ignores_twist(learner, runs, right, lines)) is not None:
        return [ignored]
    found_here = _judge(learner, runs, trail, lines)
    if cause := hidden_in_training(learner, found_here, lines.trail.caught):
        return [cause]
    if found_here:
        known = [learner.exercise.catalogue()[named.mistake] for named in found_here]
        told = any(e.changes_history_length or e.vague or e.known_as in NO_HISTORY for e in known)
        if told or trajectory.may_end_early(learner.exercise):
            return found_here
        about = ("long", *((trajectory.WHOLE, "exact") if lines.leave() else ()))
        longer = (run for what in about for run in trajectory.further(learner, what, right))
        long = (early(learner, run, lines, words.PLATEAU) for run in longer)
        shorter = (named for found in long for named in found if named.mistake == "fewer steps")
        return found_here + list(islice(shorter, 1))
    return [_by_batches(learner, named, lines) for named in islice(others(learner, right, lines), 1)]


def _by_batches(learner: Learner, found: Named, lines: FitLines) -> Named:
    """The finding or, if many samples lead to more steps, or are not all used, the finding that says so."""
    if found.mistake != "other steps":
        return found
    if path_recogniser.steps_an_epoch(learner, learner.cases["large"]) > 1:
        return replace(found, mistake="samples left out", line=lines.of("samples left out"))
    many = with_many_samples(learner, lines.right, lines)
    return next((one for one in many if one.mistake == "samples left out"), found)


def _ignores_twist(learner: Learner, runs: list[Run], right: bool, lines: FitLines) -> Named | None:
    """The finding that the training solves the plain task instead of the twist, in long runs too."""
    plain, twist, parts = learner.exercise.plain, learner.exercise.twist, learner.exercise.descends
    if plain is None or twist is None:
        return None
    if STEP not in twist.steps and any(
        name == parts.gradients for name, _ in names_called(learner, runs[0].case, right)
    ):
        return None  # the twist concerns only other methods, which are judged separately
    about = ("slow", "long", trajectory.WHOLE)
    longer = [run for what in about for run in trajectory.further(learner, what, right)]
    if not all(replace(run, exercise=plain).is_right for run in (*runs, *longer)):
        return None
    odd = next((run for run in (run_of(runs, 3), *longer) if not run.is_right), runs[-1])
    return lines.named(IGNORED, words.seen(IGNORED, [odd]))


def _raised(learner: Learner, runs: list[Run], right: bool) -> list[Named]:
    """The findings for a `fit` that raises in some or all runs, perhaps for lack of a transpose."""
    bad = next(run for run in reversed(runs) if run.seen.raised is not None)
    raised = bad.seen.raised
    assert raised is not None
    if "ValueError" in raised.ancestry:
        ids = path_overlay.square_entries(learner, right)
        of_forward = f"{learner.exercise.method(learner.exercise.descends.forward).family}-"
        if "not transposed" in ids or any(name.startswith(of_forward) for name in ids):
            lines = FitLines(learner, right)
            told = {name: lines.told(name) or raised.line for name in ids}
            return [Named(name, STEP, told[name], f"fit raised {raised.says()}") for name in ids]
    found, outline = exception(learner, raised, STEP, METHOD), learner.outline
    elsewhere = found.line is not None and outline.belongs_to(found.line, outline.graded - {METHOD})
    if found.mistake != "raises":
        return [found]
    if not (elsewhere or run_of(runs, 1).seen.raised is None):
        return [replace(found, line=changed_in_steps(FitLines(learner, right).steps, found.line))]
    shapes = dict(zip(learner.exercise.parameters, map(np.shape, runs[0].case.start), strict=True))
    trail = follow(learner, METHOD, learner.cases["path"], right=right)
    place = trail.events[-1].place if elsewhere and trail.events else None
    line = misshapen(outline, trail, shapes) or place or found.line  # a later step fails on it
    return [replace(found, line=changed_in_steps(FitLines(learner, right).steps, line))]


def _judge(learner: Learner, runs: list[Run], trail: Trail, lines: FitLines) -> list[Named]:
    last = runs[3].seen.value
    if last is not None and last.type in NEVER_RUN:
        # The body has not run, so nothing else can be said about it.
        outline = learner.outline
        returned = outline.line_of_return(METHOD) if last.type == "generator" else None
        line = outline.line_of_yield(METHOD) or returned or outline.line_of_method(METHOD)
        return [Named("no history", STEP, line, words.seen("no history", runs))]
    found = _mutated(learner, runs, trail)
    way = path_recogniser.recognise(learner, runs, lines.trail)
    ids = list(way.mistakes)
    if {IGNORED, "uphill"} <= set(ids) and trajectory.may_end_early(learner.exercise) and lines.leave():
        ids.remove(IGNORED)  # the task does not say when to end if the loss does not fall
    slow = trajectory.further(learner, "slow", lines.right) if ids == [IGNORED] else []
    if any(changes_late(learner, run, lines.right) for run in slow):
        ids = ["rate changes"]  # by a rule that does not affect the first epochs
    if last is not None and last.type in LAZY and set(ids) == UNMOVED:
        line = learner.outline.line_of_return(METHOD)
        return [Named("no history", STEP, line, words.seen("no history", runs))]
    column = _column(learner, lines.own(trail))
    broadcasts = learner.exercise.method(learner.exercise.descends.gradients).broadcasts
    # If the first step is already wrong, changed arguments are not the cause.
    told = way.explained and way.mistakes != ("other steps",)
    if not told and (not found or not run_of(runs, 1).is_right):
        ids = [broadcasts] if column else _unexplained(learner, runs, lines)
        way = replace(way, mistakes=tuple(ids), steps=None)
    of_history = () if broadcasts in ids else history.recognise(learner, runs, way)
    of_history = tuple(name for name in of_history if name not in ids)
    none = [run for run in runs if run.seen.value is not None and run.seen.value.kind == "none"]
    if none and (any(run.epochs for run in none) or not (ids or of_history)):
        nothing = trouble(learner, none[-1].seen, STEP, METHOD)
        found += [nothing] if nothing else []
    for name in (*ids, *of_history):
        line = column if name.endswith("-broadcasts") and column else lines.of(name)
        if name in of_history and (name == IGNORED or _is_recorded_so(learner, name)):
            line = lines.records.line()
        far_off = _far_off(learner) if name == "no convergence" else ""
        named = Named(name, STEP, line, far_off or words.seen(name, runs, way.start))
        found.append(words.with_steps(way, named) if name in way.mistakes else named)
    return found


def _is_recorded_so(learner: Learner, name: str) -> bool:
    """Whether a mistake of the training concerns only what is recorded in the history."""
    entry = learner.exercise.catalogue()[name]
    return entry.step == STEP and any(set(edit) == {"record"} for edit in entry.edits)


def _column(learner: Learner, trail: Trail) -> int | None:
    """The line of `fit` that broadcasts a column with a row to a residual of shape (n, n)."""
    case = learner.cases["path"]
    pairs = descent.forward(learner.exercise, case)[:, None] - case.y[None, :]
    return trail.first(lambda v: any(along(v, m, s) for m in (pairs, pairs.T) for s in (1.0, -1.0)))


def _mutated(learner: Learner, runs: list[Run], trail: Trail) -> list[Named]:
    changed = next((run.seen.changed for run in runs if run.seen.changed), ())
    if not changed:
        return []
    line = next(iter(trail.changes(changed[0])), None)
    return [Named("mutates-input", STEP, line, f"fit changed {' and '.join(changed)} in place")]


def _unexplained(learner: Learner, runs: list[Run], lines: FitLines) -> list[str]:
    """The names for a trajectory that no overlay explains, from its steps, its end, or scaled data."""
    trained = [run for run in runs if run.epochs and run.lr == trajectory.LR]
    (length, *others) = {path_overlay.length_of(run) for run in trained}
    same = _alike([run.end for run in trained])
    if same and lines.trail.solver():
        return ["solved"]  # for another answer
    fixed = same and not others and length is not None and length > max(run.epochs for run in trained)
    if fixed and not others and all(path_recogniser.steps_of(r, r.case.start).size for r in runs):
        return ["epochs ignored"]  # only the losses decide when it ends
    likely = _by_steps(learner, runs)
    if likely in ("other steps", "no convergence") and (fixed or lines.scaled()):
        likely = "data scaled" if lines.scaled() else "other steps"
    if likely == "other steps" and (half := optimisers.half_moved(runs)):
        return half
    if likely == "other steps" and resamples(lines.steps):
        return ["samples left out"]
    ignored = ["rate ignored"] if likely == "momentum" and _same_at_any_rate(runs) else []
    return [likely, *ignored, *(["epochs ignored"] if fixed else [])]


def _alike(ends: list[State | None]) -> bool:
    """Whether all runs end with the same parameters."""
    whole = [np.append(*end) for end in ends if end is not None]
    return len(whole) == len(ends) and all(close(end, whole[0], 1e-9) for end in whole)


def _by_steps(learner: Learner, runs: list[Run]) -> str:
    """The name that the steps show; else one that follows from the end and from the start of `fit`."""
    told = optimisers.recognise(runs)
    if told in (None, "", "rate changes") and _same_at_any_rate(runs):
        return "rate ignored"
    if told:
        return told
    last = run_of(runs, 5)
    if last.end is None:
        return "other steps"
    if not all(np.isfinite(part).all() for part in last.end):
        return "not-finite"
    first, case = run_of(runs, 0), runs[0].case
    afresh = not trajectory.close_end(first.seen, case.start)
    zero = trajectory.close_end(first.seen, (np.zeros(case.d), 0.0))
    if ((afresh and not zero) or _start_is_nothing(learner, last)) and _far_off(learner):
        return "no convergence"
    return "other steps"


def _same_at_any_rate(runs: list[Run]) -> bool:
    """Whether training changes the parameters, and to the same values with two learning rates."""
    none, one, other = runs[0], run_of(runs, 3), runs[-1]
    if one.end is None or one.lr == other.lr or trajectory.close_end(none.seen, one.end):
        return False
    return trajectory.close_end(other.seen, one.end)


def _start_is_nothing(learner: Learner, run: Run) -> bool:
    """Whether `fit` ends with the same parameters for another start."""
    case = run.case.at("elsewhere", *(-part for part in run.case.start))
    seen = learner.fits(case, (run.lr, run.epochs), right=right_under(learner))[0]
    return run.end is not None and trajectory.close_end(seen, run.end)


def _far_off(learner: Learner) -> str:
    """Describe where a long training on easy data ends, if that is far from the best fit; else empty."""
    case, descends = learner.cases["easy"], learner.exercise.descends
    seen = learner.fits(case, (descends.easy_lr, trajectory.LONG), right=right_under(learner))[0]
    end, best = trajectory.parameters(seen, case.d), descent.best(learner.exercise, case)
    arrived = end is not None and near(end, best)
    return "" if arrived else words.ends(learner.exercise, f"after {trajectory.LONG} epochs", seen, best)
