"""A model as its constructor leaves it."""

from collections.abc import Mapping
from dataclasses import dataclass

from ..observation import MISSING, Raised, Value
from ..sandbox.limits import Ended


@dataclass(frozen=True)
class Start:
    """A freshly made model: its parameters by name, or what making it raised, or how it ended."""

    state: Mapping[str, Value]
    raised: Raised | None = None
    ended: Ended | None = None

    def parameter(self, name: str) -> Value:
        """One parameter; missing where there is none of that name."""
        return self.state.get(name, MISSING)

    @property
    def made(self) -> bool:
        """Whether there is a model."""
        return self.raised is None and self.ended is None
