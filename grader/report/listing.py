"""What there is to know without grading anything: the steps with their checks; one mistake."""

from collections.abc import Mapping, Sequence

from .highlight import spans
from .page import Page, cells

RUNGS = ("Ask yourself", "What it is", "Mended")
BESIDE = 34


def steps(name: str, checks: Mapping[str, Sequence[str]], exercise: str, page: Page) -> Page:
    """The steps in order, each with its checks, and the commands to go on."""
    page.prose(f"{name}: the steps, in the order in which they are reported", style="title")
    for number, (step, names) in enumerate(checks.items(), 1):
        page.blank()
        count = "1 check" if len(names) == 1 else f"{len(names)} checks"
        page.row((f"{number}. {step}", "title"), (f"  {count}", "dim"))
        page.prose(", ".join(names), label="   ")
    page.blank()
    commands = {
        "python -m grader": f"grade {exercise}",
        "python -m grader FILE": "grade another file",
        "python -m grader explain MISTAKE": "tell all about one mistake of a report",
    }
    for command, text in commands.items():
        if BESIDE + cells(exercise) > page.width:
            page.row((command, "command"))
            page.prose(text, label="    ")
        else:
            page.prose(text, label=command.ljust(BESIDE), label_style="command")
    return page


def entry(facts: Mapping[str, str], hints: Sequence[str], wrong: Sequence[str], page: Page) -> Page:
    """All about one mistake: `facts` are its id, title, step and severity."""
    page.prose(facts["title"], label=f"{facts['id']}: ", label_style="title")
    kind = "advice, which fails nothing" if facts["severity"] == "advice" else "an error"
    where = {"running": "any step", "loading": "loading the file"}.get(facts["step"], f"step {facts['step']}")
    page.prose(f"{where}; {kind}", style="dim")
    for rung, hint in zip(RUNGS, hints, strict=True):
        page.blank()
        page.prose(hint, label=rung.ljust(14))
    if wrong:
        page.blank()
        page.row(("The wrong code looks like this:", "label"))
    for line in wrong:
        bar = f"  {page.symbols.bar} "
        page.row((bar, "dim"), *spans(page.crop(line, page.width - cells(bar))))
    return page
