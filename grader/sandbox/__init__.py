"""Run the learner's code in a worker process, and send it requests from the grader.

The worker imports this package alone, without the rest of the project (see `launch`), so nothing here may
import from outside it. The worker never imports `client` and `launch`.
"""
