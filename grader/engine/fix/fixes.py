"""The fixes found for one file."""

from dataclasses import dataclass, replace

from ...verdict import Change, Verdict

Fix = tuple[Change, ...]


@dataclass(frozen=True)
class Fixes:
    """The fixes found, by step, and whether the file passes with all of them (`fixed`)."""

    by_step: dict[str, Fix]
    fixed: bool

    @property
    def changes(self) -> list[Change]:
        """All changes, each once, in the order of the text."""
        return sorted({change for fix in self.by_step.values() for change in fix}, key=place_of)


def place_of(change: Change) -> tuple[int, int]:
    """The lines of a change, to sort changes by their place in the text."""
    return change.start, change.end


def with_fixes(verdict: Verdict, fixes: Fixes) -> Verdict:
    """The verdict with the fixes added to its findings."""
    fix = fixes.by_step.get
    findings = (replace(f, fix=fix(f.step)) if f.severity == "error" else f for f in verdict.findings)
    return replace(verdict, findings=tuple(findings), fixed=fixes.fixed)
