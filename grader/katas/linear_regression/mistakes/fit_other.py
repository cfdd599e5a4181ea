"""Training that descends, but not as the task asks: with other arguments, steps, rates or data."""

from ....catalogue import Mistake

_STEP = "w -= lr * dw\nb -= lr * db"

OTHER_DESCENTS: tuple[Mistake, ...] = (
    Mistake(
        "fit-passes-wrong-arguments", "fit", "A method is called with the wrong arguments",
        "For each call in fit: which arguments does the method expect, in which order and with which shapes?",
        "fit passes one of its own methods something other than the documented argument: an array that is"
        " transposed, swapped with another argument, or a different one altogether. The method itself is"
        " right.",
        "y_hat = self.predict(X)\ndw, db = self.compute_gradients(X, y, y_hat)", alias="wrong arguments",
    ),
    Mistake(
        "fit-steps-scaled", "fit", "The steps are a multiple of what they should be",
        "If lr is 0.1 and a gradient is 1, how long should the step be, and how long is yours?",
        "Each step is a constant multiple of lr times the gradient. With that factor, the learning rate that"
        " takes effect is not the one that the caller chose.",
        _STEP, ({"vector_rate": "2 * lr", "number_rate": "2 * lr"},), alias="steps scaled",
        line_finders=("repeated", "rate"), combinable=False,
    ),
    Mistake(
        "fit-has-momentum", "fit", "A step depends on earlier gradients",
        "Besides lr and the gradient of this epoch, which numbers decide how long your step is?",
        "The steps depend on earlier gradients, or on their size, as in momentum, Adam or RMSprop. These are"
        " worth knowing, but the task asks for plain gradient descent.",
        _STEP,
        ({"before": "v, u = np.zeros(d), 0.0", "step_w": "v = 0.9 * v + dw\nself.w = self.w - lr * v",
          "step_b": "u = 0.9 * u + db\nself.b = self.b - lr * u"},),
        alias="momentum", line_finders=("carried_on", "update"),
    ),
    Mistake(
        "fit-learning-rate-changes", "fit", "The learning rate changes during training",
        "How long is the step of the last epoch, compared with lr times its gradient?",
        "The learning rate decays or adapts over the epochs. Schedules are common in practice, but the task"
        " asks for the caller's lr in every epoch.",
        _STEP, ({"vector_rate": "lr / (1 + 0.1 * epoch)", "number_rate": "lr / (1 + 0.1 * epoch)"},),
        alias="rate changes", line_finders=("rate_later", "update"),
    ),
    Mistake(
        "fit-scales-data", "fit", "fit trains on scaled data",
        "On which X does the model predict later, and on which X was it trained?",
        "fit trains on standardised or otherwise scaled data, so its w and b do not match the data that"
        " predict gets. Scaling is good practice, but the caller does it, before both fit and predict.",
        "y_hat = self.predict(X)  # X as it was given",
        ({"before": "X = (X - X.mean(axis=0)) / np.where(np.ptp(X, axis=0) == 0, 1.0, X.std(axis=0))"},),
        alias="data scaled", line_finders=("scaled", "update"),
    ),
)  # fmt: skip
