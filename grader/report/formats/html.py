"""The verdict as one HTML page without scripts that loads no other files."""

from collections import defaultdict
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from ...comparison import TrainingComparison
from ...verdict import Finding, Step, Verdict
from .. import fixes, printed
from ..after_fix import afterwards
from ..finding import FAILING, kind
from ..highlight import quotes, spans
from ..listing import RUNGS
from ..page import FINE
from ..terminal import LABELS, Background, unwritten
from .markup import Child, element
from .training_plots import pictures

VERDICTS = {"passed": "passed", "failed": "not right yet", "unfinished": "not finished"}
SIGNS = {"passed": "passed", "failed": "failed", "unfinished": "todo"}
MAX_LINES, MAX_LINE_LENGTH = 2_000, 500
SHEET = Path(__file__).with_name("page.css").read_text(encoding="utf-8")
# Even if some text is not escaped, it cannot run, load or send anything.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def text(verdict: Verdict, background: Background, descent: TrainingComparison | None) -> str:
    """The whole page, in pure ASCII; `descent` is drawn if it is not None."""
    body = element("body", _header(verdict, background), _steps(verdict))
    if verdict.findings:
        body.append(_section("What was found", *(_finding(one, background) for one in verdict.findings)))
    if descent is not None:
        body.append(_section("Training", *pictures(descent)))
    body.append(_code(verdict, background))
    if verdict.printed.strip():
        body.append(_printed(verdict))
    again = element("code", f"{background.again} --seed {verdict.seed}")
    told = f"{verdict.seconds:.2f} s, seed {verdict.seed}. Same data again: "
    body.append(element("footer", told, again))
    page = element("html", _head(verdict), body, lang="en")
    written: bytes = ElementTree.tostring(page, encoding="us-ascii", method="html")
    return f"<!DOCTYPE html>\n{written.decode('ascii')}\n"


def _head(verdict: Verdict) -> Element:
    return element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=POLICY),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("title", f"{verdict.exercise}: {VERDICTS[verdict.verdict]}"),
        element("style", SHEET),
    )


def _section(title: str, *children: Child) -> Element:
    return element("section", element("h2", title), *children)


def _status(status: str, words: str) -> Element:
    return element("span", f"{getattr(FINE, status)} {words}", class_=status)


def _header(verdict: Verdict, background: Background) -> Element:
    name = verdict.exercise + ("" if verdict.twist is None else f", twist {verdict.twist}")
    title = element("h1", f"{name} ", _status(SIGNS[verdict.verdict], VERDICTS[verdict.verdict]))
    header = element("header", title, element("p", element("code", verdict.submission)))
    if verdict.verdict == "unfinished":
        then: list[Child] = (
            ["run ", element("code", background.again)] if background.again else ["grade it again"]
        )
        header.append(element("p", f"Next: {unwritten(verdict)}. Write it, then ", *then, "."))
    return header


def _steps(verdict: Verdict) -> Element:
    head = element("tr", *(element("th", name, scope="col") for name in ("step", "status", "checks")))
    rows = [_step(step) for step in verdict.steps]
    return _section("Steps", element("table", element("thead", head), element("tbody", *rows)))


def _step(step: Step) -> Element:
    passed = sum(check.status == "passed" for check in step.checks)
    count = f"{passed} of {len(step.checks)} passed"
    others = [check for check in step.checks if check.status != "passed"]
    told: Child = count
    if others:
        items = [element("li", element("b", c.name), f": {c.message or LABELS[c.status]}") for c in others]
        told = element("details", element("summary", count), element("ul", *items))
    name = element("th", step.name, scope="row")
    return element("tr", name, element("td", _status(step.status, LABELS[step.status])), element("td", told))


def _finding(found: Finding, background: Background) -> Element:
    title = element("h3", f"{kind(found.step, found.severity)}: {background.title(found)}")
    if found.line is not None:
        title = element("div", title, element("a", f"line {found.line}", href=f"#line-{found.line}"))
    article = element("article", title, element("p", found.seen), class_=found.severity)
    for rung, hint in zip(RUNGS, found.hints, strict=False):
        shown = element("pre", hint) if rung == RUNGS[-1] else element("p", hint)
        article.append(element("details", element("summary", rung), shown))
    if case := background.cases.get(found):
        rows = {"Expected": case.expected, "Got": case.got}
        came = [element("p", f"{label}: ", element("code", text)) for label, text in rows.items()]
        code = element("pre", "\n".join(case.code))
        article.append(element("details", element("summary", FAILING), code, *came))
    if diff := fixes.of(found, background.lines):
        told = (element("span", f"{row}\n", class_=fixes.STYLES[row[0]]) for row in diff)
        said = afterwards(found.fix or (), background.lines)
        more = [element("p", said)] if said else []
        article.append(element("details", element("summary", fixes.TITLE), element("pre", *told), *more))
    return article


def _code(verdict: Verdict, background: Background) -> Element:
    """The file with line numbers; the titles of findings are below their lines."""
    by_line: dict[int, list[Finding]] = defaultdict(list)
    for found in verdict.findings:
        if found.line is not None:
            by_line[found.line].append(found)
    lines = element("ol")
    shown = background.lines[:MAX_LINES]
    for number, (line, quote) in enumerate(zip(shown, quotes(shown), strict=True), 1):
        lines.append(_line(number, line, quote, by_line[number], background))
    section = _section("The code", lines)
    if len(background.lines) > MAX_LINES:
        section.append(element("p", f"and {len(background.lines) - MAX_LINES} more lines"))
    return section


def _line(number: int, line: str, quote: str, findings: list[Finding], background: Background) -> Element:
    parts = spans(line.expandtabs(4)[:MAX_LINE_LENGTH], quote)
    code = element("code", *(element("span", part, class_=style) if style else part for part, style in parts))
    if len(line) > MAX_LINE_LENGTH:
        code.append(element("span", FINE.more, class_="dim"))
    item = element("li", code, id=f"line-{number}")
    for found in findings:
        item.set("class", "guilty")
        title = background.title(found)
        item.append(element("p", f"{FINE.failed if found.severity == 'error' else FINE.here} {title}"))
    return item


def _printed(verdict: Verdict) -> Element:
    cut = ", cut at 10,000 characters" if verdict.truncated else ""
    told = element("details", element("summary", printed.TITLE))
    for group in verdict.printed_by:
        rows = [f"{text}  {count}".rstrip() for text, count in printed.lines(group, verdict.submission)]
        if group.more:
            rows.append(f"{FINE.more} {printed.more(group.more)}")
        told.extend(
            [element("p", element("code", group.method or printed.AT_LOAD)), element("pre", "\n".join(rows))]
        )
    raw = element("pre", verdict.printed.replace("\r\n", "\n"))
    told.append(element("details", element("summary", f"As it came{cut}"), raw))
    return element("section", told)
