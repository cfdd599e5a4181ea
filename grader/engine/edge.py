"""What an exercise declares about calls at the edge of its domain."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .case import Case

if TYPE_CHECKING:
    from ..observation import Seen


@dataclass(frozen=True)
class Edge:
    """A call at the edge of the domain, where more than one answer is right; a function judges it."""

    check: str  # the name of the check that it belongs to
    # case, method: the data, and the method that is called while warnings are recorded
    case: Case
    method: str
    mistakes: tuple[str, ...]  # the ids of the mistakes that it may find
    # the id of the mistake and what was seen, if the call is wrong; None if it is right
    judge: "Callable[[Seen], tuple[str, str] | None]"
