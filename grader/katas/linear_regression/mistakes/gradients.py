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
        "gradient-missing-transpose", "gradients", "The transpose is missing",
        "To get one number per weight, do you have to sum over n or over d, and over which one does your"
        " product of X and the error sum?",
        "The product of X and the error sums along the wrong axis of X: each entry of dw should be a sum"
        " over the samples, but the product pairs the errors with the features. The shapes (n, d) and (n,)"
        " do not fit unless n == d. Then it runs without an error and gives wrong numbers of the right"
        " shape.",
        "dw = 2 / n * (X.T @ (y_hat - y))  # (d, n) @ (n,) -> (d,): sums over the samples",
        ({"dw_product": "X @ signal"},), alias="not transposed",
        telltales=("along: X @ (y_hat - y)", "along: X @ (y - y_hat)"),
    ),
    Mistake(
        "gradient-divided-by-features", "gradients", "The gradient is divided by d instead of n",
        "The loss is a mean over how many things, and which dimension of X counts them?",
        "The gradient is divided by d, the number of features, instead of n, the number of samples. The loss"
        " is a mean over the samples, and its derivative keeps that division.",
        f"n = len(y)  # or X.shape[0]; X.shape[1] is d\n{_DW}\n{_DB}",
        ({"dw_divisor": "d", "db_divisor": "d"}, {"dw_divisor": "d"}, {"db_divisor": "d"}),
        alias="divided by features", scales_steps=True,
    ),
    Mistake(
        "gradient-divided-twice", "gradients", "The gradient is divided by n twice",
        "Which operations in your gradient divide by n, and how many of them are there?",
        "The gradient is divided by n twice. One division belongs to the mean. With a second one, the steps"
        " shrink as the data set grows.",
        f"{_DW}\n{_DB}  # or 2 * np.mean(y_hat - y): the mean divides by n itself",
        ({"dw_divisor": "n ** 2", "db_divisor": "n ** 2"},), scales_steps=True,
    ),
    Mistake(
        "gradient-divided-by-n-minus-one", "gradients", "The gradient is divided by n - 1",
        "The loss is a mean over how many residuals, and what is its derivative divided by?",
        "The gradient is divided by n - 1. The loss is a mean over n samples, so its derivative is divided"
        " by n.",
        f"{_DW}\n{_DB}", ({"dw_divisor": "(n - 1)", "db_divisor": "(n - 1)"},),
    ),
    Mistake(
        "gradient-penalised", "gradients", "There is a penalty on the weights",
        "If the predictions are perfect, what should the gradient be, and what is yours?",
        "dw includes the gradient of a penalty on the weights. Ridge regression and the lasso do that, but"
        " the task asks for the gradient of the mean squared error alone.",
        _DW,
        tuple(
            {"dw_divisor": f"n + {factor} * {of}"}
            for of in ("self.w", "np.sign(self.w)")
            for factor in ("<constant>", "2 * <constant>", "<constant> / n", "2 * <constant> / n")
        ),
    ),
    Mistake(
        "gradient-clipped", "gradients", "The gradient is clipped",
        "If a residual is ten times as large, how much larger is your gradient?",
        "The values or the norm of the gradient are cut off at a limit. Clipping is common in deep learning,"
        " but the task asks for the gradient as it is.",
        f"{_DW}\n{_DB}",
        ({"returned": "np.clip(dw, -<constant>, <constant>), np.clip(db, -<constant>, <constant>)"},
         {"returned": "np.clip(dw, -<constant>, <constant>), db"},
         {"returned": "dw * min(1.0, <constant> / np.sqrt(np.sum(dw ** 2))), db"},
         {"aside": "r = min(1.0, <constant> / np.sqrt(np.sum(dw ** 2)))",
          "returned": "dw * r, np.clip(db, -<constant>, <constant>)"},
         {"aside": "r = min(1.0, <constant> / np.sqrt(np.sum(dw ** 2) + db ** 2))",
          "returned": "dw * r, db * r"}),
        line_finders=("clipped",),
    ),
    Mistake(
        "gradient-bias-not-summed", "gradients", "db is one value per sample",
        "How many biases does the model have, and how many numbers does your db have?",
        "The gradient of the bias still has one value per sample. All samples share the bias, so their"
        " contributions add up to one number. Without the sum, a step would turn b into an array.",
        f"{_DB}  # one number", ({"db_sum": "signal"}, {"db_sum": "signal", "db_divisor": "1"}),
        alias="number per sample", wrong_part=1,
    ),
    Mistake(
        "gradient-ignores-features", "gradients", "dw does not depend on X",
        "If a feature is zero in every sample, how much can its weight change the loss?",
        "The gradient of the weights does not use X: the errors are added up without being multiplied by the"
        " features. That is right for the bias, but here it gives every feature the same value. A weight"
        " acts through its feature, so its derivative has that feature as a factor.",
        _DW, ({"dw_product": "np.full(d, np.sum(signal))"}, {"dw_product": "np.sum(signal)"}),
    ),
    Mistake(
        "gradient-of-absolute-error", "gradients", "Only the sign of the residual is used",
        "Should a prediction that is off by 10 change the gradient as much as one that is off by 0.1?",
        "The gradient uses the sign of each residual and drops its size. That is the derivative of the"
        " absolute error. The derivative of the squared error grows with the residual.",
        f"{_DW}  # the residual with its size\n{_DB}",
        ({"signal": "np.sign(error)"}, {"signal": "np.sign(error)", **_BOTH}),
    ),
    Mistake(
        "gradient-of-squared-residual", "gradients", "The residual is squared in the gradient",
        "After differentiating r ** 2, which power of r is left?",
        "The gradient uses the squares of the residuals. The derivative of a square has the residual to the"
        " first power. A square is never negative, so it cannot tell too high from too low.",
        f"{_DW}  # the residual itself, not its square\n{_DB}", ({"signal": "error ** 2"},),
        telltales=("inside: own: along: (y_hat - y) ** 2", "along: X.T @ (y_hat - y) ** 2"),
    ),
    Mistake(
        "gradient-returned-swapped", "gradients", "The pair is returned in the wrong order",
        "In which order does the task name the two gradients, and in which order do you return them?",
        "The method returns (db, dw), but the task asks for (dw, db). A caller that unpacks the pair as"
        " documented moves each parameter by the gradient of the other.",
        "return dw, db", ({"returned": "db, dw"},), alias="given crosswise",
    ),
    Mistake(
        "gradient-ignores-y-hat", "gradients", "The given y_hat is not used",
        "If the caller passes a different y_hat, does your gradient change?",
        "The gradient is computed from a new prediction, not from the y_hat that was passed in. The"
        " prediction is then computed twice, and the result is wrong whenever y_hat is not what the model"
        " would predict now.",
        f"{_DW}  # with y_hat as it was passed in\n{_DB}",
        ({"target": "self.predict(X)"}, {"target": "X @ self.w + self.b"}), combinable=False,
    ),
    Mistake(
        "gradient-weights-collapsed", "gradients", "dw is one number for all features",
        "How many weights does the model have, and how many numbers does your dw have?",
        "The gradient of the weights is summed over the features as well as over the samples, so only one"
        " number is left. Every weight needs its own derivative: dw has shape (d,).",
        f"{_DW}  # sums over the samples only: (d, n) @ (n,) -> (d,)",
        ({"dw_product": "np.sum(X.T @ signal)"}, {"dw_product": "np.sum(X.T @ signal) / d"}),
        alias="vector collapsed", wrong_part=0,
    ),
    Mistake(
        "gradient-broadcasts", "gradients", "The residual in the gradient is (n, n)",
        "What is the shape of the residual, and which two shapes did you subtract to get it?",
        "A column (n, 1) is combined with a row (n,), and NumPy broadcasts the residual to (n, n): every"
        " prediction is compared with every target, not only with its own.",
        "error = y_hat - y  # (n,) - (n,) -> (n,): both one-dimensional\n"
        "dw = 2 / n * (X.T @ error)\n"
        "db = 2 / n * np.sum(error)",
        ({"error": "target - y[:, None]"},), combinable=False,
        proving_values=("y_hat[:, None] - y", "y_hat - y[:, None]", "(X @ w + b)[:, None] - y",
                        "X @ w + b - y[:, None]"),
    ),
    Mistake(
        "gradient-updates-parameters", "gradients", "Computing the gradient changes the parameters",
        "If someone computed the gradient twice in a row, would w and b still be the same?",
        "compute_gradients changes the model's w or b. It should leave both alone: fit takes the step."
        " Otherwise the model steps twice, or steps from a point that fit does not expect.",
        "return dw, db  # and in fit: w -= lr * dw and b -= lr * db",
        ({"aside": "self.w, self.b = self.w - 0.01 * dw, self.b - 0.01 * db"},), combinable=False,
    ),
    Mistake(
        "gradient-wrong-shape", "gradients", "The gradient has the wrong shape",
        "If w and b are to be updated with dw and db, what should the shapes of dw and db be?",
        "The method does not return a pair (dw, db) with dw of shape (d,) and db one number. Each gradient"
        " has the shape of its parameter.",
        _EXAMPLE,
    ),
    Mistake(
        "gradient-wrong-value", "gradients", "The gradient is wrong",
        "If you change one weight by 0.0001 and compare the losses, does the difference agree with your"
        " gradient?",
        "The gradient is not the derivative of the loss. Compare with a small example worked out by hand to"
        " see where your numbers differ.",
        _EXAMPLE,
    ),
)  # fmt: skip

MISTAKES: tuple[Mistake, ...] = gradient_scale.MISTAKES + FORM
