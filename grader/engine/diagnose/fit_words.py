"""What was seen of a training, in words."""

from dataclasses import replace

import numpy as np

from ...observation import Seen
from .. import trajectory
from ..descent import State
from ..diagnosis import Named
from ..exercise import Exercise
from ..trajectory import Run
from .fit_odd import entries
from .fit_way import CONVERGED, Way


def seen(name: str, runs: list[Run]) -> str:
    """What shows a mistake in runs of the training: the history, or else the parameters at the end."""
    run = next((one for one in runs if one.epochs == 3), runs[0])
    losses, wrong_length = run.losses, name == "fit-history-wrong-length"
    if name == "fit-history-missing" or (wrong_length and losses is None):
        return f"fit returned {run.seen.says()}; expected a list of {run.epochs} losses"
    if wrong_length:
        return "losses in the history: " + ", ".join(
            f"{entries(r.seen)} for epochs={r.epochs}" for r in runs if r.lr == trajectory.LR
        )
    ws, bs, right = run.descend()
    if (name.startswith("loss-") or "history" in name) and losses is not None and len(losses):
        pairs = enumerate(zip(losses, right, strict=False))
        odd = next((place for place, pair in pairs if not np.isclose(*pair)), 0)
        return f"history[{odd}] is {losses[odd]:.6g}; expected the loss {right[odd]:.6g}"
    if name == "fit-history-wrong-value" and losses is None and run.seen.value is not None:
        items = run.seen.value.items
        odd = next((place for place, item in enumerate(items) if item.kind != "number"), 0)
        return f"history[{odd}] is {items[odd].says()}; expected one real number"
    return ends(run.exercise, run.when, run.seen, (ws[-1], bs[-1]))


def ends(exercise: Exercise, when: str, found: Seen, right: State) -> str:
    """What the parameters are after a training, and what is right."""
    vector, number = exercise.parameters
    end = trajectory.parameters(found, len(right[0]))
    if end is None:
        return f"{when} {vector} is {found.weights.says()} and {number} is {found.bias.says()}"
    own, expected = (", ".join(f"{v:.4g}" for v in np.append(*state)) for state in (end, right))
    return f"{when} {vector} and {number} are {own}; expected {expected}"


def with_steps(way: Way, named: Named) -> Named:
    """A finding with the number of steps in its words, where that is what is wrong."""
    if not way.steps:
        return named
    asked = sorted(epochs for epochs in way.steps if epochs)
    made = [way.steps[epochs] for epochs in asked]
    if len(set(made)) > 1:
        words = (f"at least {count}" if count >= CONVERGED else str(count) for count in made)
        shown = ", ".join(f"{count} for epochs={epochs}" for count, epochs in zip(words, asked, strict=True))
        return replace(named, seen=f"steps taken: {shown}")
    each = f"epochs={', '.join(map(str, asked[:-1]))} and {asked[-1]}"
    if made[0] < CONVERGED:
        return replace(named, seen=f"steps taken: {made[0]} for each of {each}")
    return replace(
        named, seen=f"{each} end in the same place, where gradient descent arrives after {made[0]} steps"
    )
