"""An answer that several threads may want, and one of them gets."""

import threading
from collections.abc import Callable
from typing import Any


class Kept:
    """An answer that is there or being got: whoever wants it waits for it, and for no other."""

    def __init__(self) -> None:
        self._there = threading.Event()
        self._answer: Any = None
        self._error: BaseException | None = None

    def make(self, make: Callable[[], Any]) -> None:
        """Get it."""
        try:
            self._answer = make()
        except BaseException as error:
            self._error = error
        self._there.set()

    def get(self) -> Any:
        """The answer; raises what getting it raised."""
        self._there.wait()
        if self._error is not None:
            raise self._error
        return self._answer
