"""Tables of texts in an exercise's TOML files: how they are read, and what is said of incomplete ones."""

from pathlib import Path
from typing import Any


class TableError(Exception):
    """A text is missing or not known: a fault of the grader's own. The message names the place."""


def read(path: Path) -> dict[str, Any]:
    """What a file holds.

    Raises:
        TableError: if it is no TOML.
    """
    import tomllib  # most commands read none

    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise TableError(f"{path.name}: {error}") from None


def prose(table: dict[str, Any], key: str, where: str) -> str:
    """A text whose line breaks in the file count as spaces."""
    text = " ".join(str(table.get(key, "")).split())
    if not text:
        raise TableError(f"{where}: {key} is missing")
    return text


def refuse_others(table: dict[str, Any], known: set[str], where: str) -> None:
    """See that there are no other keys."""
    if other := sorted(table.keys() - known):
        raise TableError(f"{where}: there is no key {other[0]!r}")
