"""The rows of a fix: none of its code is cut off, however narrow the terminal is."""

from hypothesis import given
from hypothesis import strategies as st

from grader.report.fixes import folded

LONG = "+  6          return np.exp(scores - np.max(scores, axis=1, keepdims=True)) / np.exp(scores).sum()"


def test_long_row_goes_on_further_in() -> None:
    assert folded("- 13          self.w = 3", 78) == ["- 13          self.w = 3"]
    first, second = folded(LONG, 78)
    assert first == "+  6          return np.exp(scores - np.max(scores, axis=1, keepdims=True)) /"
    assert second == "+                 np.exp(scores).sum()"


@given(st.integers(30, 120))
def test_no_code_is_lost(width: int) -> None:
    found = folded(LONG, width)
    assert max(map(len, found)) <= width
    assert "".join(part.lstrip("+ ") for part in found).replace(" ", "") == LONG[1:].replace(" ", "")
