"""The mistakes that any exercise can have: what keeps a file from loading, what can happen in any call."""

from dataclasses import dataclass

from ..catalogue import Edit, Mistake


@dataclass(frozen=True)
class Words:
    """What the hints of an exercise speak of.

    Attributes:
        class_name: the class that is graded.
        signatures: how its members are called, one per line.
        right: some lines of right code, which use whole arrays.
        inputs: the arguments that must stay as they are: "X and y".
    """

    class_name: str
    signatures: str
    right: str
    inputs: str


def loading(words: Words) -> tuple[Mistake, ...]:
    """What keeps a file, or a part of it, from being judged."""
    name = words.class_name
    return (
        Mistake(
            "syntax-error", "loading", "The file does not parse",
            "Reading up from the line that Python names, where is the last thing that was opened and"
            " not finished?",
            "Python cannot parse the file, so none of it runs. The cause is often a little above the"
            " line that is"
            " named: an open bracket or quote, a missing colon, an indentation that does not fit.",
            "`python -m py_compile FILE` parses the file without running it, and prints nothing once"
            " it parses",
        ),
        Mistake(
            "import-fails", "loading", "The file's top level raises",
            "Which lines of the file run as soon as it is imported, before anyone has made a model?",
            "Running the file's top level raises an exception, so the class is never defined. The"
            " file is graded by"
            " itself: it cannot count on modules or data files beside it.",
            f'import numpy as np\n\nclass {name}:\n    ...\n\nif __name__ == "__main__":\n'
            "    main()  # trials and demos go here: they do not run on import",
        ),
        Mistake(
            "class-missing", "loading", f"There is no class {name}",
            "After `from your_file import *`, which name would the interviewer type to make a model?",
            f"Once the file has run, there is no class {name}. It has to stand at the top level,"
            f" spelled exactly so.",
            f"class {name}:  # at the left margin, outside any function or `if`\n    ...",
        ),
        Mistake(
            "method-missing", "loading", "A method is missing",
            "Which of the documented methods does a model of yours not have?",
            "A documented method is not there under its name. Callers rely on the exact names, and"
            " on the methods"
            " being part of the class: look at the spelling and at the indentation.",
            words.signatures,
        ),
        Mistake(
            "wrong-signature", "loading", "It cannot be called as documented",
            "Which arguments would someone pass who has read nothing but the task, by position and by name?",
            "The constructor or a method cannot be called with the documented arguments. Their names"
            " and their order"
            " are part of the task, `self` comes first, and further arguments need defaults.",
            words.signatures,
        ),
        Mistake(
            "forbidden-library", "loading", "A library other than NumPy is imported",
            "What does that library do for you here, and how would you write it with arrays alone?",
            "The file imports something that is neither NumPy nor part of Python. NumPy and the"
            " standard library are"
            " all that it may use; an import that is caught or unused counts as well.",
            "import numpy as np  # the only import that is needed",
        ),
        Mistake(
            "solution-borrowed", "loading", "The file looks at the solution or the grader",
            "How would you do this at a whiteboard, with nothing at hand to look it up in?",
            "The file imports or reads something in `solutions` or `grader`, which counts even where"
            " nothing comes of"
            " it. What is practised here is to write the model yourself.",
            "import numpy as np  # all that the file needs; the hints help where you are stuck",
        ),
    )  # fmt: skip


