"""What a finding says about an act that the sandbox refused."""

import pytest

from grader.engine.diagnose.load_failures import find_violations
from grader.kata import find_kata


@pytest.mark.parametrize(
    ("violation", "what", "seen"),
    [
        ("forbidden-library", "pandas", "the code imports pandas"),
        ("forbidden-library", "numpyy", "the code imports numpyy; did you mean numpy?"),
        ("off-limits", "writing 'log.txt'", "refused: writing 'log.txt'"),
    ],
)
def test_finding_says_what_was_done(violation: str, what: str, seen: str) -> None:
    report = {"violation": violation, "what": what, "line": 3, "within": "predict"}
    (found,) = find_violations(find_kata().declaration, [report])
    assert (found.seen, found.step) == (seen, "predict")
