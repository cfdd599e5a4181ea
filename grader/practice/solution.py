"""Whether the solution may be shown without a question: derived from the journal."""

from .journal import Past


def has_passed(past: Past) -> bool:
    """Whether the present attempt has come to its first pass.

    An attempt begins where the exercise was laid out last, or with the first run ever. A pass of an earlier
    one does not count: whoever practises again does not want to see the solution by accident either.
    """
    passed = False
    for record in past.of("laid-out", "run"):
        passed = record.event == "run" and (passed or record.facts.get("verdict") == "passed")
    return passed
