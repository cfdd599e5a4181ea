"""Import the whole program except other exercises and what runs in the worker; see `forked`."""

import importlib

from .paths import ROOT

LEFT_OUT = ("hidden", "katas", "sandbox")

for path in sorted((ROOT / "grader").rglob("*.py")):
    parts = path.relative_to(ROOT).with_suffix("").parts
    if parts[1] not in LEFT_OUT and parts[-1] not in ("__init__", "__main__"):
        importlib.import_module(".".join(parts))
for name in ("numpy", "pytest", "grader.sandbox.client", "grader.katas.linear_regression.mistakes"):
    importlib.import_module(name)
