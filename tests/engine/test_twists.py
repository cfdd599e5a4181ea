"""Twists: what they ask for is graded; the plain solution is named as wrong only in the twisted steps."""

import ast
from collections.abc import Iterator

import numpy as np
import pytest
from numpy.typing import NDArray

from grader.engine.asking import answers
from grader.engine.declaration.case import Case
from grader.engine.declaration.drawn_cases import Cases
from grader.engine.declaration.exercise import Exercise
from grader.engine.declaration.twist import IGNORED
from grader.engine.training import descent, trajectory
from grader.kata import KATAS, Kata, find_kata, kata_names

from ..helpers.graded import graded_text
from ..helpers.paths import SUBMISSIONS

PLAIN = find_kata()
NAMES = [twist.name for twist in PLAIN.declaration.twists()]
SEEDS = (5, 77)
MOST_LINES = 30
NO_LOSS = {"perfect", "exact"}
"""The cases in which all losses and gradients are zero or nearly zero."""

each_twist = pytest.mark.parametrize("name", NAMES)


def lines_of(source: str, method: str) -> range:
    """The numbers of the lines of a method."""
    nodes = ast.walk(ast.parse(source))
    (found,) = (node for node in nodes if isinstance(node, ast.FunctionDef) and node.name == method)
    assert found.end_lineno is not None
    return range(found.lineno, found.end_lineno + 1)


def numbers(answer: object) -> NDArray[np.float64]:
    """All numbers of an answer (an array or a pair of arrays) in one flat array."""
    parts = answer if isinstance(answer, tuple) else (answer,)
    return np.concatenate([np.ravel(np.asarray(part, dtype=float)) for part in parts])


def test_only_linear_regression_has_twists() -> None:
    assert [name for name in kata_names() if find_kata(name).declaration.twists()] == [PLAIN.name]


def test_there_are_six_twists() -> None:
    assert NAMES == ["half", "absolute", "huber", "momentum", "decay", "tolerance"]


@each_twist
@pytest.mark.parametrize("seed", SEEDS)
def test_twisted_reference_passes(name: str, seed: int) -> None:
    kata = PLAIN.twisted(name)
    verdict = graded_text(kata.solution_text, kata, seed)
    assert (verdict.verdict, verdict.twist, verdict.findings) == ("passed", name, ())


@each_twist
def test_plain_solution_ignores_the_twist_and_does_nothing_else_wrong(name: str) -> None:
    kata, source = PLAIN.twisted(name), PLAIN.solution_text
    verdict = graded_text(source, kata)
    twist = kata.declaration.twist
    assert twist is not None
    assert [(found.mistake, found.step) for found in verdict.findings] == [(IGNORED, s) for s in twist.steps]
    failed = [step.name for step in verdict.steps if step.status != "passed"]
    assert failed == list(twist.steps)
    for found in verdict.findings:
        method = kata.declaration.method_of(found.step)
        assert method is not None
        assert found.line in lines_of(source, method.name)
        assert found.hints == twist.hints


@each_twist
def test_twisted_reference_fails_the_plain_task(name: str) -> None:
    twisted = PLAIN.twisted(name)
    verdict = graded_text(twisted.solution_text)
    assert twisted.declaration.twist is not None
    assert {found.step for found in verdict.errors} == set(twisted.declaration.twist.steps)


@each_twist
def test_every_passage_is_replaced_somewhere(name: str) -> None:
    twist = PLAIN.twisted(name).declaration.twist
    assert twist is not None
    texts = (PLAIN.stub, PLAIN.statement, PLAIN.solution_text)
    unused = [passage for passage in twist.says if not any(passage in text for text in texts)]
    assert not unused
    told = PLAIN.twisted(name)
    assert told.stub != PLAIN.stub
    assert told.statement != PLAIN.statement
    assert told.solution_text != PLAIN.solution_text


@each_twist
def test_twisted_stub_is_all_to_do(name: str) -> None:
    kata = PLAIN.twisted(name)
    ast.parse(kata.stub)
    assert all(len(line) <= 110 for line in kata.stub.splitlines())
    verdict = graded_text(kata.stub, kata)
    assert (verdict.verdict, verdict.findings) == ("unfinished", ())
    assert tuple(step.name for step in verdict.steps if step.status == "todo") == kata.to_write


def test_a_twist_is_declared_in_less_than_thirty_lines() -> None:
    tree = ast.parse((KATAS / PLAIN.name / "twists.py").read_text("utf-8"))
    calls = [node.value for node in tree.body if isinstance(node, ast.Assign)]
    lengths = {
        ast.unparse(call.args[0]): (call.end_lineno or 0) - call.lineno + 1
        for call in calls
        if isinstance(call, ast.Call) and ast.unparse(call.func) == "Twist"
    }
    assert len(lengths) == len(NAMES)
    assert max(lengths.values()) < MOST_LINES, lengths


@each_twist
@pytest.mark.parametrize("seed", SEEDS)
def test_answers_differ_from_those_of_the_plain_task(name: str, seed: int) -> None:
    plain, twisted = PLAIN.declaration, PLAIN.twisted(name).declaration
    assert twisted.twist is not None
    cases = Cases(plain, seed)
    for step in set(twisted.twist.steps) - {trajectory.STEP}:
        method = twisted.method_of(step)
        assert method is not None
        for case in cases.named.values():
            if case.name in NO_LOSS:
                continue
            models = [one.formula.model(case.new, case.state, {}) for one in (plain, twisted)]
            arguments = [case[arg] for arg in method.takes]
            plain_one, own = (numbers(getattr(model, method.name)(*arguments)) for model in models)
            assert not np.allclose(plain_one, own, rtol=1e-3, atol=0), case.name


