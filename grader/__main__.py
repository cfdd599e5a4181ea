"""`python -m grader`."""

import sys

if __name__ == "__main__":
    try:
        from .cli import main

        sys.exit(main())
    except KeyboardInterrupt:  # before there was anything that could say so
        sys.exit(130)
