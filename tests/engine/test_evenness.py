"""Code that itself shows that a method has no loop, or that a training does the same in every epoch."""

import ast

import pytest

from grader.engine.source.evenness import Evenness
from grader.kata import find_kata, solution_file

EXERCISE = "logistic_regression"
SOURCE = solution_file(EXERCISE).read_text(encoding="utf-8")
METHODS = {"predict_proba", "predict", "compute_loss", "compute_gradients", "fit"}
UPDATE = "self.w -= lr * dw"
ERROR = "error = p - y"


def shown(old: str = "", new: str = "") -> tuple[set[str], bool]:
    """The methods without loops, and whether the training is steady, if `old` is `new` in the solution."""
    assert old in SOURCE
    text = SOURCE.replace(old, new, 1) if old else SOURCE
    found = Evenness(list(ast.walk(ast.parse(text))), find_kata(EXERCISE).declaration)
    return found.loopless & METHODS, found.steady()


def test_the_solution_shows_both() -> None:
    assert shown() == (METHODS, True)


@pytest.mark.parametrize(
    "line",
    [
        "error = np.array([a - b for a, b in zip(p, y)])",
        "error = np.array(list(map(abs, p))) - y",
        "error = np.sum(p - y, dtype='i8')",
        "error = np.vectorize(lambda a, b: a - b)(p, y)",
        "error = sum(p) - y",
        "error = max(p) - y",
        "error = np.asarray(p - y, dtype=list)",
        "error = np.hstack(p) - y",
        "error = self.minus(p, y)",
        "error = self.mean(p) - y",
        "error = p - y\n        while error.size < 0: pass",
        "error = p - y\n        for k in range(len(y)): error[k] = p[k] - y[k]",
        "error = p - y\n        print(f'{error}')",
        "error = p - y\n        first, *rest = error",
    ],
)
def test_what_may_be_a_loop_over_the_samples_is_measured(line: str) -> None:
    loopless, steady = shown(ERROR, line)
    assert loopless == METHODS - {"compute_gradients", "fit"}
    assert not steady


@pytest.mark.parametrize(
    "line",
    [
        "error = np.asarray(p - y, dtype=float)",
        "error = (p - y).squeeze().flatten()",
        "error = (p - y) / max(1, len(y) - len(y))",
        "error = (p - y) * (p.max(axis=0) >= p.min())",
    ],
)
def test_vectorised_numpy_is_not_a_loop(line: str) -> None:
    assert shown(ERROR, line) == (METHODS, True)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("import numpy as np", "import numpy as np, sys"),
        ("import numpy as np", "import numpy as np\nfrom functools import cache"),
        ("import numpy as np", "import numpy as np\nnp.mean = sum"),
        ("import numpy as np", "import numpy as np\nexec('np.mean = sum')"),
        ("import numpy as np", "import numpy as np\nsetattr(np, 'mean', sum)"),
        ("import numpy as np", "import numpy as np\nnp.__dict__['mean'] = sum"),
        ("class LogisticRegression:", "class LogisticRegression(dict):"),
        ("class LogisticRegression:", "@print\nclass LogisticRegression:"),
        ("    def predict(", "    @property\n    def predict("),
        ("    def predict(", "    def __getattribute__(self, name): ...\n\n    def predict("),
        ("self.b = 0.0", "self.b = 0.0\n        self.predict = sum"),
        (ERROR, "error = np.array(list(map(float.__sub__, p, y)))"),
        (ERROR, "error = p.astype(object) - y"),
        (ERROR, "error = p.astype('O') - y"),
        (ERROR, "error = p.astype('|O8') - y"),
        (ERROR, "error = p + np.zeros(1, '(1,)O') - y"),
        ("self.b = 0.0", "self.b = 0.0\n        self.kind = np.dtypes.ObjectDType()"),
        (SOURCE.splitlines()[-1], "        return losses\n\n\nLogisticRegression.fit = sum"),
        (SOURCE.splitlines()[-1], "        return losses\n\n\nnp = LogisticRegression"),
    ],
)
def test_nothing_is_shown_where_names_may_mean_something_else(old: str, new: str) -> None:
    assert shown(old, new) == (set(), False)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (UPDATE, "self.w -= lr * dw if len(losses) < 500 else 0"),
        (UPDATE, "self.w -= lr * dw * (dw > 1e-9)"),
        (UPDATE, "self.w -= lr * np.clip(dw, -9, 9)"),
        (UPDATE, "self.w -= lr * dw\n            lr *= 0.9999999"),
        (UPDATE, "self.w -= lr * dw\n            self.age = 1"),
        ("for _ in range(epochs):", "for epoch in range(epochs):\n            lr = lr * 0.5 ** epoch"),
        ("return losses", "return losses[:500]"),
        (ERROR, "error = p - y\n        self.b += 0 * error[0]"),
        (ERROR, "error = p - y if self.b < 100 else 0 * p"),
    ],
)
def test_a_training_that_may_change_later_on_is_run(old: str, new: str) -> None:
    loopless, steady = shown(old, new)
    assert loopless == METHODS
    assert not steady


