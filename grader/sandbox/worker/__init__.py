"""The worker process: it loads the learner's file and answers the grader's requests."""
