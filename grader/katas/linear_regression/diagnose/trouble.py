"""The troubles that are recognised the same way in every step."""

from ....observation import Raised, Seen
from ..learner import Learner
from ..named import Named
from ..requests import METHODS

FEATURES = ["n_features"]
OWN = ("w", "b", *METHODS)
EXIT = "SystemExit"
MEMORY = "MemoryError"


def trouble(learner: Learner, seen: Seen, step: str, method: str) -> Named | None:
    """The mistake that kept a call from giving a value, or None if it gave one."""
    if seen.ended is not None:
        ended = seen.ended
        line = learner.outline.line_of_ending(ended.how, ended.stack)
        return Named(ended.how, step, line, f"{_called(method)}: {ended.detail}")
    if seen.raised is not None:
        return exception(learner, seen.raised, step, method)
    if seen.value is not None and seen.value.kind == "none":
        line = learner.outline.line_of_return(method)
        return Named("returns-none", step, line, f"{_called(method)} returned None")
    return None


def signature(learner: Learner, step: str, method: str) -> Named | None:
    """A signature that is not the documented one, as far as it tells by itself."""
    line, words = learner.outline.line_of_method(method), ""
    missing = learner.signatures.without_default(method)
    if learner.signatures.reordered(method):
        words = f"the parameters are in another order; documented is ({', '.join(METHODS[method])})"
    elif missing:
        words = f"{' and '.join(missing)} must have defaults: fit(X, y, lr=0.01, epochs=1000)"
    return Named("wrong-signature", step, line, f"{_called(method)}: {words}") if words else None


def exception(learner: Learner, raised: Raised, step: str, method: str) -> Named:
    """What an exception means."""
    line = raised.line
    if EXIT in raised.ancestry:
        return Named("exits", step, line, f"{_called(method)} asked the process to end ({raised.says()})")
    if MEMORY in raised.ancestry:
        return Named("too-much-memory", step, line, f"{_called(method)}: {raised.message or 'MemoryError'}")
    if raised.binding and (line is None or learner.outline.is_call_of_own(line)):
        place = learner.outline.line_of_method(method) or learner.facts.get("line")
        first = learner.outline.first_parameter(method)
        alone = f"; self is missing in front of {first}" if first in METHODS.get(method, FEATURES) else ""
        return Named("wrong-signature", step, place, f"{_called(method)}: {raised.binding}{alone}")
    return Named("raises", step, line, f"{_called(method)} raised {_explained(raised)}")


def _explained(raised: Raised) -> str:
    name = next((own for own in OWN if raised.message.startswith(f"name {own!r} is not defined")), "")
    if raised.type == "NameError" and name:
        return f"{raised.says()}; the model's own is self.{name}"
    if "TypeError" in raised.ancestry and (" for ^" in raised.message or "bitwise_xor" in raised.message):
        return f"{raised.says()}; a power is written **"
    if raised.type == "BdbQuit":
        return "BdbQuit: a debugger cannot be used here, nobody is at the keyboard while a file is graded"
    return raised.says()


def _called(method: str) -> str:
    return "LinearRegression(n_features)" if method == "__init__" else method
