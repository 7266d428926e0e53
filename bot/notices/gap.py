"""After a gap longer than Telegram keeps updates, every group learns what may be missing."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from bot.surroundings import Deployment
from bot.telegram_in.reception import Gap
from domain.delivery import Outgoing, Post, Purpose, Urgency
from reports.language import language
from reports.schedule import zone_of
from storage.groups import Group
from storage.work import Work


async def tell_gap(deployment: Deployment, work: Work, gap: Gap) -> Sequence[Outgoing]:
    """Ask every group to tag again what was said while the bot was away."""
    return [_post(deployment, group, gap) for group in await work.groups.active()]


def _post(deployment: Deployment, group: Group, gap: Gap) -> Post:
    say = language(group.language or deployment.default_language)
    zone: ZoneInfo = zone_of(group, deployment.zone)
    html = say(
        "I was out of reach from {since} to {until}, longer than Telegram keeps messages for me."
        " Please tag once more what you tagged then; a tag in reply to the old message will do.",
        since=say.moment(gap.since, zone),
        until=say.moment(gap.until, zone),
    )
    return Post(
        chat=group.chat,
        html=html,
        dedupe=f"gap:{group.id}:{gap.until.isoformat()}",
        purpose=Purpose.NOTICE,
        thread=group.thread,
        urgency=Urgency.BULK,
        silent=True,
    )
