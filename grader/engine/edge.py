"""Calls at the edge of the domain of an exercise."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .case import Case

if TYPE_CHECKING:
    from ..observation import Seen


@dataclass(frozen=True)
class Edge:
    """A call at the edge of the domain, where more than one answer is right: a question judges it."""

    check: str  # the name of the check that it belongs to
    words: str  # for a message: "for scores of -1000 and 1000"
    # case, method: the data, and the method that is asked, with every warning noted
    case: Case
    method: str
    mistakes: tuple[str, ...]  # the ids that it may tell
    # the id and what was seen, where the call is wrong; None where it is right
    judge: "Callable[[Seen], tuple[str, str] | None]"
