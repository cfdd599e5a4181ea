"""What an exercise must declare, so that everything that the engine asks of it is there."""

from collections.abc import Iterator
from typing import Any

from .exercise import Exercise, Method, Parameter

SEED = 1
LOADING = (
    "syntax-error", "import-fails", "class-missing", "method-missing", "wrong-signature",
    "forbidden-library", "solution-borrowed",
)  # fmt: skip
RUNNING = (
    "raises", "times-out", "exits", "too-much-memory", "off-limits", "returns-none", "mutates-input",
    "not-finite",
)  # fmt: skip
ANYWHERE = ("loading", "running")
WORK = "vectorization"
OF_WORK = ("loop-over-samples", "quadratic-memory", "loop-over-features")
OF_TRAINING = (
    "fit-ascends", "fit-ignores-learning-rate", "fit-ignores-epochs", "fit-weights-not-updated",
    "fit-bias-not-updated", "fit-updates-a-copy", "fit-one-step-only", "fit-stops-early",
    "fit-gradient-frozen", "fit-unpacks-swapped", "fit-passes-wrong-arguments", "fit-resets-parameters",
    "fit-learning-rate-changes", "fit-scales-data", "fit-steps-scaled", "fit-has-momentum",
    "fit-stochastic", "fit-closed-form", "fit-history-missing", "fit-history-wrong-length",
    "fit-history-wrong-value", "fit-does-not-converge", "fit-wrong-value", "fit-restarts",
    "history-after-update", "history-not-a-list", "history-not-plain-floats",
)  # fmt: skip
"""The mistakes that the diagnosis of a training and the advice on one name by themselves."""


def troubles(exercise: Exercise) -> list[str]:
    """What the declaration lacks, each as the rest of a sentence about `exercise.py`."""
    return list(_of_steps(exercise)) or list(_of_methods(exercise)) or list(_of_data(exercise))


def _of_steps(exercise: Exercise) -> Iterator[str]:
    if not exercise.methods:
        yield "declares no method"
    known = {step for method in exercise.methods for step in method.steps}
    known |= {WORK, *exercise.steps[: exercise.starts]}
    yield from (f"has a step {step!r} that is no method's" for step in exercise.steps if step not in known)
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
            yield f"gives {method.name} no family, by which its mistakes are called"
        unknown = [name for name in method.gives if name not in exercise.parameters] if method.sets else []
        yield from (f"says that {method.name} sets {name}, which is not in its state" for name in unknown)
    for name in exercise.collaborators + ((exercise.descent.method,) if exercise.descent else ()):
        if name not in exercise.takes:
            yield f"descends by {name}, which is none of its methods"


def _of_data(exercise: Exercise) -> Iterator[str]:
    """What is wrong with the cases that it draws, or with what its formula answers on them."""
    from .cases import Cases

    cases = Cases(exercise, SEED)
    tall = cases["tall"]
    if tuple(tall.state) != exercise.parameters:
        yield f"draws cases with the state {tuple(tall.state)}, and declares {exercise.parameters}"
        return
    for method in exercise.methods:
        absent = [name for name in method.takes if name not in tall.args and not _is_default(method, name)]
        if absent:
            yield f"draws no {' and no '.join(absent)}, which {method.name} takes"
        elif not (exercise.descent and method.name == exercise.descent.method):
            yield from _of_answer(exercise, method, tall)


def _is_default(method: Method, name: str) -> bool:
    return name in method.defaults


def _of_answer(exercise: Exercise, method: Method, case: Any) -> Iterator[str]:
    from .answers import computed

    found = computed(exercise, method, case, {})
    if isinstance(found, str):
        yield f"has a formula of {method.name} that raises an exception on its own data"
    elif len(found) != len(method.gives):
        yield f"says that {method.name} gives {len(method.gives)} parts, and its formula gives {len(found)}"


def named(exercise: Exercise) -> list[str]:
    """The ids of every mistake that the engine names by itself."""
    found = [*LOADING, *RUNNING, *(OF_WORK if WORK in exercise.steps else ())]
    for method in exercise.methods:
        trains = exercise.descent is not None and method.name == exercise.descent.method
        found += [method.wrong_value, "" if trains else method.wrong_shape, method.changes_state]
        found.append(method.apart.mistake if method.apart else "")
    found += [name for edge in exercise.edges() for name in edge.mistakes]
    for parameter in exercise.state:
        found += _of_parameter(parameter)
    if exercise.state:
        found.append("parameters-missing")
    if exercise.constructor_defaults or any(method.defaults for method in exercise.methods):
        found.append("other-defaults")
    if exercise.descent is not None:
        found += OF_TRAINING
    return list(dict.fromkeys(name for name in found if name))


def _of_parameter(parameter: Parameter) -> list[str]:
    return [parameter.wrong_shape, parameter.not_small, parameter.whole, parameter.wrong_dtype]


def unnamed(exercise: Exercise) -> list[str]:
    """Those of them that its catalogue has no entry for."""
    catalogue = exercise.catalogue()
    return [name for name in named(exercise) if name not in catalogue]
