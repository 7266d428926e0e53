"""Which week's reports are due when; each is scheduled once, by whom it is for and the ISO week."""

from datetime import datetime
from zoneinfo import ZoneInfo

from domain.periods import Period, read_period
from reports.calendar import ROLLUP_AT, SUMMARY_AT, latest_told, told_at, week_after
from storage.groups import Group
from storage.work import Work

WEEKLY_SUMMARY = "weekly_summary"
ROLLUPS = "rollups"
ROLLUP = "rollup"


async def schedule_reports(work: Work, now: datetime, zone: ZoneInfo) -> None:
    """Schedule what is to be told next, for all groups and areas; safe to repeat."""
    for group in await work.groups.listing():
        await schedule_weekly(work, group, now, zone)
    await schedule_rollups(work, week_after(latest_told(now, ROLLUP_AT, zone), zone), zone)


async def schedule_weekly(work: Work, group: Group, now: datetime, zone: ZoneInfo) -> None:
    """Schedule the summary that a group is to be told next, of no week before it joined.

    `zone` is the one it lives in when it has none of its own.
    """
    local = zone_of(group, zone)
    week = week_after(latest_told(now, SUMMARY_AT, local), local)
    if week.end <= group.joined_at:
        week = week_after(week, local)
    await schedule_summary(work, group, week, local)


async def schedule_summary(work: Work, group: Group, week: Period, zone: ZoneInfo) -> None:
    """Schedule a group's summary of one week; once it was told it stays told."""
    subject, at = summary_subject(group, week), told_at(week, SUMMARY_AT, zone)
    await work.due.schedule_once(WEEKLY_SUMMARY, subject, at)


async def put_off_summary(work: Work, group: Group, week: Period, zone: ZoneInfo) -> None:
    """Wait for Monday at nine in another zone, although the summary was already taken up."""
    subject, at = summary_subject(group, week), told_at(week, SUMMARY_AT, zone)
    await work.due.schedule(WEEKLY_SUMMARY, subject, at)


def summary_subject(group: Group, week: Period) -> str:
    """Name the summary of a group and week; two are never due under one name."""
    return f"{group.id}:{week.label}"


async def schedule_rollups(work: Work, week: Period, zone: ZoneInfo) -> None:
    """Schedule the roll-ups of one week."""
    await work.due.schedule_once(ROLLUPS, week.label, told_at(week, ROLLUP_AT, zone))


def zone_of(group: Group, default: ZoneInfo) -> ZoneInfo:
    """Return the time zone a group lives in."""
    return ZoneInfo(group.timezone) if group.timezone else default


def week_named(label: str, now: datetime, zone: ZoneInfo) -> Period:
    """Return the week of a label such as `2026-W45`; raises ValueError for anything else."""
    week = read_period(label, now, zone)
    if week is None:
        raise ValueError(f"{label} is no week")
    return week
