"""One row per submission: what the spreadsheet and the summary need from a document."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Row:
    """One submission."""

    submission: str  # its path
    verdict: str  # as in the document, or `error` if it was not graded
    steps: Mapping[str, str]  # the status of each, by its name
    # mistakes, advice: the ids of the findings
    mistakes: tuple[str, ...]
    advice: tuple[str, ...]
    error: str  # why it was not graded; else empty
    status: int  # the exit status that `check` would have returned
    exercise: str = ""  # the exercise that it was graded for; empty if it was not graded


def row(document: Mapping[str, Any]) -> Row:
    """The row for the document in one line of the results."""
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
    """The document for a submission that was not graded and so has no verdict."""
    return {"schema": schema, "submission": path, "error": error, "status": status}
