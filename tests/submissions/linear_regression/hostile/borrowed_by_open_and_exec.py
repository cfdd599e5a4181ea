# expect: rejected: solution-borrowed|import-fails
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


with open(find()) as handle:
    exec(handle.read())
