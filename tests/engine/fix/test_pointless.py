"""A fix removes the code that it makes pointless, and superfluous blank lines."""

import pytest

from grader.engine.fix.tidy.faults import faults
from grader.engine.fix.tidy.leftovers import without_leftovers
from grader.engine.fix.tidy.names_used import undefined
from grader.engine.fix.tidy.needless import guarded_twice, without_effect, without_one

FIT = """import numpy as np


class Model:
    def fit(self, x, y, rate=0.1):
        for _ in range(9):
            self.w -= rate * np.clip(self.slope(x, y), 0, 9)
        return self
"""
LINES = {  # the learner's lines in addition to FIT, by the text after them, and what the fix leaves
    "flag": [("        for", "        done = False\n", "        done = False\n"),
             ("            self.w", "            done = done or self.w > 9\n            if done:\n"
              "                continue\n", "            if done:\n                continue\n")],
    "average": [("        for", "        ways = []\n", "        ways = []\n"),
                ("        return", "            ways.append(self.w)\n        if ways:\n"
                 "            mean = np.mean(ways)\n            self.w = mean\n",
                 "            ways.append(self.w)\n        if ways:\n            mean = np.mean(ways)\n")],
    "blank lines": [("class", "LIMIT = float('1e3')\n\n\n", "\n\n"), ("    def", "    size = 3\n\n", "\n")],
}  # fmt: skip


def with_lines(lines: list[tuple[str, str, str]], which: int) -> str:
    """FIT with more lines: those of the learner, or what a fix leaves of them."""
    text = FIT
    for before, *texts in lines:
        text = text.replace(f"\n{before}", f"\n{texts[which]}{before}", 1)
    return text


@pytest.mark.parametrize("lines", LINES.values(), ids=LINES)
def test_lines_without_a_purpose_go(lines: list[tuple[str, str, str]]) -> None:
    """For example, a flag that nothing sets any more is removed together with the `if` that tests it."""
    assert without_leftovers(with_lines(lines, 0), with_lines(lines, 1)) == FIT


def test_an_unread_parameter_is_removed() -> None:
    fixed = FIT.replace("rate=0.1", "rate=0.1, top=5")
    assert without_leftovers(fixed.replace("self.slope", "min(top, 1) * self.slope"), fixed) == FIT


def test_a_value_that_has_its_shape_is_not_repeated() -> None:
    fixed = FIT.replace("self.w -= rate", "rate = np.abs(x)\n            {}self.w -= rate")
    filled = fixed.replace("{}", "rate = np.full(9, rate)\n            ")
    before = filled.replace("np.abs(x)", "x.sum()")
    assert list(without_effect(before, filled)) == [fixed.replace("{}", "")]


def test_the_learners_guard_is_enough() -> None:
    before = FIT.replace(
        "self.w -= rate", "rate = max(x)\n            rate[x == 0] = 1\n            self.w -= rate"
    )
    fixed = before.replace("max(x)", "np.where(x == x[0], 1, np.abs(x))")
    assert before.replace("max(x)", "np.abs(x)") in list(guarded_twice(before, fixed))


def test_an_attribute_that_nothing_reads_needs_no_new_value() -> None:
    before = FIT.replace("        for", "        self.top = max(x)\n        for")
    assert list(without_one(before, before.replace("max(x)", "x"))) == [FIT]
    read = before.replace("return self", "return self.top")
    assert not list(without_one(read, read.replace("max(x)", "x")))


HELPED = """class Step:
    def __init__(self, model, rate{}):
        self.model, self.rate{} = model, rate{}

    def __call__(self, slope):
        self.model.w -= self.rate * {}


class Model:
    def fit(self, x):
        step = Step(self, 0.1{})
        step(x.sum())
"""


def test_what_a_helper_no_longer_reads_is_not_passed_to_it() -> None:
    before = HELPED.format(", most", ", self.most", ", most", "min(slope, self.most)", ", most=9")
    fixed = before.replace("min(slope, self.most)", "slope")
    assert without_leftovers(before, fixed, ["Model"]) == HELPED.format("", "", "", "slope", "")
    documented = without_leftovers(before, fixed, ["Model", "Step"])
    assert documented == HELPED.format(", most", "", "", "slope", ", most=9")


ECHOED = """from itertools import islice


def rates(rate):
    \"\"\"One for each turn.\"\"\"
    while True:
        yield rate
        rate *= 0.9


class Model:
    def fit(self, x, turns, rate=0.1):
        for now in {}:
            self.w -= now * x
"""


