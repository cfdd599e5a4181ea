"""Show one finding in full, with the learner's own line or a failing input; or several, one line each."""

from collections.abc import Mapping

from ..verdict import FailingCase, Finding, Verdict
from .highlight import quotes, spans
from .page import Page, Row, cells
from .paint import to_line

AROUND = 1
FAILING = "The smallest failing input that was found"
NONE = "No small input was found that shows what is wrong."
ALL_RIGHT = "Nothing is wrong, so there is no failing input."


def in_full(page: Page, finding: Finding, path: str, lines: list[str], title: str, more: str) -> None:
    """Show title, place, what was seen, the second hint, and the command `more` that shows the third."""
    without_hints(page, finding, path, lines, title)
    if len(finding.hints) > 1:
        page.prose(finding.hints[1], label="Hint   ")
    if finding.hints:
        page.prose(more, label="More   ", style="command")


def without_hints(page: Page, finding: Finding, path: str, lines: list[str], title: str) -> None:
    """Show title, place and what was seen."""
    label = f"{kind(finding.step, finding.severity)}: "
    style = "advice" if finding.severity == "advice" else "failed"
    page.prose(title or finding.mistake, label=label, style="title", label_style=style)
    if finding.line is not None:
        where(page, path, finding.line, lines)
    page.prose(finding.seen, label="Seen   ")


def kind(step: str, severity: str = "error") -> str:
    """How the title of a finding begins: its step, and whether it is advice."""
    if severity == "advice":
        return f"Advice on {step} (optional)"
    return "While loading" if step == "loading" else f"In {step}"


def where(page: Page, path: str, line: int, lines: list[str]) -> None:
    """Show the place of a line, and the line with its neighbours."""
    page.row(("  ", ""), (page.crop(path, page.width - 12) + f":{line}", to_line(path, line)))
    _code(page, line, lines)


def _code(page: Page, line: int, lines: list[str]) -> None:
    if not 1 <= line <= len(lines):
        return
    numbers = range(max(1, line - AROUND), min(len(lines), line + AROUND) + 1)
    digits = len(str(numbers[-1]))
    open_at = list(quotes(lines[: numbers[-1]]))
    for number in numbers:
        here = number == line
        sign = page.symbols.here if here else " " * cells(page.symbols.here)
        gutter = f"  {sign} {number:{digits}} {page.symbols.bar} "
        code = page.crop(lines[number - 1].expandtabs(4).rstrip(), page.width - cells(gutter))
        code_spans = spans(code, open_at[number - 1]) if here else [(code, "dim")]
        page.row((gutter, "guilty" if here else "dim"), *code_spans)


def in_lines(page: Page, heading: str, findings: list[Finding], path: str, titles: Mapping[str, str]) -> None:
    """Show each finding: id, line, and title or, without one, what was seen; below it if that is long."""
    if not findings:
        return
    page.blank()
    page.row((f"{heading}:", "label"))
    rows = [_row(page, finding, f"{page.line(path)}:", path, titles) for finding in findings]
    if any(_width(row) > page.width for row in rows):
        rows = [_row(page, finding, "line ", path, titles) for finding in findings]
    for row in rows:
        if _width(row) <= page.width:
            page.row(*row)
        else:
            page.row(*row[:-1])
            page.prose(row[-1][0], label="    ")


def _row(page: Page, finding: Finding, before: str, path: str, titles: Mapping[str, str]) -> Row:
    """The row of a finding; `before` stands before the number of its line."""
    text = page.line(titles.get(finding.mistake) or " ".join(finding.seen.split()))
    mistake = (f"  {finding.mistake}  ", "title")
    if finding.line is None:
        return mistake, (text, "")
    return mistake, (f"{before}{finding.line}", to_line(path, finding.line)), ("  ", ""), (text, "")


def _width(row: Row) -> int:
    return sum(cells(text) for text, _ in row)


def failing(page: Page, verdict: Verdict, case: FailingCase | None) -> None:
    """Show the code without indentation or wrapping, so that it can be copied from the screen."""
    page.blank()
    if case is None:
        page.prose(NONE if verdict.errors else ALL_RIGHT)
        return
    page.row((f"{FAILING} for {case.method}", "label"))
    page.prose("Paste it into a Python shell, or into a file and run that from this folder:")
    page.blank()
    for line in case.code:
        page.row((line, ""))
    page.blank()
    page.prose(case.expected, label="Expected  ")
    page.prose(case.got, label="Got       ")
