"""Advice on code that is accepted but could be better; it never fails a submission."""

from ....catalogue import Mistake

MISTAKES: tuple[Mistake, ...] = (
    Mistake(
        id="other-defaults",
        step="fit",
        title="The defaults differ from the documented ones",
        question="If the caller leaves out lr and epochs, which values does the task document, and which"
        " do you use?",
        explanation="An argument has no default, or not the documented one. That is accepted, because the"
        " caller can still pass any value. With the documented defaults, `fit(X, y)` does the same for"
        " everybody.",
        corrected="def fit(self, X, y, lr=0.01, epochs=1000):",
        severity="advice",
    ),
    Mistake(
        id="loop-over-features",
        step="vectorization",
        title="You loop over features in Python",
        question="Which single array operation does the work of all features at once?",
        explanation="A Python loop runs over the d features. That is accepted, because its length does not"
        " depend on n. The matrix product does the same in one operation, and reads like the formula.",
        corrected="y_hat = X @ w + b\ndw = 2 / n * (X.T @ error)",
        severity="advice",
        edits=({"dw_product": "np.array([X[:, j] @ signal for j in range(d)])"},),
    ),
    Mistake(
        id="fit-restarts",
        step="fit",
        alias="start of its own",
        title="A second fit starts over",
        question="After 500 epochs someone wants 500 more: what would a second call of your fit do?",
        explanation="fit initialises w and b itself, so a second call starts from scratch. The docstring asks"
        " for a start from the current values, so that training can be continued. A fresh start is accepted"
        " too: some libraries do the same.",
        corrected="def __init__(self, n_features):\n"
        "    self.w, self.b = np.zeros(n_features), 0.0  # only here; fit moves them",
        severity="advice",
        edits=({"start": "self.w, self.b = np.zeros(d), 0.0"},),
    ),
    Mistake(
        id="history-after-update",
        step="fit",
        alias="history after the steps",
        title="The loss is recorded after the step",
        question="Which entry of your history tells how good the model was before any training?",
        explanation="Each loss is recorded after the step of its epoch, so the loss before any training is"
        " not in the history. The docstring asks for a record before the step, which also lets the loss and"
        " the gradient share one y_hat. Your order is accepted too.",
        corrected="y_hat = X @ w + b\n"
        "losses.append(float(np.mean((y_hat - y) ** 2)))  # first record\n"
        "w, b = w - lr * dw, b - lr * db  # then step",
        severity="advice",
        edits=(
            {"record": "", "record_after": "losses.append(float(self.compute_loss(self.predict(X), y)))"},
        ),
    ),
    Mistake(
        id="history-not-a-list",
        step="fit",
        alias="history in no list",
        title="The history is not a list",
        question="What does `type(losses)` print, and what does the task ask for?",
        explanation="The losses come back in a sequence that is not a list. That is accepted, but the task"
        " asks for a list, and a caller may want to append to it or join two of them.",
        corrected="return [float(loss) for loss in losses]",
        severity="advice",
        edits=({"result": "np.array(losses)"},),
    ),
    Mistake(
        id="history-not-plain-floats",
        step="fit",
        alias="history of no plain floats",
        title="The losses are not plain floats",
        question="What does print(losses[:3]) show, and would you want to read that in a log?",
        explanation="The losses are NumPy numbers, not plain floats. That is accepted, but in a list they may"
        " print as `np.float64(...)`, and not all of them can be written as JSON.",
        corrected="losses.append(float(loss))",
        severity="advice",
        edits=({"record": "losses.append(np.float64(self.compute_loss(y_hat, y)))"},),
    ),
)
