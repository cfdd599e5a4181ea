"""Recognise wrong answers that come only from a signature other than documented."""

from itertools import permutations

from ..diagnosis import Named
from ..exercise import Method
from ..learner import Learner
from .call_failures import signature, trouble
from .recogniser import Recogniser, agrees, observe


def of_signature(recogniser: Recogniser) -> Named | None:
    """The finding about a signature (another order, or other names) that explains wrong answers."""
    learner, method = recogniser.learner, recogniser.method
    if found := signature(learner, method.step, method.name):
        return found
    raises = recogniser.main[0].seen.raised is not None
    return of_names(learner, method) if raises or _is_right_reordered(recogniser) else None


def _is_right_reordered(recogniser: Recogniser) -> bool:
    """Whether a method with other names for its parameters is right if they are passed in another order."""
    learner, method, case = recogniser.learner, recogniser.method, recogniser.main[0].case
    if not learner.signatures.other_names(method.name) or recogniser.right(recogniser.main[0]):
        return False
    for number, names in enumerate(permutations(method.takes)):
        given = {name: case.args[other] for name, other in zip(method.takes, names, strict=True)}
        seen = observe(learner, method, case.given(f"{case.name}, order {number}", **given))
        if agrees(seen, recogniser.right_numbers(case)):
            return True
    return False


def of_names(learner: Learner, method: Method) -> Named | None:
    """The finding that the method does not accept its arguments by the documented names."""
    seen = observe(learner, method, learner.cases["tall"], named=True).seen
    binding = seen.raised is not None and seen.raised.binding
    return trouble(learner, seen, method.step, method.name) if binding else None
