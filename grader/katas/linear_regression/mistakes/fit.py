"""Mistakes in the training loop: the steps, the parameters that they move, the history."""

from ....catalogue import Mistake
from .fit_history import HISTORY
from .fit_other import OTHER_DESCENTS

_LEAST_SQUARES = "np.linalg.lstsq(np.column_stack([X, np.ones(n)]), y, rcond=None)[0]"
_FROZEN = "dw, db = self.compute_gradients(X, y, self.predict(X))"
_SAMPLES = """for i in range(n):
    one, target = X[i:i + 1], y[i:i + 1]
    dw, db = self.compute_gradients(one, target, self.predict(one))
    self.w = self.w - lr * dw
    self.b = self.b - lr * db"""

_STEP = "w -= lr * dw\nb -= lr * db"

_EACH_EPOCH = "self.w -= lr * dw\nself.b -= lr * db  # in each of the epochs"

STEPS: tuple[Mistake, ...] = (
    Mistake(
        id="fit-ascends",
        step="fit",
        title="The steps go along the gradient",
        question="In which direction does the gradient of the loss point, and in which direction do you want"
        " to go?",
        named="The steps go along the gradient and not against it. The gradient points to where the loss"
        " grows, so the way down is to subtract it, once: a sign that was turned before, or y and y_hat in"
        " each other's place, turns the way round as well.",
        corrected="dw, db = self.compute_gradients(X, y, y_hat)\n" + _STEP,
        edits=({"w_way": "+", "b_way": "+"}, {"w_way": "+"}, {"b_way": "+"}),
    ),
    Mistake(
        id="fit-ignores-learning-rate",
        step="fit",
        title="lr has no effect",
        question="If the caller halves lr, what should become of the first step, and what becomes of yours?",
        named="The size of the steps does not depend on the lr that the caller passed. Choosing it is the"
        " caller's: too large and the loss blows up, too small and training crawls.",
        corrected=_STEP,
        edits=({"vector_rate": "0.01", "number_rate": "0.01"},),
    ),
    Mistake(
        id="fit-ignores-epochs",
        step="fit",
        title="epochs has no effect",
        question="How many steps does the caller expect from epochs=7, and how many does your code take?",
        named="The number of steps does not depend on the epochs that the caller passed. One epoch is one"
        " step on the whole data set.",
        corrected="for _ in range(epochs):  # the argument itself\n    ...",
        edits=({"epochs": "100"},),
    ),
    Mistake(
        id="fit-weights-not-updated",
        step="fit",
        title="w never moves",
        question="What would print(model.w) show before and after the call?",
        named="The model's w comes out of fit as it went in: no step ever reaches it. With w fixed, the"
        " predictions cannot learn how much each feature counts.",
        corrected="self.w -= lr * dw  # or self.w = self.w - lr * dw",
        edits=(
            {"step_w": ""},
            {"before": "w = self.w.copy()", "forward": "X @ w + self.b", "step_w": "w = w - lr * dw"},
        ),
    ),
    Mistake(
        id="fit-bias-not-updated",
        step="fit",
        title="b never moves",
        question="What would print(model.b) show before and after the call?",
        named="The model's b comes out of fit as it went in: no step ever reaches it. With b fixed, the model"
        " cannot learn the constant part of y.",
        corrected="self.b -= lr * db  # or self.b = self.b - lr * db",
        edits=(
            {"step_b": ""},
            {"before": "b = self.b", "forward": "X @ self.w + b", "step_b": "b = b - lr * db"},
        ),
    ),
    Mistake(
        id="fit-updates-a-copy",
        step="fit",
        title="The steps never reach the model",
        question="When fit has returned, where does the model look for what it has learned, and is it there?",
        named="Neither w nor b of the model has moved when fit is done: whatever the steps computed went"
        " elsewhere. Anyone who reads the two after training finds them as they were before it.",
        corrected="self.w -= lr * dw\nself.b -= lr * db  # or, after the loop, self.w, self.b = w, b",
        edits=(
            {
                "before": "w, b = self.w.copy(), self.b",
                "forward": "X @ w + b",
                "step_w": "w = w - lr * dw",
                "step_b": "b = b - lr * db",
            },
        ),
    ),
    Mistake(
        id="fit-one-step-only",
        step="fit",
        title="There is one step only",
        question="On which lines does one epoch end, and on which does the training?",
        named="fit takes a single step, however many epochs are asked for. The prediction, the gradient and"
        " the step belong inside a loop, and the return behind it.",
        corrected="for _ in range(epochs):\n"
        "    ...  # predict, record, gradient, step\n"
        "return losses  # after the loop, not in it",
        edits=({"leave": "return losses"},),
    ),
    Mistake(
        id="fit-stops-early",
        step="fit",
        title="It stops before the last epoch",
        question="If the caller asks for a certain number of epochs, what in your code can make it fewer?",
        named="fit can end with fewer steps than epochs asks for. How long to train is the caller's choice"
        " here, even where the loss hardly falls any more, or grows.",
        corrected="for _ in range(epochs):  # all of them: no cap, no break, no return inside\n    ...",
        edits=({"leave": "if len(losses) == 4: break"},),
    ),
    Mistake(
        id="fit-gradient-frozen",
        step="fit",
        title="The gradient stays that of the start",
        question="After the first step w and b are new: which other numbers are out of date by then?",
        named="Every step uses the gradient of the place where training began. The slope changes with w and"
        " b, so the prediction and the gradient have to be computed anew in each epoch.",
        corrected="for _ in range(epochs):\n"
        "    y_hat = X @ w + b  # inside the loop, with the present w and b\n"
        "    error = y_hat - y\n"
        "    dw, db = 2 / n * (X.T @ error), 2 / n * np.sum(error)\n"
        "    w, b = w - lr * dw, b - lr * db",
        edits=({"before": _FROZEN, "gradients": "dw, db"},),
    ),
    Mistake(
        id="fit-unpacks-swapped",
        step="fit",
        title="The pair is unpacked in the wrong order",
        question="In which order are the two gradients documented to come, and in which does fit take them?",
        named="fit takes the pair of gradients as (db, dw), and it is documented to be (dw, db). With right"
        " gradients each parameter is then moved by that of the other.",
        corrected="dw, db = self.compute_gradients(X, y, y_hat)",
        edits=({"unpacked": "db, dw"},),
    ),
    Mistake(
        id="fit-mixes-old-and-new",
        step="fit",
        title="Old and new parameters are mixed",
        question="At which values of w and b is each of the two gradients of an epoch taken?",
        named="One parameter is moved before the gradient of the other is computed, so the two gradients of"
        " an epoch belong to different places. Both have to be taken first, at the same w and b.",
        corrected="error = X @ w + b - y  # once an epoch\n"
        "dw, db = 2 / n * (X.T @ error), 2 / n * np.sum(error)\n"
        "w, b = w - lr * dw, b - lr * db  # both steps last",
        edits=(
            {"between": _FROZEN},
            {
                "step_w": "self.b = self.b - lr * db",
                "between": _FROZEN,
                "step_b": "self.w = self.w - lr * dw",
            },
        ),
    ),
    Mistake(
        id="fit-resets-parameters",
        step="fit",
        title="Every epoch starts over",
        question="Where does the second epoch begin: where the first one ended, or somewhere else?",
        named="The parameters are put back to their start in every epoch, so what one epoch has learned is"
        " gone in the next. An epoch goes on from where the one before it ended.",
        corrected="for _ in range(epochs):  # w and b are set up before it and only moved in it\n"
        "    w, b = w - lr * dw, b - lr * db",
        edits=(
            {"reset": "self.w, self.b = np.zeros(d), 0.0"},
            {"reset": "self.w = np.zeros(d)"},
            {"reset": "self.b = 0.0"},
        ),
    ),
    Mistake(
        id="fit-stochastic",
        step="fit",
        title="A step does not use all samples",
        question="How many samples should have had their say before w and b move?",
        named="The steps are taken on single samples or on parts of the data. That is stochastic gradient"
        " descent; the task asks for batch gradient descent, where an epoch is one step on all samples.",
        corrected="y_hat = X @ w + b  # all n samples\n"
        "error = y_hat - y\n"
        "w, b = w - lr * 2 / n * (X.T @ error), b - lr * 2 / n * np.sum(error)  # once an epoch",
        edits=({"step_w": _SAMPLES, "step_b": ""},),
    ),
    Mistake(
        id="fit-closed-form",
        step="fit",
        title="It is solved, not descended",
        question="Which part of your fit would change if the model had no closed-form solution?",
        named="fit solves for the best w and b directly. That alternative is worth naming in an interview (it"
        " costs O(n d^2 + d^3), fine for small d), but the task is to get there by gradient descent, step by"
        " step.",
        corrected=_EACH_EPOCH,
        edits=(
            {
                "before": f"theta = {_LEAST_SQUARES}\nself.w, self.b = theta[:-1], theta[-1]",
                "step_w": "",
                "step_b": "",
            },
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
    ),
)

MISTAKES: tuple[Mistake, ...] = STEPS + OTHER_DESCENTS + HISTORY
