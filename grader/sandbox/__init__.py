"""The learner's code runs behind this wall: a worker process, and the client that asks it.

The worker imports this package by itself, without the rest of the project (see `launch`), so nothing in
here may import from outside it; `client` and `launch` are never imported by the worker.
"""
