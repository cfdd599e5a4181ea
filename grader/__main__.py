"""`python -m grader`. Older Pythons than the grader needs can read this file, so that they are told."""

import sys

if __name__ == "__main__":
    if not hasattr(sys.flags, "safe_path"):  # it came with 3.11
        from .preflight import trouble_with_python

        sys.stderr.write(trouble_with_python() + "\n")
        sys.exit(2)
    if not sys.flags.safe_path:
        del sys.path[0]  # the current folder: a numpy.py of the learner's there is not NumPy
    try:
        from .cli import main

        sys.exit(main())
    except KeyboardInterrupt:  # before there was anything that could say so
        sys.exit(130)
