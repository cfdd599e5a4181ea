"""`fix`: it writes a fix, undoes it, and says so if an undo puts the fix back."""

from pathlib import Path

import pytest

from grader import cli
from grader.commands.shared import consent

from ..helpers.clocks import TestClock
from ..helpers.fakes import Fakes, fakes
from ..helpers.standins import stand_in

__all__ = ["fakes"]


def undone(monkeypatch: pytest.MonkeyPatch) -> str:
    """Run `fix --undo` on a terminal, answer yes, and return the question that it asked."""
    asked: list[str] = []

    def agreed(question: str) -> bool:
        asked.append(question)
        return True

    monkeypatch.setattr(consent, "at_a_terminal", lambda: True)
    monkeypatch.setattr(consent, "agreed", agreed)
    assert cli.main(["fix", "my.py", "--undo"], TestClock()) == 0
    return asked[0]


def test_second_undo_asks_whether_to_put_the_fix_back(
    fakes: Fakes, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    stand_in(monkeypatch, "grader.fixing", corrected=lambda source, verdict: fakes.fix)
    path = Path("my.py")
    before, fakes.outcome = path.read_text(encoding="utf-8"), "failed"
    for _ in range(2):
        assert cli.main(["fix", "my.py", "--yes"], TestClock()) == 0
        fixed = path.read_text(encoding="utf-8")
        assert fixed != before
        for expected in (before, fixed, before):
            question = undone(monkeypatch)
            assert path.read_text(encoding="utf-8") == expected
            again = expected == fixed
            assert question.startswith(
                "You undid the last change at " if again else "Restore my.py from my-00"
            )
            said = "The change that you undid is put back" if again else "my.py is restored"
            assert said in capsys.readouterr().out


def test_fix_that_is_shown_counts_as_seen_even_if_it_is_not_written(
    fakes: Fakes, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    fakes.outcome = "failed"
    monkeypatch.setattr(consent, "at_a_terminal", lambda: True)
    monkeypatch.setattr(consent, "agreed", lambda question: False)
    assert cli.main(["fix"], TestClock()) == 1
    assert "Nothing was changed." in capsys.readouterr().out
    assert "solution-seen" in fakes.events()


def test_without_a_fix_it_says_what_to_do(fakes: Fakes, capsys: pytest.CaptureFixture[str]) -> None:
    fakes.outcome, fakes.fix = "failed", ""
    assert cli.main(["fix"], TestClock()) == 1
    assert "Next   for the line and a hint, run: python -m grader\n" in capsys.readouterr().out