def running(words: Words) -> tuple[Mistake, ...]:
    """What can go wrong in any call, whatever it computes."""
    return (
        Mistake(
            "raises", "running", "A call raises an exception",
            "What kind of exception is it, and what does the line that raises it expect of its"
            " names, types and"
            " shapes?",
            "The call ends in an exception on input that the task allows. A NameError is about a"
            " name that does not"
            " exist there, an AttributeError about one that the object does not have, a TypeError"
            " about an operation"
            " that does not suit its operands, and a ValueError most often about shapes.",
            words.right,
        ),
        Mistake(
            "times-out", "running", "A call never finishes",
            "What has to happen for the code to finish, and what makes sure that it happens?",
            "The code is still running when its time is up: the limit is seconds, and milliseconds"
            " are enough. It"
            " loops without end, waits for something, or does far more work than the task needs.",
            "for item in items:  # ends by itself; a `while` needs a step that brings it to its end\n    ...",
        ),
        Mistake(
            "exits", "running", "The process is ended",
            "If a colleague used your class in a long-running program, what would happen to that program?",
            "The code ends the process that runs it, as sys.exit(), quit(), os._exit() and signals"
            " do, in place of"
            " returning a result.",
            "return the result, or `raise ValueError(...)` for input that makes no sense;\n"
            'a script\'s own exit goes under `if __name__ == "__main__":`',
        ),
        Mistake(
            "too-much-memory", "running", "More memory is asked for than there is",
            "How many numbers does the largest array that you build hold, in terms of n and d?",
            "The code asks for more memory than its limit. Nothing larger than X, of shape (n, d),"
            " is needed.",
            words.right,
        ),
        Mistake(
            "off-limits", "running", "It reaches outside the model",
            "What does the code do that someone could notice on the computer after it has ended?",
            "The code tries to write or delete a file, to start or signal a process, or to open a"
            " network connection."
            " The task needs none of this, and an attempt counts even where it fails.",
            "return the result  # print() is there for looking at it",
        ),
        Mistake(
            "returns-none", "running", "The method returns None",
            "Follow the call to the last line that it runs: what does it return there?",
            "The method returns None, so nothing of what it computed gets to its caller.",
            words.right,
        ),
        Mistake(
            "mutates-input", "running", "The caller's arrays are changed",
            f"If the caller printed {words.inputs} before and after the call, would they be the same?",
            "The call writes into an array that belongs to its caller. Whatever the caller does with"
            " it next is then"
            " wrong, far away from the cause.",
            "X = X - mean  # a new array; `X -= mean` and `out=X` write into the caller's\n"
            "X = X.copy()  # first, where a change in place is really wanted",
        ),
        Mistake(
            "not-finite", "running", "The result is NaN or infinite",
            "Which is the first value on the way to the result for which np.isfinite is False?",
            "NaN or infinity comes out where the right answer is an ordinary number. A division by"
            " zero, the log or"
            " root of a negative number, or the mean of nothing gives it, and from there it spreads.",
            "assert np.isfinite(value).all()  # after each line in turn: finds the first that is not",
        ),
    )  # fmt: skip


def vectorization(words: Words, loop: Edit, square: Edit) -> tuple[Mistake, ...]:
    """Work in Python that grows with the samples, and memory that grows with their square.

    Args:
        words: of the exercise.
        loop: an edit of its formula that loops over the samples.
        square: one that builds an array of shape (n, n).
    """
    return (
        Mistake(
            "loop-over-samples", "vectorization", "A loop over the samples in Python",
            "With ten times as many samples, how much more has Python itself to do, outside NumPy?",
            "The work done in Python grows with the number of samples: something takes them one at a"
            " time, in a loop,"
            " a recursion or a call that hides one, as map(), sum(), list() and np.vectorize do."
            " Array operations do"
            " the same in compiled code, many times faster.",
            words.right, (loop,),
        ),
        Mistake(
            "quadratic-memory", "vectorization", "An intermediate is n by n",
            "What is the shape of the largest array on the way, and how large is it for 100,000 samples?",
            "On the way an array of n times n numbers is built. For 100,000 samples that is 80 GB in"
            " float64, while"
            " the task needs nothing larger than X.",
            words.right, (square,),
        ),
        Mistake(
            "loop-over-features", "vectorization", "A loop over the features in Python",
            "Which single array operation does the work of all the features at once?",
            "A Python loop goes over the d features. That is accepted, as its length does not depend"
            " on n; an array"
            " operation does the same at once, and reads like the formula.",
            words.right, severity="advice",
        ),
    )  # fmt: skip
