"""`fix`: it writes a fix, undoes it, and says so if an undo puts the fix back."""

from pathlib import Path

import pytest

from grader.commands.shared import asking

from ..helpers.fakes import Fakes, fakes
from ..helpers.standins import stand_in

__all__ = ["fakes"]


def undone(fakes: Fakes, monkeypatch: pytest.MonkeyPatch) -> tuple[str, str]:
    """Run `fix --undo` on a terminal and answer yes; return the question, and what was printed."""
    asked: list[str] = []

    def agreed(question: str) -> bool:
        asked.append(question)
        return True

    monkeypatch.setattr(asking, "at_a_terminal", lambda: True)
    monkeypatch.setattr(asking, "agreed", agreed)
    printed = fakes.run("fix", "my.py", "--undo")
    return asked[0], printed


def test_second_undo_asks_whether_to_put_the_fix_back(fakes: Fakes, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(monkeypatch, "grader.fixing", corrected=lambda source, verdict: fakes.fix)
    path = Path("my.py")
    before, fakes.outcome = path.read_text(encoding="utf-8"), "failed"
    for _ in range(2):
        fakes.run("fix", "my.py", "--yes")
        fixed = path.read_text(encoding="utf-8")
        assert fixed != before
        for expected in (before, fixed, before):
            question, printed = undone(fakes, monkeypatch)
            assert path.read_text(encoding="utf-8") == expected
            again = expected == fixed
            start = "You undid the last change at " if again else "Restore my.py from my-00"
            assert question.startswith(start)
            assert ("The change that you undid is put back" if again else "my.py is restored") in printed


def test_fix_that_is_shown_counts_as_seen_even_if_it_is_not_written(
    fakes: Fakes, monkeypatch: pytest.MonkeyPatch
) -> None:
    fakes.outcome = "failed"
    monkeypatch.setattr(asking, "at_a_terminal", lambda: True)
    monkeypatch.setattr(asking, "agreed", lambda question: False)
    assert "Nothing was changed." in fakes.run("fix", status=1)
    assert "solution-seen" in fakes.events()


def test_without_a_fix_it_says_what_to_do(fakes: Fakes) -> None:
    fakes.outcome, fakes.fix = "failed", ""
    assert "Next   for the line and a hint, run: python -m grader\n" in fakes.run("fix", status=1)
