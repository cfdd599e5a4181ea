"""How one thing that the grader needs stands on this machine: a frozen record, like the verdict's."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Line:
    """One thing that was looked at."""

    standing: Literal["ok", "warning", "problem"]  # 'problem' where something that is needed is not there
    what: str  # it was
    said: str  # what was found
    remedy: str = ""  # what to do; empty where nothing is to be done
