"""Mistakes in the loss, the mean binary cross-entropy."""

from ....catalogue import Mistake

CORRECTED = "q = np.clip(p, 1e-12, 1 - 1e-12)\nloss = -np.mean(y * np.log(q) + (1 - y) * np.log(1 - q))"

MISTAKES: tuple[Mistake, ...] = (
    Mistake(
        "loss-not-averaged", "loss", "The loss is not divided by n",
        "If every sample were in the data set twice, should the loss change?",
        "The loss is a sum over the samples that is not divided by n, the number of samples. So it grows with"
        " the data set, and the losses of two data sets cannot be compared.",
        CORRECTED, ({"total": "np.sum(each)"},),
    ),
    Mistake(
        "loss-divided-by-n-minus-one", "loss", "The loss is divided by n - 1",
        "Over how many samples do you take the mean, and what do you divide the sum by?",
        "The sum over the samples is divided by n - 1. A mean over n samples is divided by n.",
        CORRECTED, ({"total": "np.sum(each) / (len(y) - 1)"},),
    ),
    Mistake(
        "loss-sign-flipped", "loss", "The loss has the wrong sign",
        "As the probabilities get better, should the loss rise or fall, and what sign does log(p) have?",
        "The minus is missing: logarithms of probabilities are negative. So the loss rises as the fit gets"
        " better, but gradient descent is supposed to make it fall.",
        f"{CORRECTED}  # never below zero", ({"loss_sign": ""},),
    ),
    Mistake(
        "loss-one-sided", "loss", "One of the two classes does not count",
        "What does a sample with y = 0 add to your loss, and what does one with y = 1 add?",
        "The loss has only one of its two halves: y * log(p) is zero for every sample of class 0, and"
        " (1 - y) * log(1 - p) for every one of class 1. Add both.",
        CORRECTED,
        ({"each": "y * np.log(q)"}, {"each": "(1 - y) * np.log(1 - q)"},
         {"each": "np.log(q)"}, {"each": "np.log(1 - q)"}),
    ),
    Mistake(
        "loss-squared", "loss", "The loss is the squared error",
        "How much should the loss punish a probability of 0.001 for the right class, compared with 0.1?",
        "The loss is the mean squared error of the probabilities. For a logistic model that is not convex,"
        " and a sample that is confidently wrong hardly counts in its gradient. The task asks for the"
        " cross-entropy.",
        CORRECTED, ({"each": "-((p - y) ** 2)"},),
        telltales=("along: (p - y) ** 2", "np.sum((p - y) ** 2)", "np.mean((p - y) ** 2)"),
    ),
    Mistake(
        "loss-absolute", "loss", "The loss is the absolute error",
        "How much should the loss punish a probability of 0.001 for the right class, compared with 0.1?",
        "The loss is the mean absolute error of the probabilities. The task asks for the cross-entropy, with"
        " the logarithm of the probability of each label.",
        CORRECTED, ({"each": "-np.abs(p - y)"},),
    ),
    Mistake(
        "loss-halved", "loss", "There is an extra factor 1/2",
        "Two samples, each with the probability 0.5 of its label: what is the mean of -log(0.5)?",
        "The loss has a factor 1/2. The cross-entropy has none.",
        CORRECTED, ({"half": " / 2"},),
    ),
    Mistake(
        "loss-penalised", "loss", "There is a penalty on the weights",
        "If the probabilities are perfect, what should the loss be, and what is it for large weights?",
        "The loss includes a penalty on the weights. That is good practice, but the task asks for the"
        " cross-entropy alone.",
        CORRECTED,
        tuple(
            {"half": f" + {factor} * np.sum({of})"}
            for of in ("self.w ** 2", "np.abs(self.w)")
            for factor in ("<constant>", "<constant> / 2", "<constant> / len(y)", "<constant> / (2 * len(y))")
        ),
    ),
    Mistake(
        "loss-not-finite", "loss", "The loss is infinite or NaN",
        "What is log(0), what is 0 * log(0) in floating point, and for which p does your code compute one of"
        " them?",
        "Where p is exactly 0 or 1, the loss can be infinite or NaN. Probabilities round to that for large"
        " scores."
        " Clip p before you take the logarithms.",
        CORRECTED, ({"clipped": "p"},),
    ),
    Mistake(
        "loss-not-scalar", "loss", "The loss should be one number",
        "How many numbers do you need to say how well a model fits a data set, and how many do you return?",
        "The loss is not one real number. The whole data set gets a single value, so that the losses of two"
        " epochs can be compared.",
        f"{CORRECTED}  # one number", ({"total": "each"},),
    ),
    Mistake(
        "loss-broadcasts", "loss", "The product has shape (n, n)",
        "What are the shapes of y and log(p), and what is the shape of their product?",
        "A column (n, 1) is combined with a row (n,), and NumPy broadcasts the result to (n, n): every"
        " probability is combined with every label, not only with its own.",
        f"{CORRECTED}  # both (n,) on the way in",
        ({"each": "y[:, None] * np.log(q) + (1 - y[:, None]) * np.log(1 - q)"},),
        proving_values=("y[:, None] * np.log(p)", "y * np.log(p)[:, None]",
               "(1 - y)[:, None] * np.log(1 - p)", "(1 - y) * np.log(1 - p)[:, None]"),
    ),
    Mistake(
        "loss-wrong-value", "loss", "The loss is wrong",
        "For one sample with y = 1 and one with y = 0, both with p = 0.8: what does each add to the loss?",
        "The loss does not have the value that the task's formula gives. Compare with a small example worked"
        " out by hand to see where your numbers differ.",
        "With p = [0.8, 0.8, 0.1] and y = [1, 0, 0]:\n"
        "the probabilities of the labels are [0.8, 0.2, 0.9], their logarithms [-0.223, -1.609, -0.105],\n"
        "so the loss is (0.223 + 1.609 + 0.105) / 3 = 0.646",
        ({"each": "y * np.log(q) + 1 - y * np.log(1 - q)"},
         {"each": "y * np.log(q) + 1 + y * np.log(1 - q)"}),
        remark="log(1 - p) is multiplied by y alone, not by 1 - y",
    ),
)  # fmt: skip
