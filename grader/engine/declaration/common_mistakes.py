"""The mistakes that are possible in every exercise: the file does not load, or any call goes wrong."""

from dataclasses import dataclass

from ...catalogue import Edit, Mistake


@dataclass(frozen=True)
class Words:
    """The parts of an exercise that the hints mention."""

    class_name: str  # the class that is graded
    signatures: str  # how its members are called, one per line
    right: str  # some lines of right code, which use whole arrays
    inputs: str  # the arguments that must stay as they are: "X and y"


def loading(words: Words) -> tuple[Mistake, ...]:
    """The mistakes that keep a file, or a part of it, from being judged."""
    name = words.class_name
    return (
        Mistake(
            "syntax-error", "loading", "The file has a syntax error",
            "Read upwards from the line that Python names: where is the last thing that was opened and not"
            " closed?",
            "Python cannot parse the file, so none of it runs. The cause is often a little above the line"
            " that Python names: an open bracket or quote, a missing colon, wrong indentation, tabs mixed"
            " with spaces, a statement that is not allowed there.",
            "`python -m py_compile FILE` parses the file without running it, and prints nothing if all is"
            " well",
        ),
        Mistake(
            "import-fails", "loading", "The file raises an exception on import",
            "Which lines of the file run as soon as it is imported, before anyone creates a model?",
            "Code at the top level of the file raises an exception while it is loaded. Your own trials of the"
            " class go under `if __name__ == \"__main__\":`, and then run only if you start the file itself."
            " The file is graded by itself: it cannot use modules or data files next to it.",
            f'import numpy as np\n\nclass {name}:\n    ...\n\nif __name__ == "__main__":\n'
            "    main()  # trials and demos go here: they do not run on import",
        ),
        Mistake(
            "class-missing", "loading", f"There is no class {name}",
            "After `from your_file import *`, which name would the interviewer type to create a model?",
            f"After the file has run, there is no class {name}. Define it at the top level, with exactly"
            " this name.",
            f"class {name}:  # at the left margin, outside any function or `if`\n    ...",
        ),
        Mistake(
            "method-missing", "loading", "A method is missing",
            "Which of the documented methods does your model not have?",
            "The model does not have one of the documented methods under its name. Callers use the exact"
            " names, and the methods have to be part of the class: check the spelling and the indentation.",
            words.signatures,
        ),
        Mistake(
            "wrong-signature", "loading", "A method cannot be called as documented",
            "Someone has read only the task: which arguments do they pass, and does your code take them by"
            " position and by name?",
            "The constructor or a method cannot be called with the documented arguments. Their names and"
            " their order are part of the task: `self` comes first, extra arguments last, with defaults.",
            words.signatures,
        ),
        Mistake(
            "forbidden-library", "loading", "A library other than NumPy is imported",
            "What does that library do for you here, and how would you write it with arrays alone?",
            "The file imports something that is neither NumPy nor part of Python. The task is to build it"
            " from scratch, so only NumPy and the standard library are allowed. An import that fails, or"
            " that is not used, counts as well.",
            "import numpy as np  # the only import that is needed",
        ),
        Mistake(
            "solution-borrowed", "loading", "The file uses the solution or the grader",
            "How would you write this at a whiteboard, without looking anything up?",
            "The file imports or reads something in `solutions` or `grader`. That counts even if the"
            " result is not used. The point of the exercise is to write the model yourself.",
            "import numpy as np  # all that the file needs; if you are stuck on a step, take its hints",
        ),
    )  # fmt: skip


