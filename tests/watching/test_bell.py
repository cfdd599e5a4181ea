"""The bell and the title of a terminal."""

import io

import pytest

from grader.terminal.screen import Bell


@pytest.mark.parametrize(
    ("term", "quiet", "written"),
    [
        ("xterm", False, "\x1b[22;2t\x1b]2;5 min left\x1b\\\a\x1b[23;2t"),
        ("xterm", True, "\x1b[22;2t\x1b]2;5 min left\x1b\\\x1b[23;2t"),
        ("dumb", False, "\a"),
        ("dumb", True, ""),
    ],
)
def test_bell_rings_unless_quiet_and_the_title_is_brought_back(
    term: str, quiet: bool, written: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", term)
    stream = io.StringIO()
    with Bell(stream, quiet=quiet) as bell:
        bell.tell("5 min left", True)
    assert stream.getvalue() == written
