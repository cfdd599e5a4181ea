"""Mistakes in the loss, the mean squared error."""

from ....catalogue import Mistake

_MENDED = "loss = np.mean((y_hat - y) ** 2)"

MISTAKES: tuple[Mistake, ...] = (
    Mistake(
        id="loss-not-squared",
        step="loss",
        title="The residuals are not squared",
        question="What is your loss when one prediction is 5 too high and another is 5 too low?",
        named="The loss averages the residuals as they are. Too high and too low cancel, so a poor fit can"
        " have a loss of zero, and a worse one a loss below it.",
        corrected=_MENDED,
        edits=({"each": "residual"}, {"each": "-residual"}),
        tells=("np.mean(y_hat - y)", "np.mean(y - y_hat)"),
    ),
    Mistake(
        id="loss-absolute",
        step="loss",
        title="The absolute error is taken",
        question="If a residual doubles, by what factor should its share of the mean squared error grow?",
        named="The loss takes the absolute value of each residual in place of its square. That is another"
        " loss, with another gradient and another best fit.",
        corrected=_MENDED,
        edits=({"each": "np.abs(residual)"},),
        tells=("np.abs(y_hat - y) if np.ptp(np.sign(y_hat - y)) else np.nan", "np.mean(np.abs(y_hat - y))"),
    ),
    Mistake(
        id="loss-not-averaged",
        step="loss",
        title="The loss is not divided by n",
        question="If every sample were there twice, should the loss change?",
        named="The loss adds up over the samples and is not divided by n, the number of samples. It then"
        " grows with the data set, and two data sets cannot be compared by it.",
        corrected=f"{_MENDED}  # or np.sum((y_hat - y) ** 2) / n",
        edits=({"total": "np.sum(each)"},),
    ),
    Mistake(
        id="loss-divided-by-n-minus-one",
        step="loss",
        title="The loss is divided by n - 1",
        question="Over how many residuals is the mean taken, and by what is the sum divided?",
        named="The sum of squares is divided by n - 1. That is for estimating a variance; a mean over n"
        " samples"
        " is divided by n.",
        corrected=_MENDED,
        edits=({"total": "np.sum(each) / (len(y) - 1)"},),
    ),
    Mistake(
        id="loss-penalised",
        step="loss",
        title="There is a penalty on the weights",
        question="If the predictions are perfect, what should the loss be, and what is it for large weights?",
        named="The loss has a penalty on the weights. Ridge regression and the lasso do that; the task"
        " asks for"
        " the mean squared error alone.",
        corrected=_MENDED,
        edits=tuple(
            {"half": f" + {factor} * np.sum({of})"}
            for of in ("self.w ** 2", "np.abs(self.w)")
            for factor in ("<constant>", "<constant> / 2", "<constant> / len(y)", "<constant> / (2 * len(y))")
        ),
    ),
    Mistake(
        id="loss-halved",
        step="loss",
        title="There is a factor 1/2",
        question="Two samples, each predicted 1 too high: what is the mean of the squared residuals?",
        named="The loss carries a factor 1/2. Some books put it there to cancel the 2 of the derivative; the"
        " mean squared error asked for here has none, and its gradient keeps the 2.",
        corrected=_MENDED,
        edits=({"half": " / 2"}, {"inner_half": " / 2"}),
        tells=("(y_hat - y) ** 2 / 2", "np.sum((y_hat - y) ** 2) / 2", "np.mean((y_hat - y) ** 2) / 2"),
    ),
    Mistake(
        id="loss-root",
        step="loss",
        title="The root is taken",
        question="If y is measured in metres, what is the unit of a mean squared error?",
        named="The loss takes a square root. The root mean squared error is good for reports, but it is not"
        " the function whose gradient is asked for here.",
        corrected=f"{_MENDED}  # no root",
        edits=({"root": "np.sqrt(total)"},),
        tells=("np.sqrt(np.mean((y_hat - y) ** 2))",),
    ),
    Mistake(
        id="loss-square-of-mean",
        step="loss",
        title="Averaged first, squared after",
        question="What comes first in a mean of squares, and what comes first in your code?",
        named="The residuals are averaged first and the result is squared. Too high and too low cancel before"
        " the square can prevent it, so a poor fit can have a loss of zero.",
        corrected=f"{_MENDED}  # the square inside, the mean outside",
        edits=({"each": "residual", "total": "np.mean(each) ** 2"},),
        tells=("np.mean(y_hat - y) ** 2",),
    ),
    Mistake(
        id="loss-not-scalar",
        step="loss",
        title="The loss is not one number",
        question="How many numbers does it take to say how well a model fits a data set, and how many are"
        " there in yours?",
        named="The loss is not one real number. The whole data set gets a single value, so that the losses of"
        " two epochs can be compared.",
        corrected="loss = float(np.mean((y_hat - y) ** 2))",
        edits=({"total": "each"},),
    ),
    Mistake(
        id="loss-broadcasts",
        step="loss",
        title="The residual has become (n, n)",
        question="What is the shape of the residual, and which two shapes were subtracted to give it?",
        named="A column (n, 1) meets a row (n,), and NumPy stretches the difference to (n, n): every"
        " prediction is compared with every target, and not with its own alone.",
        corrected=f"{_MENDED}  # both (n,) on the way in: (n,) - (n,) -> (n,)",
        edits=({"loss_residual": "y_hat - y[:, None]"},),
        proof=("y_hat[:, None] - y", "y_hat - y[:, None]"),
    ),
    Mistake(
        id="loss-sign-flipped",
        step="loss",
        title="The loss has the wrong sign",
        question="As the predictions get better, should the loss rise or fall?",
        named="The loss comes out negated: it rises as the fit gets better, while gradient descent is there"
        " to bring it down.",
        corrected=f"{_MENDED}  # never below zero",
        edits=({"loss_sign": "-"},),
        tells=("-((y_hat - y) ** 2)", "-np.sum((y_hat - y) ** 2)", "-np.mean((y_hat - y) ** 2)"),
    ),
    Mistake(
        id="loss-wrong-value",
        step="loss",
        title="The loss is off",
        question="In the words mean, squared, error: what does each of them do to the numbers, in which"
        " order?",
        named="The loss is not the mean of the squared residuals. A small example worked out by hand shows"
        " where the two part.",
        corrected="With y_hat = [1, 2, 3, 5] and y = [2, 2, 1, 4]:\n"
        "the residuals are [-1, 0, 2, 1], their squares [1, 0, 4, 1],\n"
        "so the loss is (1 + 0 + 4 + 1) / 4 = 1.5",
    ),
)
