"""The smallest failing input: Python code to copy, the expected result and the actual one."""

from ..verdict import FailingCase, Verdict
from .page import Page

TITLE = "The smallest failing input that was found"
NONE = "No small input was found that shows what is wrong."
ALL_RIGHT = "Nothing is wrong, so there is no failing input."


def show(page: Page, verdict: Verdict, case: FailingCase | None) -> None:
    """Show the code without indentation or wrapping, so that it can be copied from the screen."""
    page.blank()
    if case is None:
        page.prose(NONE if verdict.errors else ALL_RIGHT)
        return
    page.row((f"{TITLE} for {case.method}", "label"))
    page.prose("Paste it into a Python shell, or into a file and run that from this folder:")
    page.blank()
    for line in case.code:
        page.row((line, ""))
    page.blank()
    page.prose(case.expected, label="Expected  ")
    page.prose(case.got, label="Got       ")
