"""`python -m grader` and `kata`. Python versions that are too old can read this file, and are told so."""

import gc
import sys


def run() -> int:
    """Run the command line of this process and return the exit status."""
    if not hasattr(sys.flags, "safe_path"):  # it came with 3.11
        from .preflight import trouble_with_python

        sys.stderr.write(trouble_with_python() + "\n")
        return 2
    try:
        from .cli import main

        return main()
    except KeyboardInterrupt:  # before there was anything that could say so
        return 130
    finally:
        gc.freeze()  # or the end of the process would begin with a look through all of it for garbage


if __name__ == "__main__":
    if not getattr(sys.flags, "safe_path", True):
        del sys.path[0]  # the current folder: a numpy.py of the learner's there is not NumPy
    sys.exit(run())
