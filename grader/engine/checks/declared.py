"""Make the hidden checks from an exercise's declaration: shapes, values, odd data, repeated calls, work.

Each check is a function of the learner that raises AssertionError with what was seen and expected. pytest
runs them, see `judge`.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache, partial

import numpy as np

from ..asking import answers, repeated_calls
from ..asking.learner import Learner
from ..asking.outcomes import Blocked, Todo
from ..declaration.case import Case
from ..declaration.drawn_cases import APART, LARGE, MIXED, extra_checks, judged, named_after, slopes
from ..declaration.exercise import Exercise, Method
from ..training import repeated_trainings
from ..training.collaborators import right_under
from . import new_model, work
from .constructor import can_be_assigned, checks_of_start
from .hidden_check import Check, Question
from .training import checks_of_training

Look = Callable[[Learner, Case], object]
OVERWRITTEN = "a later call changes the result of an earlier one"


@lru_cache(maxsize=8)
def checks_of(exercise: Exercise) -> tuple[Check, ...]:
    """Every check of an exercise, step by step, including the kata's own."""
    found: list[Check] = []
    own = exercise.own_checks()
    for step in exercise.steps:
        checks = list(_of_step(exercise, step))
        for check in own.get(step, ()):
            names = [other.name for other in checks]
            at = names.index(check.after) + 1 if check.after in names else len(checks)
            checks.insert(at, check)
        found += checks
    return tuple(found)


def _of_step(exercise: Exercise, step: str) -> Iterator[Check]:
    method = exercise.method_of(step)
    if method is None:
        yield from _of_work(step) if step == "vectorization" else checks_of_start(exercise, step)
    elif method.name == exercise.training:
        without = exercise.twist.without if exercise.twist else ()
        yield from checks_of_training(step, exercise.descends, without)
    elif step == method.step:
        yield from _of_method(exercise, method)
    else:
        yield from _of_apart(exercise, method, step)


# -- one method


def _of_apart(exercise: Exercise, method: Method, step: str) -> Iterator[Check]:
    look = partial(_is_right, method)
    for name, names in APART:
        if cases := judged(exercise, method, step, names):
            yield Check(step, name, _wanted(method, _each(cases, look)))
    for name in extra_checks(exercise, method, step):
        yield Check(step, name, _wanted(method, _each([], look, name, method.name)))


def _of_method(exercise: Exercise, method: Method) -> Iterator[Check]:
    look = partial(_is_right, method)

    def check(name: str, run: Question) -> Check:
        return Check(method.step, name, _wanted(method, run))

    for name, names in _shapes(exercise, method):
        if asked := judged(exercise, method, method.step, names):
            run = _each(asked, partial(_has_form, method))
            yield check(named_after(name, asked), run)
    for name, names, part in _values(exercise, method):
        if asked := judged(exercise, method, method.step, names):
            run = _each(asked, partial(_is_right, method, part=part))
            yield check(named_after(name, asked), run)
    takes_X = "X" in method.takes
    many = ["large", "broad", "wild"] if takes_X else ["large", "wild"]
    for name, names in (
        (MIXED, ["integers", "float32"]),
        ("many samples" + " and many features" * takes_X, many),
        (LARGE, ["vast", "large_values", "small_values", *slopes(exercise, method)]),
    ):
        asked = judged(exercise, method, method.step, names)
        yield check(name, _each(asked, look, name, method.name))
    for name in extra_checks(exercise, method, method.step):
        yield check(name, _each([], look, name, method.name))
    for number, edge in enumerate(exercise.edges()):
        if edge.method == method.name:
            yield check(edge.check, partial(_at_edge, number))
    if method.sets and not exercise.starts:  # else the constructor's step asks this
        yield check(f"{exercise.state_words} can be assigned", can_be_assigned)
    yield check("a second call", lambda learner: _second_call(learner, method))
    if exercise.descent is not None and method.name == exercise.descent.forward:
        yield check("a trained model", lambda learner: _trained(learner, method))
    layouts = ["strided", "columns", "readonly"] if takes_X else ["strided", "readonly"]
    yield check("strided and readonly data", _each(layouts, look))
    yield check("arguments by name", lambda learner: _by_name(learner, method))
    parameters = takes_X and not method.sets
    name = "inputs and parameters unchanged" if parameters else "inputs unchanged"
    yield check(name, lambda learner: _untouched(learner, method, parameters))


def _wanted(method: Method, run: Question) -> Question:
    def wanted(learner: Learner) -> None:
        learner.wanted(method.name)
        run(learner)

    return wanted


def _each(names: Iterable[str], look: Look, check: str = "", method: str = "") -> Question:
    """A check on several cases: the named ones, and the extra ones for a method that belong to `check`."""

    def run(learner: Learner) -> None:
        more = [e.case for e in learner.cases.extras if e.check == check and method in e.methods]
        for case in [*(learner.cases[name] for name in names), *more]:
            look(learner, case)

    return run


