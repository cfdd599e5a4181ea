"""Code that is right but goes through the samples in Python, or builds what grows with n squared."""

from ....catalogue import Mistake

MISTAKES: tuple[Mistake, ...] = (
    Mistake(
        id="loop-over-samples",
        step="vectorization",
        title="Python goes through the samples",
        question="With ten times as many samples, how much more has Python itself to do, outside NumPy?",
        named="The work done in Python grows with the number of samples: something takes them one at a time,"
        " in a loop, a recursion or a call that hides one, as map(), sum(), list() and np.vectorize do. Array"
        " operations do the same in compiled code, many times faster.",
        corrected="y_hat = X @ w + b\n"
        "error = y_hat - y\n"
        "loss = np.mean(error ** 2)\n"
        "dw, db = 2 / n * (X.T @ error), 2 / n * np.sum(error)",
        edits=({"product": "np.array([sum(row * self.w) for row in X])"},),
    ),
    Mistake(
        id="quadratic-memory",
        step="vectorization",
        title="An intermediate is n by n",
        question="What is the shape of the largest array on the way, and how large is it for 100,000"
        " samples?",
        named="On the way an array of n times n numbers is built. For 100,000 samples that is 80 GB in"
        " float64, while the task needs nothing larger than X.",
        corrected="error = y_hat - y  # (n,) - (n,) -> (n,)\n"
        "loss = np.mean(error ** 2)\n"
        "dw = 2 / n * (X.T @ error)  # (d, n) @ (n,) -> (d,); X @ X.T and np.diag of n entries are (n, n)",
        edits=({"dw_product": "np.diag(np.outer(signal, np.ones(n))) @ X"},),
    ),
)
