"""The right code with slots in it; each entry of the catalogue edits some of the slots."""

from ...engine.declaration.formula import Formula
from ..linear_regression.formula import LINES as LINEAR
from ..linear_regression.formula import RIGHT as RIGHT_LINEAR

FIT = "fit(self, X, y, lr=0.01, epochs=1000)"

LINES = {
    "__init__(self, n_features)": LINEAR["__init__(self, n_features)"],
    "predict_proba(self, X)": ("score = {product}{bias}", "return {probability}"),
    "predict(self, X)": ("return {labels}",),
    "compute_loss(self, p, y)": (
        "q = {clipped}",
        "each = {loss_sign}({each})",
        "total = {total}",
        "return total{half}",
    ),
    "compute_gradients(self, X, y, p)": (
        "n, d = X.shape",
        "target = {target}",
        "error = {error}",
        "signal = {signal}",
        "dw = {dw_sign}{dw_factor}({dw_product}) / {dw_divisor}",
        "db = {db_sign}{db_factor}({db_sum}) / {db_divisor}",
        "{aside}",
        "return {returned}",
    ),
    "fit(self, X, y, lr=0.1, epochs=1000)": tuple(line.replace("y_hat", "p") for line in LINEAR[FIT]),
}

RIGHT = RIGHT_LINEAR | {
    "probability": "0.5 * (1 + np.tanh(0.5 * score))",
    "labels": "(self.predict_proba(X) >= 0.5).astype(int)",
    "clipped": "np.clip(p, 1e-12, 1 - 1e-12)",
    "each": "y * np.log(q) + (1 - y) * np.log(1 - q)",
    "loss_sign": "-",
    "target": "p",
    "dw_factor": "",
    "db_factor": "",
    "forward": "self.predict_proba(X)",
    "record": "losses.append(float(self.compute_loss(p, y)))",
    "gradients": "self.compute_gradients(X, y, p)",
}

FORMULA = Formula("LogisticRegression", LINES, RIGHT)
