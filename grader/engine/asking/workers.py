"""Send requests to the workers of one submission: each once, and none to a method that has lost a worker."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from ...observation import Raised
from ...sandbox.client import Sandbox
from ...sandbox.limits import Ended
from ..declaration.exercise import Exercise
from .requests import Request, Requests

T = TypeVar("T")
PLAINEST = (0.06, 1)  # learning rate and epochs
MEMORY = "MemoryError"


class Asking:
    """Two workers for one submission: one runs it unchanged, one with right methods under its training.

    Attributes:
        lost: for each method in which a worker was lost, how it ended.
        put: the names of the methods that the second worker replaces with right ones.
    """

    def __init__(self, exercise: Exercise, sandbox: Sandbox, requests: Requests) -> None:
        self.exercise, self.sandbox, self.requests = exercise, sandbox, requests
        self.cases = requests.cases
        self.lost: dict[str, Ended] = {}
        self.put: tuple[str, ...] = ()
        self._right: Sandbox | None = None
        self._sent: dict[bool, set[int]] = {False: set(), True: set()}
        self.kept: dict[Any, Any] = {}  # every answer so far, and what follows from them

    def ask(
        self, request: Request, method: str, *, right: bool = False, aside: bool = False
    ) -> Request | Ended:
        """Run a request that calls `method`; a method in which a worker was lost is not called again.

        A look `aside` is slower than a plain call, so losing the worker there does not count against the
        method; neither does a call that exceeds its own `most_seconds`. A loss in the constructor counts for
        every method, one in a method that `fit` calls also for `fit`.
        """
        key = method + "!" * right
        through = ["__init__", *(self.collaborators if self.trains(method) and not right else ())]
        lost = next((self.lost[name] for name in (key, *through) if name in self.lost), None)
        if lost is not None:
            return lost
        answer = (self._right_sandbox() if right else self.sandbox).run(request)
        if isinstance(answer, Ended):
            given_up = "most_seconds" in request and answer.how == "times-out"
            if not aside and not given_up:
                self.lost[key] = answer
        else:
            for name, ended in _out_of_memory(request, answer):
                self.lost.setdefault(name + "!" * right, ended)
        return answer

    def expect(self, requests: list[Request], *, right: bool = False) -> None:
        """Send requests ahead of time, each once, so that the worker never has to wait for the next one."""
        requests = [r for key, r in {id(r): r for r in requests}.items() if key not in self._sent[right]]
        self._sent[right].update(map(id, requests))
        if not requests:
            return
        sandbox = self._right_sandbox() if right else self.sandbox
        if sandbox.loaded is None:
            sandbox.load()
        sandbox.expect(requests)

    def _right_sandbox(self) -> Sandbox:
        if self._right is None:
            self.put = self.put or self.collaborators
            answers = self.exercise.formula.source({})
            self._right = self.sandbox.sibling({"answers": answers, "substituted": list(self.put)})
        return self._right

    def corrected_sandbox(self) -> Sandbox:
        """A sandbox with right methods under the training, which ignore the arguments that it passes."""
        parts = self.exercise.descends
        roles = {"training": parts.method, "forward": parts.forward, "predicted": parts.predicted}
        load = {"answers": self.exercise.formula.source({}), "substituted": list(self.collaborators)}
        return self.sandbox.sibling(load | {"corrected": roles})

    def put_under(self, names: Sequence[str]) -> None:
        """Replace these methods with right ones under `fit`; forget the answers that were got with fewer."""
        if set(names) <= set(self.put):
            return
        self.put = tuple(name for name in self.collaborators if name in (*self.put, *names))
        if self._right is not None:
            self._right.end()
            self._right = None
            self._sent[True].clear()
            self.kept.pop(id(self.requests.fits(self.cases["path"], (PLAINEST,), right=True)), None)
            self.lost.pop(self.training + "!", None)

    def keep(self, key: Any, make: Callable[[], T]) -> T:
        """What is kept under `key`; if there is nothing yet, `make` is called to get it."""
        if key not in self.kept:
            self.kept[key] = make()
        found: T = self.kept[key]
        return found

    def answer(self, request: Request, method: str, **how: bool) -> Request | Ended:
        """The answer to one of `requests`, which is asked once; see `ask`."""
        return self.keep(id(request), lambda: self.ask(request, method, **how))

    @property
    def training(self) -> str:
        """The name of the method that trains step by step; empty if there is none."""
        return self.exercise.training

    @property
    def collaborators(self) -> tuple[str, ...]:
        """The methods that the training may call."""
        return self.exercise.collaborators

    def trains(self, method: str) -> bool:
        """Whether a method is the one that trains step by step."""
        return bool(method) and method == self.training


def _out_of_memory(request: dict[str, Any], answer: dict[str, Any]) -> Iterator[tuple[str, Ended]]:
    """Find the methods that ran out of memory: each such call takes seconds, so it is not repeated."""
    for call, record in zip(request.get("calls", ()), answer.get("calls", ()), strict=False):
        raised = Raised.of(record["raised"]) if "raised" in record else None
        if raised is not None and MEMORY in raised.ancestry:
            stack = () if raised.line is None else (raised.line,)
            yield call["method"], Ended("too-much-memory", raised.message or MEMORY, raised.line, stack)
