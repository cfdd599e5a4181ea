"""How the methods of a submission can be called, as loading told; see `sandbox.inspecting.members`."""

from typing import Any

from .exercise import Exercise


class Signatures:
    """The parameters of the methods, where they can be told."""

    def __init__(self, exercise: Exercise, facts: dict[str, Any]) -> None:
        self._exercise = exercise
        self._methods: dict[str, dict[str, Any]] = facts.get("methods", {})

    def default(self, method: str, parameter: str) -> float | None:
        """The default of a parameter."""
        found: float | None = self._methods.get(method, {}).get("defaults", {}).get(parameter)
        return found

    def reordered(self, method: str) -> bool:
        """Whether the method names the documented parameters in another order."""
        own, wanted = self._methods.get(method, {}).get("parameters", []), self._exercise.takes[method]
        return own[: len(wanted)] != wanted and sorted(own[: len(wanted)]) == sorted(wanted)

    def other_names(self, method: str) -> str:
        """What the method or the constructor takes, in words, if that is not what is documented."""
        own = self._methods.get(method, {}).get("parameters", ["*args"])
        wanted = [*self._exercise.takes.get(method, self._exercise.constructor)]
        if own[: len(wanted)] == wanted or any(name.startswith("*") for name in own):
            return ""  # it takes what is documented, or says too little about what it takes
        return f"it takes ({', '.join(own)}); expected ({', '.join(wanted)})"

    def other_defaults(self, method: str) -> list[str]:
        """What the documented defaults are in the method, where they are not as documented, in words."""
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
