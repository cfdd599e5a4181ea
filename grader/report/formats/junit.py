"""The verdict as JUnit XML: a suite per step with a case per check, and a suite for verdict and findings.

The last suite fails unless the verdict is 'passed', because skipped checks alone would not show as red.
"""

from xml.etree import ElementTree

from ...verdict import CheckResult, Finding, Verdict
from ..page import harmless
from ..terminal import Background


def text(verdict: Verdict, background: Background) -> str:
    """One XML document, in pure ASCII."""
    root = ElementTree.Element("testsuites", name=harmless(verdict.exercise), time=f"{verdict.seconds:.3f}")
    for step in verdict.steps:
        suite = ElementTree.SubElement(root, "testsuite", name=harmless(f"{verdict.exercise}.{step.name}"))
        for check in step.checks:
            _check(_case(suite, verdict, step.name, check.name), check)
    suite = ElementTree.SubElement(root, "testsuite", name=harmless(f"{verdict.exercise}.verdict"))
    properties = ElementTree.SubElement(suite, "properties")
    ElementTree.SubElement(properties, "property", name="seed", value=str(verdict.seed))
    for found in verdict.findings:
        title = background.title(found)
        _finding(_case(suite, verdict, f"found in {found.step}", title), found, verdict.submission)
    _outcome(_case(suite, verdict, "verdict", "the submission passes"), verdict)
    if verdict.printed:
        ElementTree.SubElement(suite, "system-out").text = harmless(verdict.printed)
    _count(root)
    ElementTree.indent(root)
    written: bytes = ElementTree.tostring(root, encoding="us-ascii", xml_declaration=True)
    return written.decode("ascii") + "\n"


def _case(suite: ElementTree.Element, verdict: Verdict, where: str, name: str) -> ElementTree.Element:
    classname = harmless(f"{verdict.exercise}.{where}")
    return ElementTree.SubElement(suite, "testcase", classname=classname, name=harmless(name), time="0")


def _check(case: ElementTree.Element, check: CheckResult) -> None:
    if check.status == "failed":
        _say(case, "failure", check.message, "failed")
    elif check.status != "passed":
        ElementTree.SubElement(case, "skipped", message=harmless(check.message or check.status))


def _finding(case: ElementTree.Element, found: Finding, path: str) -> None:
    """Add a mistake as a failure, and advice as a case that passes with some output."""
    place = [path if found.line is None else f"{path}:{found.line}"]
    body = "\n".join([*place, found.seen, *found.hints[1:2]])
    if found.severity == "advice":
        ElementTree.SubElement(case, "system-out").text = harmless(body)
    else:
        _say(case, "failure", found.seen, found.mistake, body)


def _outcome(case: ElementTree.Element, verdict: Verdict) -> None:
    if verdict.verdict != "passed":
        todo = [step.name for step in verdict.steps if step.status != "passed"]
        _say(case, "failure", f"{verdict.verdict}; not passed: {', '.join(todo) or 'none'}", verdict.verdict)


def _say(case: ElementTree.Element, tag: str, message: str, kind: str, body: str = "") -> None:
    element = ElementTree.SubElement(case, tag, message=harmless(message), type=harmless(kind))
    element.text = harmless(body or message)


def _count(root: ElementTree.Element) -> None:
    for element in [*root, root]:
        cases = list(element.iter("testcase"))
        element.set("tests", str(len(cases)))
        element.set("failures", str(sum(case.find("failure") is not None for case in cases)))
        element.set("errors", "0")
        element.set("skipped", str(sum(case.find("skipped") is not None for case in cases)))
