"""Python and the libraries: whether they are installed, new enough, and can be imported."""

import importlib
import platform
import re
import sys
import tomllib
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from ..preflight import remedy
from ..report.doctor import Line

ANEW = "Reinstall it, in the project folder: {python} -m pip install --force-reinstall -e ."


def python(project: Path) -> Line:
    """Check the interpreter against `pyproject.toml`."""
    needed = str(_project(project).get("requires-python", ""))
    found = platform.python_version()
    said = f"{found} ({platform.python_implementation()}, {platform.system()})"
    if _is_older(found, needed):
        return Line("problem", "Python", f"{said}; {needed} is needed", f"Install Python {needed}.")
    return Line("ok", "Python", said)


def libraries(project: Path) -> list[Line]:
    """Check every library that `pyproject.toml` requires."""
    return [library(text) for text in _project(project).get("dependencies", [])]


def library(requirement: str) -> Line:
    """Check one library, given with its lowest version: 'numpy>=1.26'."""
    name, _, oldest = requirement.partition(">=")
    try:
        found = version(name)
    except PackageNotFoundError:
        return Line("problem", name, "is not installed", remedy())
    try:
        importlib.import_module(name.replace("-", "_"))
    except Exception as error:
        text = f"{found} is installed but cannot be imported: {type(error).__name__}: {error}"
        return Line("problem", name, text, ANEW.format(python=sys.executable or "python"))
    if _is_older(found, oldest):
        return Line("problem", name, f"{found}; {oldest} or newer is needed", remedy())
    return Line("ok", name, found)


def blas() -> Line:
    """Report the library with which NumPy multiplies matrices."""
    try:
        import numpy as np

        found = np.show_config(mode="dicts")["Build Dependencies"]["blas"]
        return Line("ok", "NumPy's BLAS", f"{found['name']} {found.get('version', '')}".strip())
    except Exception as error:
        said = f"unknown: {type(error).__name__}: {error}"
        return Line("warning", "NumPy's BLAS", said, "Nothing to do if numpy itself works.")


def _project(folder: Path) -> dict[str, Any]:
    try:
        found = tomllib.loads((folder / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    except (OSError, ValueError, KeyError):
        return {}
    return found if isinstance(found, dict) else {}


def _is_older(found: str, needed: str) -> bool:
    """Whether a version is older than the needed one, comparing as many numbers as that one has."""
    one, other = _numbers(found), _numbers(needed)
    return one[: len(other)] < other


def _numbers(text: str) -> tuple[int, ...]:
    match = re.search(r"\d+(?:\.\d+)*", text)
    return tuple(map(int, match[0].split("."))) if match else ()
