"""Rows of styled text that fit a width; `paint` turns them into output.

Text is made harmless before it is put on a page. So a learner's text or a file name cannot control the
terminal, and the output's encoding has every character.
"""

import re
from dataclasses import dataclass, field

Span = tuple[str, str]  # text, style
Row = tuple[Span, ...]

NARROWEST, WIDEST = 40, 100
COMMAND = re.compile(r"(?:^|(?<=[:;] ))(?:python3?|py|kata|export|git|jupyter|\.venv\S*) .*?(?=  |[,;.] |$)")
"""A command to copy: at the start of a text or after a colon, up to a comma or a similar sign."""
FORMULA = re.compile(r"\S+(?: (?:\*\*?|[/@<>]|[-+=<>]=?) \S+)+")
"""Operands with operators between them, such as `1 / n <= 1`."""
HELD = "\0"  # a space at which a row must not end; harmless text never contains this character


@dataclass(frozen=True)
class Symbols:
    """Signs that accompany a word, and never replace it."""

    passed: str
    failed: str
    todo: str
    blocked: str
    here: str
    bar: str
    more: str


FINE = Symbols("✓", "✗", "○", "-", ">", "│", "…")
ASCII = Symbols("[ok]", "[x]", "[ ]", "[-]", ">", "|", "...")


@dataclass
class Page:
    """Rows of styled text, for `paint`."""

    width: int = 80  # of a row, in cells
    encoding: str = "utf-8"  # the output's encoding, which must have every character
    rows: list[Row] = field(default_factory=list)

    @property
    def symbols(self) -> Symbols:
        """The signs to use: plain ASCII if the encoding lacks the others."""
        return FINE if _has(self.encoding, "".join(vars(FINE).values())) else ASCII

    def clean(self, text: str) -> str:
        """`text`, made harmless for this page."""
        return harmless(text, self.encoding)

    def line(self, text: str) -> str:
        r"""`text`, made harmless and on one row: a line end is shown as `\n`."""
        return harmless(text, self.encoding, keep="")

    def row(self, *spans: Span) -> None:
        """Add one row without wrapping it; empty spans are left out."""
        self.rows.append(tuple((self.clean(text), style) for text, style in spans if text))

    def blank(self) -> None:
        """Add an empty row, unless the page is empty or already ends with one."""
        if self.rows and self.rows[-1]:
            self.rows.append(())

    def prose(self, text: str, *, label: str = "", style: str = "", label_style: str = "label") -> None:
        """Add wrapped text; the first row starts with the label, the others are indented by its width."""
        self.flow(wrap(self.clean(text), self.width - cells(label)), (label, label_style), style=style)

    def flow(self, parts: list[str], *start: Span, style: str = "") -> None:
        """Add rows with a common indentation; in the first row, `start` fills it."""
        indent = " " * sum(cells(text) for text, _ in start)
        for number, part in enumerate(parts):
            lead = start if number == 0 else ((indent, ""),)
            self.row(*(lead if part else ((lead[0][0].rstrip(), lead[0][1]),)), (part, style))

    def crop(self, text: str, width: int) -> str:
        """`text`, made harmless and on one row, cut to `width` cells; a sign marks the cut."""
        text, more = self.line(text), self.symbols.more
        return text if cells(text) <= width else _head(text, width - cells(more)) + more

    def crop_words(self, text: str, width: int) -> str:
        """The same, but cut between two words if there are several."""
        cropped = self.crop(text, width)
        if cropped == self.line(text):
            return cropped
        head, space, _ = cropped.removesuffix(self.symbols.more).rpartition(" ")
        return head.rstrip() + space + self.symbols.more if head.strip() else cropped

    def plain(self) -> str:
        """The page as text without styles."""
        return "".join("".join(text for text, _ in row).rstrip() + "\n" for row in self.rows)


def harmless(text: str, encoding: str | None = "utf-8", keep: str = "\n\t") -> str:
    r"""`text` with escapes like `\x1b` for unprintable or unencodable characters not in `keep`."""
    if text.isascii() and text.isprintable():
        return text
    fine = {c for c in set(text) if c in keep or (c.isprintable() and _has(encoding or "utf-8", c))}
    return "".join(c if c in fine else c.encode("unicode_escape").decode("ascii") for c in text)


def _has(encoding: str, text: str) -> bool:
    try:
        text.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def cells(text: str) -> int:
    """The width of `text` in terminal columns."""
    if text.isascii():
        return len(text)
    from unicodedata import combining, east_asian_width

    return sum(0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in text)


def wrap(text: str, width: int) -> list[str]:
    """Wrap `text` at spaces into rows of at most `width` cells; its line ends and indents are kept.

    A command stays in one row if it fits into one, and so does a short formula.
    """
    width = max(width, 16)
    return [row for line in text.expandtabs(4).split("\n") for row in _wrap_line(line.rstrip(), width)]


def _wrap_line(line: str, width: int) -> list[str]:
    words = line.lstrip(" ")
    indent = " " * min(len(line) - len(words), width // 2)
    rows = [indent]

    def held(found: re.Match[str]) -> str:
        most = width - len(indent) if found.re is COMMAND else max(width // 3, 16)
        return found[0].replace(" ", HELD) if cells(found[0]) <= most else found[0]

    for word in FORMULA.sub(held, COMMAND.sub(held, words)).split(" "):
        joined = f"{rows[-1]} {word}" if rows[-1] != indent else indent + word
        if cells(joined) <= width:
            rows[-1] = joined
            continue
        pieces = split(word, width - len(indent))
        rows += [indent + piece for piece in pieces]
    return [row.replace(HELD, " ") for row in rows if row.strip()] or [""]


def split(text: str, width: int) -> list[str]:
    """Split `text` anywhere into pieces of at most `width` cells."""
    pieces = [_head(text, width)]
    while text := text[len(pieces[-1]) :]:
        pieces.append(_head(text, width))
    return pieces


def _head(text: str, width: int) -> str:
    if text.isascii():
        return text[:width]
    end = taken = 0
    for character in text:
        taken += cells(character)
        if taken > width and end > 0:
            break
        end += 1
    return text[:end]
