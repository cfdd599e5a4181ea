"""One hidden check, and its outcomes other than passing and failing, as exceptions."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..verdict import Check as Said

if TYPE_CHECKING:
    from .learner import Learner

Question = Callable[["Learner"], None]


class Todo(Exception):
    """The method is not written yet: neither right nor wrong."""


class NotJudged(Exception):
    """Judging would take too long; the check counts as passed."""


class Blocked(Exception):
    """The check cannot be judged because of a problem that another check reports."""


@dataclass(frozen=True)
class Check:
    """One hidden check."""

    step: str  # the step that it belongs to
    name: str  # as reports show it
    run: Question  # raises AssertionError (saying what was seen and expected), Todo, NotJudged or Blocked
    after: str = ""  # for a kata's own check, the name of the check that it follows; otherwise it comes last

    def said_of(self, learner: "Learner") -> Said:
        """The result of the check for a learner; an exception of any other kind is a bug in the check."""
        try:
            self.run(learner)
        except Todo as error:
            return Said(self.name, "todo", str(error))
        except Blocked as error:
            return Said(self.name, "blocked", str(error))
        except NotJudged as error:
            return Said(self.name, "passed", str(error))
        except AssertionError as error:
            return Said(self.name, "failed", str(error) or "the check failed")
        return Said(self.name, "passed")
