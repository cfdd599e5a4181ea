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

    step: str  # the step that it belongs to
    name: str  # as reports show it
    run: Question  # raises AssertionError (saying what was seen and expected), Todo, NotJudged or Blocked
    after: str = ""  # for a kata's own check, the name of the check that it follows; otherwise it comes last

    def said_of(self, learner: Learner) -> Said:
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
