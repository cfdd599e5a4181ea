"""Mistakes in the history that the training returns, and faults that no other entry explains."""

from ....catalogue import Mistake

_STEP = "self.w -= lr * dw\nself.b -= lr * db  # in each of the epochs"

HISTORY: tuple[Mistake, ...] = (
    Mistake(
        "fit-history-missing", "fit", "The losses are not returned",
        "What does the caller need from fit to draw the learning curve, and what does fit return?",
        "fit returns something other than the sequence of losses. The caller needs the history, one loss per"
        " epoch and nothing else; w and b can be read from the model.",
        "return losses  # a list with one loss per epoch", ({"result": "self"},), alias="no history",
        line_finders=("result",), combinable=False,
    ),
    Mistake(
        "fit-history-wrong-length", "fit", "The history should have one loss per epoch",
        "How many times does your code record a loss, and how many times does it take a step?",
        "The history does not have exactly `epochs` entries. Each epoch records one loss, and epochs=0 gives"
        " an empty list.",
        "losses = []  # a new list in every call\n"
        "for _ in range(epochs):\n"
        "    losses.append(loss)  # once per epoch\n"
        "    ...",
        ({"finish": "losses.append(float(self.compute_loss(self.predict(X), y)))"},),
        alias="history of wrong length", line_finders=("miscounted",), combinable=False,
        changes_history_length=True,
    ),
    Mistake(
        "fit-history-wrong-value", "fit", "The recorded losses are wrong",
        "For each recorded loss: which w and b, which samples and which formula does it use?",
        "The entries of the history are not the losses of their epochs. Each entry is the loss that the task"
        " asks for, on all n samples, at the w and b of its epoch.",
        "y_hat = X @ w + b\n"
        "losses.append(float(np.mean((y_hat - y) ** 2)))  # every epoch, before the step",
        ({"record": "losses.append(float(epoch))"},), alias="history of wrong values",
        line_finders=("record",), combinable=False,
    ),
    Mistake(
        "fit-does-not-converge", "fit", "Training does not converge",
        "If you print the loss every ten epochs, does it fall, and towards what?",
        "After more than enough epochs with a suitable learning rate, w and b are still far from the best"
        " fit. Each epoch should change both by minus lr times their gradient on all samples, from a start"
        " near zero.",
        _STEP,
        ({"start": "self.w, self.b = np.random.normal(0, 0.1, d), 0.0",
          "gradient_of_step": "(0.001 * np.sign(dw))"},),
        alias="no convergence", line_finders=("unpaired", "started_again", "update"), combinable=False,
        vague=True,
    ),
    Mistake(
        "fit-wrong-value", "fit", "The steps are wrong",
        "After a single epoch from zero on a few samples, what should w and b be, and what are they?",
        "The path of w and b is not that of gradient descent. Each epoch changes both by minus lr times"
        " their gradient, with every sample counted once. Compare with a small example worked out by hand to"
        " see where they diverge.",
        "With X = [[0], [1], [2], [3]], y = [1, 3, 5, 7], lr = 0.1, from w = [0] and b = 0:\n"
        "1st epoch: loss 21, dw = [-17], db = -8, so w = [1.7], b = 0.8\n"
        "2nd epoch: loss 0.535, dw = [-2.7], db = -1.3, so w = [1.97], b = 0.93",
        ({"gradient_of_step": "(dw * np.abs(dw))"}, {"gradient_of_step": "(<constant> * np.sign(dw))"}),
        alias="other steps",
        line_finders=("ended", "undoing", "scaled", "unpaired", "altered", "repaired", "update"), vague=True,
    ),
)  # fmt: skip
