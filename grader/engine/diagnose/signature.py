"""Recognise wrong answers that are caused only by an undocumented signature."""

from itertools import permutations

from ..asking import answers
from ..asking.learner import Learner
from ..declaration.exercise import Method
from ..diagnosis import Named
from ..training.collaborators import right_under
from .call_failures import signature, trouble
from .recogniser import Recogniser, agrees, observe

RAISED, UNUSED = {"raises"}, {"rate ignored", "epochs ignored"}
WHOLE = (2, 3)  # lr and epochs


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
        if agrees(observe(learner, method, case.with_args(f"tall, order {number}", **given)), right):
            return True
    return False


def of_other_names(learner: Learner, found: list[Named]) -> list[Named]:
    """The findings on a training, or only that it has other names if it takes one argument for another.

    This shows in an argument that has no effect, or in an exception that a whole number for lr avoids.
    """
    told, training = {named.mistake for named in found}, learner.training
    more = learner.signatures.has_more(training)
    if not learner.signatures.other_names(training) or not (told & RAISED or (more and told & UNUSED)):
        return found
    whole = learner.fits(learner.cases["path"], WHOLE, right=right_under(learner))[0]
    if told & RAISED and (whole.raised is not None or whole.ended is not None):
        return found
    names = of_names(learner, learner.exercise.method(training))
    return [names] if names else found


def of_names(learner: Learner, method: Method) -> Named | None:
    """The finding that the method does not accept its arguments by the documented names."""
    seen = observe(learner, method, learner.cases["tall"], named=True).seen
    binding = seen.raised is not None and seen.raised.binding
    return trouble(learner, seen, method.step, method.name) if binding else None
