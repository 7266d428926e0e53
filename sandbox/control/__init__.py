"""The control API: moves the sandbox's people, clock and faults over HTTP."""
