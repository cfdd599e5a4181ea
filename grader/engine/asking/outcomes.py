"""The outcomes of a check other than passing and failing, as exceptions."""

from ...verdict import Status


class Unjudged(Exception):
    """A check that is neither right nor wrong; the status says how it counts."""

    status: Status


class Todo(Unjudged):
    """The method is not written yet."""

    status = "todo"


class NotJudged(Unjudged):
    """Judging would take too long."""

    status = "passed"


class Blocked(Unjudged):
    """The check cannot be judged because of a problem that another check reports."""

    status = "blocked"
