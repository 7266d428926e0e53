"""The whole demo: the first week as a scene, twelve weeks of history, and then the page."""

import asyncio
from dataclasses import dataclass
from datetime import datetime, timedelta
from time import monotonic

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn

from bot.demo.building import ZONE, building
from bot.demo.history.sub_district import LASTS, WEEKS, play_history
from bot.demo.line import LanguageCode, Line
from bot.demo.script import SCRIPTS
from bot.demo.stage import Stage
from bot.demo.tour import guide
from bot.demo.transcript import Transcript
from bot.demo.week import MONDAY, play_week
from reports.language import language as language_of

HISTORY_BEGINS = MONDAY + timedelta(weeks=1, hours=2)
_PLAYED = Line(
    "已演完{weeks}周，共{cases}件事项，用时{seconds:.0f}秒（种子 {seed}）",
    "{weeks} weeks played, {cases} cases, in {seconds:.0f} s (seed {seed})",
)
_PLAYING = Line("正在演出一个街道的三个月", "Playing three months of a sub-district")
_OPEN = Line("请打开 {url} ，按 Ctrl-C 结束", "Open {url} – Ctrl-C ends it")


@dataclass(frozen=True, slots=True)
class Play:
    """What is to be played, and where it is told: `seed` makes the history."""

    console: Console
    language: LanguageCode
    seed: int
    port: int = 0


async def perform(play: Play, *, stay: bool) -> None:
    """Play it all; tell the first week as a transcript, or (`stay`) serve the page until cancelled.

    Raises CannotRun when the port cannot be had.
    """
    async with building(play.language, MONDAY, play.port) as stage:
        if not stay:
            await _tell(stage, play)
            return
        stage.sandbox.guide = guide(stage, watching=True)
        await _play(stage, play)
        stage.sandbox.clock.run()
        stage.sandbox.guide = guide(stage)
        play.console.print(_OPEN.of(play.language).format(url=stage.sandbox.url))
        await asyncio.Event().wait()


async def _play(stage: Stage, play: Play) -> None:
    await play_week(stage, SCRIPTS[play.language])
    await _play_history(stage, play)


async def _tell(stage: Stage, play: Play) -> None:
    """Tell the first week, and after the history how the inspector finds the last whole month."""
    script = SCRIPTS[play.language]
    transcript = Transcript(play.console, script, language_of(play.language), ZONE)
    stage.onlooker = transcript
    await play_week(stage, script)
    stage.onlooker = None
    play.console.print()
    await _play_history(stage, play)
    inspector = stage.cast.inspector
    transcript.pass_over([stage.private(inspector)])
    await stage.say(inspector, stage.private(inspector), script.stats_later)
    transcript.tell_news([stage.private(inspector)])


async def _play_history(stage: Stage, play: Play) -> None:
    started = monotonic()
    with _progress(play) as progress:
        task = progress.add_task(_PLAYING.of(play.language), total=LASTS.total_seconds())

        def tell(moment: datetime) -> None:
            progress.update(task, completed=(moment - HISTORY_BEGINS).total_seconds())

        cases = await play_history(stage, play.seed, HISTORY_BEGINS, tell)
    told = _PLAYED.of(play.language).format(
        weeks=WEEKS, cases=cases, seconds=monotonic() - started, seed=play.seed
    )
    play.console.print(told)


def _progress(play: Play) -> Progress:
    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn())
    return Progress(*columns, console=play.console, transient=True)
