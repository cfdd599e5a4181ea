"""Links from a file name to its line: only on terminals that support them, and with unchanged text."""

import re
from pathlib import Path

import pytest

from grader.report import links, paint, terminal
from grader.report.page import Page

from ..helpers.reports import CASES, FILE, SOURCE, TITLES
from ..helpers.streams import TerminalStream
from .test_report import HOSTILE

KNOWN = {"TERM": "xterm-256color", "TERM_PROGRAM": "WezTerm"}
MARK = re.compile("\x1b\\]8;[^;]*;([^\x1b]*)\x1b\\\\")
VARIABLES = ("TERM", "TERM_PROGRAM", "VTE_VERSION", "NO_COLOR", "FORCE_COLOR", "FORCE_HYPERLINK", "STY",
             "SSH_CONNECTION", "KONSOLE_VERSION", *links.OWN)  # fmt: skip


@pytest.mark.parametrize(
    ("environment", "follows"),
    [
        ({}, False),
        ({"TERM": "xterm-256color"}, False),
        (KNOWN, True),
        ({"TERM_PROGRAM": "vscode"}, True),
        ({"TERM_PROGRAM": "Apple_Terminal"}, False),
        ({"TERM": "xterm-kitty"}, True),
        ({"WT_SESSION": "1"}, True),
        ({"KITTY_WINDOW_ID": "1"}, True),
        ({"VTE_VERSION": "6800"}, True),
        ({"VTE_VERSION": "4205"}, False),
        ({"VTE_VERSION": "x"}, False),
        ({"KONSOLE_VERSION": "220401"}, True),
        ({"FORCE_HYPERLINK": "1"}, True),
        (KNOWN | {"FORCE_HYPERLINK": "0"}, False),
        (KNOWN | {"NO_COLOR": "1"}, False),
        (KNOWN | {"TERM": "dumb"}, False),
        (KNOWN | {"STY": "1.pts"}, False),
        (KNOWN | {"SSH_CONNECTION": "a b"}, False),
        ({"TERM_PROGRAM": "vscode", "SSH_CONNECTION": "a b"}, True),
    ],
)
def test_terminals_that_follow_links(environment: dict[str, str], follows: bool) -> None:
    assert links.followed(environment) is follows


def painted(monkeypatch: pytest.MonkeyPatch, stream: TerminalStream, **environment: str) -> str:
    """A report as it is written to a stream with these environment variables."""
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    page = terminal.report(CASES["several"], terminal.Background(SOURCE.split("\n"), TITLES), Page(100))
    return paint.painted(page, stream)


def test_place_is_a_link_and_no_word_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = painted(monkeypatch, TerminalStream(), TERM="xterm-256color")
    linked = painted(monkeypatch, TerminalStream(), **KNOWN)
    assert "\x1b]8" not in plain
    assert MARK.sub("", linked) == plain
    address = Path(FILE).absolute().as_uri()
    assert [found for found in MARK.findall(linked) if found] == [address] * 3
    assert f"{address}\x1b\\{FILE}:17\x1b]8;;" in linked
    assert f"{address}#17\x1b" in painted(monkeypatch, TerminalStream(), **KNOWN | {"TERM_PROGRAM": "vscode"})


def test_pipe_has_no_link_even_in_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    class Pipe(TerminalStream):
        def isatty(self) -> bool:
            return False

    coloured = painted(monkeypatch, Pipe(), **KNOWN, FORCE_COLOR="1", FORCE_HYPERLINK="1")
    assert "\x1b[" in coloured
    assert "\x1b]8" not in coloured
    assert "\x1b" not in painted(monkeypatch, Pipe(), **KNOWN)


def test_address_of_any_name_is_harmless() -> None:
    for name in (HOSTILE, "\ud800", "a b#c.py"):
        style = links.to_line(name, 3)
        assert style.isascii() and style.isprintable() and style.count(" ") == (1 if style else 0)
