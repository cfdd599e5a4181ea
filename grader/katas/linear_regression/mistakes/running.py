"""What can go wrong in any call, whatever it computes."""

from ....catalogue import Mistake

MISTAKES: tuple[Mistake, ...] = (
    Mistake(
        id="raises",
        step="running",
        title="A call raises an exception",
        question="What kind of exception is it, and what does the line that raises it expect of its names,"
        " types and shapes that it does not get?",
        named="The call ends in an exception on input that the task allows. A NameError is about a name that"
        " does not exist at that place, an AttributeError about one that the object does not have, a"
        " TypeError about an operation or a call that does not suit its operands, and a ValueError most"
        " often about shapes. Allowed are X of shape (n, d) and y of shape (n,) in floats or integers, and lr"
        " and epochs down to 0.",
        corrected="y_hat = X @ self.w + self.b  # the model's own start with self.; (n, d) @ (d,) -> (n,)\n"
        "error = y_hat - y  # (n,) - (n,) -> (n,)\n"
        "squares = error ** 2  # a power is **; ^ is for bits\n"
        "pull = X.T @ error  # (d, n) @ (n,) -> (d,); print(X.shape, error.shape) tells",
    ),
    Mistake(
        id="times-out",
        step="running",
        title="It does not come to an end",
        question="What has to happen for the code to come to its end, and what makes sure that it happens?",
        named="The code is still running when its time is up, and the limit is seconds where milliseconds are"
        " enough. It loops without end, waits for something, or does far more work than the task needs.",
        corrected="for epoch in range(epochs):  # ends by itself; a `while` must reach its end\n    ...",
    ),
    Mistake(
        id="exits",
        step="running",
        title="The process is ended",
        question="If a colleague used your class in a long-running program, what would become of that"
        " program?",
        named="The code ends the process that runs it, as sys.exit(), quit(), os._exit() and signals do, in"
        " place of handing back a result. Whoever imports the class would go down with it.",
        corrected="return the result, or `raise ValueError(...)` for input that makes no sense;\n"
        'a script\'s own exit goes under `if __name__ == "__main__":`',
    ),
    Mistake(
        id="too-much-memory",
        step="running",
        title="More memory is asked for than there is",
        question="How many numbers does the largest thing that you build hold, in terms of n and d?",
        named="The code asks for more memory than its limit. Beside X, of shape (n, d), nothing larger than n"
        " or d numbers is needed, and the history holds one number per epoch.",
        corrected="y_hat = X @ w + b  # n numbers\n"
        "error = y_hat - y  # n numbers\n"
        "dw = 2 / n * (X.T @ error)  # d numbers",
    ),
    Mistake(
        id="off-limits",
        step="running",
        title="It reaches outside the model",
        question="What does the code do that someone could notice on the computer after it has ended?",
        named="The code tries to write or delete a file, to start or signal a process, or to open a network"
        " connection. A model that learns from arrays needs none of this, and an attempt counts even where it"
        " fails.",
        corrected="return losses  # results go back to the caller; print() is there for looking at them",
    ),
    Mistake(
        id="returns-none",
        step="running",
        title="The method returns None",
        question="Follow the call to the last line that it runs: what does it hand back there?",
        named="The method comes back with None, so nothing of what it computed gets to its caller.",
        corrected="return X @ self.w + self.b  # predict\n"
        "return loss  # compute_loss\n"
        "return dw, db  # compute_gradients\n"
        "return losses  # fit",
    ),
    Mistake(
        id="mutates-input",
        step="running",
        title="The caller's arrays are changed",
        question="If the caller printed X, y and y_hat before and after the call, would they be the same?",
        named="The call writes into an array that belongs to its caller: X, y or y_hat holds other numbers"
        " afterwards. Whatever the caller does with it next is then wrong, far away from the cause.",
        corrected="error = y_hat - y  # a new array; `y_hat -= y` and `out=y_hat` write into the old one\n"
        "X = X.copy()  # first, where a change in place is really wanted",
    ),
    Mistake(
        id="not-finite",
        step="running",
        title="The result is NaN or infinite",
        question="Which is the first value on the way to the result that np.isfinite says no to?",
        named="NaN or infinity comes out where the right answer is an ordinary number. A division by zero,"
        " the log or root of a negative number, the mean of nothing, or steps that grow without bound give"
        " it, and from there it spreads to everything.",
        corrected="assert np.isfinite(value).all()  # after each line in turn: finds the first that is not\n"
        "error = X @ w + b - y\n"
        "w, b = w - lr * 2 / n * (X.T @ error), b - lr * 2 / n * np.sum(error)",
    ),
)
