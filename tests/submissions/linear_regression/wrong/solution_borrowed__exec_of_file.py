# expect: solution-borrowed|import-fails
from pathlib import Path

import numpy as np

source = Path("solutions/linear_regression.py").read_text()  # <-- here
exec(compile(source, "linear_regression", "exec"))
