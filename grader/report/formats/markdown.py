"""A verdict in Markdown, escaped so that plain text stays plain and code stays code."""

import re

from ...verdict import Finding, Step, Verdict
from .. import fixes
from ..finding import kind
from ..page import harmless
from ..terminal import LABELS, Background

SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&!$@^])")
STARTS = re.compile(r"^(\d*)([-+=.)])")
MAX_PRINTED = 4_000


def plain(text: str) -> str:
    """`text` on one line, escaped so that Markdown shows it unchanged."""
    line = SPECIAL.sub(r"\\\1", " ".join(harmless(text).split()))
    return STARTS.sub(r"\1\\\2", line)


def code(text: str, language: str = "") -> str:
    """`text` as a block of code; it may contain backticks."""
    text = harmless(text.replace("\r\n", "\n"))
    longest = max(map(len, re.findall(r"`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{language}\n{text}\n{fence}"


def headline(verdict: Verdict) -> str:
    """The result in a few words."""
    passed = sum(step.status == "passed" for step in verdict.steps)
    return f"**{verdict.verdict}**: {passed} of {len(verdict.steps)} steps passed"


def finding(found: Finding, path: str, background: Background) -> str:
    """One finding: its title and place, the learner's line, what was seen, the second hint, the fix."""
    title = background.title(found)
    parts = [f"**{plain(kind(found.step, found.severity))}: {plain(title)}**"]
    if found.line is not None:
        parts[0] += f" ({plain(path)}, line {found.line})"
        if 1 <= found.line <= len(background.lines):
            parts.append(code(background.lines[found.line - 1].strip(), "python"))
    parts.append(plain(found.seen))
    if len(found.hints) > 1:
        parts.append(f"Hint: {plain(found.hints[1])}")
    if rows := fixes.of(found, background.lines):
        parts += [f"{fixes.TITLE}:", code("\n".join(rows), "diff")]
    return "\n\n".join(parts)


def checks(step: Step) -> str:
    """A line for each check of a step that did not pass or was not judged; empty if all passed."""
    lines = [
        f"- {LABELS[check.status]}: {plain(check.name)}"
        + (f": {plain(check.message)}" if check.message else "")
        for check in step.checks
        if check.status != "passed" or check.message
    ]
    return "\n".join(lines)


def printed(verdict: Verdict) -> str:
    """The beginning of what the submission printed; empty if it printed nothing."""
    text = verdict.printed.rstrip()
    if not text:
        return ""
    cut = ", from its beginning" if verdict.truncated or len(text) > MAX_PRINTED else ""
    return f"The submission printed{cut}:\n\n{code(text[:MAX_PRINTED])}"
