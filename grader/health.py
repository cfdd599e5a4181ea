"""How one thing that the grader needs stands on this machine: a frozen record, like the verdict's."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Line:
    """One thing that was looked at.

    Attributes:
        standing: 'problem' where something that is needed is not there.
        what: it was.
        said: what was found.
        remedy: what to do; empty where nothing is to be done.
    """

    standing: Literal["ok", "warning", "problem"]
    what: str
    said: str
    remedy: str = ""
