"""What keeps a file from being loaded at all: nothing else can be judged then."""

from ....catalogue import Mistake

MISTAKES: tuple[Mistake, ...] = (
    Mistake(
        id="syntax-error",
        step="loading",
        title="The file does not parse",
        question="Reading up from the line that Python names, where is the last thing that was opened and not"
        " finished?",
        named="Python cannot parse the file, so none of it runs. The cause is often a little above the line"
        " that is named: an open bracket or quote, a missing colon, an indentation that does not fit the"
        " lines around it, tabs among spaces, a statement where it cannot stand.",
        corrected="`python -m py_compile FILE` parses the file without running it and is silent if it can",
    ),
    Mistake(
        id="import-fails",
        step="loading",
        title="The file's top level raises",
        question="Which lines of the file run as soon as it is imported, before anyone has made a model?",
        named="Running the file's top level raises an exception, so the class never comes into being. The"
        " file is graded by itself: neither modules nor data files beside it can be counted on.",
        corrected="import numpy as np\n\n"
        "class LinearRegression:\n    ...\n\n"
        'if __name__ == "__main__":\n    main()  # trials and demos go here: not run on import',
    ),
    Mistake(
        id="class-missing",
        step="loading",
        title="There is no class LinearRegression",
        question="After `from your_file import *`, which name would the interviewer type to make a model?",
        named="Once the file has run, the name LinearRegression is not there as something that makes a model,"
        " so there is nothing to grade. It has to stand at the top level, spelled exactly so.",
        corrected="class LinearRegression:  # at the left margin, outside any function or `if`\n"
        "    def __init__(self, n_features): ...",
    ),
    Mistake(
        id="method-missing",
        step="loading",
        title="A method is missing",
        question="Which of the four documented methods does a model of yours not answer to?",
        named="The model lacks one of its four methods. Callers rely on the exact names, and on the methods"
        " being part of the class: look at the spelling and at the indentation.",
        corrected="class LinearRegression:\n"
        "    def predict(self, X): ...\n"
        "    def compute_loss(self, y_hat, y): ...\n"
        "    def compute_gradients(self, X, y, y_hat): ...\n"
        "    def fit(self, X, y, lr=0.01, epochs=1000): ...",
    ),
    Mistake(
        id="wrong-signature",
        step="loading",
        title="It cannot be called as documented",
        question="Which arguments would someone pass who has read nothing but the task, and does yours take"
        " them by position and by name?",
        named="The constructor or a method cannot be called with the documented arguments. Their names, their"
        " order and the defaults of `fit` are part of the task, and `self` comes first; further arguments"
        " need defaults.",
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
        named="The file imports something that is neither NumPy nor part of Python. The task is to build the"
        " model from scratch, so NumPy and the standard library are all that it may use; an import that is"
        " caught or whose library goes unused counts as well.",
        corrected="import numpy as np  # the only import that is needed; plots go into another file",
    ),
    Mistake(
        id="solution-borrowed",
        step="loading",
        title="The file looks at the solution or the grader",
        question="How would you go about this at a whiteboard, with nothing at hand to look it up in?",
        named="The file imports or reads something in `solutions` or `grader`, which counts even where"
        " nothing comes of it. What is practised here is to write the model yourself.",
        corrected="import numpy as np  # all that the file needs; stuck on a step, take its hints one by one",
    ),
)
