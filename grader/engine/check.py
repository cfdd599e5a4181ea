"""One hidden check."""

from collections.abc import Callable
from dataclasses import dataclass

from ..verdict import Check as Said
from .learner import Learner
from .outcomes import Blocked, NotJudged, Todo

Question = Callable[[Learner], None]


@dataclass(frozen=True)
class Check:
    """One hidden check.

    Attributes:
        step: that it belongs to.
        name: as it is reported.
        run: raises an AssertionError with what was seen and expected, Todo, NotJudged or Blocked.
        after: for a kata's own check, the name of the one that it comes after; else it comes last.
    """

    step: str
    name: str
    run: Question
    after: str = ""

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
