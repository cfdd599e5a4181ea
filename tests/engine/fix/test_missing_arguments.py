"""A fix adds missing arguments and uses them; it also fixes the steps that were blocked until then."""

import pytest

from grader.fixing import corrected

from ...helpers.graded import fixed_text, graded_text
from ...helpers.paths import SUBMISSIONS

SETTINGS = [
    "def __init__(self, n_features):", "self.w = np.zeros(n_features)", "self.b = 0.0",
    "def fit(self, X, y, lr=0.01, epochs=1000):", "for _ in range(epochs):", "self.w -= lr * dw",
]  # fmt: skip
OWN_PREDICTIONS = [
    "def compute_gradients(self, X, y, y_hat):", "error = y_hat - y",
    "dw, db = self.compute_gradients(X, y, self.predict(X))",
]  # fmt: skip
FIELD = ["n_features: int", "self.w = np.zeros(self.n_features)"]
PLAIN = (SUBMISSIONS / "linear_regression/wrong/wrong_signature__no_constructor.py").read_text("utf-8")
COLON = PLAIN.replace("def predict(self, X):", "def predict(self, X)")


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("settings_in_the_constructor", SETTINGS),
        ("no_constructor", SETTINGS[:3]),
        ("gradients_without_y_hat", OWN_PREDICTIONS),
        ("field_of_another_name", FIELD),
        ("loss_from_features", ["def compute_loss(self, y_hat, y):"]),
    ],
)
def test_an_argument_is_added_and_used(name: str, lines: list[str]) -> None:
    source = (SUBMISSIONS / f"linear_regression/wrong/wrong_signature__{name}.py").read_text("utf-8")
    verdict = fixed_text(source)
    new = corrected(source, verdict)
    assert verdict.fixed and graded_text(new, seed=77).verdict == "passed"
    after = [line.partition("  #")[0].strip() for line in new.splitlines()]
    assert [line for line in lines if line not in after] == []


def test_a_flag_is_not_passed_as_the_number_of_epochs() -> None:
    name = "linear_regression/wrong/wrong_signature__settings_in_the_constructor.py"
    source = (SUBMISSIONS / name).read_text("utf-8")
    flag = "        self.verbose = True\n        self.learning_rate = learning_rate\n"
    source = source.replace("        self.learning_rate = learning_rate\n", flag)
    told = "        if self.verbose:\n            print(losses[-1:])\n        return losses"
    source = source.replace("        return losses", told)
    new = corrected(source, fixed_text(source))
    assert "for _ in range(epochs):" in new and "if self.verbose:" in new


def test_what_a_fix_brings_to_light_is_fixed_as_well() -> None:
    source = COLON.replace("self.b -= lr * db", "self.b += lr * db")
    verdict = fixed_text(source)
    assert [finding.mistake for finding in verdict.errors] == ["syntax-error"]
    assert verdict.fixed and graded_text(corrected(source, verdict), seed=77).verdict == "passed"


def test_a_fix_is_shown_though_what_it_brings_to_light_has_none() -> None:
    given = "    def predict(*given)\n        self, X = given"
    source = COLON.replace("    def predict(self, X)", given)
    verdict = fixed_text(source)
    assert verdict.fixed is False
    assert "    def predict(*given):\n" in [change.text for f in verdict.errors for change in f.fix or ()]
