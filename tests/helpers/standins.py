"""Replace members of a module, wherever they were imported."""

import pkgutil
import sys
from importlib import import_module

import pytest

import grader.commands


def stand_in(monkeypatch: pytest.MonkeyPatch, home: str, **members: object) -> None:
    """Replace members of the module `home`, there and in every module that imported them by name."""
    for found in pkgutil.walk_packages(grader.commands.__path__, "grader.commands."):
        import_module(found.name)
    for name, member in members.items():
        known = vars(import_module(home))[name]
        for module in [module for key, module in sys.modules.items() if key.startswith("grader.")]:
            if vars(module).get(name) is known:
                monkeypatch.setattr(module, name, member)
