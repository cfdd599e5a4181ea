"""A mistake that was recognised."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Named:
    """One recognised mistake: its id, where it shows, the line, and what was seen."""

    mistake: str
    step: str
    line: int | None
    seen: str
