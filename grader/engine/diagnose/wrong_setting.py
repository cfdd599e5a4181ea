"""Recognise a setting that has no effect: the constructor stores a constant, or other code overwrites it.

The methods are judged with the stored value: if every method answers as the formula does with one of the
constructor's mistakes, only that mistake is reported, and the formula with its edit counts as right.
"""

import ast
from dataclasses import replace

import numpy as np

from ...catalogue import Edit, Mistake
from ..asking.answers import computed, parts, refused
from ..asking.learner import Learner
from ..declaration.case import Case
from ..declaration.exercise import Exercise
from ..diagnosis import Named
from ..source.attributes import line_that_leaves_out, overwritten, reads_attribute
from ..source.syntax import parts as nodes_of
from .call_failures import signature
from .overlay import with_constants


def of_settings(exercise: Exercise) -> list[Mistake]:
    """The mistakes of the constructor that replace a setting by a constant."""
    entries = exercise.catalogue().of_step(exercise.steps[0])
    return [e for e in entries if any("<constant>" in t for x in e.edits for t in x.values())]


def promote(learner: Learner) -> Named | None:
    """Return the constructor's mistake that explains all answers, which then counts as right; else None."""
    exercise = learner.exercise
    step = exercise.steps[0]
    takes_settings = len(exercise.constructor) > 1  # more than the number of features
    if not takes_settings or exercise.method_of(step) is not None or not learner.start().made:
        return None
    entries = of_settings(exercise)
    if not entries:
        return None
    told = [m for m in exercise.collaborators if m in learner.written() and m not in learner.lost]
    changed = [name for name in told if any(_depends(exercise, name, entry) for entry in entries)]
    if not changed or any(_agrees(learner, name, {}) for name in changed):
        return None
    for entry in with_constants(entries, learner.outline.constants()):
        for edit in entry.edits:
            if all(_agrees(learner, name, edit) for name in changed):
                return _promoted(learner, entry, edit, step)
    return None


def _promoted(learner: Learner, entry: Mistake, edit: Edit, step: str) -> Named:
    exercise = learner.exercise
    formula = replace(exercise.formula, right={**exercise.formula.right, **edit})
    learner.exercise = learner.cases.exercise = learner.requests.exercise = replace(exercise, formula=formula)
    (slot, text), *_ = edit.items()
    outline, number = learner.outline, text.split()[-1]
    lines = overwritten(outline).values()
    written = ((at, n.value) for at in lines for n in nodes_of(outline.statement_at(at)).of(ast.Constant))
    again = (at for at, value in written if repr(value) == number)
    line = next(again, None) or outline.line_of_number(number) or outline.line_of_method("__init__")
    line = line_that_leaves_out(outline, line) or line
    words = f"no matter which {slot} was passed" if number == text else f"not the {slot} that was passed"
    said = f"the model computes with {slot} = {text}, {words}"
    return signature(learner, step, "__init__") or Named(entry.known_as, step, line, said)


def _depends(exercise: Exercise, name: str, entry: Mistake) -> bool:
    """Whether a method's right answer depends on the slot that the entry edits."""
    case, method = exercise.draw("any", np.random.default_rng(0), 7, 3), exercise.method(name)
    odd = {slot: text.replace("<constant>", "0.123") for slot, text in entry.edits[0].items()}
    right, wrong = computed(exercise, method, case, {}), computed(exercise, method, case, odd)
    return not isinstance(right, str) and not isinstance(wrong, str) and not _same(right, wrong)


def _same(one: object, two: object) -> bool:
    return all(np.shape(a) == np.shape(b) and np.allclose(a, b) for a, b in zip(one, two, strict=True))  # type: ignore[call-overload]


def _agrees(learner: Learner, name: str, edit: Edit) -> bool:
    """Whether a method answers like the formula with this edit, on all cases of the diagnosis."""
    return all(_agrees_on(learner, name, edit, case) for case in learner.cases.main(name))


def _agrees_on(learner: Learner, name: str, edit: Edit, case: Case) -> bool:
    method, seen = learner.exercise.method(name), learner.on(name, case)
    if refused(seen, case):
        return True
    numbers, values = computed(learner.exercise, method, case, edit), parts(method, seen)
    if isinstance(numbers, str) or values is None or seen.value is None:
        return False
    contents = [value.content for value in values]
    if any(content is None for content in contents):
        return False
    return _same(numbers, contents)


def at_their_cause(learner: Learner, found: list[Named]) -> list[Named]:
    """The findings; a setting that has no effect because it is overwritten is reported where that happens."""
    entries = of_settings(learner.exercise)
    lines = overwritten(learner.outline) if found and entries else {}
    return [_at_its_cause(learner, named, lines, entries[0].known_as) if lines else named for named in found]


def _at_its_cause(learner: Learner, named: Named, lines: dict[str, int], mistake: str) -> Named:
    outline = learner.outline
    name = next((name for name in lines if reads_attribute(outline, named.line, name)), None)
    if name is None or not (named.mistake == mistake or _later(learner, named)):
        return named
    function = outline.function_at(lines[name])
    where = f"{function.name} overwrites" if function else "the file overwrites"
    return replace(named, mistake=mistake, line=lines[name], seen=f"{where} self.{name}: {named.seen}")


def _later(learner: Learner, named: Named) -> bool:
    """Whether a finding says only that a method gives wrong values in later calls."""
    method = learner.exercise.method_of(named.step)
    if method is None or learner.trains(method.name) or named.mistake != method.wrong_value:
        return False
    return learner.is_right_at_first(method.name)
