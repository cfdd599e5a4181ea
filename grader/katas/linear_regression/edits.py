"""The wrong formulas, each as edits of the right one (see `formula`): what a mistake *is*, in NumPy.

Several mappings are several spellings of one mistake that give different numbers.
"""

from ...catalogue import Edit

_BOTH = {"dw_factor": "1", "db_factor": "1"}
_CENTRED = "np.linalg.lstsq(np.column_stack([X, np.ones(n)]), y, rcond=None)[0]"
_FROZEN = "dw, db = self.compute_gradients(X, y, self.predict(X))"
_SAMPLES = """for i in range(n):
    one, target = X[i:i + 1], y[i:i + 1]
    dw, db = self.compute_gradients(one, target, self.predict(one))
    self.w = self.w - lr * dw
    self.b = self.b - lr * db"""

EDITS: dict[str, tuple[Edit, ...]] = {
    "weights-wrong-shape": ({"initial_w": "np.zeros((n_features, 1))"},),
    "weights-not-small": ({"initial_w": "np.ones(n_features)"},),
    "weights-integer": ({"initial_w": "np.zeros(n_features, dtype=int)"},),
    "bias-not-scalar": ({"initial_b": "np.zeros(1)"},),
    "predict-ignores-bias": ({"bias": ""},),
    "predict-subtracts-bias": ({"bias": " - self.b"},),
    "predict-elementwise": ({"product": "X * self.w"},),
    "predict-swaps-operands": ({"product": "self.w @ X"},),
    "predict-transposes-x": ({"product": "X.T @ self.w"},),
    "loss-not-squared": ({"each": "residual"}, {"each": "-residual"}),
    "loss-absolute": ({"each": "np.abs(residual)"},),
    "loss-not-averaged": ({"total": "np.sum(each)"},),
    "loss-halved": ({"half": " / 2"}, {"inner_half": " / 2"}),
    "loss-root": ({"root": "np.sqrt(total)"},),
    "loss-square-of-mean": ({"each": "residual", "total": "np.mean(each) ** 2"},),
    "loss-not-scalar": ({"total": "each"},),
    "loss-broadcasts": ({"loss_residual": "y_hat - y[:, None]"},),
    "loss-sign-flipped": ({"loss_sign": "-"},),
    "gradient-not-divided-by-n": ({"dw_divisor": "1", "db_divisor": "1"},),
    "gradient-weights-not-divided-by-n": ({"dw_divisor": "1"},),
    "gradient-bias-not-divided-by-n": ({"db_divisor": "1"},),
    "gradient-missing-factor-two": (_BOTH,),
    "gradient-weights-missing-factor-two": ({"dw_factor": "1"},),
    "gradient-bias-missing-factor-two": ({"db_factor": "1"},),
    "gradient-sign-flipped": ({"error": "y - target"}, {"dw_sign": "-", "db_sign": "-"}),
    "gradient-weights-sign-flipped": ({"dw_sign": "-"},),
    "gradient-bias-sign-flipped": ({"db_sign": "-"},),
    "gradient-missing-transpose": ({"dw_product": "X @ signal"},),
    "gradient-divided-by-features": ({"dw_divisor": "d", "db_divisor": "d"},),
    "gradient-divided-twice": ({"dw_divisor": "n ** 2", "db_divisor": "n ** 2"},),
    "gradient-bias-not-summed": ({"db_sum": "signal"}, {"db_sum": "signal", "db_divisor": "1"}),
    "gradient-ignores-features": (
        {"dw_product": "np.full(d, np.sum(signal))"},
        {"dw_product": "np.sum(signal)"},
    ),
    "gradient-of-absolute-error": ({"signal": "np.sign(error)"}, {"signal": "np.sign(error)", **_BOTH}),
    "gradient-of-squared-residual": ({"signal": "error ** 2"},),
    "gradient-returned-swapped": ({"returned": "db, dw"},),
    "gradient-ignores-y-hat": ({"target": "self.predict(X)"}, {"target": "X @ self.w + self.b"}),
    "gradient-weights-collapsed": (
        {"dw_product": "np.sum(X.T @ signal)"},
        {"dw_product": "np.sum(X.T @ signal) / d"},
    ),
    "gradient-broadcasts": ({"error": "target - y[:, None]"},),
    "gradient-updates-parameters": ({"aside": "self.w, self.b = self.w - 0.01 * dw, self.b - 0.01 * db"},),
    "fit-ascends": ({"w_way": "+", "b_way": "+"}, {"w_way": "+"}, {"b_way": "+"}),
    "fit-ignores-learning-rate": ({"w_rate": "0.01", "b_rate": "0.01"},),
    "fit-ignores-epochs": ({"epochs": "100"},),
    "fit-weights-not-updated": (
        {"step_w": ""},
        {"before": "w = self.w.copy()", "forward": "X @ w + self.b", "step_w": "w = w - lr * dw"},
    ),
    "fit-bias-not-updated": (
        {"step_b": ""},
        {"before": "b = self.b", "forward": "X @ self.w + b", "step_b": "b = b - lr * db"},
    ),
    "fit-updates-a-copy": (
        {
            "before": "w, b = self.w.copy(), self.b",
            "forward": "X @ w + b",
            "step_w": "w = w - lr * dw",
            "step_b": "b = b - lr * db",
        },
    ),
    "fit-one-step-only": ({"leave": "return losses"},),
    "fit-stops-early": ({"leave": "if len(losses) == 4: break"},),
    "fit-gradient-frozen": ({"before": _FROZEN, "gradients": "dw, db"},),
    "fit-unpacks-swapped": ({"unpacked": "db, dw"},),
    "fit-mixes-old-and-new": (
        {"between": _FROZEN},
        {"step_w": "self.b = self.b - lr * db", "between": _FROZEN, "step_b": "self.w = self.w - lr * dw"},
    ),
    "fit-resets-parameters": (
        {"reset": "self.w, self.b = np.zeros(d), 0.0"},
        {"reset": "self.w = np.zeros(d)"},
        {"reset": "self.b = 0.0"},
    ),
    "fit-stochastic": ({"step_w": _SAMPLES, "step_b": ""},),
    "fit-closed-form": (
        {"before": f"theta = {_CENTRED}\nself.w, self.b = theta[:-1], theta[-1]", "step_w": "", "step_b": ""},
        {"before": "self.w = np.linalg.lstsq(X, y, rcond=None)[0]", "step_w": "", "step_b": ""},
        {
            "before": "self.w, self.b = np.linalg.lstsq(X, y, rcond=None)[0], 0.0",
            "step_w": "",
            "step_b": "",
        },
        {
            "before": "self.w = np.linalg.lstsq(X - X.mean(0), y - y.mean(), rcond=None)[0]\n"
            "self.b = float(np.mean(y) - X.mean(0) @ self.w)",
            "step_w": "",
            "step_b": "",
        },
    ),
    "fit-history-missing": ({"result": "self"},),
    "fit-history-wrong-length": ({"finish": "losses.append(float(self.compute_loss(self.predict(X), y)))"},),
    "fit-history-wrong-value": ({"record": "losses.append(float(epoch))"},),
    "fit-does-not-converge": (
        {
            "start": "self.w, self.b = np.random.normal(0, 0.1, d), 0.0",
            "w_rate": "lr / (epoch + 1) ** 2",
            "b_rate": "lr / (epoch + 1) ** 2",
        },
    ),
    "fit-wrong-value": ({"w_rate": "lr / (epoch + 1)", "b_rate": "lr / (epoch + 1)"},),
    "loop-over-samples": ({"product": "np.array([sum(row * self.w) for row in X])"},),
    "quadratic-memory": ({"dw_product": "np.diag(np.outer(signal, np.ones(n))) @ X"},),
    "fit-restarts": ({"start": "self.w, self.b = np.zeros(d), 0.0"},),
    "history-after-update": (
        {"record": "", "record_after": "losses.append(float(self.compute_loss(self.predict(X), y)))"},
    ),
    "history-not-a-list": ({"result": "np.array(losses)"},),
    "history-not-plain-floats": ({"record": "losses.append(np.float64(self.compute_loss(y_hat, y)))"},),
    "loop-over-features": ({"dw_product": "np.array([X[:, j] @ signal for j in range(d)])"},),
}
