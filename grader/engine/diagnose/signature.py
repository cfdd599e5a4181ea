"""Recognise wrong answers that are caused only by an undocumented signature."""

from itertools import permutations

from .. import answers
from ..diagnosis import Named
from ..exercise import Method
from ..learner import Learner
from .call_failures import signature, trouble
from .recogniser import Recogniser, agrees, observe


def of_signature(recogniser: Recogniser) -> Named | None:
    """The finding about a signature (another order, or other names) that explains wrong answers."""
    learner, method = recogniser.learner, recogniser.method
    if (found := signature(learner, method.step, method.name)) and order_matters(learner, method):
        return found
    first, renamed = recogniser.main[0], learner.signatures.other_names(method.name)
    reordered = renamed and not recogniser.right(first) and right_in_some_order(learner, method)
    return of_names(learner, method) if first.seen.raised is not None or reordered else None


def order_matters(learner: Learner, method: Method) -> bool:
    """Whether a method answers differently if the same arguments are passed by name."""
    case = learner.cases["tall"]
    by_place, by_name = (observe(learner, method, case, named=named) for named in (False, True))
    if by_place.numbers is None or by_name.numbers is None:
        return by_place.numbers is not by_name.numbers
    return not agrees(by_place, by_name.numbers)


def right_in_some_order(learner: Learner, method: Method) -> bool:
    """Whether a method gives the right answer if its arguments are passed in some order."""
    case = learner.cases["tall"]
    right = answers.right(learner.exercise, method, case)
    for number, names in enumerate(permutations(method.takes)):
        given = {name: case.args[other] for name, other in zip(method.takes, names, strict=True)}
        if agrees(observe(learner, method, case.given(f"tall, order {number}", **given)), right):
            return True
    return False


def of_names(learner: Learner, method: Method) -> Named | None:
    """The finding that the method does not accept its arguments by the documented names."""
    seen = observe(learner, method, learner.cases["tall"], named=True).seen
    binding = seen.raised is not None and seen.raised.binding
    return trouble(learner, seen, method.step, method.name) if binding else None
