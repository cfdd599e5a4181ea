"""A row per submission: what a spreadsheet and a summary need of a document."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Row:
    """One submission."""

    submission: str  # its path
    verdict: str  # as in the document, or `error` where it was not graded
    steps: Mapping[str, str]  # the status of each, by its name
    # mistakes, advice: the ids of what was found
    mistakes: tuple[str, ...]
    advice: tuple[str, ...]
    error: str  # why it was not graded
    status: int  # what `check` would have ended with
    exercise: str = ""  # that it was graded as a solution of; empty where it was not graded


def row(document: Mapping[str, Any]) -> Row:
    """The row of one line of the results."""
    if "error" in document:
        return Row(document["submission"], "error", {}, (), (), document["error"], document["status"])
    steps = {step["name"]: step["status"] for step in document["steps"]}
    ids: dict[str, list[str]] = {"error": [], "advice": []}
    for finding in document["findings"]:
        ids[finding["severity"]].append(finding["mistake"])
    status = 0 if document["verdict"] == "passed" else 1
    mistakes, advice = tuple(ids["error"]), tuple(ids["advice"])
    told = (document["submission"], document["verdict"], steps, mistakes, advice)
    return Row(*told, "", status, document["exercise"])


def error_document(schema: int, path: str, error: str, status: int) -> dict[str, Any]:
    """The line of a submission that was not graded, and so has no verdict."""
    return {"schema": schema, "submission": path, "error": error, "status": status}
