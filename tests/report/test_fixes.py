"""The diff of a fix: signs, line numbers and text; and what is told after it."""

import pytest

from grader.report.after_fix import afterwards
from grader.report.fixes import diff
from grader.verdict import Change

LINES = ["one", "two", "three", "", "five", "six", "seven"]


@pytest.mark.parametrize(
    ("changes", "rows"),
    [
        ([Change(2, 2, "TWO\n")], ["- 2  two", "+ 2  TWO"]),
        ([Change(2, 1, "new\n")], ["+ 2  new"]),
        ([Change(2, 2, "")], ["- 2  two"]),
        (
            [Change(1, 1, "a\nb\n"), Change(3, 3, "THREE\n")],
            ["- 1  one", "+ 1  a", "+ 2  b", "  3  two", "- 3  three", "+ 4  THREE"],
        ),
        (
            [Change(1, 1, ""), Change(2, 2, "TWO\n"), Change(7, 7, "SEVEN\n")],
            ["- 1  one", "- 2  two", "+ 1  TWO", "- 7  seven", "+ 6  SEVEN"],
        ),
        (
            [Change(3, 3, "THREE\n"), Change(5, 5, "FIVE\n")],
            ["- 3  three", "+ 3  THREE", "- 5  five", "+ 5  FIVE"],
        ),
        ([Change(8, 7, "eight")], ["+ 8  eight"]),
    ],
)  # fmt: skip
def test_numbers_are_those_before_and_after(changes: list[Change], rows: list[str]) -> None:
    assert diff(changes, LINES) == rows


def test_added_numbers_are_those_of_the_fixed_file() -> None:
    changes = [Change(1, 0, "zero\n"), Change(3, 4, "3\n"), Change(6, 6, "6\n6a\n")]
    fixed = ["zero", "one", "two", "3", "five", "6", "6a", "seven"]
    kept = [row for row in diff(changes, LINES) if row[0] != "-"]
    assert all(fixed[int(row[2:4]) - 1] == row[4:].strip() for row in kept)


OWN = """import math
def _mean(x):
    return x
class Model:
    ZERO = 0
    def _sum(self, x):
        return x
    def loss(self, x):
        y = _mean(x)
        return self._sum(y)
    def fit(self, x):
        return self.loss(x) + math.fabs(self.ZERO)
""".splitlines()


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ([Change(9, 9, "        y = x\n")], "`_mean` is not used any more; you can delete it."),
        ([Change(9, 9, ""), Change(10, 10, "        return x\n")],
         "`_mean` and `_sum` are not used any more; you can delete them."),
        ([Change(12, 12, "        return x\n")],
         "`math` and `ZERO` are not used any more; you can delete them."),
        ([Change(12, 12, "        return math.fabs(self.ZERO)\n")], ""),
    ],
)  # fmt: skip
def test_what_a_fix_leaves_unused_is_told(changes: list[Change], said: str) -> None:
    assert afterwards(changes, OWN) == said


SAID = """def less(a, b):
    \"\"\"a - b, without a temporary array.\"\"\"
    a -= b
    return a
# move along the velocity
x = less(1, 2) + jitter  # the usual value
y = x  # <-- here
\"\"\"Some jitter helps.\"\"\"
""".splitlines()


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ([Change(3, 3, "    a = a - b\n")], "The docstring on line 2"),
        ([Change(1, 0, "import math\n"), Change(6, 6, "x = less(1, 2)  # the usual value\n")],
         "The comment on line 6, the comment on line 7 and the docstring on line 9"),
        ([Change(7, 7, "y = -x  # <-- here\n")], ""),
    ],
)  # fmt: skip
def test_words_that_may_not_be_true_any_more_are_told(changes: list[Change], words: str) -> None:
    assert afterwards(changes, SAID) == (f"{words} may not be true any more." if words else "")
