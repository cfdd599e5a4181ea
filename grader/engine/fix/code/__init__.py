"""The learner's code as text and as a tree: where things stand, what they mean, how to write them anew."""