@each_twist
@pytest.mark.parametrize("seed", SEEDS)
def test_ways_differ_from_those_of_the_plain_task(name: str, seed: int) -> None:
    plain, twisted = PLAIN.declaration, PLAIN.twisted(name).declaration
    cases = Cases(plain, seed)
    runs = [("path", trajectory.LR, 2), ("path", trajectory.LR, 3), ("path", 0.02, 104)]
    if twisted.twist is not None and twisted.twist.least_gain is not None:
        runs = [("few", 0.01, 1_000), ("path", 2.0, 6)]
    for case, lr, epochs in runs:
        of_plain, own = (descent.descend(one, cases[case], lr, epochs) for one in (plain, twisted))
        as_long = len(of_plain.losses) == len(own.losses)
        assert not as_long or not np.allclose(of_plain.end[0], own.end[0], rtol=1e-4)


def shown(kata: Kata) -> Iterator[tuple[str, str]]:
    """Target and value of each line for the loss, a gradient or a step, in the mistakes' corrected code."""
    twist = kata.declaration.twist
    for entry in kata.catalogue.values():
        if twist is not None and entry.corrected == twist.hints[2]:
            continue  # the twist's own code
        for line in (each.partition("#")[0] for each in entry.corrected.splitlines()):
            target, sign, value = line.partition(" -= ") if " -= " in line else line.partition(" = ")
            if sign and (target in ("loss", "dw", "db") or sign == " -= "):
                yield target, value


@pytest.mark.parametrize("name", [None, *NAMES])
def test_corrected_code_is_that_of_the_task_with_its_twist(name: str | None) -> None:
    kata = PLAIN.twisted(name)
    exercise, twist = kata.declaration, kata.declaration.twist
    case = Cases(exercise, SEEDS[0])["tall"]
    known = {"np": np, "n": case.n, **case.args, "error": case.args["y_hat"] - case.args["y"]}
    loss = answers.right(exercise, exercise.method("compute_loss"), case)
    right = dict(zip(("loss", "dw", "db"), (*loss, *gradients(exercise, case)), strict=True))
    lines = list(shown(kata))
    assert len(lines) > 20 or name in ("half", "absolute", "huber")
    for target, value in lines:
        if target in right:
            assert np.allclose(eval(value, known), right[target]), value
        else:
            assert twist is None or not (twist.inertia or twist.rate), f"{target} -= {value}"


def gradients(exercise: Exercise, case: Case) -> tuple[NDArray[np.float64], ...]:
    """The right gradients."""
    return answers.right(exercise, exercise.method("compute_gradients"), case)


@pytest.mark.parametrize(
    ("name", "file", "words"),
    [
        ("half", "whole_mean_in_the_history", "history[0] is "),
        ("tolerance", "asks_after_the_step", "are not those that the last loss was computed with"),
    ],
)
def test_what_was_seen_is_what_is_wrong(name: str, file: str, words: str) -> None:
    text = (SUBMISSIONS / PLAIN.name / "twists" / name / "wrong" / f"{file}.py").read_text(encoding="utf-8")
    (found,) = graded_text(text, PLAIN.twisted(name)).errors
    assert words in found.seen


@pytest.mark.parametrize(
    ("name", "mistake"),
    [
        ("momentum", "fit-has-momentum"), ("decay", "fit-learning-rate-changes"),
        ("tolerance", "fit-stops-early"), ("tolerance", "fit-wrong-value"),
    ],
)  # fmt: skip
def test_what_the_twist_asks_for_is_not_called_a_mistake(name: str, mistake: str) -> None:
    entry, plain = (
        kata.catalogue()[mistake] for kata in (PLAIN.twisted(name).declaration, PLAIN.declaration)
    )
    assert entry.title.startswith("The twist asks for something else: ")
    assert entry.explanation != plain.explanation


@each_twist
def test_beginnings_of_a_changed_step_say_what_the_twist_asks_for(name: str) -> None:
    kata = PLAIN.twisted(name)
    twist = kata.declaration.twist
    assert twist is not None
    for step in PLAIN.to_write:
        plain, own = PLAIN.beginnings.get(step), kata.beginnings.get(step)
        if step not in twist.steps:
            assert own == plain
            continue
        assert own is not None and plain is not None
        assert all(text and text != other for text, other in zip(own, plain, strict=True))
        assert all(line in kata.solution_text for line in own[2].splitlines())
        assert any(line not in PLAIN.solution_text for line in own[2].splitlines())


def test_a_slope_of_zero_does_not_break_the_diagnosis() -> None:
    """With this seed the absolute loss has the derivative 0 for `b` at one of the models that are tried."""
    path = SUBMISSIONS / PLAIN.name / "twists/absolute/wrong/no_progress_for_a_while.py"
    verdict = graded_text(path.read_text(encoding="utf-8"), PLAIN.twisted("absolute"), seed=342976681)
    assert [found.mistake for found in verdict.errors] == ["fit-stops-early"]


def test_an_end_is_called_too_early_where_the_twist_asks_for_an_end() -> None:
    kata = PLAIN.twisted("tolerance")
    source = kata.solution_text.replace("1e-4", "1e-2")
    found = graded_text(source, kata).errors[0]
    assert found.mistake == "fit-stops-early"
    assert found.seen.endswith("it stopped too early")
