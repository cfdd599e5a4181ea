"""Advice on code that is accepted but could be better; it never fails a submission."""

from ....catalogue import Mistake

MISTAKES: tuple[Mistake, ...] = (
    Mistake(
        "other-defaults", "fit", "The defaults differ from the documented ones",
        "If the caller leaves out lr and epochs, which values does the task document, and which do you use?",
        "An argument has no default, or not the documented one. That is accepted, because the caller can"
        " still pass any value. With the documented defaults, `fit(X, y)` does the same for everybody.",
        "def fit(self, X, y, lr=0.01, epochs=1000):", severity="advice",
    ),
    Mistake(
        "loop-over-features", "vectorization", "You loop over features in Python",
        "Which single array operation does the work of all features at once?",
        "A Python loop runs over the d features. That is accepted, because its length does not depend on n."
        " The matrix product does the same in one operation, and reads like the formula.",
        "y_hat = X @ w + b\ndw = 2 / n * (X.T @ error)",
        ({"dw_product": "np.array([X[:, j] @ signal for j in range(d)])"},), severity="advice",
    ),
    Mistake(
        "fit-restarts", "fit", "A second fit starts over",
        "After 500 epochs someone wants 500 more: what would a second call of your fit do?",
        "fit initialises w and b itself, so a second call starts from scratch. The docstring asks for a"
        " start from the current values, so that training can be continued. A fresh start is accepted too:"
        " some libraries do the same.",
        "def __init__(self, n_features):\n"
        "    self.w, self.b = np.zeros(n_features), 0.0  # only here; fit moves them",
        ({"start": "self.w, self.b = np.zeros(d), 0.0"},), alias="start of its own", severity="advice",
    ),
    Mistake(
        "history-after-update", "fit", "The loss is recorded after the step",
        "Which entry of your history tells how good the model was before any training?",
        "Each loss is recorded after the step of its epoch, so the loss before any training is not in the"
        " history. The docstring asks for a record before the step, which also lets the loss and the"
        " gradient share one y_hat. Your order is accepted too.",
        "y_hat = X @ w + b\n"
        "losses.append(float(np.mean((y_hat - y) ** 2)))  # first record\n"
        "w, b = w - lr * dw, b - lr * db  # then step",
        ({"record": "", "record_after": "losses.append(float(self.compute_loss(self.predict(X), y)))"},),
        alias="history after the steps", severity="advice",
    ),
    Mistake(
        "history-not-a-list", "fit", "The history is not a list",
        "What does `type(losses)` print, and what does the task ask for?",
        "The losses come back in a sequence that is not a list. That is accepted, but the task asks for a"
        " list, and a caller may want to append to it or join two of them.",
        "return [float(loss) for loss in losses]", ({"result": "np.array(losses)"},),
        alias="history in no list", severity="advice",
    ),
    Mistake(
        "history-not-plain-floats", "fit", "The losses are not plain floats",
        "What does print(losses[:3]) show, and would you want to read that in a log?",
        "The losses are NumPy numbers, not plain floats. That is accepted, but in a list they may print as"
        " `np.float64(...)`, and not all of them can be written as JSON.",
        "losses.append(float(loss))", ({"record": "losses.append(np.float64(self.compute_loss(y_hat, y)))"},),
        alias="history of no plain floats", severity="advice",
    ),
)  # fmt: skip
