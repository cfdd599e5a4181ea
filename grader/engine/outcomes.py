"""What a check can come to besides passing and failing."""


class Todo(Exception):
    """The method is not written yet: neither right nor wrong."""


class NotJudged(Exception):
    """What would take too long to judge, which is no mistake."""


class Blocked(Exception):
    """What cannot be judged because of something that is judged elsewhere."""
