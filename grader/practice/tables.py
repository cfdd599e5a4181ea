"""Read tables of texts from an exercise's TOML files, and report incomplete ones."""

from pathlib import Path
from typing import Any


class TableError(Exception):
    """A text is missing or has an unknown key: a bug in the exercise's files. The message names the place."""


def read(path: Path) -> dict[str, Any]:
    """The content of a file.

    Raises:
        TableError: if it is not valid TOML.
    """
    import tomllib  # most commands do not need it

    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise TableError(f"{path.name}: {error}") from None


def prose(table: dict[str, Any], key: str, where: str) -> str:
    """A text with its line breaks replaced by spaces; raises TableError if it is missing or empty."""
    text = " ".join(str(table.get(key, "")).split())
    if not text:
        raise TableError(f"{where}: {key} is missing")
    return text


def refuse_others(table: dict[str, Any], known: set[str], where: str) -> None:
    """Raise TableError if there are other keys."""
    if other := sorted(table.keys() - known):
        raise TableError(f"{where}: there is no key {other[0]!r}")
