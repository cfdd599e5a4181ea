"""The formats for other systems: each is read back by its own parser, whatever texts it contains."""

import json
import re
from typing import Any

from hypothesis import given, settings
from junitparser import Failure, JUnitXml, Skipped, TestSuite
from markdown_it import MarkdownIt

from grader.report.formats import github, gradescope, junit, markdown
from grader.report.page import harmless
from grader.report.terminal import Background
from grader.verdict import CheckResult, Finding, Step, Verdict

from ..helpers.verdicts import STEPS, TEXTS, told

ActDebrief = tuple[Verdict, Background]
FEW = settings(max_examples=40)

# -- JUnit


@FEW
@given(told())
def test_junit_is_read_back(both: ActDebrief) -> None:
    verdict, background = both
    text = junit.text(verdict, background)
    assert text.isascii()
    suites = [suite for suite in JUnitXml.fromstring(text.encode()) if isinstance(suite, TestSuite)]
    assert len(suites) == len(STEPS) + 1
    for step, suite in zip(verdict.steps, suites, strict=False):
        cases = list(suite)
        assert [case.name for case in cases] == [harmless(check.name) for check in step.checks]
        assert suite.tests == len(step.checks)
        for check, case in zip(step.checks, cases, strict=True):
            kinds = {"passed": [], "failed": [Failure], "todo": [Skipped], "blocked": [Skipped]}
            assert [type(result) for result in case.result] == kinds[check.status]
    for found, case in zip(verdict.findings, suites[-1], strict=False):
        assert [result.type for result in case.result] == [found.mistake] * (found.severity == "error")
    assert (list(suites[-1])[-1].result == []) == (verdict.verdict == "passed")


def test_junit_is_red_where_every_check_is_skipped() -> None:
    steps = tuple(Step(name, "blocked", (CheckResult("a", "blocked", "does not load"),)) for name in STEPS)
    verdict = Verdict("x", "x.py", "failed", steps, (), "", False, 1, 0.1)
    suites = JUnitXml.fromstring(junit.text(verdict, Background([])).encode())
    assert suites.failures == 1
    assert suites.skipped == len(STEPS)


# -- Gradescope: https://gradescope-autograders.readthedocs.io/en/latest/specs/

FORMATS = {"text", "html", "simple_format", "md", "ansi"}
VISIBLE = {"visible", "hidden", "after_due_date", "after_published"}
WHOLE: dict[str, Any] = {
    "score": (int, float), "execution_time": (int, float), "output": str, "output_format": FORMATS,
    "test_output_format": FORMATS, "test_name_format": FORMATS, "visibility": VISIBLE,
    "stdout_visibility": VISIBLE, "extra_data": dict, "tests": list, "leaderboard": list,
}  # fmt: skip
TEST: dict[str, Any] = {
    "score": (int, float), "max_score": (int, float), "status": {"passed", "failed"}, "name": str,
    "name_format": FORMATS, "number": str, "output": str, "output_format": FORMATS, "tags": list,
    "visibility": VISIBLE, "extra_data": dict,
}  # fmt: skip


def agrees(record: dict[str, Any], schema: dict[str, Any]) -> bool:
    """True if the schema has every key, and each value has its type or is one of its choices."""
    return all(
        key in schema
        and (value in schema[key] if isinstance(schema[key], set) else isinstance(value, schema[key]))
        for key, value in record.items()
    )


@FEW
@given(told())
def test_gradescope_keeps_to_its_rules(both: ActDebrief) -> None:
    verdict, background = both
    text = gradescope.text(verdict, background)
    document = json.loads(text)
    assert text.isascii()
    assert agrees(document, WHOLE)
    assert all(agrees(test, TEST) for test in document["tests"])
    steps = document["tests"][: len(STEPS)]
    assert document["score"] == sum(test["score"] for test in steps)
    assert [t["status"] == "passed" for t in steps] == [s.status == "passed" for s in verdict.steps]
    assert [t["visibility"] for t in document["tests"]] == ["visible"] * len(STEPS) + ["hidden"]


