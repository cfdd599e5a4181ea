"""A fix removes a comment that it makes untrue, and keeps one that is still true."""

import pytest

from grader.engine.fix.tidy.comments import without_untrue

CODE = """def f(x, n):
    # {}
    y = {}{}
    return y
"""


@pytest.mark.parametrize(
    ("above", "behind", "was", "now", "stays"),
    [
        ("1/(2n) of all", "", "sum(x) / (2 * n)", "sum(x) / n", (False, True)),
        ("the mean, x^2", "", "2 * x", "x", (True, True)),
        ("all of it", "  # without the factor 2", "x", "2 * x", (True, False)),
        ("all of it", "  # with the factor 2", "x", "2 * x", (True, True)),
        ("all of it", "  # dL/dx", "x", "2 * x", (True, True)),
        ("fsum keeps all digits", "", "math.fsum(x)", "np.sum(x)", (False, True)),
        ("1 above, -1 below", "", "np.where(x > 0, 1.0, -1.0)", "x", (False, True)),
    ],
)
def test_untrue_comments_go(above: str, behind: str, was: str, now: str, stays: tuple[bool, bool]) -> None:
    """The comment is compared with the parts that the fix removes or adds."""
    found = without_untrue(CODE.format(above, was, behind), CODE.format(above, now, behind))
    assert (above in found, behind in found) == stays


def test_a_comment_on_removed_code_is_removed() -> None:
    """A comment at the start of a block may be about the whole block, and stays with the rest of it."""
    learner = "def f(x):\n    y = x\n    # the limit\n    z = x + 1\n    return y - z\n"
    fixed = "def f(x):\n    y = x\n    # the limit\n    return y\n"
    assert without_untrue(learner, fixed) == fixed.replace("    # the limit\n", "")
    learner = "def f(x):\n    # the limit\n    z = x + 1\n    u = 2 * x\n    return u - z\n"
    fixed = "def f(x):\n    # the limit\n    v = x\n    u = 2 * x\n    return u - v\n"
    assert without_untrue(learner, fixed) == fixed


def test_a_comment_is_removed_with_the_rest_of_its_block() -> None:
    """A comment above removed lines goes only if nothing is left of its block."""
    learner = "def f(x):\n    # centre x\n    x = x - 1\n{}    return x\n"
    fixed = "def f(x):\n    # centre x\n{}    return x\n"
    assert without_untrue(learner.format("\n"), fixed.format("\n")) == "def f(x):\n\n    return x\n"
    assert without_untrue(learner.format("    x *= 2\n"), fixed.format("    x *= 2\n")) == fixed.format(
        "    x *= 2\n"
    )


def test_a_comment_on_a_value_that_is_used_now_stays() -> None:
    learner = "def f(x, n):\n    # the share of each\n    x / n\n    return x\n"
    fixed = learner.replace("    x / n", "    x = x / n")
    assert without_untrue(learner, fixed) == fixed


def test_of_two_comments_the_one_without_code_goes() -> None:
    learner = "def f(x):\n    # the first\n    y = x + 1\n    # the second\n    x = x + 2\n    return x\n"
    fixed = learner.replace("    y = x + 1\n", "")
    assert without_untrue(learner, fixed) == fixed.replace("    # the first\n", "")


def test_a_comment_goes_with_the_loop_below_it() -> None:
    loop = "    rate = 1 / n\n    for _ in range(9):\n        x = x - rate * x\n"
    learner = f"def f(x, n):\n    y = n\n    # the step\n{loop}    n = n + y\n    return x, n\n"
    fixed = learner.replace(loop, "")
    assert without_untrue(learner, fixed) == fixed.replace("    # the step\n", "")


def test_docstring_of_a_class_stays() -> None:
    """It describes the task, in words that may also be those of the changed code."""
    code = '''class Model:
    """A model for half of the squared error."""

    def f(self, x, n):
        """The mean; half of it."""
        return sum(x) / ({}n)
'''
    found = without_untrue(code.format("2 * "), code.format(""))
    assert '"""A model for half of the squared error."""' in found