def running(words: Words) -> tuple[Mistake, ...]:
    """The mistakes that can happen in any call, also in one of another exercise."""
    return (
        Mistake(
            "raises", "running", "A call raises an exception",
            "What kind of exception is it? What names, types and shapes does the line that raises it"
            " expect, and what does it get?",
            "The call raises an exception on input that the task allows. A NameError means that a name"
            " does not exist there, an AttributeError that the object does not have that attribute, a"
            " TypeError that an operation or a call does not fit its operands. A ValueError is most often"
            " about shapes.",
            words.right,
        ),
        Mistake(
            "times-out", "running", "The code never finishes",
            "What has to happen for the code to finish, and what makes sure that it happens?",
            "The code is still running when its time is up, and right code needs milliseconds. The code loops"
            " forever, waits for something, or does far more work than the task needs.",
            "for item in items:  # ends by itself; a `while` needs a step that makes its condition false\n"
            "    ...",
        ),
        Mistake(
            "exits", "running", "The code ends the process",
            "If a colleague used your class in a long-running program, what would happen to that program?",
            "The code ends the process that runs it, as sys.exit(), quit(), os._exit() and signals do,"
            " instead of returning a result. A program that uses the class would end with it.",
            "return the result, or `raise ValueError(...)` for input that makes no sense;\n"
            "a script's own exit goes under `if __name__ == \"__main__\":`",
        ),
        Mistake(
            "too-much-memory", "running", "The code asks for too much memory",
            "How many numbers does the largest array that you build hold, in terms of n and d?",
            "The code asks for more memory than it may use. Nothing larger than X, of shape (n, d), is"
            " needed.",
            words.right,
        ),
        Mistake(
            "off-limits", "running", "The code reaches outside the model",
            "What does the code do that you could still notice on the computer after it has ended?",
            "The code tries to write or delete a file, to start or signal a process, or to open a network"
            " connection. The task needs none of this, and an attempt counts even if it fails.",
            "return the result  # use print() to look at it",
        ),
        Mistake(
            "returns-none", "running", "The method returns None",
            "Follow the call to the last line that it runs: what does it return there?",
            "The method returns None, as a method without a `return` does. What it computed never reaches"
            " its caller.",
            words.right,
        ),
        Mistake(
            "mutates-input", "running", "The caller's arrays are changed",
            f"If the caller printed {words.inputs} before and after the call, would they be the same?",
            "The call writes into an array of its caller. Whatever the caller computes from it next is wrong,"
            " and the cause is hard to find.",
            "X = X - mean  # a new array; `X -= mean` and `out=X` write into the caller's\n"
            "X = X.copy()  # do this first if you want to change it in place",
        ),
        Mistake(
            "not-finite", "running", "The result is NaN or infinite",
            "Which is the first value on the way to the result for which np.isfinite is False?",
            "The result has NaN or infinity where the right answer is an ordinary number. Usual causes are"
            " a division by zero, the log or root of a negative number, the mean of an empty array. From"
            " there it spreads to everything.",
            "assert np.isfinite(value).all()  # after each line in turn: finds the first one that is not",
            line_finders=("not_finite", "update"), vague=True,
        ),
    )  # fmt: skip


def vectorization(words: Words, loop: Edit, square: Edit) -> tuple[Mistake, ...]:
    """The mistakes about work: Python work that grows with n or d, and memory that grows with n squared.

    Args:
        words: what the hints mention of the exercise.
        loop: an edit of the exercise's formula that loops over the samples.
        square: an edit of it that builds an array of shape (n, n).
    """
    return (
        Mistake(
            "loop-over-samples", "vectorization", "You loop over samples in Python",
            "With ten times as many samples, how much more work does Python itself have to do, outside"
            " NumPy?",
            "The work done in Python grows with the number of samples: something handles them one at a"
            " time, in a loop, a recursion or a call that hides one, such as map(), sum(), list() or"
            " np.vectorize. Array operations do the same in compiled code, many times faster.",
            words.right, (loop,),
        ),
        Mistake(
            "quadratic-memory", "vectorization", "An intermediate array is n by n",
            "What is the shape of the largest array that you build, and how large is it for 100,000"
            " samples?",
            "The code builds an array of n times n numbers. For 100,000 samples that is 80 GB in float64,"
            " but the task needs nothing larger than X.",
            words.right, (square,),
        ),
        Mistake(
            "loop-over-features", "vectorization", "You loop over features in Python",
            "Which single array operation does the work of all features at once?",
            "A Python loop runs over the d features. That is accepted, because its length does not depend"
            " on n. An array operation does the same at once, and reads like the formula.",
            words.right, severity="advice",
        ),
    )  # fmt: skip
