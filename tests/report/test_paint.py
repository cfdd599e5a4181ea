"""Colours are readable on their background; a file name links to its line, if the terminal supports it."""

import io
import re
from pathlib import Path

import pytest
from rich.color import Color, ColorType
from rich.palette import Palette
from rich.style import Style

from grader.report import paint, terminal
from grader.report.formats.html import SHEET
from grader.report.page import Page

from ..helpers.reports import CASES, FILE, SOURCE, TITLES
from ..helpers.streams import TerminalStream
from .test_report import HOSTILE

WHITE, BLACK = (255, 255, 255), (0, 0, 0)
READABLE, LARGE = 4.5, 3.5
"""The contrast for comfortable reading, and the minimum on black, where most coloured text is bold."""
XTERM = Palette(
    [(0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205)]
)
VGA = Palette([(0, 0, 0), (170, 0, 0), (0, 170, 0), (170, 85, 0), (0, 0, 170), (170, 0, 170), (0, 170, 170)])
RGB = tuple[int, int, int]
KNOWN = {"TERM": "xterm-256color", "TERM_PROGRAM": "WezTerm"}
MARK = re.compile("\x1b\\]8;[^;]*;([^\x1b]*)\x1b\\\\")
VARIABLES = ("TERM", "TERM_PROGRAM", "VTE_VERSION", "NO_COLOR", "FORCE_COLOR", "FORCE_HYPERLINK", "STY",
             "SSH_CONNECTION", "KONSOLE_VERSION", *paint.OWN)  # fmt: skip


def luminance(colour: RGB) -> float:
    """The relative luminance of a colour, from 0 to 1, as WCAG 2 defines it."""
    linear = [c / 12.92 if (c := part / 255) <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for part in colour]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: RGB, other: RGB) -> float:
    """The contrast ratio of two colours, from 1 to 21, as WCAG 2 defines it."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_that_of_wcag() -> None:
    assert contrast(WHITE, BLACK) == pytest.approx(21)
    assert contrast((118, 118, 118), WHITE) == pytest.approx(4.54, abs=0.01)


def colours(styles: dict[str, str]) -> dict[str, Color]:
    """The colours of the styles that have one; asserts that no style uses dim, which has no fixed colour."""
    parsed = {name: Style.parse(style) for name, style in styles.items()}
    assert not any(style.dim for style in parsed.values())
    return {name: style.color for name, style in parsed.items() if style.color is not None}


def test_colours_are_readable_on_white_and_on_black() -> None:
    found = colours(paint.STYLES)
    assert {"passed", "failed", "todo", "dim", "command"} <= set(found)
    for name, colour in found.items():
        assert colour.type is ColorType.EIGHT_BIT, name  # terminals choose the look of the other types
        assert contrast(colour.get_truecolor(), WHITE) >= READABLE, name
        assert contrast(colour.get_truecolor(), BLACK) >= LARGE, name


@pytest.mark.parametrize("palette", [XTERM, VGA], ids=["xterm", "vga"])
def test_few_colours_are_readable_on_white(palette: Palette) -> None:
    for name, colour in colours(paint.FEW_COLOURS).items():
        assert colour.number is not None
        assert contrast(palette[colour.number], WHITE) >= READABLE, name


@pytest.mark.parametrize(
    ("term", "style"), [("xterm-256color", "38;5;130"), ("xterm", ""), ("screen-16color", "")]
)
def test_terminal_gets_the_colours_that_it_has(
    term: str, style: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in {"FORCE_COLOR": "1", "TERM": term}.items():
        monkeypatch.setenv(name, value)
    for name in ("NO_COLOR", "COLORTERM"):
        monkeypatch.delenv(name, raising=False)
    page = Page()
    page.row(("to do", "todo"))
    assert paint.painted(page, io.StringIO()) == (f"\x1b[{style}mto do\x1b[0m\n" if style else "to do\n")


@pytest.mark.parametrize("place", [0, 1], ids=["light", "dark"])
def test_colours_of_a_page_are_readable(place: int) -> None:
    block = re.findall(r":root \{(.*?)\}", SHEET, re.DOTALL)[place]
    named = re.findall(r"--(\w+): #([0-9a-f]{3,6});", block)
    found = {
        name: tuple(bytes.fromhex(code if len(code) == 6 else "".join(c * 2 for c in code)))
        for name, code in named
    }
    for name in ("text", "dim", "good", "bad", "wait", "tip"):
        for ground in ("page", "soft"):
            assert contrast(found[name], found[ground]) >= READABLE, (name, ground)  # type: ignore[arg-type]


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
    assert paint.followed(environment) is follows


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
        style = paint.to_line(name, 3)
        assert style.isascii() and style.isprintable() and style.count(" ") == (1 if style else 0)
