"""A week in a service group, played through the real program and printed."""
