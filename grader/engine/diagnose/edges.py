"""Diagnose what is wrong with a method at the edges of its domain (see `exercise.Edge`)."""

from ...observation import Seen
from ..asking.learner import Learner
from ..declaration.exercise import Edge, Method
from ..diagnosis import Named
from .call_failures import trouble
from .lines.blame import Blame
from .lines.trail import follow
from .overlay import with_constants
from .recogniser import observed_of


def diagnose(learner: Learner, method: Method, before: list[Named]) -> list[Named]:
    """The mistakes that the calls at the edges show, each once.

    `before` are the findings on other calls; if there are any, a mere wrong value is not reported here.
    """
    if any(named.mistake in ("returns-none", "wrong-signature") for named in before):
        return []
    found: dict[str, Named] = {}
    for edge in learner.cases.edges:
        if edge.method != method.name:
            continue
        seen = learner.at_edge(edge)
        told = edge.judge(seen)
        if told is not None and not (before and told[0] == method.wrong_value):
            line = _line(learner, method, edge, seen, told[0])
            found.setdefault(told[0], Named(told[0], method.step, line, told[1]))
        elif told is None and not before and (other := trouble(learner, seen, method.step, method.name)):
            found.setdefault(other.mistake, other)
    if len(found) > 1:
        found.pop(method.wrong_value, None)
    return [named for name, named in found.items() if name not in {one.mistake for one in before}]


def untold(learner: Learner, method: Method, before: list[Named]) -> list[Named]:
    """The findings to keep if an edge shows a mistake: wrong values only in odd calls have the same cause."""
    vague = (method.wrong_value, "not-finite") if goes_right_at_first(learner, method) else ()
    return [named for named in before if named.mistake not in vague]


def goes_right_at_first(learner: Learner, method: Method) -> bool:
    """Whether a method is right in its plain calls, so that it goes wrong only in odd ones."""
    return all(learner.gives_right(method.name, case) for case in learner.cases.main(method.name))


def _line(learner: Learner, method: Method, edge: Edge, seen: Seen, mistake: str) -> int | None:
    """The line that warns or raises, else that of the first non-finite value, or the line to blame."""
    if seen.raised is not None:
        return seen.raised.line
    warned = next((line for text, line in seen.warned if line and "underflow" not in text), None)
    trail = follow(learner, method.name, edge.case)
    blame = Blame(learner, method, observed_of(method, edge.case, seen), trail)
    if odd := warned or trail.first_not_finite(learner.outline):
        return blame.respelled(odd)
    (entry,) = with_constants([learner.exercise.catalogue()[mistake]], learner.outline.constants())
    return blame.line_of(entry)
