"""Describe in words what was seen of a training."""

from dataclasses import replace
from itertools import combinations

import numpy as np

from ....observation import Seen, close
from ...asking import answers
from ...declaration.exercise import Exercise
from ...diagnosis import Named
from ...training import trajectory
from ...training.descent import State
from ...training.trajectory import Run
from ..method_words import is_simple, times
from .path_recogniser import CONVERGED, Trajectory

RATE_IGNORED, EPOCHS_IGNORED = "rate ignored", "epochs ignored"
PLATEAU = "when the loss hardly changed"
LITTLE = 1e-3  # of the first loss


def entries(seen: Seen) -> object:
    """The number of losses that were returned, or "none" if it was not a list of numbers."""
    losses = answers.losses_of(seen.value)
    return "none" if losses is None else len(losses)


def stopped(run: Run, count: int, words: str, what: str = "loss") -> str:
    """Say after how many losses or steps a run stopped, and when: "by itself" if that was no plateau."""
    losses = np.zeros(0) if run.losses is None else run.losses[:count]
    if words == PLATEAU and not (len(losses) > 1 and abs(losses[-2] - losses[-1]) < LITTLE * losses[0]):
        words = "by itself"
    if trajectory.may_end_early(run.exercise):  # under this twist, that it stops is right
        words = "too early"
    did, several = {"loss": ("returned", "losses"), "step": ("took", "steps")}[what]
    return f"fit {did} {count} {what if count == 1 else several} for epochs={run.epochs}: it stopped {words}"


def seen(name: str, runs: list[Run], start: State | None = None) -> str:
    """Describe what shows a mistake in runs of the training: the history, the first step, or the end.

    What is expected follows from `start`, by default the model's own parameters.
    """
    run = next((one for one in runs if one.epochs == 3), runs[0])
    losses, wrong_length = run.losses, name == "history of wrong length"
    if name == "no history" or (wrong_length and losses is None):
        return f"fit returned {run.seen.says()}; expected a list of {run.epochs} losses"
    if wrong_length or (name == EPOCHS_IGNORED and losses is not None):
        told = (f"{entries(r.seen)} for epochs={r.epochs}" for r in runs if r.lr == trajectory.LR)
        return f"losses in the history: {', '.join(told)}"
    if any(name == parameter.not_small for parameter in run.exercise.state) and start is not None:
        parts = zip(map(np.asarray, start), map(np.asarray, run.case.start), strict=True)
        largest = max(float(np.abs(part).max()) for part, given in parts if (part != given).any())
        return f"fit starts with an entry at {largest:.3g}; expected within 0.5 of zero"
    if name == RATE_IGNORED and (said := _at_two_rates(runs)):
        return said
    right_losses = run.explained.losses if run.explained else run.descend(start).losses
    odd = _odd_loss(losses, right_losses)
    recorded = odd is not None and run.is_right
    if (name.startswith("loss-") or "history" in name or recorded) and losses is not None and len(losses):
        odd = odd or 0
        return f"history[{odd}] is {losses[odd]:.6g}; expected the loss {right_losses[odd]:.6g}"
    if name == "history of wrong values" and losses is None and run.seen.value is not None:
        items = run.seen.value.items
        odd = next((place for place, item in enumerate(items) if item.kind != "number"), 0)
        return f"history[{odd}] is {items[odd].says()}; expected one real number"
    return _crosswise(runs) or _first_step(runs) or _end_of_one(run, runs, start)


def _end_of_one(run: Run, runs: list[Run], start: State | None) -> str:
    """Describe the parameters after this run or, if they are right, after the first run that is wrong."""
    shown = next((one for one in (run, *runs) if not one.is_right), run)
    rate = "" if shown.lr == run.lr else f" with lr={shown.lr:g}"
    return ends(shown.exercise, shown.when + rate, shown.seen, shown.descend(start).end)


def _at_two_rates(runs: list[Run]) -> str:
    """Say that runs of as many epochs at two rates end with the same parameters; empty if they do not."""
    for one, other in combinations(runs, 2):
        apart = one.epochs == other.epochs and one.lr != other.lr
        if apart and one.end is not None and trajectory.close_end(other.seen, one.end):
            rates, state = f"lr={one.lr:g} and lr={other.lr:g}", one.exercise.state_words
            return f"fit ends with the same {state} for {rates} (epochs={one.epochs})"
    return ""


