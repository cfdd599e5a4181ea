"""A twist: a change of the task, as interviewers ask for one; and the exercise that it makes of another.

Right is what the twist says; everything else stays as it was.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from ..catalogue import Catalogue, Edit, Mistake
from .case import Extra
from .exercise import Exercise
from .hidden_check import Check

IGNORED = "twist-ignored"


@dataclass(frozen=True, eq=False)
class Twist:
    """A change of the task: other code is right; the rest of the exercise stays the same."""

    name: str  # the name on the command line
    title: str  # the new task, as the end of a sentence
    steps: tuple[str, ...]  # the steps whose right answer changes
    right: Mapping[str, str]  # the right texts of the slots that change
    hints: tuple[str, str, str]  # the three hints for code that solves the plain task
    # passages of the stub, the statement and the solution, with their replacements
    says: Mapping[str, str]
    # words that are true only of the plain task: a hint that contains one is replaced by the twist's own hint
    untrue: tuple[str, ...] = ()
    inertia: float = 0.0  # the share of the last step in the next one (momentum); see `descent.descend`
    rate: Callable[[int], float] | None = None  # the factor for the learning rate, by epoch from 0
    # the training ends after the first loss that is not at least this much below the one before
    least_gain: float | None = None
    smooth: bool = True  # whether the gradient changes without jumps
    gone: tuple[str, ...] = ()  # the ids of mistakes that are right here
    without: tuple[str, ...] = ()  # the checks that do not hold here


PLAIN = Twist("none", "", (), {}, ("", "", ""), {})


def task_of(exercise: Exercise) -> Twist:
    """The twist of an exercise; if it has none, one that changes nothing."""
    return exercise.twist or PLAIN


@lru_cache(maxsize=32)
def twisted(exercise: Exercise, twist: Twist) -> Exercise:
    """The exercise with a twist."""
    formula = replace(exercise.formula, right={**exercise.formula.right, **twist.right})
    made: list[Catalogue] = []

    def catalogue() -> Catalogue:
        made[:] = made or [Catalogue(_entries(exercise, twist))]
        return made[0]

    def extras(cases: object) -> Sequence[Extra]:
        return [extra for extra in exercise.extras(cases) if extra.check not in twist.without]

    def own_checks() -> Mapping[str, Sequence[Check]]:
        found = exercise.own_checks().items()
        return {step: [c for c in checks if c.name not in twist.without] for step, checks in found}

    more = {m: [n for n in names if n not in twist.without] for m, names in exercise.extra_checks.items()}
    descent = exercise.descent
    if descent is not None and not twist.smooth:
        descent = replace(descent, affine=False)
    return replace(
        exercise, formula=formula, descent=descent, catalogue=catalogue, extras=extras, own_checks=own_checks,
        extra_checks=more, twist=twist, plain=exercise,
    )  # fmt: skip


def _entries(exercise: Exercise, twist: Twist) -> Iterator[Mistake]:
    """The mistake of ignoring the twist, then those of the plain exercise that are also mistakes here.

    A twist may ask for a mistake of the plain training. Doing it in another way is still a mistake.
    """
    plain = {step: (_plain(exercise, twist, step),) for step in twist.steps}
    first, *others = twist.steps
    training = exercise.step_of(exercise.training) if exercise.training else None
    question, named, corrected = twist.hints
    yield Mistake(
        IGNORED, first, f"The code solves the plain task; here, {twist.title}", question, named, corrected,
        edits=plain[first], edits_elsewhere={step: plain[step] for step in others},
        line_finders=("untwisted",),
    )  # fmt: skip
    for entry in exercise.catalogue().values():
        if entry.id in twist.gone:
            continue
        edits = tuple(edit for edit in entry.edits if not _is_right(edit, twist))
        if entry.step == training and len(edits) < len(entry.edits):  # the trajectory reveals it too
            yield replace(
                entry, title=_not_as_asked(twist), explanation=named, corrected=corrected, edits=edits
            )
        elif edits or not entry.edits:
            yield _in_its_words(replace(entry, edits=edits), twist)


def _not_as_asked(twist: Twist) -> str:
    return f"The code does something else; here, {twist.title}"


def _in_its_words(entry: Mistake, twist: Twist) -> Mistake:
    """The mistake, with the twist's own hints in place of those that are true only of the plain task."""
    question, named, corrected = twist.hints

    def told(own: str, instead: str) -> str:
        return instead if any(words in own for words in twist.untrue) else own

    return replace(
        entry, title=told(entry.title, _not_as_asked(twist)),
        question=told(entry.question, question), explanation=told(entry.explanation, named),
        corrected=told(entry.corrected, corrected),
    )  # fmt: skip


def _plain(exercise: Exercise, twist: Twist, step: str) -> Edit:
    """The plain task's texts of the slots that the twist changes in one step."""
    method = exercise.method_of(step)
    slots = exercise.formula.slots[method.name] if method is not None else frozenset()
    return {slot: exercise.formula.right[slot] for slot in twist.right if slot in slots}


def _is_right(edit: Edit, twist: Twist) -> bool:
    """Whether an edit of the plain formula is what the twist asks for, in whole or in part."""
    return all(twist.right.get(slot) == text for slot, text in edit.items())
