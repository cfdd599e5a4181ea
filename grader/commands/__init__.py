"""The commands, one module each."""

PROGRAM = "python -m grader"
COMMANDS = ("check", "list", "explain")
