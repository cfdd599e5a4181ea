"""A mistake that was recognised."""

from dataclasses import dataclass

from ..verdict import Severity


@dataclass(frozen=True)
class Named:
    """One recognised mistake: its id, where it shows, the line, and what was seen.

    `severity` is set where it is not that of the catalogue's entry.
    """

    mistake: str
    step: str
    line: int | None
    seen: str
    severity: Severity | None = None
