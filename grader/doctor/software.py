"""Python and the libraries: whether they are installed, new enough, and can be imported."""

import importlib
import platform
import re
import sys
import tomllib
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from ..preflight import remedy
from ..report.doctor import Line

ANEW = "Reinstall it, in the project folder: {python} -m pip install --force-reinstall -e ."


def python() -> Line:
    """Name the interpreter; one that is too old does not get here, see `preflight`."""
    system = f"{platform.python_implementation()}, {platform.system()}"
    return Line("ok", "Python", f"{platform.python_version()} ({system})")


def libraries(project: Path) -> list[Line]:
    """Check every library that `pyproject.toml` requires."""
    try:
        found = tomllib.loads((project / "pyproject.toml").read_text(encoding="utf-8"))
        return [library(text) for text in found["project"]["dependencies"]]
    except (OSError, ValueError, KeyError):
        return []


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


def _is_older(found: str, needed: str) -> bool:
    """Whether a version is older than the needed one, comparing as many numbers as that one has."""
    one, other = _numbers(found), _numbers(needed)
    return one[: len(other)] < other


def _numbers(text: str) -> tuple[int, ...]:
    match = re.search(r"\d+(?:\.\d+)*", text)
    return tuple(map(int, match[0].split("."))) if match else ()
