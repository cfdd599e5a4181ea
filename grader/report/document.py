"""The verdict as the JSON document of the contract."""

import json

from ..verdict import Verdict


def text(verdict: Verdict) -> str:
    """One line of ASCII, so that no encoding can spoil it."""
    return json.dumps(verdict.document(), ensure_ascii=True, allow_nan=False)
