"""The signatures of a submission's methods, as `sandbox.worker.inspecting.members` reports them."""

from itertools import takewhile
from typing import Any

from ..declaration.exercise import Exercise


class Signatures:
    """The parameters of the methods, as far as they are known."""

    def __init__(self, exercise: Exercise, facts: dict[str, Any]) -> None:
        self._exercise = exercise
        self._methods: dict[str, dict[str, Any]] = facts.get("methods", {})

    def default(self, method: str, parameter: str) -> float | None:
        """The default of a parameter; None if it has none or none is known."""
        found: float | None = self._methods.get(method, {}).get("defaults", {}).get(parameter)
        return found

    def reordered(self, method: str) -> bool:
        """Whether the method takes documented parameters at other places than documented."""
        own = list(takewhile(lambda name: name[0] != "*", self._own(method)))
        return any(own.index(name) != place for place, name in enumerate(self._wanted(method)) if name in own)

    def lacks(self, method: str) -> bool:
        """Whether the method does not take all of the documented parameters."""
        return not set(self._wanted(method)) <= set(self._own(method))

    def has_more(self, method: str) -> bool:
        """Whether the method takes more parameters than documented."""
        return len(self._own(method)) > len(self._wanted(method))

    def other_names(self, method: str) -> str:
        """Describe the parameters of a method or the constructor; empty if they are as documented."""
        own, wanted = self._own(method), self._wanted(method)
        if own[: len(wanted)] == wanted or any(name.startswith("*") for name in own):
            return ""  # they are as documented, or cannot be compared because of * or **
        return f"it takes ({', '.join(own)}); expected ({', '.join(wanted)})"

    def other_defaults(self, method: str) -> list[str]:
        """Describe in words each default that is missing or differs from the documented one."""
        facts = self._methods.get(method, {})
        is_constructor = method == "__init__"
        exercise = self._exercise
        documented = exercise.constructor_defaults if is_constructor else exercise.method(method).defaults
        found = []
        for name, default in documented.items():
            if name in facts.get("required", []):
                found.append(f"{name} has no default; the documented one is {default:g}")
            elif (own := self.default(method, name)) not in (None, default):
                found.append(f"{name} is {own:g} by default; the documented default is {default:g}")
        return found

    def _own(self, method: str) -> list[str]:
        """The parameters of a method or the constructor, "*args" if they are not known."""
        own: list[str] = self._methods.get(method, {}).get("parameters", ["*args"])
        return own

    def _wanted(self, method: str) -> list[str]:
        """The documented parameters of a method or the constructor."""
        return [*self._exercise.takes.get(method, self._exercise.constructor)]
