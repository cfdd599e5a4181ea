"""`python -m grader`."""

import sys

if __name__ == "__main__":
    if not sys.flags.safe_path:
        del sys.path[0]  # the current folder: a numpy.py of the learner's there is not NumPy
    try:
        from .cli import main

        sys.exit(main())
    except KeyboardInterrupt:  # before there was anything that could say so
        sys.exit(130)