def _odd_loss(losses: np.ndarray | None, right: list[float]) -> int | None:
    """The place of the first loss that is wrong."""
    pairs = enumerate(zip(losses if losses is not None else (), right, strict=False))
    return next((place for place, pair in pairs if not np.isclose(*pair)), None)


def _crosswise(runs: list[Run]) -> str:
    """Say that the first step moves each parameter by the step of the other; empty if it does not."""
    one = next((run for run in runs if run.epochs == 1), runs[0])
    (right_vector, right_number), (vector, number) = one.descend().end, one.case.start
    crossed = vector + (right_number - number), number + (right_vector - vector)
    seen = [one.seen.parameter(name).content for name in one.exercise.parameters]
    if not all(v is not None and close(v, right, 1e-6) for v, right in zip(seen, crossed, strict=True)):
        return ""
    one_name, other = one.exercise.parameters
    return f"the first step moves {one_name} by the step of {other}, and {other} by the step of {one_name}"


def _first_step(runs: list[Run]) -> str:
    """Describe the first step as a multiple of the right one; empty if it is right or not a multiple."""
    none, one = (next((run for run in runs if run.epochs == epochs), None) for epochs in (0, 1))
    if none is None or one is None or one.end is None:
        return ""
    begin, case = one.case.start, one.case
    if not trajectory.close_end(none.seen, begin):
        return ""  # it starts elsewhere
    factors: dict[float, list[str]] = {}
    for at, name in enumerate(one.exercise.parameters):
        step, right = (np.subtract(end[at], begin[at]) for end in (one.end, one.descend().end))
        factor = round(float(np.vdot(step, right) / np.vdot(right, right)), 4) + 0.0
        if not np.allclose(step, factor * right, rtol=1e-3, atol=1e-3 * float(np.max(np.abs(right)))):
            return ""
        if factor != 1:
            factors.setdefault(factor, []).append(name)
    if not factors or any(names == [name] and not is_simple(f, case) for f, names in factors.items()):
        return ""  # the last name is that of the number: one number is always a multiple of another
    moved = {f: f"is {times(f)} what it should be for" if f else "does not move" for f in factors}
    said = " and ".join(f"{moved[factor]} {' and '.join(names)}" for factor, names in factors.items())
    return f"with lr={one.lr:g} the first step {said}; n is {case.n} and d is {case.d}"


def astray(run: Run, words: str) -> str:
    """Describe parameters that are not those of right descent after a call."""
    state, losses = run.exercise.state_words, run.losses
    early = trajectory.may_end_early(run.exercise) and run.when_recorded(run.descend().losses) == "before"
    if early and losses is not None:
        return f"after {len(losses)} epochs {state} are not those that the last loss was computed with"
    return f"{state} are not those of gradient descent ({words})"


def ends(exercise: Exercise, when: str, found: Seen, right: State) -> str:
    """Describe the parameters after a training, and the right ones."""
    vector, number = exercise.parameters
    end = trajectory.parameters(found, len(right[0]))
    if end is None:
        return f"{when} {vector} is {found.weights.says()} and {number} is {found.bias.says()}"
    (own, own_number), (expected, expected_number) = (
        (f"[{', '.join(f'{v:.4g}' for v in state[0])}]", f"{state[1]:.4g}") for state in (end, right)
    )
    return f"{when} {vector} is {own} and {number} is {own_number}; expected {expected} and {expected_number}"


def with_steps(way: Trajectory, named: Named) -> Named:
    """The finding with the numbers of steps in its message, if they are what is wrong."""
    steps = way.steps or {}
    if named.mistake == RATE_IGNORED or all(epochs == count for epochs, count in steps.items()):
        return named
    asked = sorted(epochs for epochs in steps if epochs)
    made = [steps[epochs] for epochs in asked]
    if len(set(made)) > 1:
        words = (f"at least {count}" if count >= CONVERGED else str(count) for count in made)
        shown = ", ".join(f"{count} for epochs={epochs}" for count, epochs in zip(words, asked, strict=True))
        return replace(named, seen=f"steps taken: {shown}")
    each = f"epochs={', '.join(map(str, asked[:-1]))} and {asked[-1]}"
    if made[0] < CONVERGED:
        return replace(named, seen=f"steps taken: {made[0]} for each of {each}")
    said = f"{each} end in the same place, where gradient descent arrives after {made[0]} steps"
    return replace(named, seen=said)
