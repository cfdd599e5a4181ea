"""Workers: whether one starts and answers, whether its limits hold, and what the kernel denies it."""

import sys
from typing import TYPE_CHECKING

from ..practice.clock import Clock
from ..report.doctor import CheckedItem

if TYPE_CHECKING:
    from ..kata import Kata
    from ..sandbox.client import Sandbox

SLOW_SECONDS = 5.0
WORKER, LIMIT, KERNEL = "worker process", "memory limit", "sandbox"
UNTRIED = CheckedItem("problem", WORKER, "cannot be tried without the libraries", "Install them first.")
"""The row to show if libraries are missing."""
SOURCE = """\
import numpy as np


class {name}:
    def __init__(self, *_):
        pass

    def {method}(self, n):
        return np.zeros(n)
"""
MORE_THAN_ALLOWED = 1 << 28  # numbers of 8 bytes each: 2 GiB, which are never touched


def workers(kata: "Kata", clock: Clock) -> list[CheckedItem]:
    """Start a worker, and make a small request and one that is too large."""
    try:
        return _workers(kata, clock)
    except Exception as error:  # any error is a finding here
        said = f"does not start: {type(error).__name__}: {' '.join(str(error).split())[:200]}"
        remedy = (
            "Solve the problems above first; then check whether a virus scanner or a container blocks it."
        )
        return [CheckedItem("problem", WORKER, said, remedy)]


def _workers(kata: "Kata", clock: Clock) -> list[CheckedItem]:
    from ..grading import loaded
    from ..submission import Submission

    begun, method = clock.monotonic(), kata.declaration.methods[0].name
    source = SOURCE.format(name=kata.class_name, method=method)
    with loaded(kata, Submission("doctor.py", source)) as sandbox:
        answer = _ask(sandbox, method, 1)
        seconds = clock.monotonic() - begun
        if "value" not in answer:
            remedy = "Run this again when the machine is less busy."
            return [CheckedItem("problem", WORKER, f"gives no answer: {answer}", remedy)]
        return [_started(seconds), _limited(_ask(sandbox, method, MORE_THAN_ALLOWED)), refusals()]


def _ask(sandbox: "Sandbox", method: str, size: int) -> dict[str, object]:
    """The facts about one call that makes an array of `size` numbers, or how the worker ended."""
    from ..sandbox.limits import Ended

    call = {"method": method, "args": [size]}
    answer = sandbox.run({"mode": "quiet", "new": [1], "calls": [call]})
    if isinstance(answer, Ended):
        return {"ended": answer.detail}
    facts: dict[str, object] = answer["calls"][0] if "calls" in answer else answer
    return facts


def _started(seconds: float) -> CheckedItem:
    said = f"starts and answers in {seconds:.2f} s"
    if seconds > SLOW_SECONDS:
        remedy = "Grading will be slow here, but still right. Is a virus scanner checking each file?"
        return CheckedItem("warning", WORKER, said, remedy)
    return CheckedItem("ok", WORKER, said)


def _limited(answer: dict[str, object]) -> CheckedItem:
    if "raised" in answer or "ended" in answer:
        return CheckedItem("ok", LIMIT, "holds: a call that asks for 2 GiB is refused")
    said = f"is not enforced on {sys.platform}: code that asks for a lot of memory gets it"
    return CheckedItem(
        "warning", LIMIT, said, "Keep an eye on memory yourself; verdicts do not depend on it."
    )


def refusals(platform: str = sys.platform) -> CheckedItem:
    """Report what the kernel refuses to graded code here, and what only Python refuses."""
    from ..sandbox.confinement.kernel_rules import in_force

    if platform != "linux":
        said = f"Python refuses what a file may not do; on {platform} the kernel does not, only Linux does"
        return CheckedItem("ok", KERNEL, said)
    found = in_force()
    there = "; ".join(f"{what} ({how})" for what, how in found.items() if how)
    gone = "; ".join(what for what, how in found.items() if not how)
    refused = f"the kernel refuses what a file may not do: {there}"
    if not gone:
        return CheckedItem("ok", KERNEL, refused)
    said = f"only Python refuses: {gone}" + (f"; {refused}" if there else "")
    remedy = (
        "Verdicts do not depend on it. Grade files from strangers in a container: grader/docs/security.md."
    )
    return CheckedItem("warning", KERNEL, said, remedy)
