"""When people are awake: what falls into the night waits for the morning."""

from datetime import datetime, time, timedelta

MORNING, NIGHT = time(7), time(22)


def awake(moment: datetime) -> datetime:
    """Return the moment itself, or as many minutes after seven of the next morning."""
    if MORNING <= moment.time() < NIGHT:
        return moment
    day = moment.date() + timedelta(days=moment.time() >= NIGHT)
    morning = datetime.combine(day, MORNING, moment.tzinfo)
    return morning + timedelta(minutes=moment.minute, seconds=moment.second)
