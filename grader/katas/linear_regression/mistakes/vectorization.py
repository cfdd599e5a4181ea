"""Code that is right but goes through the samples in Python, or builds what grows with n squared."""

from ....catalogue import Mistake

MISTAKES: tuple[Mistake, ...] = (
    Mistake(
        id="loop-over-samples",
        step="vectorization",
        title="You loop over samples in Python",
        question="With ten times as many samples, how much more work does Python itself have to do,"
        " outside NumPy?",
        named="The work done in Python grows with the number of samples: something handles them one at a"
        " time, in a loop, a recursion or a call that hides one, such as map(), sum(), list() or"
        " np.vectorize. Array operations do the same in compiled code, many times faster.",
        corrected="y_hat = X @ w + b\n"
        "error = y_hat - y\n"
        "loss = np.mean(error ** 2)\n"
        "dw, db = 2 / n * (X.T @ error), 2 / n * np.sum(error)",
        edits=({"product": "np.array([sum(row * self.w) for row in X])"},),
    ),
    Mistake(
        id="quadratic-memory",
        step="vectorization",
        title="An intermediate array is n by n",
        question="What is the shape of the largest array that you build, and how large is it for 100,000"
        " samples?",
        named="The code builds an array of n times n numbers. For 100,000 samples that is 80 GB in"
        " float64, but the task needs nothing larger than X.",
        corrected="error = y_hat - y  # (n,) - (n,) -> (n,)\n"
        "loss = np.mean(error ** 2)\n"
        "dw = 2 / n * (X.T @ error)  # (d, n) @ (n,) -> (d,); X @ X.T and np.diag of n entries are (n, n)",
        edits=({"dw_product": "np.diag(np.outer(signal, np.ones(n))) @ X"},),
    ),
)
