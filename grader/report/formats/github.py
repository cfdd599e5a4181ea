"""The verdict for GitHub Actions: annotations on the learner's own lines, and a summary of the job.

https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
"""

from ...verdict import Finding, Verdict
from .. import fixes
from ..page import harmless
from ..terminal import LABELS, Background
from . import markdown

SIGNS = {"passed": "✅", "failed": "❌", "todo": "⬜", "blocked": "➖"}


def quoted(text: str, token: str) -> str:
    """`text` for the log, where nothing in it counts as a command; nobody may be able to guess `token`."""
    return f"::stop-commands::{token}\n{text}\n::{token}::\n"


def annotations(verdict: Verdict, background: Background, path: str) -> str:
    """One command per finding, and one if something is still to be written.

    `path` is relative to the root of the repository.
    """
    lines = [_annotation(found, background, path) for found in verdict.findings]
    if verdict.verdict == "unfinished":
        names = ", ".join(step.name for step in verdict.steps if step.status == "todo")
        lines.append(_command("notice", path, None, "not finished", f"still to be written: {names}"))
    return "".join(lines)


def _annotation(found: Finding, background: Background, path: str) -> str:
    level = "error" if found.severity == "error" else "notice"
    title = background.title(found)
    rows = fixes.of(found, background.lines)
    text = "\n".join([found.seen, *found.hints[1:2], *([f"{fixes.TITLE}:", *rows] if rows else [])])
    return _command(level, path, found.line, f"{found.step}: {title}", text)


def _command(level: str, path: str, line: int | None, title: str, text: str) -> str:
    where = "" if line is None else f",line={line}"
    return f"::{level} file={_property(path)}{where},title={_property(title)}::{_data(text)}\n"


def _data(text: str) -> str:
    return harmless(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def summary(verdict: Verdict, background: Background) -> str:
    """The summary of the job in Markdown: the steps as a table, then the findings."""
    rows = [
        f"| {step.name} | {SIGNS[step.status]} {LABELS[step.status]} "
        f"| {sum(check.status == 'passed' for check in step.checks)} of {len(step.checks)} |"
        for step in verdict.steps
    ]
    table = "\n".join(["| step | status | checks passed |", "| --- | --- | --- |", *rows])
    found = [markdown.finding(one, verdict.submission, background) for one in verdict.findings]
    parts = [
        f"## {markdown.plain(verdict.exercise)}: {markdown.plain(verdict.submission)}",
        markdown.headline(verdict),
        table,
        *found,
        markdown.printed(verdict),
        f"Seed {verdict.seed}, {verdict.seconds:.2f} s",
    ]
    return "\n\n".join(filter(None, parts)) + "\n"
