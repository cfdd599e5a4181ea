"""What can go wrong in any call, whatever it computes."""

from ....catalogue import Mistake

MISTAKES: tuple[Mistake, ...] = (
    Mistake(
        id="raises",
        step="running",
        title="A call raises an exception",
        question="What kind of exception is it? What names, types and shapes does the line that raises it"
        " expect, and what does it get?",
        named="The call raises an exception on input that the task allows. A NameError means that a name"
        " does not exist there, an AttributeError that the object does not have that attribute, a"
        " TypeError that an operation or a call does not fit its operands. A ValueError is most often"
        " about shapes. Allowed are X of shape (n, d) and y of shape (n,) in floats or integers, and"
        " lr and epochs down to 0.",
        corrected="y_hat = X @ self.w + self.b  # attributes of the model need self.; (n, d) @ (d,) ->"
        " (n,)\n"
        "error = y_hat - y  # (n,) - (n,) -> (n,)\n"
        "squares = error ** 2  # a power is **; ^ is for bits\n"
        "pull = X.T @ error  # (d, n) @ (n,) -> (d,); print(X.shape, error.shape) shows the shapes",
    ),
    Mistake(
        id="times-out",
        step="running",
        title="The code never finishes",
        question="What has to happen for the code to finish, and what makes sure that it happens?",
        named="The code is still running when its time is up. The limit is seconds, and milliseconds are"
        " enough. The code loops forever, waits for something, or does far more work than the task"
        " needs.",
        corrected="for epoch in range(epochs):  # ends by itself; a `while` needs a step that makes its"
        " condition false\n"
        "    ...",
    ),
    Mistake(
        id="exits",
        step="running",
        title="The code ends the process",
        question="If a colleague used your class in a long-running program, what would happen to that"
        " program?",
        named="The code ends the process that runs it, as sys.exit(), quit(), os._exit() and signals do,"
        " instead of returning a result. A program that uses the class would end with it.",
        corrected="return the result, or `raise ValueError(...)` for input that makes no sense;\n"
        'a script\'s own exit goes under `if __name__ == "__main__":`',
    ),
    Mistake(
        id="too-much-memory",
        step="running",
        title="The code asks for too much memory",
        question="How many numbers does the largest array that you build hold, in terms of n and d?",
        named="The code asks for more memory than its limit. Besides X, of shape (n, d), nothing larger"
        " than n or d numbers is needed, and the history has one number per epoch.",
        corrected="y_hat = X @ w + b  # n numbers\n"
        "error = y_hat - y  # n numbers\n"
        "dw = 2 / n * (X.T @ error)  # d numbers",
    ),
    Mistake(
        id="off-limits",
        step="running",
        title="The code reaches outside the model",
        question="What does the code do that you could still notice on the computer after it has ended?",
        named="The code tries to write or delete a file, to start or signal a process, or to open a"
        " network connection. The task needs none of this, and an attempt counts even if it fails.",
        corrected="return losses  # return the results to the caller; use print() to look at them",
    ),
    Mistake(
        id="returns-none",
        step="running",
        title="The method returns None",
        question="Follow the call to the last line that it runs: what does it return there?",
        named="The method returns None, so its caller gets nothing of what it computed.",
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
        named="The call writes into an array of its caller: X, y or y_hat holds other numbers afterwards."
        " Whatever the caller does with it next is wrong, and the cause is hard to find.",
        corrected="error = y_hat - y  # a new array; `y_hat -= y` and `out=y_hat` write into the old one\n"
        "X = X.copy()  # do this first if you want to change it in place",
    ),
    Mistake(
        id="not-finite",
        step="running",
        line=("not_finite", "update"),
        vague=True,
        title="The result is NaN or infinite",
        question="Which is the first value on the way to the result for which np.isfinite is False?",
        named="The result has NaN or infinity where the right answer is an ordinary number. Usual causes"
        " are a division by zero, the log or root of a negative number, the mean of an empty array, or"
        " steps that grow without limit. From there it spreads to everything.",
        corrected="assert np.isfinite(value).all()  # after each line in turn: finds the first one that is"
        " not\n"
        "error = X @ w + b - y\n"
        "w, b = w - lr * 2 / n * (X.T @ error), b - lr * 2 / n * np.sum(error)",
    ),
)
