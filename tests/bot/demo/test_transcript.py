"""The demo's transcript reads as it happened."""

import io
from zoneinfo import ZoneInfo

from rich.console import Console

from bot.demo.script import EN, ZH, Script
from bot.demo.transcript import Transcript
from reports.language import language
from sandbox.scene import Scene

WIDTH = 28


def told(script: Script, text: str) -> list[str]:
    """Have somebody say something and change an older message at once; return the transcript."""
    scene = Scene()
    mei = scene.add_person("Mei")
    group = scene.add_group("Cuiyuan", mei)
    old = scene.say(mei, group, "old")
    printed = io.StringIO()
    console = Console(file=printed, width=WIDTH)
    transcript = Transcript(console, script, language(script.language), ZoneInfo("UTC"))
    transcript.tell_news([group])
    scene.say(mei, group, text)
    scene.edit(mei, old, "changed")
    transcript.tell_news([group])
    return [line.strip() for line in printed.getvalue().splitlines()]


def test_what_was_said_is_told_before_what_it_changed() -> None:
    lines = told(EN, "new")
    assert lines.index("new") < lines.index("changed")


def test_no_word_is_broken_whatever_signs_a_line_holds() -> None:
    lines = told(EN, "№1 is settled: the door controller was replaced")
    words = {word for line in lines for word in line.split()}
    assert {"settled:", "controller", "replaced"} <= words


def test_no_chinese_line_begins_with_a_closing_mark() -> None:
    lines = told(ZH, "灯泡已经换好了大家看。谢谢，好。")
    assert "灯泡已经换好了大家看。" in lines
