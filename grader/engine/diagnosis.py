"""The record of a recognised mistake."""

from dataclasses import dataclass

from ..verdict import Severity


@dataclass(frozen=True)
class Named:
    """One recognised mistake: its name or id, the step in which it shows, the line, and what was seen.

    `severity`, `hint` (the second hint) and `hints` (all three) are set only if they replace those of the
    catalogue's entry.
    """

    mistake: str
    step: str
    line: int | None
    seen: str
    severity: Severity | None = None
    hint: str = ""
    hints: tuple[str, ...] = ()
