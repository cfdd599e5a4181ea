"""Find the files that paths, folders and patterns name."""

import glob
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

SUFFIX = ".py"


def named_by(words: Sequence[str]) -> list[str]:
    """Every file that the words name, once each, in the order of the words and sorted within each.

    A folder means the .py files in it and in its subfolders, without hidden files and `__pycache__`. A word
    that matches nothing (no such file, an empty folder) is returned unchanged: reading it later will fail
    with a message.
    """
    paths = [path for word in words for path in _meant(word)]
    first = {os.path.abspath(path): path for path in reversed(paths)}
    return [path for path in paths if first[os.path.abspath(path)] is path]


def _meant(word: str) -> list[str]:
    if Path(word).is_dir():
        return sorted(_inside(word)) or [word]
    if os.path.lexists(word) or not glob.has_magic(word):
        return [word]
    matches = sorted(glob.glob(word, recursive=True))  # noqa: PTH207  Path.glob takes no absolute patterns
    return [path for match in matches for path in _meant(match)] or [word]


def _inside(folder: str) -> Iterator[str]:
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith((".", "__pycache__"))]
        for name in [*names, *(name for name in folders if name.endswith(SUFFIX))]:
            if name.endswith(SUFFIX) and not name.startswith("."):
                yield os.path.join(place, name)
