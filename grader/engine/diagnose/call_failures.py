"""Recognise failures that look the same in every step: exceptions, lost workers, None, wrong signatures."""

from dataclasses import replace

from ...observation import Raised, Seen
from ..asking.learner import Learner
from ..diagnosis import Named
from ..source.causes import line_of_refusal
from ..source.outline import Outline
from ..source.syntax import FUNCTIONS, alike
from .exception_words import explained, hint

EXIT = "SystemExit"
MEMORY = "MemoryError"
OWN_CONDITION = (
    "The code raises this exception itself, and the task allows the input. When is the condition before it"
    " true, and is it given what it should get?"
)


def trouble(learner: Learner, seen: Seen, step: str, method: str) -> Named | None:
    """The mistake that kept a call from returning a value, or None if it returned one."""
    if seen.ended is not None:
        ended = seen.ended
        line = learner.outline.line_of_ending(ended.how, ended.stack)
        return Named(ended.how, step, line, f"{_called(learner, method)}: {ended.detail}")
    if seen.raised is not None:
        return exception(learner, seen.raised, step, method)
    sets = method in learner.exercise.takes and learner.exercise.method(method).sets
    if seen.value is not None and seen.value.kind == "none" and not sets:
        line = learner.outline.line_of_return(method)
        helper = learner.outline.handed_on(line)
        line = (learner.outline.line_of_return(helper) if helper else None) or line
        line = learner.outline.line_of_lost_result(helper or method) or line
        return Named("returns-none", step, line, f"{_called(learner, method)} returned None")
    return None


def with_words(found: Named, method: str, words: str) -> Named:
    """The finding with words for an unusual call; writing to read-only data counts as changing an input."""
    if found.mistake == "raises" and words.endswith("read-only data") and "read-only" in found.seen:
        found = replace(found, mistake="mutates-input", seen=f"{method} writes into what it is given")
    return replace(found, seen=f"{found.seen} ({words})") if words else found


def signature(learner: Learner, step: str, method: str) -> Named | None:
    """The finding that the documented parameters are not where they should be; None if they are."""
    signatures = learner.signatures
    if not signatures.reordered(method):
        return None
    takes = ", ".join(learner.exercise.takes.get(method, learner.exercise.constructor))
    expected = f"{takes} first" if signatures.has_more(method) else f"({takes})"
    words = f"the parameters are in the wrong order; expected {expected}"
    if signatures.lacks(method):
        words = signatures.other_names(method)
    line = learner.outline.line_of_method(method)
    return Named("wrong-signature", step, line, f"{_called(learner, method)}: {words}")


def exception(learner: Learner, raised: Raised, step: str, method: str) -> Named:
    """The finding for an exception."""
    line = raised.line
    if EXIT in raised.ancestry:
        return Named(
            "exits", step, line, f"{_called(learner, method)} tried to end the process ({raised.says()})"
        )
    if MEMORY in raised.ancestry:
        return Named(
            "too-much-memory", step, line, f"{_called(learner, method)}: {raised.message or 'MemoryError'}"
        )
    if raised.binding and (line is None or learner.outline.is_call_of_own(line)):
        fields = learner.outline.line_of_field()
        made = fields or _line_of_constructor(learner.outline) if method == "__init__" else None
        place = _line_of_wrapper(learner.outline, raised) or learner.outline.line_of_method(method)
        place = place or made or learner.facts.get("line")
        first = learner.outline.first_parameter(method)
        documented = learner.exercise.takes.get(method, learner.exercise.constructor)
        words = learner.signatures.other_names(method) or raised.binding
        if method == "__init__" and place and not learner.outline.function(method) and not fields:
            words = f"there is no __init__ that takes ({', '.join(documented)})"
        if first in documented:
            words = f"{raised.binding}; self is missing before {first}"
        return Named("wrong-signature", step, place, f"{_called(learner, method)}: {words}")
    said = f"{_called(learner, method)} raised {explained(learner, raised)}"
    decided = line_of_refusal(learner.outline, line)
    words = OWN_CONDITION if decided else hint(learner, raised, method)
    return Named("raises", step, decided or line, said, hint=words)


def _line_of_wrapper(outline: Outline, raised: Raised) -> int | None:
    """The `def` inside another function, as in a decorator, that does not accept the arguments."""
    _, local, name = raised.message.partition("(")[0].rpartition(".<locals>.")
    function = outline.function(name) if local else None
    return function.lineno if function else None


def _line_of_constructor(outline: Outline) -> int | None:
    """The line of a misspelt `__init__`; if there is none, that of the class."""
    methods = [n for owner in outline.owners for n in owner.body if isinstance(n, FUNCTIONS)]
    misspelt = (n.lineno for n in methods if alike(n.name.strip("_"), "init"))
    return next(misspelt, None) or outline.line_of_only_class()


def _called(learner: Learner, method: str) -> str:
    return learner.exercise.constructor_call if method == "__init__" else method
