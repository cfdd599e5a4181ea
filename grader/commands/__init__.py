"""The commands, one module each.

A module `commands/NAME.py` gives `options(parser)`, which adds what can be said after NAME, and
`run(asked)`, which does it and returns the exit status. `asked.words` holds what is no option,
`asked.exercise` the name that `--exercise` gives.
"""

COMMANDS = {
    "check": ("[FILE]", "grade FILE, by default the exercise; 'check' may be left out"),
    "watch": ("[FILE]", "grade FILE at every save, and show what stands"),
    "hint": ("[STEP]", "give one hint more on what is wrong, or on how to begin a step"),
    "fix": ("[FILE]", "write the fix that was found into FILE; --undo brings back what was there"),
    "reset": ("", "lay out a fresh stub; what you wrote is kept, and --undo brings it back"),
    "history": ("", "show your attempts, splits, bests and habits, and when to practise next"),
    "interview": ("", "practise against the clock; then questions and a debrief"),
    "batch": ("PATH...", "grade many files, folders and patterns, and name those that did not pass"),
    "list": ("[EXERCISE]", "name the exercises, or the steps and checks of one, and what passed last"),
    "explain": ("[MISTAKE]", "tell all about one mistake, by the id that a report gives, or name all"),
    "quiz": ("", "ask the questions that an interviewer asks, and explain each answer"),
    "compare": ("[METHOD]", "show the exercise beside the reference, in code and behaviour"),
    "demo": ("", "train the exercise on data whose truth is known"),
    "doctor": ("", "say whether this machine can do all this, and what to do"),
}
"""Every command: its arguments and what it does, in the order of `--help`."""
