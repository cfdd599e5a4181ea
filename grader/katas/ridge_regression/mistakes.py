"""The catalogue of all named mistakes: those of linear regression, and those in the penalty."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ...catalogue import Catalogue, Mistake
from ...engine.declaration.common_mistakes import Words, loading, running, vectorization
from ..linear_regression.mistakes import advice, fit, gradients, init, loss, predict

LOSS = "loss = np.mean((y_hat - y) ** 2) + alpha * np.sum(w ** 2)"
DW = "dw = 2 / n * (X.T @ (y_hat - y)) + 2 * alpha * w"
DB = "db = 2 / n * np.sum(y_hat - y)"
STEPS = """for _ in range(epochs):
    y_hat = self.predict(X)
    losses.append(self.compute_loss(y_hat, y))
    dw, db = self.compute_gradients(X, y, y_hat)
    self.w -= lr * dw
    self.b -= lr * db"""
LOSS_BY_HAND = (
    "With y_hat = [1, 2, 3, 5], y = [2, 2, 1, 4], w = [1, 2] and alpha = 0.5:\n"
    "the mean of [1, 0, 4, 1] is 1.5 and the penalty is 0.5 * (1 + 4) = 2.5, so the loss is 4"
)
SLOPE_BY_HAND = (
    "With X = [[1], [2]], y_hat = [3, 5], y = [2, 2], w = [2] and alpha = 0.5:\n"
    "the error is [1, 3], X.T @ error = [7], so dw = 2/2 * 7 + 2 * 0.5 * 2 = [9] and db = 2/2 * 4 = 4"
)
WORDS = Words(
    "RidgeRegression",
    "class RidgeRegression:\n    def __init__(self, n_features, alpha=1.0): ...\n    def"
    " predict(self, X): ...\n"
    "    def compute_loss(self, y_hat, y): ...\n    def compute_gradients(self, X, y, y_hat): ...\n"
    "    def fit(self, X, y, lr=0.01, epochs=1000): ...",
    f"y_hat = X @ w + b\n{LOSS}\n{DW}\n{DB}",
    "X, y and y_hat",
)
RECORDED = "losses.append(float(self.compute_loss(y_hat, y) + {} * np.sum(self.w ** 2)))"
HALF = {"dw_factor": "1", "db_factor": "1"}
MORE_EDITS = {
    "loss-halved": ({"loss": "(data {penalty_way} {penalty}) / 2"},),
    "loss-sign-flipped": ({"loss": "-(data {penalty_way} {penalty})"},),
    "gradient-missing-factor-two": (HALF | {"slope_factor": "1"},),
    "gradient-sign-flipped": ({"dw_sign": "-", "db_sign": "-", "slope_way": "-"},),
}
BY_HAND = {"loss-wrong-value": LOSS_BY_HAND, "gradient-wrong-value": SLOPE_BY_HAND,
           "gradient-wrong-shape": SLOPE_BY_HAND, "fit-wrong-value": STEPS}  # fmt: skip


def _penalised(entries: Iterable[Mistake]) -> Iterator[Mistake]:
    """The entries of linear regression, with this exercise's right code in their last hint."""
    for entry in entries:
        if entry.id in ("loss-penalised", "gradient-penalised"):
            continue  # this exercise asks for a penalty
        right = {"loss": LOSS, "gradients": f"{DW}\n{DB}", "fit": STEPS}.get(entry.step, entry.corrected)
        if entry.id.startswith("fit-history") or entry.severity == "advice":
            right = entry.corrected
        edits = (*entry.edits, *MORE_EDITS.get(entry.id, ()))
        tells = () if entry.step == "loss" else entry.telltales
        if "not-divided-by-n" in entry.id and entry.wrong_part != 1:
            tells = ("2 * X.T @ (y_hat - y)",)  # before the penalty is added
        yield replace(entry, corrected=BY_HAND.get(entry.id, right), edits=edits, telltales=tells)


PENALTY_IN_LOSS = (
    Mistake(
        "loss-not-penalised", "loss", "The penalty is missing",
        "If two models fit equally well, why is the one with small weights better here?",
        "The loss is the mean squared error alone: alpha times the sum of the squared weights is not"
        " added.",
        LOSS, ({"penalty_of": "0.0"},),
    ),
    Mistake(
        "loss-penalises-bias", "loss", "The bias is penalised too",
        "If 100 were added to every target, should the penalty change?",
        "The penalty includes the bias. The bias only shifts the predictions, and shrinking it would pull"
        " them towards zero, so the penalty is on the weights alone.",
        LOSS, ({"penalty_of": "(np.sum(self.w ** 2) + self.b ** 2)"},),
    ),
    Mistake(
        "loss-penalty-halved", "loss", "The penalty is halved",
        "With w = [1, 2] and alpha = 1, what should the penalty be?",
        "The penalty has a factor 1/2. Some books put it there to cancel the 2 of the derivative. The"
        " penalty asked for here has none.",
        LOSS, ({"penalty_half": " / 2"},),
    ),
    Mistake(
        "loss-penalty-divided-by-n", "loss", "The penalty is divided by n",
        "If every sample were in the data set twice, should the penalty change?",
        "The penalty is averaged over the samples. It depends on the weights alone, so it is added after"
        " the mean.",
        LOSS, ({"penalty_mean": " / len(y)"},),
    ),
    Mistake(
        "loss-penalty-absolute", "loss", "The penalty has absolute weights, not squares",
        "If a weight doubles, by what factor should its share of the penalty grow?",
        "The penalty adds up the absolute values of the weights. That is L1, the lasso; ridge regression"
        " squares them.",
        LOSS, ({"penalty_of": "np.sum(np.abs(self.w))"},),
    ),
    Mistake(
        "loss-penalty-norm", "loss", "The norm is not squared",
        "With w = [3, 4] and alpha = 1, is the penalty 5 or 25?",
        "The penalty is alpha times the norm of the weights: there is an extra square root. The task asks"
        " for the squared norm, the sum of the squares.",
        LOSS, ({"penalty_of": "np.sqrt(np.sum(self.w ** 2))"},),
    ),
    Mistake(
        "loss-penalty-sign-flipped", "loss", "The penalty is subtracted",
        "Should larger weights make the loss larger or smaller?",
        "The penalty is subtracted from the loss, so large weights are rewarded.",
        LOSS, ({"penalty_way": "-"}, {"penalty_alpha": "-self.alpha"}),
    ),
)  # fmt: skip

