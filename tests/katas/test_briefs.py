"""The briefs of the exercises: their stubs reveal no open point, and their answers are true."""

import ast
import inspect
import runpy
from collections.abc import Mapping
from typing import Any

import numpy as np
import pytest

from grader.grading import grade
from grader.kata import Kata, find_kata, kata_names
from grader.submission import Submission

BRIEFED = [kata for kata in map(find_kata, kata_names()) if kata.brief is not None]
DESCENDING = ("linear_regression", "ridge_regression")
OPEN = ("loss-scale", "start", "what-fit-returns", "when-recorded", "scaling", "default-rate")
GIVEN_AWAY = {
    **dict.fromkeys(DESCENDING, ("mean", "1/2", "squared", "0.01", "list", "before", "current", "epoch,")),
    "logistic_regression": (
        "mean",
        "-1000",
        "finite",
        "clip",
        "0.1",
        "list",
        "before",
        "current",
        "overflow",
    ),
    "normal_equation": ("depend", "linalg", "fewer", "penalty", "returning"),
    "standard_scaler": ("mean 0", "n - 1", "equal", "new array", "population", "differ"),
}
X = np.random.default_rng(1).normal(2.0, 3.0, (20, 2))
Y = X @ [1.0, -2.0] + 0.5


def reference(name: str) -> Any:
    """The class in the reference of an exercise."""
    return runpy.run_path(str(find_kata(name).solution_path))[find_kata(name).class_name]


def answers(name: str) -> Mapping[str, str]:
    """The answers of a brief, by the id of the question."""
    brief = find_kata(name).brief
    assert brief is not None
    return {point.id: point.answer for point in brief.points}


@pytest.mark.parametrize("kata", BRIEFED, ids=lambda kata: kata.name)
def test_stub_is_untouched_and_leaves_open_what_the_brief_does(kata: Kata) -> None:
    verdict = grade(kata, Submission("brief_stub.py", kata.brief_stub), seed=1)
    assert (verdict.untouched, verdict.findings) == (True, ())
    assert [text for text in GIVEN_AWAY.get(kata.name, ()) if text in kata.brief_stub] == []
    assert kata.brief is not None
    given = [text for text in GIVEN_AWAY.get(kata.name, ()) if text in kata.brief.text]
    assert set(given) <= {"squared"}


@pytest.mark.parametrize("kata", BRIEFED, ids=lambda kata: kata.name)
def test_stub_has_the_members_and_arguments_of_the_other_one(kata: Kata) -> None:
    assert members(kata.brief_stub) == members(kata.stub)


def members(stub: str) -> list[tuple[str, list[str]]]:
    """The methods of a stub with the names of their arguments."""
    functions = [node for node in ast.walk(ast.parse(stub)) if isinstance(node, ast.FunctionDef)]
    return [(node.name, [argument.arg for argument in node.args.args]) for node in functions]


def test_six_points_are_open_in_the_default_exercise() -> None:
    brief = find_kata().brief
    assert brief is not None
    assert tuple(point.id for point in brief.points if point.matters) == OPEN
    assert sum(not point.matters for point in brief.points) >= 3


@pytest.mark.parametrize("name", DESCENDING)
def test_answers_on_training_are_those_of_the_reference(name: str) -> None:
    said, model = answers(name), reference(name)(2)
    assert "lr=0.01, with epochs=1000" in said["default-rate"]
    defaults = [p.default for p in inspect.signature(model.fit).parameters.values()]
    assert defaults[2:] == [0.01, 1000]
    assert said["when-recorded"].startswith("Before")
    first = model.compute_loss(model.predict(X), Y)
    losses = model.fit(X, Y, epochs=3)
    assert said["what-fit-returns"].startswith("A list of the losses")
    assert (type(losses), [type(loss) for loss in losses]) == (list, [float] * 3)
    assert losses[0] == pytest.approx(first)
    assert said["start"].startswith("From the w and b that the model has")
    assert model.fit(X, Y, epochs=1)[0] == pytest.approx(model.compute_loss(model.predict(X), Y), rel=1)
    assert model.fit(X, Y, epochs=1)[0] < losses[-1]
    assert said["scaling"].startswith("No.")
    scaled = reference(name)(2)
    scaled.fit((X - X.mean(axis=0)) / X.std(axis=0), Y, epochs=5)
    assert not np.allclose(scaled.w, model.w, rtol=1e-3)


def test_answers_on_the_losses_are_those_of_the_references() -> None:
    y_hat, residuals = np.zeros(20), -Y
    assert "mean of the squared residuals, one number, without" in answers("linear_regression")["loss-scale"]
    assert reference("linear_regression")(2).compute_loss(y_hat, Y) == pytest.approx(np.mean(residuals**2))
    assert "plus alpha times the sum of the squared weights" in answers("ridge_regression")["loss-scale"]
    assert answers("ridge_regression")["bias"].startswith("No")
    ridge = reference("ridge_regression")(2, alpha=0.3)
    ridge.w, ridge.b = np.array([1.0, -3.0]), 7.0
    assert ridge.compute_loss(y_hat, Y) == pytest.approx(np.mean(residuals**2) + 0.3 * 10.0)


def test_answers_on_two_classes_are_those_of_the_reference() -> None:
    said, model = answers("logistic_regression"), reference("logistic_regression")(1)
    model.w[0], labels = 1.0, np.array([0, 1])
    with np.errstate(over="raise"):
        assert model.predict_proba(np.array([[-1000.0], [1000.0]])) == pytest.approx([0, 1], abs=1e-12)
    assert "-1000 and 1000" in said["large-scores"]
    assert np.isfinite(model.compute_loss(np.array([1.0, 0.0]), labels)) and "Finite" in said["certain"]
    assert model.compute_loss(np.array([0.5, 0.5]), labels) == pytest.approx(np.log(2))
    assert said["loss-scale"].startswith("Averaged")
    defaults = [p.default for p in inspect.signature(model.fit).parameters.values()]
    assert (defaults[2:], "lr=0.1, with epochs=1000" in said["default-rate"]) == ([0.1, 1000], True)
    first = model.compute_loss(model.predict_proba(X[:2, :1]), labels)
    assert model.fit(X[:2, :1], labels, epochs=2)[0] == pytest.approx(first)


def test_answers_on_the_normal_equation_are_those_of_the_reference() -> None:
    said = answers("normal_equation")
    assert [said[name].split()[0].strip(",.:") for name in ("bias", "dependent", "few-samples")] == [
        "Yes"
    ] * 3
    for data, y in ((X, Y), (np.column_stack([X, X, np.zeros(20), np.ones(20)]), Y), (X[:1], Y[:1])):
        model = reference("normal_equation")(data.shape[1]).fit(data, y)
        assert np.isfinite([*model.w, model.b]).all()
        assert np.allclose(model.predict(data), y)


def test_answers_on_scaling_are_those_of_the_reference() -> None:
    said, scaler = answers("standard_scaler"), reference("standard_scaler")()
    data = np.column_stack([X, np.full(20, 0.1)])
    before = data.copy()
    scaler.fit(data)
    assert said["deviation"].startswith("By n:") and np.allclose(scaler.scale_[:2], X.std(axis=0))
    assert said["constant"].startswith("1,") and said["rounding"].startswith("Yes")
    assert scaler.scale_[2] == 1.0
    assert said["whose-statistics"].startswith("Those that fit found")
    assert np.allclose(scaler.transform(data + 1.0), (data + 1.0 - scaler.mean_) / scaler.scale_)
    assert said["in-place"].startswith("No") and np.array_equal(data, before)
