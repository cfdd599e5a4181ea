"""Check that an exercise's declaration is consistent: its types, steps, names, slots and data."""

from collections.abc import Iterator, Mapping
from dataclasses import fields
from string import Formatter
from typing import Any

import numpy as np

from .declaration.case import Case
from .declaration.completeness import SEED, WORK
from .declaration.exercise import Exercise, Method

SEEDS = 20  # tried, since some data occur only for some seeds
TRIED = (23, 3)  # samples and features of the case that is drawn first


def troubles(exercise: Exercise) -> list[str]:
    """What is wrong, each as the end of a sentence about `exercise.py`; stops after the first kind found."""
    for look in (_of_kinds, _of_steps, _of_methods, _of_names, _of_slots, _of_data):
        if found := list(look(exercise)):
            return found
    return []


def _of_kinds(exercise: Exercise) -> Iterator[str]:
    """Find fields that should be tuples: a missing comma leaves a string, or the single part itself."""
    yield from _no_tuples(exercise, "")
    if isinstance(exercise.methods, tuple):
        for method in exercise.methods:
            yield from _no_tuples(method, f"{method.name}: ")
    lines = exercise.formula.lines
    yield from (f"has no tuple for {h} in its formula: {COMMA}" for h in lines if type(lines[h]) is not tuple)


COMMA = "a tuple of one part ends with a comma, as in (part,)"


def _no_tuples(record: Any, where: str) -> Iterator[str]:
    for field in fields(record):
        value = getattr(record, field.name)
        if str(field.type).startswith("tuple[") and not isinstance(value, tuple):
            shown = repr(value) if isinstance(value, str) else f"{type(value).__name__}(...)"
            yield f"has {where}{field.name}={shown}, which is not a tuple: {COMMA}"


def _of_steps(exercise: Exercise) -> Iterator[str]:
    if not exercise.methods:
        yield "declares no method"
    known = {step for method in exercise.methods for step in method.steps}
    if exercise.starts and exercise.steps[:1] and exercise.steps[0] in known:
        yield "says starts=True, so its first step has to be the constructor's, as 'init'"
    known |= {WORK, *exercise.steps[: exercise.starts]}
    lost = [step for step in exercise.steps if step not in known]
    yield from (f"has a step {step!r} that belongs to no method" for step in lost)
    for step in {step: None for step in exercise.steps if exercise.steps.count(step) > 1}:
        yield f"has the step {step!r} twice"


def _of_methods(exercise: Exercise) -> Iterator[str]:
    for name in ("__init__", *(method.name for method in exercise.methods)):
        if name not in exercise.formula.headers:
            yield f"has no line for {name} in its formula"
    if exercise.formula.class_name != exercise.class_name:
        yield f"has a formula of the class {exercise.formula.class_name}, not of {exercise.class_name}"
    for method in exercise.methods:
        for step in method.steps:
            if step not in exercise.steps:
                yield f"gives {method.name} the step {step!r}, which is not in its steps"
        if not method.family:
            yield f"gives {method.name} no family, by which its mistakes are named"
        unknown = [name for name in method.gives if name not in exercise.parameters] if method.sets else []
        yield from (f"says that {method.name} sets {name}, which is not in its state" for name in unknown)


def _of_names(exercise: Exercise) -> Iterator[str]:
    """Find names that the declaration uses for methods and arguments but that do not exist."""
    for method in exercise.methods:
        others = (*method.uses, *([method.needs] if method.needs else []))
        unknown = [name for name in others if name not in exercise.takes]
        yield from (
            f"says that {method.name} uses or needs {name}, which is not one of its methods"
            for name in unknown
        )
        unknown = [name for name in method.defaults if name not in method.takes]
        yield from (f"has a default of {name} for {method.name}, which does not take it" for name in unknown)
    trained = exercise.collaborators + ((exercise.descent.method,) if exercise.descent else ())
    for name in trained:
        if name not in exercise.takes:
            yield f"descends by {name}, which is not one of its methods"
    for name in exercise.extra_checks:
        if name not in exercise.takes:
            yield f"has extra_checks of {name}, which is not one of its methods"


def _of_slots(exercise: Exercise) -> Iterator[str]:
    """Find slots of the formula that `right` does not fill."""
    formula = exercise.formula
    used = {slot for lines in formula.lines.values() for line in lines for slot in _slots(line)}
    for slot in sorted(used - formula.right.keys()):
        yield f"has {{{slot}}} in a line of its formula, which `right` does not fill"


def _slots(text: str) -> set[str]:
    try:
        return {name for _, name, _, _ in Formatter().parse(text) if name}
    except ValueError:  # the line contains a literal brace
        return set()


# -- the data


