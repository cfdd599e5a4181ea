"""Training that descends, and not as it was asked for: other arguments, steps, rates or data."""

from ....catalogue import Mistake

_STEP = "w -= lr * dw\nb -= lr * db"

OTHER_DESCENTS: tuple[Mistake, ...] = (
    Mistake(
        id="fit-passes-wrong-arguments",
        step="fit",
        title="A method is called with the wrong arguments",
        question="For each call in fit: which argument does the method expect in which place, and in which"
        " shape?",
        named="fit hands one of its own methods another array than the documented one: transposed, swapped"
        " with another argument, or something else. The method itself is right.",
        corrected="y_hat = self.predict(X)\ndw, db = self.compute_gradients(X, y, y_hat)",
    ),
    Mistake(
        id="fit-steps-scaled",
        step="fit",
        title="The steps are a multiple of what they should be",
        question="If lr is 0.1 and a gradient is 1, how long should the step be, and how long is yours?",
        named="Each step is a constant multiple of lr times the gradient. The factor is in effect another"
        " learning rate than the one that the caller chose.",
        corrected=_STEP,
        edits=({"vector_rate": "2 * lr", "number_rate": "2 * lr"},),
    ),
    Mistake(
        id="fit-has-momentum",
        step="fit",
        title="A step depends on earlier gradients",
        question="Which numbers, besides lr and the gradient of this epoch, decide how long your step is?",
        named="The steps depend on earlier gradients, or on their size: momentum, Adam or RMSprop. Each is"
        " worth knowing; the task asks for plain gradient descent.",
        corrected=_STEP,
        edits=(
            {
                "before": "v, u = np.zeros(d), 0.0",
                "step_w": "v = 0.9 * v + dw\nself.w = self.w - lr * v",
                "step_b": "u = 0.9 * u + db\nself.b = self.b - lr * u",
            },
        ),
    ),
    Mistake(
        id="fit-learning-rate-changes",
        step="fit",
        title="The learning rate changes on the way",
        question="How long is the step of the last epoch, compared with lr times its gradient?",
        named="The learning rate decays or adapts over the epochs. Schedules are common in practice; the task"
        " asks for the lr of the caller in every epoch.",
        corrected=_STEP,
        edits=({"vector_rate": "lr / (1 + 0.1 * epoch)", "number_rate": "lr / (1 + 0.1 * epoch)"},),
    ),
    Mistake(
        id="fit-scales-data",
        step="fit",
        title="It trains on scaled data",
        question="On which X does the model predict later, and on which one was it trained?",
        named="fit trains on standardised or otherwise scaled data, so its w and b belong to other features"
        " than those that predict gets. Scaling is good practice, done by the caller before both.",
        corrected="y_hat = self.predict(X)  # X as it was given",
        edits=(
            {
                "before": "X = (X - X.mean(axis=0)) / np.where(np.ptp(X, axis=0) == 0, 1.0, X.std(axis=0))",
            },
        ),
    ),
)
