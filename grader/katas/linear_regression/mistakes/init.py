"""Mistakes in the constructor: how the parameters start."""

from ....catalogue import Mistake

MISTAKES: tuple[Mistake, ...] = (
    Mistake(
        id="parameters-missing",
        step="init",
        title="w or b is not there",
        question="What does a model know before it has seen any data, and under which names?",
        named="A new model has no `w` or no `b`. Both have to be there from the start, because predicting and"
        " training read them.",
        corrected="self.w = np.zeros(n_features)\nself.b = 0.0",
    ),
    Mistake(
        id="weights-wrong-shape",
        step="init",
        title="w has the wrong shape",
        question="How many weights does a model with n_features features have, and in how many dimensions"
        " would you lay them out?",
        named="`w` is not a one-dimensional array with one entry per feature, shape (n_features,). The"
        " prediction, the gradient and the step all count on that shape.",
        corrected="self.w = np.zeros(n_features)  # shape (n_features,), neither a row nor a column",
        edits=({"initial_w": "np.zeros((n_features, 1))"},),
    ),
    Mistake(
        id="weights-not-small",
        step="init",
        title="The parameters start far from zero",
        question="Before any data is seen, what should a model say about how much each feature counts?",
        named="`w` or `b` starts far from zero, where zeros or small random values are asked for. The loss is"
        " convex, so zeros are a fine start: descent finds the same minimum from there.",
        corrected="self.w = np.zeros(n_features)  # or np.random.normal(0.0, 0.01, n_features)\nself.b = 0.0",
        edits=({"initial_w": "np.ones(n_features)"},),
    ),
    Mistake(
        id="weights-integer",
        step="init",
        title="w holds integers",
        question="What becomes of a step of 0.01 in an array with this dtype?",
        named="`w` has an integer dtype, and steps are fractions: NumPy refuses to subtract them in place,"
        " and cuts off what is stored into such an array.",
        corrected="self.w = np.zeros(n_features)  # float64 by default",
        edits=({"initial_w": "np.zeros(n_features, dtype=int)"},),
    ),
    Mistake(
        id="weights-wrong-dtype",
        step="init",
        title="w has the wrong dtype",
        question="How many decimal digits does a number of this dtype keep, and is every value of it a real"
        " number?",
        named="`w` is of a dtype that is not float32, float64 or wider. float16 keeps three digits, complex"
        " numbers are not real, and arrays of objects or text do not compute like arrays of numbers.",
        corrected="self.w = np.zeros(n_features)  # float64 by default",
        edits=({"initial_w": "np.zeros(n_features, dtype=np.float16)"},),
    ),
    Mistake(
        id="bias-not-scalar",
        step="init",
        title="b is not one number",
        question="How many biases does a model have that predicts one value per sample?",
        named="`b` is not one plain number. Every prediction is shifted by the same amount, and an array,"
        " even one with a single entry, brings a shape of its own into each sum.",
        corrected="self.b = 0.0",
        edits=({"initial_b": "np.zeros(1)"},),
    ),
)
