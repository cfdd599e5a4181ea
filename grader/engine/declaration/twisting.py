"""Make an exercise with a twist out of the plain one."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from ...catalogue import Catalogue, Edit, Mistake
from .case import Extra
from .exercise import Exercise
from .twist import IGNORED, Twist


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

    def own_checks() -> Mapping[str, Sequence[Any]]:
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
    return f"The twist asks for something else: {twist.title}"


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