def _of_data(exercise: Exercise) -> Iterator[str]:
    """What is wrong with the cases that the exercise draws, or with the formula's answers on them."""
    from .declaration.drawn_cases import Cases

    if found := _of_draw(exercise):
        yield found
        return
    cases = Cases(exercise, SEED)
    tall = cases["tall"]
    if not any(np.asarray(value).dtype.kind in "iu" for value in cases["integers"].args.values()):
        yield "draws no integers: leave out `whole`, or let it give whole numbers"
    for method in exercise.methods:
        absent = [name for name in method.takes if name not in tall.args and name not in method.defaults]
        if absent:
            yield f"draws no {' and no '.join(absent)}, which {method.name} takes"
        elif method.name != exercise.training:
            yield from _of_answer(exercise, method, tall)


def _of_draw(exercise: Exercise) -> str:
    """What is wrong with one drawn case; empty if nothing is."""
    cases = [exercise.draw("tall", np.random.default_rng(SEED), *TRIED) for _ in range(2)]
    case = cases[0]
    if not isinstance(case, Case):
        return f"draws {type(case).__name__} instead of a Case: is a return missing in draw?"
    if np.shape(case.args.get("X", 0)) != TRIED:
        return "draws no X of shape (n, d); it is needed for the sizes even if no method takes it"
    if tuple(case.state) != exercise.parameters:
        return f"draws cases with the state {tuple(case.state)}, and declares {exercise.parameters}"
    if not all(np.array_equal(value, cases[1].args[name]) for name, value in case.args.items()):
        return "draws other data each time: use the generator that draw is given, and no other"
    odd = [name for name, value in _numbers(case).items() if not np.isfinite(value).all()]
    return f"draws NaN or infinity in {' and '.join(odd)}" if odd else ""


def _numbers(case: Case) -> Mapping[str, Any]:
    return {name: value for name, value in case.args.items() if isinstance(value, np.ndarray)}


def _of_answer(exercise: Exercise, method: Method, case: Case) -> Iterator[str]:
    from .asking.answers import computed

    found = computed(exercise, method, case, {})
    if isinstance(found, str):
        said = _raised(exercise, method, case)
        yield f"has a formula of {method.name} that raises an exception on its own data{said}"
    elif len(found) != len(method.gives):
        yield f"says that {method.name} gives {len(method.gives)} parts, and its formula gives {len(found)}"


def _raised(exercise: Exercise, method: Method, case: Case) -> str:
    """The exception that the formula raises, as text; empty if it raises none."""
    from .asking.answers import arguments

    try:
        getattr(exercise.formula.model(case.new, case.state, {}), method.name)(*arguments(method, case))
    except Exception as error:
        return f": {type(error).__name__}: {' '.join(str(error).split())[:120]}"
    return ""


def of_answers(exercise: Exercise) -> Iterator[str]:
    """Find cases, over several seeds, on which the formula raises or gives NaN or infinity."""
    from .asking.answers import computed
    from .declaration.drawn_cases import Cases

    done: set[tuple[str, str]] = set()
    for seed in range(SEEDS):
        cases = Cases(exercise, seed)
        for method in exercise.methods:
            if method.name == exercise.training:
                continue
            asked = [*cases.main(method.name), *cases.plain, *(case for _, case in cases.odder(method.name))]
            for case in asked:
                found = computed(exercise, method, case, {})
                wrong = "raises" if isinstance(found, str) else not all(np.isfinite(p).all() for p in found)
                if wrong and case.name not in exercise.leaves_out and (method.name, case.name) not in done:
                    done.add((method.name, case.name))
                    yield f"{method.name} {_outcome(wrong)} for the case {case.name!r} with seed {seed}"


def _outcome(wrong: object) -> str:
    return "raises an exception" if wrong == "raises" else "gives NaN or infinity"


def of_extras(exercise: Exercise) -> Iterator[str]:
    """Find extra cases that no check uses, extra checks without a case, and unknown names in `leaves_out`."""
    from .checks.declared import checks_of
    from .declaration.drawn_cases import Cases

    cases = Cases(exercise, SEED)
    known = {check.name for check in checks_of(exercise)}
    for extra in cases.extras:
        yield from (f"has an extra case for {name}, which is not one of its methods"
                    for name in extra.methods if name not in exercise.takes)  # fmt: skip
        if extra.check not in known:
            yield f"has an extra case of the check {extra.check!r}, which extra_checks does not name"
    for method, names in exercise.extra_checks.items():
        made = {extra.check for extra in cases.extras if method in extra.methods}
        yield from (f"has the check {name!r} for {method}, and no extra case of it"
                    for name in names if name not in made)  # fmt: skip
    yield from (
        f"leaves out {n!r}, and there is no such case" for n in exercise.leaves_out if n not in cases.named
    )
