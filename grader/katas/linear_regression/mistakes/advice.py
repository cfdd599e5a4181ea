"""What is accepted and could still be better: none of it fails a submission."""

from ....catalogue import Mistake

MISTAKES: tuple[Mistake, ...] = (
    Mistake(
        id="other-defaults",
        step="fit",
        title="Other defaults than documented",
        question="If the caller leaves lr and epochs out, which values does the task document, and which are"
        " yours?",
        named="An argument has no default, or another one than the task documents. That is accepted: the"
        " caller can still say what it wants. With the documented defaults, `fit(X, y)` does the same for"
        " everybody.",
        corrected="def fit(self, X, y, lr=0.01, epochs=1000):",
        severity="advice",
    ),
    Mistake(
        id="loop-over-features",
        step="vectorization",
        title="Python goes through the features",
        question="Which single array operation does the work of all the features at once?",
        named="A Python loop goes over the d features. That is accepted, as its length does not depend on n;"
        " the matrix product does the same in one go, and reads like the formula.",
        corrected="y_hat = X @ w + b\ndw = 2 / n * (X.T @ error)",
        severity="advice",
        edits=({"dw_product": "np.array([X[:, j] @ signal for j in range(d)])"},),
    ),
    Mistake(
        id="fit-restarts",
        step="fit",
        title="A second fit starts over",
        question="After 500 epochs someone wants 500 more: what would a second call of your fit do?",
        named="fit sets w and b up itself, so a second call begins anew. That is accepted, and some libraries"
        " do the same; the reference starts from the values that the model has, so training can be"
        " continued.",
        corrected="def __init__(self, n_features):\n"
        "    self.w, self.b = np.zeros(n_features), 0.0  # here alone; fit only moves them",
        severity="advice",
        edits=({"start": "self.w, self.b = np.zeros(d), 0.0"},),
    ),
    Mistake(
        id="history-after-update",
        step="fit",
        title="The loss is recorded after the step",
        question="Which entry of your history says how good the model was before any training?",
        named="Each loss is recorded after the step of its epoch, so the history leaves out where training"
        " began. That is accepted; recorded before the step, the loss can share its y_hat with the gradient.",
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
        title="The history is not a list",
        question="What does `type(losses)` print, and what does the task ask for?",
        named="The losses come back in a sequence that is not a list. That is accepted; a list is what was"
        " asked for, and a caller may append to it or add two of them.",
        corrected="return [float(loss) for loss in losses]",
        severity="advice",
        edits=({"result": "np.array(losses)"},),
    ),
    Mistake(
        id="history-not-plain-floats",
        step="fit",
        title="The losses are not plain floats",
        question="What does print(losses[:3]) show, and would you want to read it in a log?",
        named="The losses are NumPy numbers and not plain floats. That is accepted, but in a list they print"
        " as `np.float64(...)` or the like, and not all of them can be written as JSON.",
        corrected="losses.append(float(loss))",
        severity="advice",
        edits=({"record": "losses.append(np.float64(self.compute_loss(y_hat, y)))"},),
    ),
)
