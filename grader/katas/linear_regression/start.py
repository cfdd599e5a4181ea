"""A model as its constructor leaves it."""

from dataclasses import dataclass

from ...observation import Raised, Value
from ...sandbox.limits import Ended


@dataclass(frozen=True)
class Start:
    """A freshly made model: its parameters, or what making it raised, or how it ended."""

    w: Value
    b: Value
    raised: Raised | None = None
    ended: Ended | None = None

    @property
    def made(self) -> bool:
        """Whether there is a model."""
        return self.raised is None and self.ended is None
