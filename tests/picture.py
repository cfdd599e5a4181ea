"""The picture of a run in the README: `python -m tests.picture` redraws it.

A wrong submission is graded in a temporary checkout, with a fixed seed and with colour. The grader's output
becomes `grader/docs/run.svg`, with a `text` for each line and a `tspan` for each stretch of one style.
"""

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

from .helpers.checkouts import lay_out

ROOT = Path(__file__).resolve().parent.parent
PICTURE = ROOT / "grader" / "docs" / "run.svg"
SEED = "20261127"
WIDTH = 80
SOURCE = """\
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return np.mean((y_hat - y) ** 2)

    def compute_gradients(self, X, y, y_hat):
        error = y_hat - y
        return 2 * X.T @ error / len(y), 2 * np.mean(error)

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            loss = self.compute_loss(y_hat, y)
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w -= lr * dw
            self.b -= lr * db
            losses.append(float(loss))
            return losses
"""
"""Correct except for a `return` that is indented too far. The lines in the picture reveal no formula."""

ESCAPE = re.compile(r"\x1b\[([\d;]*)m")
WORDS = re.compile(r"\S+(?: \S+)*")
SECONDS = re.compile(r"\d+\.\d+ s,")
PAPER, INK, DIM = "#0d1117", "#e6edf3", "#8b949e"
COLOURS = {"160": "#ff7b72", "29": "#56d364", "130": "#e3b341", "163": "#d2a8ff", "63": "#76e3ea"} | {
    "2": DIM,
    "243": DIM,
}
"""The colour of each ANSI code that the grader prints, for this dark background."""
FONT = "ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', 'Liberation Mono', monospace"
CELL, ROW, SIZE, MARGIN = 8.4, 19, 14, 16


@dataclass(frozen=True)
class Part:
    """A stretch of one line in one style.

    Attributes:
        column: where it starts, from 0.
        text: its characters.
        codes: the numbers of the active ANSI escapes.
    """

    column: int
    text: str
    codes: frozenset[str]


def command() -> list[str]:
    """The command line without the interpreter."""
    return ["-m", "grader", "--seed", SEED]


def printed(folder: Path) -> str:
    """The command, and the grader's output about the submission, with colours."""
    checkout = lay_out(folder, "grader", "exercises", "solutions")
    checkout.put(SOURCE)
    environment = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "COLORTERM")}
    environment |= {
        "FORCE_COLOR": "1", "TERM": "xterm-256color", "COLUMNS": str(WIDTH), "PYTHONIOENCODING": "utf-8",
    }  # fmt: skip
    done = subprocess.run(
        [sys.executable, *command()], cwd=folder, env=environment, capture_output=True, check=False
    )
    assert done.returncode == 1, done.stderr
    return f"\x1b[2m$\x1b[0m python {' '.join(command())}\n" + done.stdout.decode("utf-8")


def parts(line: str) -> Iterator[Part]:
    """The visible parts of one line: no two blanks in a row, as many browsers show them as one."""
    codes: frozenset[str] = frozenset()
    found: list[Part] = []
    column = 0
    for place, text in enumerate(ESCAPE.split(line)):
        if place % 2:
            codes = frozenset() if text in ("", "0") else codes | set(text.split(";"))
        elif text and found and found[-1].codes == codes:
            found[-1] = Part(found[-1].column, found[-1].text + text, codes)
            column += len(text)
        elif text:
            found.append(Part(column, text, codes))
            column += len(text)
    for part in found:
        for words in WORDS.finditer(part.text):
            yield Part(part.column + words.start(), words[0], part.codes)


def looks(codes: frozenset[str]) -> str:
    """The SVG attributes for these ANSI codes."""
    colour = next(
        (COLOURS[code] for code in sorted(codes) if code in COLOURS), DIM if codes & {"2", "243"} else ""
    )
    found = {"fill": colour, "font-weight": "bold" if "1" in codes else "", "font-style": ""}
    found["font-style"] = "italic" if "3" in codes else ""
    return "".join(f' {name}="{value}"' for name, value in found.items() if value)


def drawn(text: str) -> str:
    """Text with ANSI colours as SVG. Each part has a fixed position, whatever the font."""
    lines = text.rstrip("\n").split("\n")
    width, height = round(WIDTH * CELL) + 2 * MARGIN, len(lines) * ROW + 2 * MARGIN
    rows = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"'
        f' viewBox="0 0 {width} {height}" role="img">',
        "<title>A run of the grader on a wrong submission</title>",
        f'<rect width="{width}" height="{height}" rx="8" fill="{PAPER}"/>',
        f'<g font-family="{FONT}" font-size="{SIZE}" fill="{INK}">',
    ]
    for number, line in enumerate(lines):
        spans = [
            f'<tspan x="{MARGIN + part.column * CELL:.1f}"{looks(part.codes)}>{escape(part.text)}</tspan>'
            for part in parts(line)
        ]
        if spans:
            rows.append(f'<text y="{MARGIN + number * ROW + SIZE}">{"".join(spans)}</text>')
    return "\n".join([*rows, "</g>", "</svg>", ""])


def main() -> None:
    """Write the picture."""
    with tempfile.TemporaryDirectory() as folder:
        PICTURE.write_text(drawn(printed(Path(folder))), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
