"""How the methods of a submission can be called, as loading told; see `sandbox.inspecting.members`."""

from typing import Any

from .requests import METHODS


class Signatures:
    """The parameters of the methods, where they can be told.

    Args:
        facts: what loading told.
    """

    def __init__(self, facts: dict[str, Any]) -> None:
        self._methods: dict[str, dict[str, Any]] = facts.get("methods", {})

    def default(self, method: str, parameter: str) -> float | None:
        """The default of a parameter."""
        found: float | None = self._methods.get(method, {}).get("defaults", {}).get(parameter)
        return found

    def reordered(self, method: str) -> bool:
        """Whether the method names the documented parameters in another order."""
        own, wanted = self._methods.get(method, {}).get("parameters", []), METHODS[method]
        return own[: len(wanted)] != wanted and sorted(own[: len(wanted)]) == sorted(wanted)

    def without_default(self, method: str) -> list[str]:
        """The parameters that the contract gives a default and the method does not."""
        required = self._methods.get(method, {}).get("required", [])
        return [name for name in ("lr", "epochs") if name in required]