PENALTY_IN_GRADIENT = (
    Mistake(
        "gradient-not-penalised", "gradients", "The penalty is missing from dw",
        "What is the derivative of alpha * w ** 2, and where is it in your gradient?",
        "dw is the gradient of the mean squared error alone. The derivative of the penalty, 2 * alpha * w,"
        " is not added.",
        DW, ({"slope_of": "0.0"},), wrong_part=0,
    ),
    Mistake(
        "gradient-penalises-bias", "gradients", "The bias is penalised too",
        "Which of w and b does the penalty in the loss depend on?",
        "db includes a term of the penalty. The penalty does not depend on the bias, so db is the same as"
        " without a penalty.",
        f"{DW}\n{DB}  # no penalty",
        (
            {"slope_of_bias": " {slope_way} {slope_factor} * {slope_alpha} * self.b{slope_mean}"},
            {"slope_of_bias": " + 2 * self.alpha * self.b"},
            {"slope_of_bias": " + self.alpha * self.b"},
        ),
    ),
    Mistake(
        "gradient-penalty-missing-factor-two", "gradients", "The factor 2 of the penalty is missing",
        "Which factor do you get in front when you differentiate w ** 2?",
        "dw adds alpha * w. The derivative of alpha * w ** 2 is 2 * alpha * w.",
        DW, ({"slope_factor": "1"},),
    ),
    Mistake(
        "gradient-penalty-divided-by-n", "gradients", "The penalty is divided by n",
        "Is the penalty part of the mean over the samples, or is it added to the mean?",
        "The penalty's part of dw is averaged over the samples. The penalty is added after the mean, so"
        " its derivative is not divided by n.",
        DW, ({"slope_mean": " / n"},),
    ),
    Mistake(
        "gradient-penalty-absolute", "gradients", "dw has the sign of the weights, not the weights",
        "How much should the penalty pull on a weight of 0.001, compared with a weight of 10?",
        "The penalty's part of dw is alpha times the sign of w. That is the derivative of L1, the lasso."
        " The derivative of the squares is 2 * alpha * w.",
        DW,
        ({"slope_of": "np.sign(self.w)", "slope_factor": "1"}, {"slope_of": "np.sign(self.w)"}),
    ),
    Mistake(
        "gradient-penalty-sign-flipped", "gradients", "The penalty is subtracted",
        "As far as the penalty goes, should a step against the gradient make a large weight larger or"
        " smaller?",
        "The penalty's part is subtracted from dw, which pushes the weights away from zero instead of"
        " towards it.",
        DW, ({"slope_way": "-"}, {"slope_alpha": "-self.alpha"}),
    ),
)  # fmt: skip

ELSEWHERE = (
    Mistake(
        "penalty-applied-twice", "fit", "fit adds the penalty once more",
        "Which of compute_loss and compute_gradients already include the penalty?",
        "fit adds the penalty itself. compute_loss and compute_gradients include it already, so it counts"
        " twice.",
        STEPS,
        ({"gradient_of_step": "(dw + 2 * self.alpha * self.w)"},
         {"gradient_of_step": "(dw + self.alpha * self.w)"},
         {"gradient_of_step": "(dw + 2 * self.alpha * self.w / n)"},
         {"record": RECORDED.format("self.alpha")},
         {"record": RECORDED.format("self.alpha / 2")}),
    ),
    Mistake(
        "alpha-ignored", "init", "A constant replaces alpha",
        "If the caller asks for alpha = 10 or alpha = 0 instead of 1, what should change in your loss?",
        "The code uses a constant instead of the alpha that the constructor was given, always or if it is 0."
        " The caller chooses how strong the penalty is.",
        "self.alpha = alpha  # as it was given, and self.alpha wherever the penalty is computed",
        ({"alpha": "<constant>"}, {"alpha": "alpha or <constant>"}),
        edits_elsewhere={
            "loss": ({"penalty_alpha": "<constant>"},),
            "gradients": (
                {"slope_alpha": "<constant>"},
                {"slope_alpha": "<constant>", "slope_factor": "1"},
            ),
        },
    ),
)  # fmt: skip

LOOP = {"product": "np.array([sum(row * self.w) for row in X])"}
SQUARE = {"dw_product": "np.diag(np.outer(signal, np.ones(n))) @ X"}
OWN_ADVICE = tuple(entry for entry in advice.MISTAKES if entry.id != "loop-over-features")

CATALOGUE = Catalogue(
    (
        *loading(WORDS), *running(WORDS), *init.MISTAKES, ELSEWHERE[1], *predict.MISTAKES,
        *_penalised(loss.MISTAKES), *PENALTY_IN_LOSS, *_penalised(gradients.MISTAKES), *PENALTY_IN_GRADIENT,
        *_penalised(fit.MISTAKES), ELSEWHERE[0], *vectorization(WORDS, LOOP, SQUARE), *_penalised(OWN_ADVICE),
    )
)  # fmt: skip
