"""The findings in the format of compiler errors, one per line, for an editor's list of problems."""

import re

from ...verdict import Finding, Verdict
from ..page import harmless
from ..terminal import Background

KINDS = {"error": "error", "advice": "warning"}


def text(verdict: Verdict, background: Background, encoding: str | None = "utf-8") -> str:
    """A line for each finding: `FILE:LINE:COLUMN: error: TITLE: SEEN [ID]`; empty if there is none."""
    lines = (_line(verdict.submission, finding, background) for finding in verdict.findings)
    return "".join(f"{harmless(line, encoding, keep='')}\n" for line in lines)


def frame(word: str, path: str, encoding: str | None = "utf-8") -> str:
    """The line before or after the findings of one grading: `grading FILE` or `graded FILE`."""
    return f"{harmless(_on_one_line(f'{word} {path}'), encoding, keep='')}\n"


def _line(path: str, finding: Finding, background: Background) -> str:
    line, column = _place(finding.line, background.lines)
    title = background.title(finding)
    what = f"{path}:{line}:{column}: {KINDS[finding.severity]}: {title}: {finding.seen} [{finding.mistake}]"
    return _on_one_line(what)


def _place(line: int | None, lines: list[str]) -> tuple[int, int]:
    """The line and the column of its first non-blank character, both from 1; 1, 1 if there is no line."""
    if line is None:
        return 1, 1
    code = lines[line - 1] if 1 <= line <= len(lines) else ""
    return line, 1 + (len(code) - len(code.lstrip()) if code.strip() else 0)


def _on_one_line(text: str) -> str:
    return re.sub(r"\r\n|\r|\n", " ", text)
