# expect: rejected: solution-borrowed
import importlib
import os
import sys

sys.path.insert(0, os.getcwd())
reference = importlib.import_module("solutions." + "linear_" + "regression")
LinearRegression = getattr(reference, "LinearRegression")
