"""Who handled a case; from them scores and reasons are kept, whatever their role."""

from domain.events import Accepted, Assigned, Opened, Resolved, Story

_GIVEN = (Opened, Accepted, Assigned)


def handled_by(story: Story) -> set[int]:
    """Return everybody who was to settle a case at some time, or said that it was settled."""
    given = {entry.event.handler for entry in story.entries if isinstance(entry.event, _GIVEN)}
    said = {entry.actor for entry in story.entries if isinstance(entry.event, Resolved)}
    return {user for user in given | said if user is not None}