@pytest.mark.parametrize(
    ("loop", "count"),
    [("now in islice(rates(rate), turns)", "_ in range(turns)"),
     ("k, now in zip(range(turns), rates(rate))", "k in range(turns)"),
     ("now, k in zip(rates(rate), range(turns))", "k in range(turns)")],
)  # fmt: skip
def test_a_generator_that_yields_only_its_argument_goes(loop: str, count: str) -> None:
    before = ECHOED.replace("now in {}", loop)
    after = without_leftovers(before, before.replace("        rate *= 0.9\n", ""))
    assert f"{count}:\n            self.w -= rate * x" in after
    assert "rates" not in after


def test_a_helper_that_returns_only_its_argument_goes() -> None:
    own = "def decayed(rate, k):\n    return rate / (1 + k)\n\n\n"
    before = own + FIT.replace("-= rate *", "-= 2 * decayed(rate + 1, 5) *")
    after = without_leftovers(before, before.replace("rate / (1 + k)", "rate"))
    assert after == FIT.replace("-= rate *", "-= 2 * (rate + 1) *")


def test_two_branches_that_do_the_same_become_one() -> None:
    both = "        if {}:\n            self.w{}= y\n        else:\n            self.w = y\n        for"
    before = FIT.replace("        for", both.format("y", " +"))
    after = without_leftovers(before, before.replace("self.w += y", "self.w = y"))
    assert after == FIT.replace("        for", "        self.w = y\n        for")


def test_a_decorator_that_does_nothing_goes() -> None:
    own = "def scaled(f):\n    def run(*args):\n        return f(*args){}\n\n    return run\n\n\n"
    marked = FIT.replace("    def fit", "    @scaled\n    def fit")
    after = without_leftovers(own.format(" * 2") + marked, own.format("") + marked)
    assert after == FIT


def test_of_two_names_that_of_the_result_stays() -> None:
    first = "            # the slope\n            slope = self.slope(x, y)\n"
    last = "            # the step\n            step = {}\n"
    before = FIT.replace("            self.w -= rate * np.clip(self.slope(x, y), 0, 9)",
                         f"{first}{last}            self.w -= rate * step")  # fmt: skip
    after = without_leftovers(before.format("np.clip(slope, 0, 9)"), before.format("slope"))
    assert f"range(9):\n{last.format('self.slope(x, y)')}            self.w" in after


def test_nothing_is_passed_beside_other_statements() -> None:
    before = FIT.replace(
        "        for", "        try:\n            pass\n        finally:\n            pass\n        for"
    )
    passes = FIT.replace("        for", "        pass\n        for")
    assert without_leftovers(before, passes) == FIT


def test_a_function_of_only_a_docstring_and_a_chain_stay() -> None:
    own = 'def later(x):\n    """To do."""\n\n\n'
    before = (
        own + FIT.replace("        for", "        self.v = self.u = (1, 2)\n        for") + "        self.u\n"
    )
    assert without_leftovers(before, before.replace("        self.u\n", "")) == before.replace(
        "        self.u\n", ""
    )


def test_code_that_was_pointless_before_stays() -> None:
    """A fix does not change code that was pointless before."""
    text = FIT.replace("rate=0.1", "rate=0.1, top=5").replace(
        "        for", "        done = False\n        for"
    )
    assert (
        without_leftovers(text, text.replace("range(9)", "range(8)")).replace("range(8)", "range(9)") == text
    )


@pytest.mark.parametrize(("base", "goes"), [("Base", True), ("object", True), ("abc.ABC", False)])
def test_unused_helper_is_removed_unless_another_file_may_call_it(base: str, goes: bool) -> None:
    own = f"class Base:\n    pass\n\n\nclass Model({base}):\n    def fit(self):\n        {{}}\n\n"
    helper = "    def _reset(self):\n        self.w = 0\n"
    before, after = (own.format(call) + helper for call in ("self._reset()", "return 1"))
    assert ("_reset" not in without_leftovers(before, after)) == goes


def test_loop_that_ends_in_its_first_turn_is_a_fault() -> None:
    for body in ("return 2 * x", "pass"):
        assert faults(f"def f(x):\n    for j in range(3):\n        {body}\n    return x\n") > 0
    assert faults("def f(x):\n    for j in range(3):\n        x = 2 * x\n    return x\n") == 0


def test_script_keeps_its_lines_and_the_new_names() -> None:
    before = "class A:\n    pass\n\n\nif __name__ == '__main__':\n    model = A()\n    print(model)\n"
    after = before.replace("A", "B")
    assert list(without_one(before, after)) == []
    assert undefined(before, after.replace("B()", "A()")) == {"A"}
    assert undefined(before, after) == set()
