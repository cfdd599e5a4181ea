"""Find the line of one cause that makes several methods wrong, in code or an attribute that they share."""

import ast
from collections.abc import Iterator, Sequence
from typing import Any

from ....sandbox.limits import Ended
from ...asking import answers
from ...asking.learner import Learner
from ...declaration.exercise import Method
from ...source.syntax import parts
from ...training.collaborators import method_is_right
from .one_change import call_to_change
from .trail import Trail, follow

CONSTRUCTORS = ("__init__", "__post_init__")
POSSIBLE = 1  # the highest rank of a change that may be one cause


def shared_cause(
    learner: Learner, method: Method, trail: Trail, request: dict[str, Any], line: int | None
) -> int | None:
    """The only line outside of the graded methods where one change makes this method right and another too.

    Nothing that a right method runs or reads counts.

    Args:
        learner: the submission.
        method: the wrong method.
        trail: a call of it.
        request: the same call, see `one_change`, with the answers that are wanted.
        line: the line that is blamed without this.
    """
    names = [m.name for m in learner.exercise.methods if m.name in learner.written()]
    others = [name for name in names if name not in (method.name, learner.training)]
    right = [name for name in others if method_is_right(learner, name)]
    wrong = [learner.exercise.method(name) for name in others if name not in right]
    if not wrong:
        return None
    own = {*_lines(learner, trail)} - {
        at for name in right for at in _lines(learner, _main_call(learner, name))
    }
    found: set[int] = set()
    for other in wrong:
        shared = own & {*_lines(learner, _main_call(learner, other.name))} - {line}
        if shared and (helping := _helping(learner, request, sorted(shared))):
            case = learner.cases.main(other.name)[0]
            right_answer = [list(answers.right(learner.exercise, other, case))]
            found |= {
                *_helping(learner, call_to_change(learner, other, case) | {"wanted": right_answer}, helping)
            }
    return found.pop() if len(found) == 1 else None


def _lines(learner: Learner, trail: Trail) -> Iterator[int]:
    """The lines outside of the graded methods that a call runs, and those that store what it reads."""
    outline = learner.outline
    ran = {event.line for event in trail.events}
    yield from (at for at in ran if not outline.belongs_to(at, outline.graded))
    statements = [outline.statement_at(at) for at in ran]
    read = {n.attr for s in statements for n in parts(s).of(ast.Attribute).reads()}
    makers = [f for f in outline.definitions if f.name in CONSTRUCTORS]
    stored = (n for f in makers for n in parts(f).of(ast.Attribute).stores())
    yield from (n.lineno for n in stored if n.attr in read - {*learner.exercise.parameters})


def _main_call(learner: Learner, method: str) -> Trail:
    return follow(learner, method, learner.cases.main(method)[0])


def _helping(learner: Learner, request: dict[str, Any], lines: Sequence[int]) -> list[int]:
    """The lines on which a change makes the result right."""
    request = request | {"at": [0, 0], "only": [*lines], "factors": []}
    answer = learner.ask(request, request["method"], aside=True)
    found = [] if isinstance(answer, Ended) else answer.get("repaired", [])
    return [at for at, rank in found if rank <= POSSIBLE]