def _gives_numbers(exercise: Exercise, method: Method) -> bool:
    """Whether a right answer is a single number."""
    case = exercise.draw("any", np.random.default_rng(0), 5, 2)
    return len(method.gives) == 1 and not answers.right(exercise, method, case)[0].shape


def _shapes(exercise: Exercise, method: Method) -> Iterator[tuple[str, list[str]]]:
    several = len(method.gives) > 1
    if _gives_numbers(exercise, method):
        yield "one number", ["tall", "one_sample"]
        return
    parts = " and ".join(method.gives)
    word = "shapes" if several else "shape"
    first = f"a pair of {parts}" if several and not method.sets else f"{word} for more samples than features"
    yield first, ["tall", "wide"]
    yield f"{word} for as many samples as features", ["square"]
    yield f"{word} for one feature and for one sample", ["one_feature", "one_sample"]


def _values(exercise: Exercise, method: Method) -> Iterator[tuple[str, list[str], int | None]]:
    if len(method.gives) > 1 and method.accepts is None:
        for part, name in enumerate(method.gives):
            yield f"values of {name}", ["tall", "wide"], part
        yield "values for as many samples as features", ["square"], None
    else:
        yield "values", ["tall", "wide", "square"], None
    if _gives_numbers(exercise, method):
        yield "values for one sample", ["one_sample", "lone", "pair"], None
    else:
        few = ["one_feature", "one_sample", "lone", "pair"]
        yield "values for one feature and for one sample", few, None


def _has_form(method: Method, learner: Learner, case: Case) -> None:
    answers.numbers_of(learner.exercise, method, learner.on(method.name, case), case)


def _is_right(method: Method, learner: Learner, case: Case, part: int | None = None) -> None:
    if not learner.gives_right(method.name, case):
        answers.judge(learner.exercise, method, learner.on(method.name, case), case, part)


def _at_edge(number: int, learner: Learner) -> None:
    edge = learner.cases.edges[number]  # not one made anew: its question would be a new one, too
    seen = learner.at_edge(edge)
    found = edge.judge(seen)
    if found is None:
        answers.answer(seen)
    assert found is None, found[1]


def _second_call(learner: Learner, method: Method) -> None:
    if method.sets and new_model.starts_whole(learner) and new_model.harm_of_whole(learner):
        return  # the constructor's step reports this
    for turn in repeated_calls.turns(learner, method.name):
        answers.judge(learner.exercise, method, turn.seen, turn.case)
        assert not turn.seen.overwritten, f"{method.name}: {OVERWRITTEN}"


def _trained(learner: Learner, method: Method) -> None:
    if learner.training in learner.written():
        turn = repeated_trainings.untouched(learner, right_under(learner)).trained
        if turn is not None:
            answers.judge(learner.exercise, method, turn.seen, turn.case)


def _by_name(learner: Learner, method: Method) -> None:
    case = learner.cases["tall"]
    answers.judge(learner.exercise, method, learner.on(method.name, case, named=True), case)


def _untouched(learner: Learner, method: Method, parameters: bool) -> None:
    case = learner.cases["tall"]
    answers.answer(learner.on(method.name, case))
    parameters = parameters and learner.unkept() is None  # else they read as others without a change
    more = [*learner.cases.plain, *learner.cases.further(method.name)]
    asked = [(one, learner.on(method.name, one)) for one in more if method.is_judged(method.step, one)]
    names = " or ".join(f"self.{name}" for name in learner.exercise.parameters)
    for one, seen in [(case, learner.on(method.name, case)), *asked]:
        assert not seen.changed, f"{method.name} changed {', '.join(seen.changed)} in place"
        kept = not parameters or seen.value is None or answers.state_kept(seen, one)
        assert kept, f"{method.name} changed {names}"


# -- the work (instructions and memory) of all methods


def _of_work(step: str) -> Iterator[Check]:
    yield Check(step, "no Python loop over the samples", _no_loop)
    yield Check(step, "no n by n array", _no_square)


def _ready(learner: Learner) -> list[str]:
    """The methods that can be measured; raises Blocked or Todo if there is none yet."""
    if not learner.start().made:
        raise Blocked(f"no model can be created: see step {learner.exercise.steps[0]}")
    written = learner.written()
    if not written:
        raise Todo("no method is written yet")
    return written


def _finish(learner: Learner, troubles: list[str], unclear: list[str]) -> None:
    assert not troubles, "; ".join(troubles)
    if unclear:
        raise Blocked("needs " + " and ".join(", ".join(unclear).rsplit(", ", 1)))
    if set(learner.written()) != set(learner.exercise.takes):
        raise Todo("not every method is written yet")


def _no_loop(learner: Learner) -> None:
    ready = _ready(learner)
    loops = [found for method in ready if (found := work.loop_over_samples(learner, method))]
    unclear = [method for method in ready if work.growth(learner, method) is None]
    _finish(learner, [found.says for found in loops], unclear)


def _no_square(learner: Learner) -> None:
    ready = _ready(learner)
    big = [method for method in ready if work.quadratic_memory(learner, method)]
    _finish(learner, [f"{method} allocates an array of shape (n, n)" for method in big], [])
