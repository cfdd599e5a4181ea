"""Check that Python is new enough and the libraries are installed, before anything else.

Any Python from 3.6 on can run this file. It imports nothing from the grader, so it can say what is missing.
"""

import os
import sys
from pathlib import Path

OLDEST = (3, 11)
LIBRARIES = ("numpy", "pytest", "pytest_timeout", "filelock", "psutil", "uniplot")
"""Their import names; rich is optional: without it there is no colour."""
ROOT = Path(__file__).resolve().parent.parent


def trouble_with_python() -> str:
    """What is wrong with this Python and what to do; empty if it is new enough."""
    if sys.version_info >= OLDEST:
        return ""
    needed, found = (".".join(map(str, numbers)) for numbers in (OLDEST, sys.version_info[:3]))
    newer = f"py -{needed}" if os.name == "nt" else f"python{needed}"
    todo = _use_environment() or _make_environment(f"{newer} -m venv --clear .venv")
    return f"Python {needed} or newer is needed; this is {found}. {todo}"


def trouble_with_libraries() -> str:
    """Which library is not installed and what to do; empty if all are."""
    from importlib.util import find_spec

    for name in LIBRARIES:
        if find_spec(name) is None:
            python = sys.executable or "python"
            return f"{name.replace('_', '-')} is not installed for this Python ({python}). {remedy()}"
    return ""


def remedy() -> str:
    """How to use an environment that has the libraries, or how to install them."""
    if _is_environment():
        return f"Install what is needed: {_path('pip')} install -q -e ."
    return _use_environment() or _make_environment(f"{'py' if os.name == 'nt' else 'python3'} -m venv .venv")


def _use_environment() -> str:
    """How to use the environment in the checkout; empty if there is none, or if it is already in use."""
    if _is_environment() or not (ROOT / _path("python")).parent.is_dir():
        return ""
    activate = _path("activate") if os.name == "nt" else ". .venv/bin/activate"
    return f"Activate the environment (`{activate}`), or run: {_path('python')} -m grader"


def _make_environment(make: str) -> str:
    """The README's commands to install and run, after `make`, which makes the environment."""
    then = f"{_path('pip')} install -q -e . && {_path('python')} -m grader"
    return f"Install what is needed: {make} && {then}"


def _is_environment() -> bool:
    """Whether this Python belongs to the environment in the checkout."""
    return Path(sys.prefix).resolve() == (ROOT / ".venv").resolve()


def _path(program: str) -> str:
    return os.path.join(".venv", "Scripts" if os.name == "nt" else "bin", program)
