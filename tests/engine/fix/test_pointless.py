"""A fix removes the code that it makes pointless, and superfluous blank lines."""

import pytest

from grader.engine.fix.leftovers import without_leftovers

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
TEXTS = {  # in order: the part of FIT, the learner's version of it, what the fix makes of that
    "parameter": (("rate=0.1", "self.slope"), ("rate=0.1, top=5", "min(top, 1) * self.slope"),
                  ("rate=0.1, top=5", "self.slope")),
    "function": (("class", "self.slope(x, y)"),
                 ("def cut(g):\n    return max(g, 1)\n\n\nclass", "cut(self.slope(x, y))"),
                 ("def cut(g):\n    return g\n\n\nclass", "cut(self.slope(x, y))")),
    "object": (("class Model", "        for", "self.slope(x, y)"),
               ("class Cut:\n    def __call__(self, g):\n        return max(g, 1)\n\n\nclass Model",
                "        cut = Cut()\n        for", "cut(self.slope(x, y))"),
               ("class Cut:\n    def __call__(self, g):\n        return g\n\n\nclass Model",
                "        cut = Cut()\n        for", "cut(self.slope(x, y))")),
    "rows": (("        for", "(x, y)"),
             ("        m = len(x) // 8\n        a, b = x[:m], y[:m]\n        for", "(a, b)"),
             ("        m = len(x)\n        a, b = x[:m], y[:m]\n        for", "(a, b)")),
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


@pytest.mark.parametrize(("own", "learner", "fixed"), TEXTS.values(), ids=TEXTS)
def test_code_without_a_purpose_goes(
    own: tuple[str, ...], learner: tuple[str, ...], fixed: tuple[str, ...]
) -> None:
    """For example, a function that only returns its argument is removed together with its calls."""
    before, after = FIT, FIT
    for old, one, other in zip(own, learner, fixed, strict=True):
        before, after = before.replace(old, one, 1), after.replace(old, other, 1)
    assert without_leftovers(before, after) == FIT


def test_a_local_that_a_loop_gives_a_value_gets_no_other() -> None:
    """Its value before the loop is removed, and so is its change at the end of the loop."""
    learner = FIT.replace("rate *", "now *").replace("        for", "        now = rate\n        for", 1)
    learner = learner.replace("        return", "            now *= 0.9\n        return")
    line = "            now = 2 * rate\n            self"
    fixed = FIT.replace("rate *", "now *").replace("            self", line, 1)
    assert without_leftovers(learner, learner.replace("            self", line, 1)) == fixed


def test_what_was_pointless_before_stays() -> None:
    """A fix does not change code that was pointless before."""
    text = FIT.replace("rate=0.1", "rate=0.1, top=5").replace(
        "        for", "        done = False\n        for"
    )
    assert (
        without_leftovers(text, text.replace("range(9)", "range(8)")).replace("range(8)", "range(9)") == text
    )


@pytest.mark.parametrize(("base", "goes"), [("Base", True), ("object", True), ("abc.ABC", False)])
def test_helper_goes_unless_a_class_of_another_file_may_call_it(base: str, goes: bool) -> None:
    own = f"class Base:\n    pass\n\n\nclass Model({base}):\n    def fit(self):\n        {{}}\n\n"
    helper = "    def _reset(self):\n        self.w = 0\n"
    before, after = (own.format(call) + helper for call in ("self._reset()", "return 1"))
    assert ("_reset" not in without_leftovers(before, after)) == goes
