"""Mistakes in the gradient of the loss; its size and its direction are in `gradient_scale`."""

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
        title="The transpose is missing",
        question="To leave one number per weight, which of n and d has to be summed away, and which one does"
        " your product of X and the error sum over?",
        named="The product of X and the error runs along the wrong axis of X: it pairs the errors with the"
        " features, where each entry of dw is a sum over the samples. Shapes (n, d) and (n,) clash there"
        " unless n == d, and then it runs without complaint and gives wrong numbers of the right shape.",
        corrected="dw = 2 / n * (X.T @ (y_hat - y))  # (d, n) @ (n,) -> (d,): sums over the samples",
        edits=({"dw_product": "X @ signal"},),
        tells=("along: X @ (y_hat - y)", "along: X @ (y - y_hat)"),
    ),
    Mistake(
        id="gradient-divided-by-features",
        step="gradients",
        title="Divided by d in place of n",
        question="The loss is a mean: over how many things, and which dimension of X counts them?",
        named="The gradient is divided by d, the number of features, in place of n, the number of samples."
        " The loss is a mean over the samples, and its derivative keeps that division.",
        corrected=f"n = len(y)  # or X.shape[0]; X.shape[1] is d\n{_DW}\n{_DB}",
        edits=({"dw_divisor": "d", "db_divisor": "d"},),
    ),
    Mistake(
        id="gradient-divided-twice",
        step="gradients",
        title="Divided by n twice",
        question="Which operations on the way to the gradient divide by n, and how many of them are there?",
        named="The gradient is divided by n twice. One division belongs to the mean; with a second one the"
        " steps shrink as the data set grows.",
        corrected=f"{_DW}\n{_DB}  # or 2 * np.mean(y_hat - y): the mean divides by n itself",
        edits=({"dw_divisor": "n ** 2", "db_divisor": "n ** 2"},),
    ),
    Mistake(
        id="gradient-divided-by-n-minus-one",
        step="gradients",
        title="Divided by n - 1",
        question="The loss is a mean over how many residuals, and what does its derivative keep of that?",
        named="The gradient is divided by n - 1. The loss is a mean over n samples, so its derivative is"
        " divided"
        " by n.",
        corrected=f"{_DW}\n{_DB}",
        edits=({"dw_divisor": "(n - 1)", "db_divisor": "(n - 1)"},),
    ),
    Mistake(
        id="gradient-penalised",
        step="gradients",
        title="There is a penalty on the weights",
        question="Where the predictions are perfect, what should the gradient be, and what is yours?",
        named="dw has the gradient of a penalty on the weights. Ridge regression and the lasso do that;"
        " the task"
        " asks for the gradient of the mean squared error alone.",
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
        title="The gradient is cut off",
        question="For a residual that is ten times as large, how much larger is your gradient?",
        named="The values or the norm of the gradient are cut at a limit. Clipping is common in deep"
        " learning;"
        " the task asks for the gradient as it is.",
        corrected=f"{_DW}\n{_DB}",
        edits=(
            {"returned": "np.clip(dw, -<constant>, <constant>), np.clip(db, -<constant>, <constant>)"},
            {"returned": "np.clip(dw, -<constant>, <constant>), db"},
            {"returned": "dw * min(1.0, <constant> / np.sqrt(np.sum(dw ** 2))), db"},
            {
                "aside": "r = min(1.0, <constant> / np.sqrt(np.sum(dw ** 2) + db ** 2))",
                "returned": "dw * r, db * r",
            },
        ),
    ),
    Mistake(
        id="gradient-bias-not-summed",
        step="gradients",
        title="db is one value per sample",
        question="How many biases are there to be moved, and how many numbers has your db?",
        named="The gradient of the bias still has one value per sample. The bias is shared by all of them, so"
        " their contributions add up to one number; without the sum, a step would turn b into an array.",
        corrected=f"{_DB}  # one number",
        edits=({"db_sum": "signal"}, {"db_sum": "signal", "db_divisor": "1"}),
        part=1,
    ),
    Mistake(
        id="gradient-ignores-features",
        step="gradients",
        title="dw does not depend on X",
        question="If a feature is zero in every sample, how much can its weight change the loss?",
        named="X has no part in the gradient of the weights: the errors are added up without being weighted"
        " by the feature values, as is right for the bias, so every feature gets the same. A weight acts"
        " through its feature, and its derivative carries that feature as a factor.",
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
        question="Should a prediction that is off by 10 pull as hard as one that is off by 0.1?",
        named="The gradient takes the sign of each residual and drops its size. That is the derivative of the"
        " absolute error; the square's derivative grows with the residual.",
        corrected=f"{_DW}  # the residual with its size\n{_DB}",
        edits=({"signal": "np.sign(error)"}, {"signal": "np.sign(error)", **_BOTH}),
        tells=("along: np.sign(y_hat - y)", "along: np.sign(y - y_hat)"),
    ),
    Mistake(
        id="gradient-of-squared-residual",
        step="gradients",
        title="The residual is squared in the gradient",
        question="After differentiating r ** 2, which power of r is left?",
        named="The gradient is built on the squares of the residuals. The derivative of a square has the"
        " residual to the first power; squared, it no longer tells too high from too low.",
        corrected=f"{_DW}  # the residual itself, not its square\n{_DB}",
        edits=({"signal": "error ** 2"},),
        tells=(
            "inside: along: (y_hat - y) ** 2",
            "along: X.T @ (y_hat - y) ** 2",
            "along: (y_hat - y) ** 2",
        ),
    ),
    Mistake(
        id="gradient-returned-swapped",
        step="gradients",
        title="The pair comes back in the wrong order",
        question="In which order does the task name the two gradients, and in which do you return them?",
        named="The pair comes back as (db, dw), and (dw, db) is what was asked for. A caller that unpacks it"
        " as documented moves each parameter by the gradient of the other.",
        corrected="return dw, db",
        edits=({"returned": "db, dw"},),
    ),
    Mistake(
        id="gradient-ignores-y-hat",
        step="gradients",
        title="The given y_hat is not used",
        question="If the caller hands in another y_hat, does your gradient change?",
        named="The gradient comes from a prediction made afresh, and the y_hat that was handed in has no say."
        " The forward pass is done twice, and the result is another wherever y_hat is not what the model"
        " would predict at this moment.",
        corrected=f"{_DW}  # with y_hat as it was handed in\n{_DB}",
        edits=({"target": "self.predict(X)"}, {"target": "X @ self.w + self.b"}),
        tells=("last: X @ w + b",),
    ),
    Mistake(
        id="gradient-weights-collapsed",
        step="gradients",
        title="dw is one number for all features",
        question="How many weights are there to be moved, and how many numbers has your dw?",
        named="The gradient of the weights is summed over the features as well as over the samples, so one"
        " number is left. Every weight needs a derivative of its own, shape (d,).",
        corrected=f"{_DW}  # sums over the samples alone: (d, n) @ (n,) -> (d,)",
        edits=(
            {"dw_product": "np.sum(X.T @ signal)"},
            {"dw_product": "np.sum(X.T @ signal) / d"},
        ),
        part=0,
    ),
    Mistake(
        id="gradient-broadcasts",
        step="gradients",
        title="The residual in the gradient is (n, n)",
        question="What is the shape of the residual, and which two shapes were subtracted to give it?",
        named="A column (n, 1) meets a row (n,), and NumPy stretches the residual to (n, n): every prediction"
        " is compared with every target, and not with its own alone.",
        corrected="error = y_hat - y  # (n,) - (n,) -> (n,): both one-dimensional\n"
        "dw = 2 / n * (X.T @ error)\n"
        "db = 2 / n * np.sum(error)",
        edits=({"error": "target - y[:, None]"},),
        proof=(
            "y_hat[:, None] - y",
            "y_hat - y[:, None]",
            "(X @ w + b)[:, None] - y",
            "X @ w + b - y[:, None]",
        ),
    ),
    Mistake(
        id="gradient-updates-parameters",
        step="gradients",
        title="Computing the gradient moves the parameters",
        question="If someone asked for the gradient twice in a row, would w and b still be what they were?",
        named="compute_gradients changes the model's w or b. It has to leave both alone: taking the step is"
        " the business of fit, which would otherwise step twice, or from another place than it thinks.",
        corrected="return dw, db  # and in fit: w -= lr * dw and b -= lr * db",
        edits=({"aside": "self.w, self.b = self.w - 0.01 * dw, self.b - 0.01 * db"},),
    ),
    Mistake(
        id="gradient-wrong-shape",
        step="gradients",
        title="The gradient has the wrong shape",
        question="What should the shapes of dw and db be, if w and b are to be moved by them?",
        named="What comes back is not the pair (dw, db) with dw of shape (d,) and db one number. Each"
        " gradient has the shape of the parameter that it moves.",
        corrected=_EXAMPLE,
    ),
    Mistake(
        id="gradient-wrong-value",
        step="gradients",
        title="The gradient is off",
        question="If you nudge one weight by 0.0001 and compare the losses, does their difference agree with"
        " your gradient?",
        named="The gradient is not the derivative of the mean squared error. A small example worked out by"
        " hand shows where the two part.",
        corrected=_EXAMPLE,
    ),
)

MISTAKES: tuple[Mistake, ...] = gradient_scale.MISTAKES + FORM
