"""How to start each step that is not written yet: a guiding question, the approach in words, the code."""

from ..linear_regression.beginnings import BEGINNINGS as LINEAR

BEGINNINGS: dict[str, tuple[str, str, str]] = {
    **LINEAR,
    "loss": (
        "Which two things should be small at the optimum, and what balances one against the other?",
        "Take the mean of the squared residuals, as in linear regression, and add alpha times the sum of the"
        " squared weights. The bias is not in that sum.",
        "return float(np.mean((y_hat - y) ** 2) + self.alpha * np.sum(self.w ** 2))",
    ),
    "gradients": (
        "The loss is a sum of two terms: what is the derivative of the second one with respect"
        " to one weight, and to the bias?",
        "The gradient of the first term is the same as in linear regression. The derivative of"
        " alpha * w ** 2 is 2 * alpha * w. Add that to dw; db stays as it is.",
        "n = len(y)\nerror = y_hat - y\ndw = (2 / n) * X.T @ error + 2 * self.alpha * self.w\n"
        "db = (2 / n) * np.sum(error)\nreturn dw, db",
    ),
}
