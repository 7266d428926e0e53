"""Why the program cannot run, told to whoever started it."""


class CannotRun(Exception):  # noqa: N818 - a state of the surroundings, not a fault of the program
    """Something outside the program is not as it must be; the text is one line for its operator."""
