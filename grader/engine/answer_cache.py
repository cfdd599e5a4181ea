"""Answers that are got once, by whoever wants one first, in whatever thread."""

import threading
from collections.abc import Callable
from typing import Any


class Kept:
    """All answers so far, by their keys; whoever wants one waits for it, and for no other."""

    def __init__(self) -> None:
        self._answers: dict[Any, _Answer] = {}
        self._lock = threading.Lock()

    def get(self, key: Any, make: Callable[[], Any]) -> Any:
        """The answer under `key`, or the one that `make` gets now; raises what getting it raised."""
        with self._lock:
            there = self._answers.get(key)
            answer = there or self._answers.setdefault(key, _Answer())
        if there is None:
            answer.make(make)
        return answer.wait()

    def forget(self, key: Any) -> None:
        """Have the answer under `key`, if there is one, got anew."""
        with self._lock:
            self._answers.pop(key, None)


class _Answer:
    def __init__(self) -> None:
        self._there = threading.Event()
        self._answer: Any = None
        self._error: BaseException | None = None

    def make(self, make: Callable[[], Any]) -> None:
        try:
            self._answer = make()
        except BaseException as error:
            self._error = error
        self._there.set()

    def wait(self) -> Any:
        self._there.wait()
        if self._error is not None:
            raise self._error
        return self._answer
