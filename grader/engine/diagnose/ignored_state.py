"""Recognise a wrong answer of a method that does not read the parameters of the model."""

from dataclasses import replace

from ..diagnosis import Named
from ..source.attributes import stand_ins
from .recogniser import Recogniser


def ignores_state(recogniser: Recogniser) -> bool:
    """Whether a method that should read every parameter answers the same for other values of them."""
    learner, method = recogniser.learner, recogniser.method
    reads = method.reads_state and not method.sets and not method.needs
    return reads and learner.ignores(method.name, [True] * len(learner.exercise.parameters))


def told(recogniser: Recogniser, named: Named) -> Named:
    """The finding of such an answer, with what the method reads instead, and what to do about it."""
    exercise, name = recogniser.exercise, recogniser.method.name
    _, instead = stand_ins(recogniser.learner.outline, "__init__")
    instead = instead if instead.startswith(f"; {name} ") else ""
    parameters = " and ".join(f"self.{one}" for one in exercise.parameters)
    hint = (
        f"{parameters} were assigned before the call, and {name} does not read them. Compute its result from"
        f" them, or make them properties that get and set what {name} reads."
    )
    seen = f"{named.seen}; {name} gives the same for every {exercise.state_words}{instead}"
    return replace(named, seen=seen, hint=hint)
