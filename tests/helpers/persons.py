"""A simulated person who answers questions without a terminal."""

from dataclasses import dataclass, field

from grader.commands.asking.prompts import Fill, Screen
from grader.report.page import Page


@dataclass
class Person:
    """Types the given lines, one per prompt, and leaves when there are no more."""

    lines: list[str]
    shown: list[str] = field(default_factory=list)
    above: list[str] = field(default_factory=list)

    def screen(self) -> Screen:
        """The screen that this person uses."""
        return Screen(lambda: Page(80), lambda page: self.shown.append(page.plain()), self.read, self.read)

    def read(self, prompt: str, above: Fill) -> str:
        """The next line; a line that is a choice's text becomes its letter."""
        if not self.lines:
            raise EOFError
        line = self.lines.pop(0)
        self.above.append(above(Page(80)).plain())
        asked = next(page for page in reversed(self.shown) if page.startswith("Question "))
        rows = [row.split(maxsplit=1) for row in asked.splitlines()]
        return next((row[0] for row in rows if row[1:] == [line]), line) + "\n"
