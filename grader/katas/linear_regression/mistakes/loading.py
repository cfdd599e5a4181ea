"""What keeps a file from being loaded at all: nothing else can be judged then."""

from ....catalogue import Mistake

MISTAKES: tuple[Mistake, ...] = (
    Mistake(
        id="syntax-error",
        step="loading",
        title="The file has a syntax error",
        question="Read upwards from the line that Python names: where is the last thing that was opened"
        " and not closed?",
        named="Python cannot parse the file, so none of it runs. The cause is often a little above the"
        " line that Python names: an open bracket or quote, a missing colon, wrong indentation, tabs"
        " mixed with spaces, a statement that is not allowed there.",
        corrected="`python -m py_compile FILE` parses the file without running it, and prints nothing if"
        " all is well",
    ),
    Mistake(
        id="import-fails",
        step="loading",
        title="The file raises an exception on import",
        question="Which lines of the file run as soon as it is imported, before anyone creates a model?",
        named="The code at the top level of the file raises an exception, so the class is never defined."
        " The file is graded by itself: it cannot use modules or data files next to it.",
        corrected="import numpy as np\n\n"
        "class LinearRegression:\n"
        "    ...\n\n"
        'if __name__ == "__main__":\n'
        "    main()  # trials and demos go here: they do not run on import",
    ),
    Mistake(
        id="class-missing",
        step="loading",
        title="There is no class LinearRegression",
        question="After `from your_file import *`, which name would the interviewer type to create a model?",
        named="After the file has run, LinearRegression is not a class that creates a model, so there is"
        " nothing to grade. Define it at the top level, with exactly this name.",
        corrected="class LinearRegression:  # at the left margin, outside any function or `if`\n"
        "    def __init__(self, n_features): ...",
    ),
    Mistake(
        id="method-missing",
        step="loading",
        title="A method is missing",
        question="Which of the documented methods does your model not have?",
        named="The model does not have one of the documented methods under its name. Callers use the exact"
        " names, and the methods have to be part of the class: check the spelling and the indentation.",
        corrected="class LinearRegression:\n"
        "    def predict(self, X): ...\n"
        "    def compute_loss(self, y_hat, y): ...\n"
        "    def compute_gradients(self, X, y, y_hat): ...\n"
        "    def fit(self, X, y, lr=0.01, epochs=1000): ...",
    ),
    Mistake(
        id="wrong-signature",
        step="loading",
        title="A method cannot be called as documented",
        question="Someone has read only the task: which arguments do they pass, and does your code take"
        " them by position and by name?",
        named="The constructor or a method cannot be called with the documented arguments. Their names,"
        " their order and the defaults of `fit` are part of the task, `self` comes first, and extra"
        " arguments need defaults.",
        corrected="def __init__(self, n_features)\n"
        "def predict(self, X)\n"
        "def compute_loss(self, y_hat, y)\n"
        "def compute_gradients(self, X, y, y_hat)\n"
        "def fit(self, X, y, lr=0.01, epochs=1000)",
    ),
    Mistake(
        id="forbidden-library",
        step="loading",
        title="A library other than NumPy is imported",
        question="What does that library do for you here, and how would you write it with arrays alone?",
        named="The file imports something that is neither NumPy nor part of Python. The task is to build"
        " it from scratch, so only NumPy and the standard library are allowed. An import that"
        " fails, or that is not used, counts as well.",
        corrected="import numpy as np  # the only import that is needed; plots go into another file",
    ),
    Mistake(
        id="solution-borrowed",
        step="loading",
        title="The file uses the solution or the grader",
        question="How would you do this at a whiteboard, with nothing to look it up in?",
        named="The file imports or reads something in `solutions` or `grader`. That counts even if the"
        " result is not used. The point of the exercise is to write the model yourself.",
        corrected="import numpy as np  # all that the file needs; if you are stuck on a step, take its hints",
    ),
)
