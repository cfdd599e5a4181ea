"""`python -m grader` and `kata`. Python versions that are too old can run this file, and get a message."""

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
    except KeyboardInterrupt:  # before the code that reports it was loaded
        return 130
    finally:
        gc.freeze()  # otherwise the process would first collect garbage among all objects at its exit


if __name__ == "__main__":
    if not getattr(sys.flags, "safe_path", True):
        del sys.path[0]  # the current folder: the learner may have a numpy.py there
    sys.exit(run())
