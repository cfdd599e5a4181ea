"""Rows of styled text that fit a width, before they are painted.

Everything that is put on a page is made harmless first, so that neither a learner's text nor a file's
name can steer a terminal, and nothing is left that the output's encoding does not have.
"""

from dataclasses import dataclass, field

Span = tuple[str, str]  # text, style
Row = tuple[Span, ...]

NARROWEST, WIDEST = 40, 100


@dataclass(frozen=True)
class Symbols:
    """Signs that stand beside a word, never for it."""

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
    """Rows to be painted."""

    width: int = 80  # the cells of a row
    encoding: str = "utf-8"  # what the rows must be expressible in
    rows: list[Row] = field(default_factory=list)

    @property
    def symbols(self) -> Symbols:
        """The signs that the encoding has."""
        return FINE if _has(self.encoding, "".join(vars(FINE).values())) else ASCII

    def clean(self, text: str) -> str:
        """`text`, harmless on this page."""
        return harmless(text, self.encoding)

    def line(self, text: str) -> str:
        r"""`text`, harmless and on one row: with `\n` for a line end."""
        return harmless(text, self.encoding, keep="")

    def row(self, *spans: Span) -> None:
        """One row as it is, without an empty end."""
        self.rows.append(tuple((self.clean(text), style) for text, style in spans if text))

    def blank(self) -> None:
        """An empty row, unless there is one or nothing above it."""
        if self.rows and self.rows[-1]:
            self.rows.append(())

    def prose(self, text: str, *, label: str = "", style: str = "", label_style: str = "label") -> None:
        """Wrapped text; the first row starts with the label, the others are indented like it."""
        self.flow(wrap(self.clean(text), self.width - cells(label)), (label, label_style), style=style)

    def flow(self, parts: list[str], *start: Span, style: str = "") -> None:
        """Rows that share one indentation, which `start` fills in the first of them."""
        indent = " " * sum(cells(text) for text, _ in start)
        for number, part in enumerate(parts):
            lead = start if number == 0 else ((indent, ""),)
            self.row(*(lead if part else ((lead[0][0].rstrip(), lead[0][1]),)), (part, style))

    def crop(self, text: str, width: int) -> str:
        """`text`, harmless and on one row of `width` cells, with a sign where it was cut."""
        text, more = self.line(text), self.symbols.more
        return text if cells(text) <= width else _head(text, width - cells(more)) + more

    def crop_words(self, text: str, width: int) -> str:
        """The same, cut between two words where there are several."""
        cropped = self.crop(text, width)
        if cropped == self.line(text):
            return cropped
        head, space, _ = cropped.removesuffix(self.symbols.more).rpartition(" ")
        return head.rstrip() + space + self.symbols.more if head.strip() else cropped

    def plain(self) -> str:
        """The page without styles."""
        return "".join("".join(text for text, _ in row).rstrip() + "\n" for row in self.rows)


def harmless(text: str, encoding: str | None = "utf-8", keep: str = "\n\t") -> str:
    r"""`text` with `\x1b` and the like for all that is not printable or not in the encoding."""
    if text.isascii() and text.isprintable():
        return text
    fine = {c for c in set(text) if c in keep or (c.isprintable() and _has(encoding or "utf-8", c))}
    return "".join(c if c in fine else _escape(c) for c in text)


def _escape(character: str) -> str:
    return character.encode("unicode_escape").decode("ascii")


def _has(encoding: str, text: str) -> bool:
    try:
        text.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def cells(text: str) -> int:
    """How many columns a terminal gives to `text`."""
    if text.isascii():
        return len(text)
    from unicodedata import combining, east_asian_width

    return sum(0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in text)


def wrap(text: str, width: int) -> list[str]:
    """`text` in rows of at most `width` cells, broken at spaces; its own line ends and indents are kept."""
    width = max(width, 16)
    return [row for line in text.expandtabs(4).split("\n") for row in _wrap_line(line.rstrip(), width)]


def _wrap_line(line: str, width: int) -> list[str]:
    words = line.lstrip(" ")
    indent = " " * min(len(line) - len(words), width // 2)
    rows = [indent]
    for word in words.split(" "):
        joined = f"{rows[-1]} {word}" if rows[-1] != indent else indent + word
        if cells(joined) <= width:
            rows[-1] = joined
            continue
        pieces = split(word, width - len(indent))
        rows += [indent + piece for piece in pieces]
    return [row for row in rows if row.strip()] or [""]


def split(text: str, width: int) -> list[str]:
    """`text` in pieces of at most `width` cells, broken anywhere."""
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
