"""Mistakes in the training loop: the steps, the parameters that they update, the history."""

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
        "fit-ascends", "fit", "The steps go up the gradient",
        "In which direction does the gradient of the loss point, and in which direction do you want to go?",
        "The steps of w, of b or of both go up the gradient. The gradient points to where the loss grows, so"
        " it has to be subtracted, once. A sign flipped earlier, or y and y_hat swapped, also turns the"
        " direction around.",
        "dw, db = self.compute_gradients(X, y, y_hat)\n" + _STEP,
        ({"w_way": "+", "b_way": "+"}, {"w_way": "+"}, {"b_way": "+"}), alias="uphill",
        line_finders=("update",), reverses_steps=True,
    ),
    Mistake(
        "fit-ignores-learning-rate", "fit", "lr does not decide the size of the steps",
        "If the caller halves lr, what should happen to the first step, and what happens to yours?",
        "The size of the steps does not follow the lr that the caller passed. The caller chooses it: if it"
        " is too large, the loss blows up; if it is too small, training is slow.",
        _STEP, ({"vector_rate": "0.01", "number_rate": "0.01"},), alias="rate ignored",
        line_finders=("rate",), combinable=False,
    ),
    Mistake(
        "fit-ignores-epochs", "fit", "epochs does not decide the number of steps",
        "How many steps does the caller expect from epochs=7, and how many does your code take?",
        "The number of steps does not follow the epochs that the caller passed. One epoch is one step on the"
        " whole data set.",
        "for _ in range(epochs):  # the argument itself\n    ...", ({"epochs": "100"},),
        alias="epochs ignored", line_finders=("count",), combinable=False, changes_history_length=True,
    ),
    Mistake(
        "fit-weights-not-updated", "fit", "w never changes",
        "What does print(model.w) show before and after the call?",
        "w is the same before and after fit: no step ever reaches it. With w fixed, the model cannot learn"
        " how much each feature counts.",
        "self.w -= lr * dw  # or self.w = self.w - lr * dw",
        ({"step_w": ""},
         {"before": "w = self.w.copy()", "forward": "X @ w + self.b", "step_w": "w = w - lr * dw"}),
        alias="vector unmoved",
        line_finders=("listed_number", "unstored_vector", "assigned_vector", "update_left"),
    ),
    Mistake(
        "fit-bias-not-updated", "fit", "b never changes",
        "What does print(model.b) show before and after the call?",
        "b is the same before and after fit: no step ever reaches it. With b fixed, the model cannot learn"
        " the constant part of y.",
        "self.b -= lr * db  # or self.b = self.b - lr * db",
        ({"step_b": ""}, {"before": "b = self.b", "forward": "X @ self.w + b", "step_b": "b = b - lr * db"}),
        alias="number unmoved",
        line_finders=("listed_vector", "unstored_number", "assigned_number", "update_left"),
    ),
    Mistake(
        "fit-updates-a-copy", "fit", "The steps never reach the model",
        "After fit has returned, where does the model keep what it has learned, and is it there?",
        "Neither w nor b of the model has changed after fit: the steps changed something else. Code that"
        " reads w and b after training gets the old values.",
        "self.w -= lr * dw\nself.b -= lr * db  # or, after the loop, self.w, self.b = w, b",
        ({"before": "w, b = self.w.copy(), self.b", "forward": "X @ w + b", "step_w": "w = w - lr * dw",
          "step_b": "b = b - lr * db"},),
        alias="copies moved", line_finders=("undoing", "deepcopied", "copied", "loop"), combinable=False,
    ),
    Mistake(
        "fit-one-step-only", "fit", "Only one step is taken",
        "On which line does one epoch end, and on which line does the training end?",
        "fit takes a single step, no matter how many epochs are asked for. The prediction, the gradient and"
        " the step belong inside a loop, and the return belongs after it.",
        "for _ in range(epochs):\n"
        "    ...  # predict, record, gradient, step\n"
        "return losses  # after the loop, not in it",
        ({"leave": "return losses"},), alias="one step", line_finders=("leave", "next", "update"),
        combinable=False, changes_history_length=True,
    ),
    Mistake(
        "fit-stops-early", "fit", "Training takes fewer steps than epochs",
        "If the caller asks for a certain number of epochs, what in your code can make it fewer?",
        "fit can take fewer steps than epochs asks for. Here the caller chooses how long to train, even if"
        " the loss hardly changes any more, or grows.",
        "for _ in range(epochs):  # all of them: no cap, no break, no return inside\n    ...",
        ({"leave": "if len(losses) == 4: break"},), alias="fewer steps", line_finders=("shortened",),
        combinable=False, changes_history_length=True,
    ),
    Mistake(
        "fit-gradient-frozen", "fit", "Every step uses the first gradient",
        "After the first step, w and b are new: which other values are now out of date?",
        "Every step uses the gradient at the start of training. The gradient changes with w and b, so the"
        " prediction and the gradient have to be computed again in each epoch.",
        "for _ in range(epochs):\n"
        "    y_hat = self.predict(X)  # in the loop: w and b change\n"
        "    dw, db = self.compute_gradients(X, y, y_hat)\n"
        "    ...  # the step with this dw and db",
        ({"before": _FROZEN, "gradients": "dw, db"},), alias="first gradient kept",
        line_finders=("frozen", "stale"),
    ),
    Mistake(
        "fit-unpacks-swapped", "fit", "The pair is unpacked in the wrong order",
        "In which order are the two gradients documented, and in which order does fit take them?",
        "fit takes the pair of gradients as (db, dw), but it is documented as (dw, db). With right"
        " gradients, each parameter is then moved by the gradient of the other.",
        "dw, db = self.compute_gradients(X, y, y_hat)", ({"unpacked": "db, dw"},), alias="taken crosswise",
        line_finders=("left_crosswise", "listed_crosswise", "unpacking"),
    ),
    Mistake(
        "fit-mixes-old-and-new", "fit", "Old and new parameters are mixed",
        "At which values of w and b is each of the two gradients of an epoch computed?",
        "One parameter is updated before the gradient of the other is computed, so the two gradients of an"
        " epoch belong to different points. Compute both first, at the same w and b.",
        "error = X @ w + b - y  # once per epoch\n"
        "dw, db = 2 / n * (X.T @ error), 2 / n * np.sum(error)\n"
        "w, b = w - lr * dw, b - lr * db  # both steps last",
        ({"between": _FROZEN},
         {"step_w": "self.b = self.b - lr * db", "between": _FROZEN, "step_b": "self.w = self.w - lr * dw"}),
        alias="old and new mixed", line_finders=("second_update",),
    ),
    Mistake(
        "fit-resets-parameters", "fit", "Every epoch starts over",
        "Where does the second epoch start: where the first one ended, or somewhere else?",
        "The parameters are reset in every epoch, so the next epoch loses what the last one has learned. An"
        " epoch starts where the one before it ended.",
        "for _ in range(epochs):  # w and b are set up before it and only moved in it\n"
        "    w, b = w - lr * dw, b - lr * db",
        ({"reset": "self.w, self.b = np.zeros(d), 0.0"},
         {"reset": "self.w = np.zeros(d)"},
         {"reset": "self.b = 0.0"}),
        alias="started over", line_finders=("reset",), changes_history_length=True,
    ),
    Mistake(
        "fit-stochastic", "fit", "A step does not use all samples",
        "How many samples should contribute before w and b change?",
        "The steps use single samples or parts of the data. That is stochastic gradient descent. The task"
        " asks for batch gradient descent, where an epoch is one step on all samples.",
        "y_hat = X @ w + b  # all n samples\n"
        "error = y_hat - y\n"
        "w, b = w - lr * 2 / n * (X.T @ error), b - lr * 2 / n * np.sum(error)  # once per epoch",
        ({"step_w": _SAMPLES, "step_b": ""},), alias="samples left out", line_finders=("inner_loop",),
        combinable=False, changes_history_length=True,
    ),
    Mistake(
        "fit-closed-form", "fit", "fit solves for w and b directly",
        "Which part of your fit would change if the model had no closed-form solution?",
        "fit solves for the best w and b directly. That alternative is worth mentioning in an interview (it"
        " costs O(n d^2 + d^3), which is fine for small d), but the task asks for gradient descent, step by"
        " step.",
        _EACH_EPOCH,
        ({"before": f"theta = {_LEAST_SQUARES}\nself.w, self.b = theta[:-1], theta[-1]", "step_w": "",
          "step_b": ""},
         {"before": "self.w = np.linalg.lstsq(X, y, rcond=None)[0]", "step_w": "", "step_b": ""},
         {"before": "self.w, self.b = np.linalg.lstsq(X, y, rcond=None)[0], 0.0", "step_w": "", "step_b": ""},
         {"before": "self.w = np.linalg.lstsq(X - X.mean(0), y - y.mean(), rcond=None)[0]\n"
          "self.b = float(np.mean(y) - X.mean(0) @ self.w)",
          "step_w": "", "step_b": ""}),
        alias="solved", line_finders=("solver", "update"), changes_history_length=True,
    ),
)  # fmt: skip

MISTAKES: tuple[Mistake, ...] = STEPS + OTHER_DESCENTS + HISTORY
