"""The outcomes of a check other than passing and failing, as exceptions."""


class Todo(Exception):
    """The method is not written yet: neither right nor wrong."""


class NotJudged(Exception):
    """Judging would take too long; the check counts as passed."""


class Blocked(Exception):
    """The check cannot be judged because of a problem that another check reports."""
