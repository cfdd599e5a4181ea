"""Mistakes in the size and the direction of the gradient: the division by n, the factor 2, the sign.

Each can affect one part of the gradient or both, be in `compute_gradients` or in `fit` itself, and occur
together with others; so the hints of an entry mention only its own mistake.
"""

from ....catalogue import Mistake

_BOTH = {"dw_factor": "1", "db_factor": "1"}

_DW = "dw = 2 / n * (X.T @ (y_hat - y))"
_DB = "db = 2 / n * np.sum(y_hat - y)"

NOT_DIVIDED: tuple[Mistake, ...] = (
    Mistake(
        "gradient-not-divided-by-n", "gradients", "The gradient is not divided by n",
        "If every sample were in the data set twice, should the gradient of a mean change, and would yours?",
        "The gradient is a sum over the samples, not a mean: the division by n, the number of samples, is"
        " missing. So its size depends on the size of the data set, and so does the right learning rate: one"
        " that works for 100 samples can blow up on 10,000.",
        f"{_DW}\n{_DB}  # n = len(y)", ({"dw_divisor": "1", "db_divisor": "1"},), scales_steps=True,
    ),
    Mistake(
        "gradient-weights-not-divided-by-n", "gradients", "dw is not divided by n",
        "If every sample were in the data set twice, should the gradient of the weights change, and would"
        " yours?",
        "The gradient of the weights is a sum over the samples, not a mean: the division by n is missing. So"
        " its size depends on the size of the data set, and so does the right learning rate for w.",
        f"{_DW}  # n = len(y)", ({"dw_divisor": "1"},), scales_steps=True, wrong_part=0,
    ),
    Mistake(
        "gradient-bias-not-divided-by-n", "gradients", "db is not divided by n",
        "If every prediction is 1 too high, should db be larger for 1,000 samples than for 10?",
        "The gradient of the bias is a sum over the samples, not a mean: the division by n is missing. So"
        " its size depends on the size of the data set, and so does the right learning rate for b.",
        f"{_DB}  # n = len(y)", ({"db_divisor": "1"},), scales_steps=True, wrong_part=1,
    ),
)  # fmt: skip

FACTOR_TWO: tuple[Mistake, ...] = (
    Mistake(
        "gradient-missing-factor-two", "gradients", "The factor 2 is missing",
        "What is the derivative of r ** 2 with respect to r?",
        "The gradient lacks the factor 2 that comes from differentiating a square. You can only leave it out"
        " if the loss has a factor 1/2, and the mean squared error asked for here has none.",
        f"{_DW}\n{_DB}", (_BOTH,), alias="factor of two", scales_steps=True,
    ),
    Mistake(
        "gradient-weights-missing-factor-two", "gradients", "The factor 2 is missing from dw",
        "When you differentiate (x * w - y) ** 2 with respect to w, which factors do you get in front?",
        "The gradient of the weights lacks the factor 2 that comes from differentiating a square. Nothing in"
        " the loss cancels it: there is no 1/2 in front of the mean.",
        _DW, ({"dw_factor": "1"},), scales_steps=True, wrong_part=0,
    ),
    Mistake(
        "gradient-bias-missing-factor-two", "gradients", "The factor 2 is missing from db",
        "When you differentiate (b - y) ** 2 with respect to b, which factor do you get in front?",
        "The gradient of the bias lacks the factor 2 that comes from differentiating a square. The bias is"
        " inside the same square as the weights, so it gets the same factor.",
        _DB, ({"db_factor": "1"},), scales_steps=True, wrong_part=1,
    ),
)  # fmt: skip

SIGN: tuple[Mistake, ...] = (
    Mistake(
        "gradient-sign-flipped", "gradients", "The gradient points the wrong way",
        "If every prediction is too high, should the derivative of the loss with respect to b be positive or"
        " negative?",
        "The gradient points the wrong way: it has the opposite sign of the derivative of the loss, so a"
        " step that subtracts it makes the loss larger.",
        f"{_DW}  # prediction minus target\n{_DB}",
        ({"error": "y - target"}, {"dw_sign": "-", "db_sign": "-"}), reverses_steps=True,
        telltales=("-2 / n || -1 / n",),
    ),
    Mistake(
        "gradient-weights-sign-flipped", "gradients", "dw points the wrong way",
        "If the prediction for a sample with a positive feature is too high, does a larger weight make it"
        " better or worse, and what sign does that give dw?",
        "The gradient of the weights points the wrong way: it has the opposite sign of the derivative of the"
        " loss, so a step that subtracts it moves w uphill.",
        f"{_DW}  # prediction minus target", ({"dw_sign": "-"},), reverses_steps=True, wrong_part=0,
    ),
    Mistake(
        "gradient-bias-sign-flipped", "gradients", "db points the wrong way",
        "If every prediction is too high, does a larger b make it better or worse, and what sign does that"
        " give db?",
        "The gradient of the bias points the wrong way: it has the opposite sign of the derivative of the"
        " loss, so a step that subtracts it moves b uphill.",
        f"{_DB}  # prediction minus target", ({"db_sign": "-"},), reverses_steps=True, wrong_part=1,
    ),
)  # fmt: skip

MISTAKES: tuple[Mistake, ...] = NOT_DIVIDED + FACTOR_TWO + SIGN
