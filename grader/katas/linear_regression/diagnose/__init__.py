"""From what was observed to the mistakes that explain it, step by step."""

from ..learner import Learner
from ..named import Named
from . import fit, init, methods, vectorization
from .leaning import misled

UNTOLD = ("fit-wrong-value", "fit-does-not-converge", "not-finite")
NUMERIC = ("predict", "loss", "gradients")
__all__ = ["Named", "diagnose", "of_method"]


def diagnose(learner: Learner, failed: set[str]) -> list[Named]:
    """The mistakes in the steps that failed, each named once, in the order of the steps."""
    found: list[Named] = []
    if "init" in failed:
        found += init.diagnose(learner)
    for step in NUMERIC:
        if step in failed:
            found += of_method(learner, step)
    if "fit" in failed:
        vague = UNTOLD if misled(learner, found) else ()
        own = [named for named in fit.diagnose(learner) if named.mistake not in vague]
        found += [named for named in own if not _same_place(named, found)]
    if "vectorization" in failed:
        found += vectorization.diagnose(learner, found)
    return _once(found)


def of_method(learner: Learner, step: str) -> list[Named]:
    """The mistakes in the method of one of the NUMERIC steps."""
    return learner.keep(("diagnosis", step), lambda: methods.diagnose(learner, step))  # type: ignore[no-any-return]


def _same_place(named: Named, found: list[Named]) -> bool:
    """Whether `fit` only shows what is already named, or raises on such a line, in a helper that both use."""
    there = [other.mistake for other in found if other.line == named.line and named.line is not None]
    return named.mistake in there or (named.mistake == "raises" and bool(there))


def _once(found: list[Named]) -> list[Named]:
    kept: list[Named] = []
    for named in found:
        if not any(
            k.mistake == named.mistake and (k.step == named.step or k.line == named.line) for k in kept
        ):
            kept.append(named)
    return kept
