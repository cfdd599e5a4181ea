"""The record of a recognised mistake."""

from dataclasses import dataclass

from ..verdict import Severity


@dataclass(frozen=True)
class Named:
    """One recognised mistake: its name or id, the step in which it shows, the line, and what was seen.

    `severity` is set only if it differs from that of the catalogue's entry, `hint` only if there is a better
    second hint than the entry's, `hints` only if all three are better.
    """

    mistake: str
    step: str
    line: int | None
    seen: str
    severity: Severity | None = None
    hint: str = ""
    hints: tuple[str, ...] = ()
