"""Candidates screened by the dozen: what each answers to a few questions is enough to refuse most of them."""

from collections.abc import Sequence
from typing import Any

from ...sandbox import answers, wire
from ...sandbox.client import Sandbox
from ...sandbox.limits import Ended, Limits
from ..requests import Request

LIMITS = Limits(processor=2.5, wall=6.0)


class UnrecordedError(Exception):
    """A question that a screened candidate was not asked."""


class Recorded:
    """What one candidate answered, by the identity of the requests, in the place of a sandbox."""

    def __init__(self, request: Request, known: dict[int, dict[str, Any]]) -> None:
        self.request, self.known = request, known
        self.loaded: dict[str, Any] = {}
        self.violations: list[Any] = []

    def expect(self, requests: Sequence[Request]) -> None:
        """Nothing is sent ahead."""

    def sibling(self, more: Request) -> "Recorded":
        """What was asked of the siblings was recorded as well."""
        return self

    def run(self, request: Request) -> dict[str, Any] | Ended:
        """The answer that was given.

        Raises:
            UnrecordedError: if it was not asked.
        """
        if id(request) not in self.known:
            raise UnrecordedError
        return self.known[id(request)]


class Recording:
    """A sandbox that notes what is asked of it, and of its siblings."""

    def __init__(self, sandbox: Sandbox, asked: list[Request]) -> None:
        self._sandbox, self._asked = sandbox, asked
        self.request = sandbox.request

    def run(self, request: Request) -> Any:
        """The answer, with the question noted."""
        if all(request is not other for other in self._asked):
            self._asked.append(request)
        return self._sandbox.run(request)

    def sibling(self, more: Request) -> "Recording":
        """A sibling, which notes it likewise."""
        return Recording(self._sandbox.sibling(more), self._asked)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._sandbox, name)


def screened(
    host: Sandbox, load: Request, sources: Sequence[str], requests: Sequence[Request], seconds: float
) -> list[Recorded | None]:
    """What each text answered; none where it did nothing of use, or something that is off limits.

    Each has so many `seconds` of processor time.
    """
    asked = {
        "op": "screen", "load": load, "sources": list(sources), "requests": list(requests), "seconds": seconds
    }  # fmt: skip
    said = host.screen(asked)
    if isinstance(said, Ended) or "tried" not in said:
        return [None] * len(sources)
    return [
        None if data is None else _recorded(load | {"source": source}, data.tobytes(), requests)
        for source, data in zip(sources, said["tried"], strict=True)
    ]


def _recorded(load: Request, data: bytes, requests: Sequence[Request]) -> Recorded | None:
    try:
        messages = list(wire.Splitter().feed(data))
        if len(messages) != len(requests) + 1:  # something was refused, or it ended early
            return None
        answers.check_answer(messages[0], load)
        for request, message in zip(requests, messages[1:], strict=True):
            answers.check_answer(message, {"op": "run"} | request)
    except wire.WireError:
        return None
    found = Recorded(load, {id(r): m for r, m in zip(requests, messages[1:], strict=True)})
    found.loaded = messages[0]
    return found
