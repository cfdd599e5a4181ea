"""What a submission prints, kept up to a limit."""

from dataclasses import dataclass

OUTPUT_KEPT = 10_000


@dataclass
class Output:
    """What the submission printed, up to a limit."""

    text: str = ""
    truncated: bool = False

    def add(self, chunk: bytes) -> None:
        """Take in some more bytes."""
        room = OUTPUT_KEPT - len(self.text)
        fresh = chunk.decode("utf-8", "replace")
        self.truncated |= len(fresh) > room
        self.text += fresh[:room]