def test_what_replaced_methods_contain_does_not_matter() -> None:
    text = SOURCE.replace(ERROR, "error = sum(p) - y")
    found = Evenness(list(ast.walk(ast.parse(text))), find_kata(EXERCISE).declaration)
    assert not found.steady()
    assert not found.steady(["compute_loss"])
    assert found.steady(["compute_gradients"])


def test_a_place_for_each_epoch_is_as_good_as_appending() -> None:
    loop, kept = "for _ in range(epochs):\n", "losses.append(self.compute_loss(p, y))"
    old = SOURCE[SOURCE.index(loop) : SOURCE.index(kept) + len(kept)]
    new = old.replace("_ in", "k in").replace(kept, "losses[k] = self.compute_loss(p, y)")
    assert shown(old, new) == (METHODS, True)
    assert shown(old, new.replace("losses[k]", "losses[k + 0 * k]")) == (METHODS, False)


@pytest.mark.parametrize(
    ("new", "forgets"),
    [
        (UPDATE, True),
        ("step = lr * dw\n            self.w = self.w - step", True),
        ("self.w -= rate * dw\n            rate *= 0.999", False),
        ("self.w -= rate * dw\n            less = rate * 0.999\n            rate = less", False),
        ("self.w -= lr * dw * (1 + 1e-9 * len(losses))", False),
    ],
)
def test_an_epoch_that_remembers_nothing_but_the_parameters(new: str, forgets: bool) -> None:
    text = SOURCE.replace(UPDATE, new).replace("losses = []", "losses = []\n        rate = lr")
    found = Evenness(list(ast.walk(ast.parse(text))), find_kata(EXERCISE).declaration)
    assert (found.steady(), found.forgetful()) == (True, forgets)


def test_a_fixed_number_of_rounds_is_not_a_loop_over_samples() -> None:
    assert shown("range(epochs)", "range(1000)") == (METHODS, False)
    assert shown("range(epochs)", "range(2, 1000)") == (METHODS - {"fit"}, False)


def test_nothing_that_calls_the_training_is_known() -> None:
    assert shown(ERROR, "error = p - y - self.fit(X, y)[0]")[0] == METHODS - {"compute_gradients", "fit"}


@pytest.mark.parametrize(
    "loop",
    ["for _ in range(len(X)):", "for _ in range(epochs + 1):", "for row in X:", "for _ in epochs:"],
)
def test_only_the_loop_over_the_epochs_is_one_that_needs_no_counting(loop: str) -> None:
    assert shown("for _ in range(epochs):", loop) == (METHODS - {"fit"}, False)


def test_the_number_of_epochs_must_be_the_one_that_was_given() -> None:
    assert shown("losses = []", "losses = []\n        epochs = len(X)") == (METHODS - {"fit"}, False)
