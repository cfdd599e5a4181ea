"""A stream that claims to be a terminal."""

import io


class TerminalStream(io.StringIO):
    """Keeps what is written to it."""

    encoding = "utf-8"

    def isatty(self) -> bool:
        """Always True."""
        return True
