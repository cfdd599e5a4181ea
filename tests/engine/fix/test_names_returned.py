"""Names that tell which part of a result they hold keep their places."""

from grader.engine.fix.edits.true_names import in_order


def test_names_tell_the_parts_of_a_result_by_their_ends() -> None:
    assert in_order(["dj_db", "dj_dw"], ["dw", "db"]) == ["dj_dw", "dj_db"]
    assert in_order(["grad_b", "grad_w"], ["dw", "db"]) == ["grad_w", "grad_b"]
    assert in_order(["first", "second"], ["dw", "db"]) == ["first", "second"]
    assert in_order(["one"], []) == ["one"]
