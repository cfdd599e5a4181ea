"""A progress bar with the time left, on a terminal only."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from rich.progress import Progress


class Bar:
    """The progress through `total` things, each of which is either done or dropped."""

    def __init__(self, total: int, progress: "Progress | None" = None) -> None:
        self._left, self._progress = total, progress
        self._task = None if progress is None else progress.add_task("", total=total)

    def done(self) -> None:
        """Count one thing as done."""
        if self._progress is not None and self._task is not None:
            self._progress.advance(self._task)

    def dropped(self) -> None:
        """Reduce the total by one, for a thing that needs no work."""
        self._left -= 1
        if self._progress is not None and self._task is not None:
            self._progress.update(self._task, total=self._left)


@contextmanager
def bar(stream: TextIO | None, total: int) -> Iterator[Bar]:
    """Show a bar on the stream (if that is a terminal) until the `with` block ends; then erase it."""
    if stream is None or not stream.isatty() or os.environ.get("TERM") == "dumb":
        yield Bar(total)
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("graded"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), TextColumn("left"),
    )  # fmt: skip
    with Progress(*columns, console=Console(file=stream), transient=True) as progress:
        yield Bar(total, progress)
