# expect: rejected: solution-borrowed|import-fails
import importlib.machinery
import importlib.util
import os
import sys


def candidates():
    yield os.getcwd()
    yield os.environ.get("PWD", ".")
    yield from sys.path
    for module in list(sys.modules.values()):
        name = getattr(module, "__file__", None)
        if isinstance(name, str):
            folder = os.path.dirname(os.path.abspath(name))
            for _ in range(4):
                yield folder
                folder = os.path.dirname(folder)


def find():
    for folder in candidates():
        path = os.path.join(folder or ".", "solutions", "linear_regression.py")
        if os.path.exists(path):
            return path
    return os.path.join("solutions", "linear_regression.py")


loader = importlib.machinery.SourceFileLoader("innocent", find())
module = importlib.util.module_from_spec(importlib.util.spec_from_loader("innocent", loader))
loader.exec_module(module)


class LinearRegression(module.LinearRegression):
    pass
