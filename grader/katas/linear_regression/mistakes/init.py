"""Mistakes in the constructor: the initial parameters."""

from ....catalogue import Mistake

MISTAKES: tuple[Mistake, ...] = (
    Mistake(
        "parameters-missing", "init", "w or b is missing, or does not keep its value",
        "What does a model know before it has seen any data, and in which attributes?",
        "A new model has no `w` or no `b`. Both have to exist from the start, under these names: the code"
        " that uses the model reads them.",
        "self.w = np.zeros(n_features)\nself.b = 0.0",
    ),
    Mistake(
        "weights-wrong-shape", "init", "w has the wrong shape",
        "How many weights does a model with n_features features have, and how many dimensions should their"
        " array have?",
        "`w` is not a one-dimensional array with one entry per feature, shape (n_features,). The prediction,"
        " the gradient and the step all rely on that shape.",
        "self.w = np.zeros(n_features)  # shape (n_features,), not a row or a column",
        ({"initial_w": "np.zeros((n_features, 1))"},),
    ),
    Mistake(
        "weights-not-small", "init", "The parameters start far from zero",
        "Before the model has seen any data, what should it predict, and which w and b say so?",
        "`w` or `b` starts far from zero. The task asks for zeros or small random values. The loss is"
        " convex, so zeros are a good start: gradient descent finds the same minimum from there.",
        "self.w = np.zeros(n_features)  # or np.random.normal(0.0, 0.01, n_features)\nself.b = 0.0",
        ({"initial_w": "np.ones(n_features)"},), line_finders=("begun",),
    ),
    Mistake(
        "weights-integer", "init", "w holds integers",
        "What happens to a step of 0.01 in an array with this dtype?",
        "`w` has an integer dtype, but steps are fractions. NumPy refuses to subtract them in place, and"
        " cuts off the decimals when you store them in such an array.",
        "self.w = np.zeros(n_features)  # float64 by default",
        ({"initial_w": "np.zeros(n_features, dtype=int)"},),
    ),
    Mistake(
        "weights-wrong-dtype", "init", "w has the wrong dtype",
        "How many decimal digits does a number of this dtype keep, and are all its values real numbers?",
        "The dtype of `w` is not float32, float64 or wider. float16 keeps about three digits, complex"
        " numbers are not real, and arrays of objects or text do not compute like arrays of numbers.",
        "self.w = np.zeros(n_features)  # float64 by default",
        ({"initial_w": "np.zeros(n_features, dtype=np.float16)"},),
    ),
    Mistake(
        "bias-not-scalar", "init", "b is not one number",
        "How many biases does a model have if it predicts one value per sample?",
        "`b` is not one plain number. Every prediction is shifted by the same amount. An array, even one"
        " with a single entry, gives a shape to results that should have none, such as one prediction.",
        "self.b = 0.0", ({"initial_b": "np.zeros(1)"},),
    ),
)  # fmt: skip
