"""Mistakes in the loss, the mean squared error."""

from ....catalogue import Mistake

_CORRECTED = "loss = np.mean((y_hat - y) ** 2)"

MISTAKES: tuple[Mistake, ...] = (
    Mistake(
        id="loss-not-squared",
        step="loss",
        title="The residuals are not squared",
        question="What is your loss when one prediction is 5 too high and another is 5 too low?",
        explanation="The loss averages the residuals as they are. Residuals that are too high and too low"
        " cancel, so a poor fit can have a loss of zero, or even a negative one.",
        corrected=_CORRECTED,
        edits=({"each": "residual"}, {"each": "-residual"}),
    ),
    Mistake(
        id="loss-absolute",
        step="loss",
        title="The loss is the absolute error",
        question="If a residual doubles, by what factor should its share of the mean squared error grow?",
        explanation="The loss takes the absolute value of each residual instead of its square. That is a"
        " different loss, with a different gradient and a different best fit.",
        corrected=_CORRECTED,
        edits=({"each": "np.abs(residual)"},),
    ),
    Mistake(
        id="loss-not-averaged",
        step="loss",
        title="The loss is not divided by n",
        question="If every sample were in the data set twice, should the loss change?",
        explanation="The loss is a sum over the samples that is not divided by n, the number of samples. So"
        " it grows with the data set, and the losses of two data sets cannot be compared.",
        corrected=f"{_CORRECTED}  # or np.sum((y_hat - y) ** 2) / n",
        edits=({"total": "np.sum(each)"},),
    ),
    Mistake(
        id="loss-divided-by-n-minus-one",
        step="loss",
        title="The loss is divided by n - 1",
        question="Over how many residuals do you take the mean, and what do you divide the sum by?",
        explanation="The sum of squares is divided by n - 1. That is for estimating a variance. A mean over n"
        " samples is divided by n.",
        corrected=_CORRECTED,
        edits=({"total": "np.sum(each) / (len(y) - 1)"},),
    ),
    Mistake(
        id="loss-penalised",
        step="loss",
        title="There is a penalty on the weights",
        question="If the predictions are perfect, what should the loss be, and what is it for large weights?",
        explanation="The loss includes a penalty on the weights. Ridge regression and the lasso do that, but"
        " the task asks for the mean squared error alone.",
        corrected=_CORRECTED,
        edits=tuple(
            {"half": f" + {factor} * np.sum({of})"}
            for of in ("self.w ** 2", "np.abs(self.w)")
            for factor in ("<constant>", "<constant> / 2", "<constant> / len(y)", "<constant> / (2 * len(y))")
        ),
    ),
    Mistake(
        id="loss-halved",
        step="loss",
        title="There is an extra factor 1/2",
        question="Two samples, each predicted 1 too high: what is the mean of the squared residuals?",
        explanation="The loss has a factor 1/2. Some books put it there to cancel the 2 of the derivative."
        " The loss asked for here has none, and its gradient keeps the 2.",
        corrected=_CORRECTED,
        edits=({"half": " / 2"}, {"inner_half": " / 2"}),
    ),
    Mistake(
        id="loss-root",
        step="loss",
        title="There is an extra square root",
        question="If y is measured in metres, what is the unit of a mean squared error?",
        explanation="The loss takes a square root. The root mean squared error is good for reports, but it is"
        " not the loss that the task asks for, and it has a different gradient.",
        corrected=f"{_CORRECTED}  # no root",
        edits=({"root": "np.sqrt(total)"},),
    ),
    Mistake(
        id="loss-square-of-mean",
        step="loss",
        title="The mean is squared, not the residuals",
        question="What comes first in a mean of squares, and what comes first in your code?",
        explanation="The residuals are averaged first, and the result is squared. Residuals that are too high"
        " and too low cancel before they are squared, so a poor fit can have a loss of zero.",
        corrected=f"{_CORRECTED}  # the square inside, the mean outside",
        edits=({"each": "residual", "total": "np.mean(each) ** 2"},),
        telltales=("np.mean(y_hat - y) ** 2",),
    ),
    Mistake(
        id="loss-not-scalar",
        step="loss",
        title="The loss should be one number",
        question="How many numbers do you need to say how well a model fits a data set, and how many do"
        " you return?",
        explanation="The loss is not one real number. The whole data set gets a single value, so that the"
        " losses of two epochs can be compared.",
        corrected="loss = float(np.mean((y_hat - y) ** 2))",
        edits=({"total": "each"},),
    ),
    Mistake(
        id="loss-broadcasts",
        step="loss",
        title="The residual has shape (n, n)",
        question="What is the shape of the residual, and which two shapes did you subtract to get it?",
        explanation="A column (n, 1) is combined with a row (n,), and NumPy broadcasts the difference to (n,"
        " n): every prediction is compared with every target, not only with its own.",
        corrected=f"{_CORRECTED}  # both (n,) on the way in: (n,) - (n,) -> (n,)",
        edits=({"loss_residual": "y_hat - y[:, None]"},),
        proving_values=("y_hat[:, None] - y", "y_hat - y[:, None]"),
    ),
    Mistake(
        id="loss-sign-flipped",
        step="loss",
        title="The loss has the wrong sign",
        question="As the predictions get better, should the loss rise or fall?",
        explanation="The loss is negated: it rises as the fit gets better, but gradient descent is supposed"
        " to make it fall.",
        corrected=f"{_CORRECTED}  # never below zero",
        edits=({"loss_sign": "-"},),
        telltales=("-((y_hat - y) ** 2)", "-np.sum((y_hat - y) ** 2)", "-np.mean((y_hat - y) ** 2)"),
    ),
    Mistake(
        id="loss-wrong-value",
        step="loss",
        title="The loss is wrong",
        question="In the words mean, squared, error: what does each of them do to the numbers, and in"
        " which order?",
        explanation="The loss does not have the value that the task's formula gives. Compare with a small"
        " example worked out by hand to see where your numbers differ.",
        corrected="With y_hat = [1, 2, 3, 5] and y = [2, 2, 1, 4]:\n"
        "the residuals are [-1, 0, 2, 1], their squares [1, 0, 4, 1],\n"
        "so the loss is (1 + 0 + 4 + 1) / 4 = 1.5",
        edits=({"each": "y_hat - y ** 2"}, {"each": "y - y_hat ** 2"}),
        remark="only one of y_hat and y is squared, not their difference",
    ),
)
