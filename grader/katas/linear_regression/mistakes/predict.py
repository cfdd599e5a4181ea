"""Mistakes in the prediction, `X @ w + b`."""

from ....catalogue import Mistake

_EXAMPLE = (
    "With X = [[1, 2], [3, 4], [5, 6]], w = [2, -1] and b = 0.5:\n"
    "X @ w = [0, 2, 4], for instance 3 * 2 + 4 * -1 = 2, so the prediction is\n"
    "[0.5, 2.5, 4.5], an array of shape (3,)"
)

MISTAKES: tuple[Mistake, ...] = (
    Mistake(
        "predict-ignores-bias", "predict", "The bias is left out",
        "What should the model predict for a sample whose features are all zero?",
        "The prediction does not use the bias. The model then always predicts 0 for a sample of zeros, so it"
        " cannot fit targets that are shifted by a constant.",
        "y_hat = X @ w + b", ({"bias": ""},), telltales=("X @ w",),
    ),
    Mistake(
        "predict-subtracts-bias", "predict", "The bias is subtracted",
        "If b grows by 1, by how much and in which direction should every prediction move?",
        "The prediction subtracts the bias instead of adding it. The gradient of the loss assumes a plus, so"
        " training would move the bias the wrong way.",
        "y_hat = X @ w + b", ({"bias": " - self.b"},),
    ),
    Mistake(
        "predict-elementwise", "predict", "The products are not added up",
        "How many numbers should you get for one sample, and how many do you get?",
        "Each feature is multiplied by its weight, but the products of a sample are not added up. The result"
        " has shape (n, d), but it should have one number per sample, shape (n,). The matrix product does"
        " both.",
        "y_hat = X @ w + b  # (n, d) @ (d,) -> (n,)", ({"product": "X * self.w"},),
    ),
    # The next two give the same numbers, so the hints of each are true of both.
    Mistake(
        "predict-swaps-operands", "predict", "X and w are in the wrong order",
        "Which dimension of X should the product match with the d entries of w, and which one does yours"
        " match?",
        "The product of X and w matches the weights with the samples, not with the features. It fails unless"
        " n == d, and then it gives wrong numbers without any error.",
        "y_hat = X @ w + b  # (n, d) @ (d,) -> (n,): X first, as it is", ({"product": "self.w @ X"},),
    ),
    Mistake(
        "predict-transposes-x", "predict", "The product runs down the columns of X",
        "One prediction belongs to one row of X: does your product sum along the rows or down the columns?",
        "The product of X and w sums down the columns of X, over the samples, but it should sum along each"
        " row, over the features. It fails unless n == d, and then it gives wrong numbers without any error.",
        "y_hat = X @ w + b  # (n, d) @ (d,) -> (n,): X as it is, one sum per row",
        ({"product": "X.T @ self.w"},),
    ),
    Mistake(
        "predict-wrong-shape", "predict", "The prediction should have shape (n,)",
        "For n samples, what should `type(y_hat)` and `y_hat.shape` print, and what do they print?",
        "The prediction is not an array with one number per sample, shape (n,). The residual is the"
        " difference of y_hat and y, so both need that shape.",
        _EXAMPLE,
    ),
    Mistake(
        "predict-wrong-value", "predict", "The prediction is wrong",
        "For one sample with two features, which numbers do you multiply and which do you add, and does your"
        " code do the same?",
        "The prediction is not the weighted sum of a sample's features plus the bias. Compare with a small"
        " example worked out by hand to see where your numbers differ.",
        _EXAMPLE,
    ),
)  # fmt: skip
