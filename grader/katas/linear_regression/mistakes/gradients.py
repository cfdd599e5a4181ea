"""Mistakes in the gradient of the loss; see `gradient_scale` for those in its size and direction."""

from ....catalogue import Mistake
from . import gradient_scale

_BOTH = {"dw_factor": "1", "db_factor": "1"}

_DW = "dw = 2 / n * (X.T @ (y_hat - y))"
_DB = "db = 2 / n * np.sum(y_hat - y)"

_EXAMPLE = (
    "With X = [[1, 0, 2], [0, 1, 1], [3, 1, 0], [1, 2, 1]],\n"
    "y_hat = [2, 1, 4, 3] and y = [1, 3, 3, 1] (n = 4, d = 3):\n"
    "the error is [1, -2, 1, 2]; X.T @ error = [6, 3, 2] and np.sum(error) = 2,\n"
    "so dw = 2/4 * [6, 3, 2] = [3, 1.5, 1], shape (3,), and db = 2/4 * 2 = 1, one number"
)

FORM: tuple[Mistake, ...] = (
    Mistake(
        id="gradient-missing-transpose",
        step="gradients",
        alias="not transposed",
        title="The transpose is missing",
        question="To get one number per weight, do you have to sum over n or over d, and over which one"
        " does your product of X and the error sum?",
        explanation="The product of X and the error sums along the wrong axis of X: each entry of dw should"
        " be a sum over the samples, but the product pairs the errors with the features. The shapes (n, d)"
        " and (n,) do not fit unless n == d. Then it runs without an error and gives wrong numbers of the"
        " right shape.",
        corrected="dw = 2 / n * (X.T @ (y_hat - y))  # (d, n) @ (n,) -> (d,): sums over the samples",
        edits=({"dw_product": "X @ signal"},),
        telltales=("along: X @ (y_hat - y)", "along: X @ (y - y_hat)"),
    ),
    Mistake(
        id="gradient-divided-by-features",
        step="gradients",
        alias="divided by features",
        scales_steps=True,
        title="The gradient is divided by d instead of n",
        question="The loss is a mean over how many things, and which dimension of X counts them?",
        explanation="The gradient is divided by d, the number of features, instead of n, the number of"
        " samples. The loss is a mean over the samples, and its derivative keeps that division.",
        corrected=f"n = len(y)  # or X.shape[0]; X.shape[1] is d\n{_DW}\n{_DB}",
        edits=({"dw_divisor": "d", "db_divisor": "d"}, {"dw_divisor": "d"}, {"db_divisor": "d"}),
    ),
    Mistake(
        id="gradient-divided-twice",
        step="gradients",
        scales_steps=True,
        title="The gradient is divided by n twice",
        question="Which operations in your gradient divide by n, and how many of them are there?",
        explanation="The gradient is divided by n twice. One division belongs to the mean. With a second one,"
        " the steps shrink as the data set grows.",
        corrected=f"{_DW}\n{_DB}  # or 2 * np.mean(y_hat - y): the mean divides by n itself",
        edits=({"dw_divisor": "n ** 2", "db_divisor": "n ** 2"},),
    ),
    Mistake(
        id="gradient-divided-by-n-minus-one",
        step="gradients",
        title="The gradient is divided by n - 1",
        question="The loss is a mean over how many residuals, and what is its derivative divided by?",
        explanation="The gradient is divided by n - 1. The loss is a mean over n samples, so its derivative"
        " is divided by n.",
        corrected=f"{_DW}\n{_DB}",
        edits=({"dw_divisor": "(n - 1)", "db_divisor": "(n - 1)"},),
    ),
    Mistake(
        id="gradient-penalised",
        step="gradients",
        title="There is a penalty on the weights",
        question="If the predictions are perfect, what should the gradient be, and what is yours?",
        explanation="dw includes the gradient of a penalty on the weights. Ridge regression and the lasso do"
        " that, but the task asks for the gradient of the mean squared error alone.",
        corrected=_DW,
        edits=tuple(
            {"dw_divisor": f"n + {factor} * {of}"}
            for of in ("self.w", "np.sign(self.w)")
            for factor in ("<constant>", "2 * <constant>", "<constant> / n", "2 * <constant> / n")
        ),
    ),
    Mistake(
        id="gradient-clipped",
        step="gradients",
        title="The gradient is clipped",
        question="If a residual is ten times as large, how much larger is your gradient?",
        explanation="The values or the norm of the gradient are cut off at a limit. Clipping is common in"
        " deep learning, but the task asks for the gradient as it is.",
        corrected=f"{_DW}\n{_DB}",
        edits=(
            {"returned": "np.clip(dw, -<constant>, <constant>), np.clip(db, -<constant>, <constant>)"},
            {"returned": "np.clip(dw, -<constant>, <constant>), db"},
            {"returned": "dw * min(1.0, <constant> / np.sqrt(np.sum(dw ** 2))), db"},
            {
                "aside": "r = min(1.0, <constant> / np.sqrt(np.sum(dw ** 2)))",
                "returned": "dw * r, np.clip(db, -<constant>, <constant>)",
            },
            {
                "aside": "r = min(1.0, <constant> / np.sqrt(np.sum(dw ** 2) + db ** 2))",
                "returned": "dw * r, db * r",
            },
        ),
        line_finders=("clipped",),
    ),
    Mistake(
        id="gradient-bias-not-summed",
        step="gradients",
        alias="number per sample",
        title="db is one value per sample",
        question="How many biases does the model have, and how many numbers does your db have?",
        explanation="The gradient of the bias still has one value per sample. All samples share the bias, so"
        " their contributions add up to one number. Without the sum, a step would turn b into an"
        " array.",
        corrected=f"{_DB}  # one number",
        edits=({"db_sum": "signal"}, {"db_sum": "signal", "db_divisor": "1"}),
        wrong_part=1,
    ),
    Mistake(
        id="gradient-ignores-features",
        step="gradients",
        title="dw does not depend on X",
        question="If a feature is zero in every sample, how much can its weight change the loss?",
        explanation="The gradient of the weights does not use X: the errors are added up without being"
        " multiplied by the features. That is right for the bias, but here it gives every feature the"
        " same value. A weight acts through its feature, so its derivative has that feature as a"
        " factor.",
        corrected=_DW,
        edits=(
            {"dw_product": "np.full(d, np.sum(signal))"},
            {"dw_product": "np.sum(signal)"},
        ),
    ),
    Mistake(
        id="gradient-of-absolute-error",
        step="gradients",
        title="Only the sign of the residual is used",
        question="Should a prediction that is off by 10 change the gradient as much as one that is off by"
        " 0.1?",
        explanation="The gradient uses the sign of each residual and drops its size. That is the derivative"
        " of the absolute error. The derivative of the squared error grows with the residual.",
        corrected=f"{_DW}  # the residual with its size\n{_DB}",
        edits=({"signal": "np.sign(error)"}, {"signal": "np.sign(error)", **_BOTH}),
    ),
    Mistake(
        id="gradient-of-squared-residual",
        step="gradients",
        title="The residual is squared in the gradient",
        question="After differentiating r ** 2, which power of r is left?",
        explanation="The gradient uses the squares of the residuals. The derivative of a square has the"
        " residual to the first power. A square is never negative, so it cannot tell too high from too low.",
        corrected=f"{_DW}  # the residual itself, not its square\n{_DB}",
        edits=({"signal": "error ** 2"},),
        telltales=("inside: own: along: (y_hat - y) ** 2", "along: X.T @ (y_hat - y) ** 2"),
    ),
    Mistake(
        id="gradient-returned-swapped",
        step="gradients",
        alias="given crosswise",
        title="The pair is returned in the wrong order",
        question="In which order does the task name the two gradients, and in which order do you return"
        " them?",
        explanation="The method returns (db, dw), but the task asks for (dw, db). A caller that unpacks the"
        " pair as documented moves each parameter by the gradient of the other.",
        corrected="return dw, db",
        edits=({"returned": "db, dw"},),
    ),
    Mistake(
        id="gradient-ignores-y-hat",
        step="gradients",
        combinable=False,
        title="The given y_hat is not used",
        question="If the caller passes a different y_hat, does your gradient change?",
        explanation="The gradient is computed from a new prediction, not from the y_hat that was passed in."
        " The prediction is then computed twice, and the result is wrong whenever y_hat is not what the model"
        " would predict now.",
        corrected=f"{_DW}  # with y_hat as it was passed in\n{_DB}",
        edits=({"target": "self.predict(X)"}, {"target": "X @ self.w + self.b"}),
    ),
    Mistake(
        id="gradient-weights-collapsed",
        step="gradients",
        alias="vector collapsed",
        title="dw is one number for all features",
        question="How many weights does the model have, and how many numbers does your dw have?",
        explanation="The gradient of the weights is summed over the features as well as over the samples, so"
        " only one number is left. Every weight needs its own derivative: dw has shape (d,).",
        corrected=f"{_DW}  # sums over the samples only: (d, n) @ (n,) -> (d,)",
        edits=(
            {"dw_product": "np.sum(X.T @ signal)"},
            {"dw_product": "np.sum(X.T @ signal) / d"},
        ),
        wrong_part=0,
    ),
    Mistake(
        id="gradient-broadcasts",
        step="gradients",
        combinable=False,
        title="The residual in the gradient is (n, n)",
        question="What is the shape of the residual, and which two shapes did you subtract to get it?",
        explanation="A column (n, 1) is combined with a row (n,), and NumPy broadcasts the residual to (n,"
        " n): every prediction is compared with every target, not only with its own.",
        corrected="error = y_hat - y  # (n,) - (n,) -> (n,): both one-dimensional\n"
        "dw = 2 / n * (X.T @ error)\n"
        "db = 2 / n * np.sum(error)",
        edits=({"error": "target - y[:, None]"},),
        proving_values=(
            "y_hat[:, None] - y",
            "y_hat - y[:, None]",
            "(X @ w + b)[:, None] - y",
            "X @ w + b - y[:, None]",
        ),
    ),
    Mistake(
        id="gradient-updates-parameters",
        step="gradients",
        combinable=False,
        title="Computing the gradient changes the parameters",
        question="If someone computed the gradient twice in a row, would w and b still be the same?",
        explanation="compute_gradients changes the model's w or b. It should leave both alone: fit takes the"
        " step. Otherwise the model steps twice, or steps from a point that fit does not expect.",
        corrected="return dw, db  # and in fit: w -= lr * dw and b -= lr * db",
        edits=({"aside": "self.w, self.b = self.w - 0.01 * dw, self.b - 0.01 * db"},),
    ),
    Mistake(
        id="gradient-wrong-shape",
        step="gradients",
        title="The gradient has the wrong shape",
        question="If w and b are to be updated with dw and db, what should the shapes of dw and db be?",
        explanation="The method does not return a pair (dw, db) with dw of shape (d,) and db one number. Each"
        " gradient has the shape of its parameter.",
        corrected=_EXAMPLE,
    ),
    Mistake(
        id="gradient-wrong-value",
        step="gradients",
        title="The gradient is wrong",
        question="If you change one weight by 0.0001 and compare the losses, does the difference agree"
        " with your gradient?",
        explanation="The gradient is not the derivative of the loss. Compare with a small example worked out"
        " by hand to see where your numbers differ.",
        corrected=_EXAMPLE,
    ),
)

MISTAKES: tuple[Mistake, ...] = gradient_scale.MISTAKES + FORM
