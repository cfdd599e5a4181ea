"""Send requests to the workers of one submission: each once, and none to a method that has lost a worker."""

import threading
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from ..observation import Raised
from ..sandbox.client import Sandbox
from ..sandbox.limits import Ended
from .exercise import Exercise
from .requests import Request, Requests

PLAINEST = (0.06, 1)  # learning rate and epochs
MEMORY = "MemoryError"


class Asking:
    """Two workers for one submission: one runs it unchanged, one with right methods under its training.

    Attributes:
        lost: for each method in which a worker was lost, how it ended.
        put: the names of the methods that the second worker replaces with right ones.
        both_at_work: whether the second worker has been started and takes a share of the looks.
    """

    def __init__(self, exercise: Exercise, sandbox: Sandbox, requests: Requests) -> None:
        self.exercise, self.sandbox, self.requests = exercise, sandbox, requests
        self.cases = requests.cases
        self.lost: dict[str, Ended] = {}
        self.put: tuple[str, ...] = ()
        self.both_at_work = False
        self._right: Sandbox | None = None
        self._sent: dict[bool, set[int]] = {False: set(), True: set()}
        self._kept = Kept()  # thread-safe, since `prefetch` asks from another thread
        self._asking = {right: threading.Lock() for right in (False, True)}

    def ask(
        self,
        request: dict[str, Any],
        method: str,
        *,
        right: bool = False,
        aside: bool = False,
        beside: bool = False,
    ) -> dict[str, Any] | Ended:
        """Run a request that calls `method`; a method in which a worker was lost is not called again.

        A look `aside` is slower than a plain call, so losing the worker there does not count against the
        method; neither does a call that exceeds its own `most_seconds`. A look `beside` goes to the second
        worker, the one with right methods, even if `fit` does not need them.
        A loss in the constructor counts for every method, one in a method that `fit` calls also for `fit`.
        """
        key = method + "!" * right
        through = ["__init__", *(self.collaborators if self.trains(method) and not right else ())]
        with self._asking[right or beside]:
            lost = next((self.lost[name] for name in (key, *through) if name in self.lost), None)
            if lost is not None:
                return lost
            sandbox = self._right_sandbox() if right or beside else self.sandbox
            answer = sandbox.run(request)
            given_up = "most_seconds" in request and isinstance(answer, Ended) and answer.how == "times-out"
            if isinstance(answer, Ended) and not aside and not given_up:
                self.lost[key] = answer
            if not isinstance(answer, Ended):
                for name, ended in _out_of_memory(request, answer):
                    self.lost.setdefault(name + "!" * right, ended)
            return answer

    def expect(self, requests: list[Request], *, right: bool = False) -> None:
        """Send requests ahead of time, each once, so that the worker never has to wait for the next one."""
        requests = [request for request in requests if id(request) not in self._sent[right]]
        self._sent[right].update(map(id, requests))
        if not requests:
            return
        with self._asking[right]:
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
        parts = self.exercise.descent
        assert parts is not None
        roles = {"training": parts.method, "forward": parts.forward, "predicted": parts.predicted}
        load = {"answers": self.exercise.formula.source({}), "substituted": list(self.collaborators)}
        return self.sandbox.sibling(load | {"corrected": roles})

    def put_under(self, names: Sequence[str]) -> None:
        """Replace these methods with right ones under `fit`; forget the answers that were got with fewer."""
        with self._asking[True]:
            if set(names) <= set(self.put):
                return
            self.put = tuple(name for name in self.collaborators if name in (*self.put, *names))
            if self._right is not None:
                self._right.end()
                self._right = None
                self._sent[True].clear()
                self._kept.forget(("fit", self.cases["path"].name, (PLAINEST,), True))
                self.lost.pop(self.training + "!", None)

    def keep(self, key: Any, make: Any) -> Any:
        """The answer stored under `key`; if there is none yet, `make` is called to get it."""
        return self._kept.get(key, make)

    @property
    def training(self) -> str:
        """The name of the method that trains step by step; empty if there is none."""
        return self.exercise.descent.method if self.exercise.descent else ""

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


class Kept:
    """All answers so far, by key; a thread waits only for the answer that it asks for."""

    def __init__(self) -> None:
        self._answers: dict[Any, _Answer] = {}  # only used in ways that are atomic, so that no lock is needed

    def get(self, key: Any, make: Callable[[], Any]) -> Any:
        """The answer under `key`, or the one that `make` returns now; raises whatever `make` raised."""
        answer = self._answers.get(key)
        if answer is None:
            own = _Answer()
            answer = self._answers.setdefault(key, own)
            if answer is own:
                answer.make(make)
        return answer.wait()

    def forget(self, key: Any) -> None:
        """Drop the answer under `key`, if there is one, so that it is asked again."""
        self._answers.pop(key, None)


class _Answer:
    def __init__(self) -> None:
        self._under_way = threading.Lock()  # a plain lock, not an Event: there are hundreds of them
        self._under_way.acquire()
        self._made, self._answer = False, None
        self._error: BaseException | None = None

    def make(self, make: Callable[[], Any]) -> None:
        try:
            self._answer = make()
        except BaseException as error:
            self._error = error
        self._made = True
        self._under_way.release()

    def wait(self) -> Any:
        if not self._made:
            with self._under_way:
                pass
        if self._error is not None:
            raise self._error
        return self._answer
