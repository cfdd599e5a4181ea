"""Ask the learner's class: the requests to the workers, the answers, and whether they are right."""
