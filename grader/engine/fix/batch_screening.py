"""Screen candidates in batches: a few questions to each are enough to reject most of them."""

from collections.abc import Sequence
from typing import Any

from ...sandbox import answer_forms, wire
from ...sandbox.client import Sandbox
from ...sandbox.limits import Ended, Limits
from ..asking.requests import Request
from .tidy.faults import is_harmless

LIMITS = Limits(processor=2.5, wall=6.0)


class UnrecordedError(Exception):
    """A request that a screened candidate was not asked."""


class Recorded:
    """A stand-in for a sandbox that has the recorded answers of one candidate, by the ids of requests."""

    def __init__(self, request: Request, known: dict[int, dict[str, Any]]) -> None:
        self.request, self.known = request, known
        self.loaded: dict[str, Any] = {}
        self.violations: list[Any] = []

    def expect(self, requests: Sequence[Request]) -> None:
        """Do nothing: the answers are there already."""

    def sibling(self, more: Request) -> "Recorded":
        """Return this object, which has the answers to siblings' requests too."""
        return self

    def run(self, request: Request) -> dict[str, Any] | Ended:
        """Return the recorded answer to a request.

        Raises:
            UnrecordedError: if the request was not asked.
        """
        if id(request) not in self.known:
            raise UnrecordedError
        return self.known[id(request)]


class Recording:
    """A sandbox that records the requests to it and to its siblings."""

    def __init__(self, sandbox: Sandbox, asked: list[Request]) -> None:
        self._sandbox, self._asked = sandbox, asked
        self.request = sandbox.request

    def run(self, request: Request) -> Any:
        """Record the request and return the answer."""
        if all(request is not other for other in self._asked):
            self._asked.append(request)
        return self._sandbox.run(request)

    def sibling(self, more: Request) -> "Recording":
        """A sibling that records its requests in the same list."""
        return Recording(self._sandbox.sibling(more), self._asked)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._sandbox, name)


def screened(
    host: Sandbox, load: Request, sources: Sequence[str], requests: Sequence[Request], seconds: float
) -> list[Recorded | None]:
    """Return what each text answered; none if it failed early or did something that is off limits.

    Each text may use `seconds` of processor time.
    """
    asked = {
        "op": "screen", "load": load, "sources": list(sources), "requests": list(requests),
        "harmless": [is_harmless(source) for source in sources], "seconds": seconds,
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
    except wire.WireError:
        return None
    asked = [load, *({"op": "run"} | request for request in requests)]
    if len(messages) != len(asked) or not all(map(answer_forms.fits, messages, asked)):
        return None  # something was forbidden, or it ended early
    found = Recorded(load, {id(r): m for r, m in zip(requests, messages[1:], strict=True)})
    found.loaded = messages[0]
    return found
