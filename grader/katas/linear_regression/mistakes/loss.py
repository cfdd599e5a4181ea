"""Mistakes in the loss, the mean squared error."""

from ....catalogue import Mistake

_CORRECTED = "loss = np.mean((y_hat - y) ** 2)"

MISTAKES: tuple[Mistake, ...] = (
    Mistake(
        "loss-not-squared", "loss", "The residuals are not squared",
        "What is your loss when one prediction is 5 too high and another is 5 too low?",
        "The loss averages the residuals as they are. Residuals that are too high and too low cancel, so a"
        " poor fit can have a loss of zero, or even a negative one.",
        _CORRECTED, ({"each": "residual"}, {"each": "-residual"}),
    ),
    Mistake(
        "loss-absolute", "loss", "The loss is the absolute error",
        "If a residual doubles, by what factor should its share of the mean squared error grow?",
        "The loss takes the absolute value of each residual instead of its square. That is a different loss,"
        " with a different gradient and a different best fit.",
        _CORRECTED, ({"each": "np.abs(residual)"},),
    ),
    Mistake(
        "loss-not-averaged", "loss", "The loss is not divided by n",
        "If every sample were in the data set twice, should the loss change?",
        "The loss is a sum over the samples that is not divided by n, the number of samples. So it grows"
        " with the data set, and the losses of two data sets cannot be compared.",
        f"{_CORRECTED}  # or np.sum((y_hat - y) ** 2) / n", ({"total": "np.sum(each)"},),
    ),
    Mistake(
        "loss-divided-by-n-minus-one", "loss", "The loss is divided by n - 1",
        "Over how many residuals do you take the mean, and what do you divide the sum by?",
        "The sum of squares is divided by n - 1. That is for estimating a variance. A mean over n samples is"
        " divided by n.",
        _CORRECTED, ({"total": "np.sum(each) / (len(y) - 1)"},),
    ),
    Mistake(
        "loss-penalised", "loss", "There is a penalty on the weights",
        "If the predictions are perfect, what should the loss be, and what is it for large weights?",
        "The loss includes a penalty on the weights. Ridge regression and the lasso do that, but the task"
        " asks for the mean squared error alone.",
        _CORRECTED,
        tuple(
            {"half": f" + {factor} * np.sum({of})"}
            for of in ("self.w ** 2", "np.abs(self.w)")
            for factor in ("<constant>", "<constant> / 2", "<constant> / len(y)", "<constant> / (2 * len(y))")
        ),
    ),
    Mistake(
        "loss-halved", "loss", "There is an extra factor 1/2",
        "Two samples, each predicted 1 too high: what is the mean of the squared residuals?",
        "The loss has a factor 1/2. Some books put it there to cancel the 2 of the derivative. The loss"
        " asked for here has none, and its gradient keeps the 2.",
        _CORRECTED, ({"half": " / 2"}, {"inner_half": " / 2"}),
    ),
    Mistake(
        "loss-root", "loss", "There is an extra square root",
        "If y is measured in metres, what is the unit of a mean squared error?",
        "The loss takes a square root. The root mean squared error is good for reports, but it is not the"
        " loss that the task asks for, and it has a different gradient.",
        f"{_CORRECTED}  # no root", ({"root": "np.sqrt(total)"},),
    ),
    Mistake(
        "loss-square-of-mean", "loss", "The mean is squared, not the residuals",
        "What comes first in a mean of squares, and what comes first in your code?",
        "The residuals are averaged first, and the result is squared. Residuals that are too high and too"
        " low cancel before they are squared, so a poor fit can have a loss of zero.",
        f"{_CORRECTED}  # the square inside, the mean outside",
        ({"each": "residual", "total": "np.mean(each) ** 2"},), telltales=("np.mean(y_hat - y) ** 2",),
    ),
    Mistake(
        "loss-not-scalar", "loss", "The loss should be one number",
        "How many numbers do you need to say how well a model fits a data set, and how many do you return?",
        "The loss is not one real number. The whole data set gets a single value, so that the losses of two"
        " epochs can be compared.",
        "loss = float(np.mean((y_hat - y) ** 2))", ({"total": "each"},),
    ),
    Mistake(
        "loss-broadcasts", "loss", "The residual has shape (n, n)",
        "What is the shape of the residual, and which two shapes did you subtract to get it?",
        "A column (n, 1) is combined with a row (n,), and NumPy broadcasts the difference to (n, n): every"
        " prediction is compared with every target, not only with its own.",
        f"{_CORRECTED}  # both (n,) on the way in: (n,) - (n,) -> (n,)",
        ({"loss_residual": "y_hat - y[:, None]"},),
        proving_values=("y_hat[:, None] - y", "y_hat - y[:, None]"),
    ),
    Mistake(
        "loss-sign-flipped", "loss", "The loss has the wrong sign",
        "As the predictions get better, should the loss rise or fall?",
        "The loss is negated: it rises as the fit gets better, but gradient descent is supposed to make it"
        " fall.",
        f"{_CORRECTED}  # never below zero", ({"loss_sign": "-"},),
        telltales=("-((y_hat - y) ** 2)", "-np.sum((y_hat - y) ** 2)", "-np.mean((y_hat - y) ** 2)"),
    ),
    Mistake(
        "loss-wrong-value", "loss", "The loss is wrong",
        "In the words mean, squared, error: what does each of them do to the numbers, and in which order?",
        "The loss does not have the value that the task's formula gives. Compare with a small example worked"
        " out by hand to see where your numbers differ.",
        "With y_hat = [1, 2, 3, 5] and y = [2, 2, 1, 4]:\n"
        "the residuals are [-1, 0, 2, 1], their squares [1, 0, 4, 1],\n"
        "so the loss is (1 + 0 + 4 + 1) / 4 = 1.5",
        ({"each": "y_hat - y ** 2"}, {"each": "y - y_hat ** 2"}),
        remark="only one of y_hat and y is squared, not their difference",
    ),
)  # fmt: skip
