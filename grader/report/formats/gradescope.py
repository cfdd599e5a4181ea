"""The verdict as Gradescope's results.json: a test per step, each worth the same.

https://gradescope-autograders.readthedocs.io/en/latest/specs/
"""

import json
from typing import Any

from ...verdict import Step, Verdict
from ..terminal import LABELS, Background
from . import markdown

POINTS = 10
# With one of these mistakes, in any step, no step earns points.
REFUSED = ("solution-borrowed", "forbidden-library", "off-limits")


def text(verdict: Verdict, background: Background) -> str:
    """One JSON document: what the learner sees, and one test that only staff can see."""
    refused = any(found.mistake in REFUSED for found in verdict.errors)
    tests = [_test(n, step, verdict, background, refused) for n, step in enumerate(verdict.steps, 1)]
    again = markdown.code(f"{background.again} --seed {verdict.seed}")  # the command for the same data
    for_staff = {"name": "For staff, the same data again", "output": again, "visibility": "hidden"}
    document = {
        "score": sum(test["score"] for test in tests),
        "execution_time": verdict.seconds,
        "output": _overall(verdict, background, refused),
        "output_format": "md",
        "test_output_format": "md",
        "test_name_format": "text",
        "visibility": "visible",
        "stdout_visibility": "hidden",
        "tests": [*tests, for_staff],
        "extra_data": {"seed": verdict.seed, "mistakes": [found.mistake for found in verdict.findings]},
    }
    return json.dumps(document, ensure_ascii=True, allow_nan=False) + "\n"


def _test(number: int, step: Step, verdict: Verdict, background: Background, refused: bool) -> dict[str, Any]:
    passed = step.status == "passed"
    own = [found for found in verdict.findings if found.step == step.name]
    parts = [markdown.finding(found, verdict.submission, background) for found in own]
    return {
        "number": str(number),
        "name": f"{step.name}: {LABELS[step.status]}",
        "score": POINTS if passed and not refused else 0,
        "max_score": POINTS,
        "status": "passed" if passed else "failed",
        "output": "\n\n".join(filter(None, [*parts, markdown.checks(step)])),
        "visibility": "visible",
    }


def _overall(verdict: Verdict, background: Background, refused: bool) -> str:
    names = {step.name for step in verdict.steps}
    elsewhere = [found for found in verdict.findings if found.step not in names]
    parts = [markdown.finding(found, verdict.submission, background) for found in elsewhere]
    if refused:
        parts.append("The file does something that is not allowed, so no step earns points.")
    return "\n\n".join(filter(None, [markdown.headline(verdict), *parts, markdown.printed(verdict)]))
