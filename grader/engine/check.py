"""One hidden check."""

from collections.abc import Callable
from dataclasses import dataclass

from ..verdict import Check as Said
from .learner import Learner
from .outcomes import Blocked, NotJudged, Todo

Question = Callable[[Learner], None]


@dataclass(frozen=True)
class Check:
    """One hidden check."""

    step: str  # that it belongs to
    name: str  # as it is reported
    run: Question  # raises an AssertionError with what was seen and expected, Todo, NotJudged or Blocked
    after: str = ""  # for a kata's own check, the name of the one that it comes after; else it comes last

    def said_of(self, learner: Learner) -> Said:
        """What the check says of a learner; an exception of another kind is a fault of the check."""
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
