"""Show a message while something takes long, such as code that never finishes."""

import sys
from threading import Lock, Timer
from typing import Self

from ...report import paint

SECONDS = 2.0


class Patience:
    """Shows its text after `SECONDS`, and erases it when the `with` block ends."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lock = Lock()
        self._is_over = self._is_shown = False
        self._timer = Timer(SECONDS, self._show)

    def __enter__(self) -> Self:
        self._timer.daemon = True
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()
        with self._lock:
            self._is_over = True
            if self._is_shown:
                _write("\r" + " " * len(self._text) + "\r")

    def _show(self) -> None:
        page = paint.page_for(sys.stderr)
        page.row((self._text, "dim"))
        text = paint.painted(page, sys.stderr).rstrip("\n")
        with self._lock:
            if not self._is_over:
                self._is_shown = True
                _write(text)


def _write(text: str) -> None:
    try:
        sys.stderr.write(text)
        sys.stderr.flush()
    except OSError:
        pass  # the terminal was closed
