"""How to start each step that is not written yet: a guiding question, the approach in words, the code."""

BEGINNINGS: dict[str, tuple[str, str, str]] = {
    "fit": (
        "How many means does a data set of d features have, and which axis of X holds the samples?",
        "Take the mean and the standard deviation over the samples, which are along axis 0. If a column's"
        " largest and smallest entries are equal, its scale is 1.",
        "self.mean_ = X.mean(axis=0)\nconstant = X.max(axis=0) == X.min(axis=0)\n"
        "self.scale_ = np.where(constant, 1.0, X.std(axis=0))",
    ),
    "transform": (
        "What do you do to a column to make its mean 0, and what to make its spread 1?",
        "Subtract the mean of each column, then divide by its scale. Shapes (n, d) and (d,) broadcast, so no"
        " loop is needed.",
        "return (X - self.mean_) / self.scale_",
    ),
    "inverse": (
        "transform subtracts and then divides: in which order do you undo the two?",
        "Undo the last operation first: multiply by the scale, then add the mean.",
        "return Z * self.scale_ + self.mean_",
    ),
    "vectorization": (
        "Which of your methods would run more lines of Python for ten times as many samples?",
        "No line of Python may run once per sample. Operations on whole arrays do that work inside NumPy.",
        "X.mean(axis=0)  # all n samples at once",
    ),
}