def graded(*findings: Finding, status: Any = "passed") -> dict[str, Any]:
    """The Gradescope results of a verdict whose steps all have the same status."""
    steps = tuple(Step(name, status, (CheckResult("a", status),)) for name in STEPS)
    verdict = Verdict("x", "x.py", "failed" if findings else "passed", steps, findings, "", False, 1, 0.1)
    found: dict[str, Any] = json.loads(gradescope.text(verdict, Background(["import solutions"])))
    return found


def test_points() -> None:
    assert graded()["score"] == len(STEPS) * gradescope.POINTS
    assert graded(status="todo")["score"] == 0
    borrowed = graded(Finding("solution-borrowed", "error", "loading", 1, "imports solutions"))
    assert borrowed["score"] == 0
    assert "import solutions" in borrowed["output"]
    assert "so no step earns points" in borrowed["output"]
    advice = graded(Finding("fit-restarts", "advice", "fit", 1, "starts over"))
    assert advice["score"] == len(STEPS) * gradescope.POINTS


# -- GitHub

COMMAND = re.compile(r"::(?P<name>[a-z-]+)(?: (?P<properties>.*?))?::(?P<data>.*)")


def unescaped(text: str) -> str:
    """An escaped text as the GitHub runner decodes it."""
    for escape, sign in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(escape, sign)
    return text


def read_commands(text: str) -> list[tuple[str, dict[str, str], str]]:
    """The commands in a log, parsed the way the GitHub runner does."""
    found = []
    for line in text.split("\n")[:-1]:
        match = COMMAND.fullmatch(line)
        assert match is not None, line
        pairs = [pair.partition("=") for pair in match["properties"].split(",")]
        found.append((match["name"], {k: unescaped(v) for k, _, v in pairs}, unescaped(match["data"])))
    return found


@FEW
@given(told(), TEXTS)
def test_annotations_are_read_back(both: ActDebrief, path: str) -> None:
    verdict, background = both
    read = read_commands(github.annotations(verdict, background, path))
    assert len(read) == len(verdict.findings) + (verdict.verdict == "unfinished")
    for found, (name, properties, data) in zip(verdict.findings, read, strict=False):
        assert name == ("error" if found.severity == "error" else "notice")
        assert properties["file"] == harmless(path)
        assert properties.get("line") == (None if found.line is None else str(found.line))
        assert properties["title"].startswith(found.step)
        assert data == harmless("\n".join([found.seen, *found.hints[1:2]]))


def test_report_in_the_log_contains_no_workflow_command() -> None:
    lines = github.quoted("::error::forged", "f00").splitlines()
    assert lines == ["::stop-commands::f00", "::error::forged", "::f00::"]


# -- Markdown

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def shown(text: str) -> str:
    """The plain text that a Markdown reader sees; asserts that the text contains no markup."""
    words = []
    for token in READER.parse(text):
        assert token.type in ("paragraph_open", "inline", "paragraph_close"), token
        for child in token.children or ():
            assert child.type in ("text", "text_special"), child
            words.append(child.content)
    return "".join(words)


@given(TEXTS)
def test_plain_words_stay_plain(text: str) -> None:
    assert shown(markdown.plain(text)) == " ".join(harmless(text).split())


@given(TEXTS)
def test_code_stays_code(text: str) -> None:
    (token,) = READER.parse(markdown.code(text, "python"))
    assert token.type == "fence"
    assert token.content == harmless(text.replace("\r\n", "\n")) + "\n"


@FEW
@given(told())
def test_summary_is_a_heading_a_table_and_paragraphs(both: ActDebrief) -> None:
    verdict, background = both
    kinds = [token.type for token in READER.parse(github.summary(verdict, background))]
    assert kinds.count("heading_open") == 1
    assert kinds.count("table_open") == 1
    assert kinds.count("tr_open") == len(STEPS) + 1
    assert "html_block" not in kinds
