"""What `watch` and `interview` show and do at every save, until the learner leaves."""
