"""The exercise's own checks, in addition to those that follow from the declaration."""

import numpy as np

from ...engine.asking import answers
from ...engine.asking.answers import numbers_of, same
from ...engine.asking.learner import Learner
from ...engine.checks.hidden_check import Check
from ...engine.checks.training import far_from
from ...engine.declaration.drawn_cases import EASY_NOISE
from ...engine.training.descent import forward


def _loss(learner: Learner, name: str) -> float:
    method, case = learner.exercise.method("compute_loss"), learner.cases[name]
    return float(numbers_of(learner.exercise, method, learner.on(method.name, case), case)[0][1])


def _gradients(learner: Learner, name: str) -> tuple[np.ndarray, float]:
    method, case = learner.exercise.method("compute_gradients"), learner.cases[name]
    dw, db = numbers_of(learner.exercise, method, learner.on(method.name, case), case)
    return dw[1], float(db[1])


def the_bias_is_added(learner: Learner) -> None:
    learner.wanted("predict")
    method, case = learner.exercise.method("predict"), learner.cases["tall"]
    value, y_hat = numbers_of(learner.exercise, method, learner.on("predict", case), case)[0]
    w, b = case.start
    scale = float(np.max(np.abs(y_hat))) / abs(b)
    error = float(np.max(np.abs(y_hat - case.X @ w - b))) / abs(b)
    assert error <= 1e-4 * scale, f"y_hat - X @ w is {answers.few(y_hat - case.X @ w)}; expected {b:.6g}"
    assert value.kind == "array"


def division_by_n_of_the_loss(learner: Learner) -> None:
    learner.wanted("compute_loss")
    same(_loss(learner, "twice"), _loss(learner, "tall"), "the loss with every sample twice")


def zero_for_a_perfect_fit(learner: Learner) -> None:
    learner.wanted("compute_loss")
    loss = _loss(learner, "perfect")
    assert abs(loss) < 1e-12, f"the loss of a perfect prediction is {loss:.6g}; expected 0"


def use_of_X_T(learner: Learner) -> None:
    learner.wanted("compute_gradients")
    case = learner.cases["square"]
    dw = _gradients(learner, "square")[0]
    pull = answers.right(learner.exercise, learner.exercise.method("compute_gradients"), case)[0]
    factor = float(dw @ pull / (pull @ pull))
    off = np.linalg.norm(dw - factor * pull)
    assert off <= 1e-4 * np.linalg.norm(dw), f"dw is not a multiple of {np.array2string(pull, precision=4)}"


def division_by_n(learner: Learner) -> None:
    learner.wanted("compute_gradients")
    dw, db = _gradients(learner, "twice")
    once_dw, once_db = _gradients(learner, "tall")
    same(dw, once_dw, "dw with every sample twice")
    same(db, once_db, "db with every sample twice")


def agreement_with_finite_differences(learner: Learner) -> None:
    learner.wanted("compute_gradients")
    case = learner.cases["tall"]
    dw, db = _gradients(learner, "tall")
    offset = case["y_hat"] - forward(learner.exercise, case)
    model = learner.exercise.formula.model(case.new, case.state, {})

    def loss(theta: np.ndarray) -> float:
        setattr(model, "w", theta[:-1])  # noqa: B010  the model declares no attribute w
        setattr(model, "b", theta[-1])  # noqa: B010
        return float(model.compute_loss(model.predict(case.X) + offset, case.y))

    theta, h = np.append(*case.start), 1e-4
    slopes = [(loss(theta + h * e) - loss(theta - h * e)) / (2 * h) for e in np.eye(len(theta))]
    gap = np.max(np.abs(np.append(dw, db) - slopes)) / np.max(np.abs(slopes))
    assert gap < 1e-3, f"the gradient differs from the slope of the loss by {100 * gap:.3g} %"


def convergence_to_the_true_parameters(learner: Learner) -> None:
    learner.wanted("fit")
    easy = learner.cases["easy"]
    # Ten times the standard error: the least-squares solution itself is never that far off.
    most = 10 * EASY_NOISE / np.sqrt(easy.n - easy.d - 1)
    true = (easy.true[0], easy.true[1])
    far_from(learner, true, "the true parameters", float(most))


def own_checks() -> dict[str, list[Check]]:
    """The checks by step, each with the name of the check that it follows."""
    one, many = "values for one sample", "values for one feature and for one sample"
    return {
        "predict": [Check("predict", "the bias is added", the_bias_is_added, many)],
        "loss": [
            Check("loss", "zero for a perfect fit", zero_for_a_perfect_fit, one),
            Check("loss", "division by n", division_by_n_of_the_loss, one),
        ],
        "gradients": [
            Check("gradients", "agreement with finite differences", agreement_with_finite_differences, many),
            Check("gradients", "division by n", division_by_n, many),
            Check("gradients", "use of X.T", use_of_X_T, "values of db"),
        ],
        "fit": [
            Check(
                "fit",
                "convergence to the true parameters",
                convergence_to_the_true_parameters,
                "convergence to the least squares answer",
            ),
        ],
    }
