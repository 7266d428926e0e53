"""A picture is drawn when it is sent, stands once, and holds nobody up when it cannot come."""

import multiprocessing
import os
import signal
from dataclasses import replace

import pytest

from domain.delivery import Picture, Post, Purpose, Refusal, Urgency
from reports.chart.chart import to_json
from sandbox import Fault, FaultKind, Message
from sandbox.world.messages import Photo
from storage.database import Database
from tests.bot.outgoing import Outgoings
from tests.bot.stage import Stage
from tests.reports.chart.ready import CHART

PATIENCE = 30.0  # real seconds; the first picture starts a process
PICTURE = Picture(to_json(CHART), "no picture: see /stats")
BROKEN = Picture('{"weeks": []}', "no picture: see /stats")


def at_once(stage: Stage, picture: Picture = PICTURE) -> Post:
    caption = "<b>twelve weeks</b>"
    return Post(stage.group.id, caption, "answer:chart", silent=True, picture=picture)


def weekly(stage: Stage, picture: Picture = PICTURE) -> Post:
    return Post(
        stage.group.id,
        "<b>twelve weeks</b>",
        "w45:chart",
        Purpose.SUMMARY,
        urgency=Urgency.BULK,
        placeholder="on its way …",
        silent=True,
        picture=picture,
    )


def pictures(stage: Stage) -> list[Message]:
    return [each for each in stage.spoken() if isinstance(each.body.media, Photo)]


async def until_shown(stage: Stage) -> Message:
    """Wait for the one picture, and look that nothing else stands beside it."""
    await stage.sandbox.until(lambda: pictures(stage), PATIENCE)
    (shown,) = stage.spoken()
    return shown


async def until_tried(stage: Stage, method: str, times: int) -> None:
    """Wait until a method was called so often, whatever came of it."""
    await stage.sandbox.until(lambda: stage.sandbox.record.count(method) == times, PATIENCE)


async def until_said(stage: Stage, *texts: str) -> None:
    """Wait until just these texts of the bot stand in the group."""
    await stage.sandbox.until(lambda: sorted(stage.texts()) == sorted(texts), PATIENCE)


async def given_up(database: Database) -> list[str | None]:
    """Return why messages were given up; everything else must have been sent."""
    async with database.look() as work:
        assert await work.outbox.waiting() == 0
        return [each.error for each in await work.outbox.retired()]


async def test_a_picture_arrives_quietly_with_its_caption(stage: Stage, out: Outgoings) -> None:
    async with out.sending():
        await out.put(at_once(stage))
        shown = await until_shown(stage)
    assert isinstance(shown.body.media, Photo)
    assert shown.body.media.width == 1080
    assert shown.body.media.file.mime_type == "image/png"
    assert (shown.text, shown.silent) == ("twelve weeks", True)
    assert [entity.type for entity in shown.body.entities] == ["bold"]


async def test_a_placeholder_becomes_the_picture(stage: Stage, out: Outgoings) -> None:
    async with out.sending():
        await out.put(weekly(stage))
        shown = await until_shown(stage)
    assert shown.text == "twelve weeks"
    (placeholder,) = stage.sandbox.record.sent
    assert (placeholder.text, placeholder.silent) == ("on its way …", True)
    assert placeholder.id == shown.id


@pytest.mark.parametrize("kind", [FaultKind.DROP_ANSWER, FaultKind.GARBLE, FaultKind.TOO_MANY])
async def test_a_picture_behind_a_placeholder_never_stands_twice(
    stage: Stage, out: Outgoings, database: Database, kind: FaultKind
) -> None:
    stage.sandbox.faults.order(Fault(kind=kind, method="editMessageMedia", seconds=1))
    async with out.sending():
        await out.put(weekly(stage))
        await until_tried(stage, "editMessageMedia", 2)
    await until_shown(stage)
    assert await given_up(database) == []


async def test_a_restart_between_placeholder_and_picture_leaves_no_twin(
    stage: Stage, out: Outgoings, database: Database
) -> None:
    stage.sandbox.faults.order(Fault(kind=FaultKind.DELAY, method="editMessageMedia", seconds=60))
    await out.put(weekly(stage))
    async with out.killed_while_sending():
        await until_shown(stage)
    async with out.sending():
        await until_tried(stage, "editMessageMedia", 2)
    await until_shown(stage)
    assert stage.sandbox.record.count("sendMessage") == 1
    assert await given_up(database) == []
    async with database.look() as work:
        assert await work.outbox.in_doubt() == []


async def test_a_placeholder_that_was_deleted_is_posted_anew(
    stage: Stage, out: Outgoings, database: Database
) -> None:
    busy = Fault(kind=FaultKind.TOO_MANY, method="editMessageMedia", seconds=1)
    stage.sandbox.faults.order(busy)
    async with out.sending():
        await out.put(weekly(stage))
        await until_tried(stage, "editMessageMedia", 1)
        stage.sandbox.delete(stage.spoken()[0])
        await until_shown(stage)
    assert stage.sandbox.record.count("sendMessage") == 2
    assert await given_up(database) == []


async def test_a_picture_sent_twice_after_a_lost_answer_is_in_doubt(
    stage: Stage, out: Outgoings, database: Database
) -> None:
    stage.sandbox.faults.order(Fault(kind=FaultKind.DROP_ANSWER, method="sendPhoto"))
    async with out.sending():
        await out.put(at_once(stage))
        await stage.sandbox.until(lambda: len(pictures(stage)) == 2, PATIENCE)
    async with database.look() as work:
        assert [each.times for each in await work.outbox.in_doubt()] == [1]


async def test_a_picture_that_cannot_be_drawn_is_said_to_be_missing(
    stage: Stage, out: Outgoings, database: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    async with out.sending():
        await out.put(weekly(stage, BROKEN), Post(stage.group.id, "next", "next"))
        await until_said(stage, "next", BROKEN.instead)
    assert "a picture cannot be drawn" in capsys.readouterr().out
    assert await given_up(database) == []
    assert out.failures == []


async def test_an_answer_whose_picture_cannot_be_drawn_is_given_up(
    stage: Stage, out: Outgoings, database: Database
) -> None:
    async with out.sending():
        await out.put(at_once(stage, BROKEN), Post(stage.group.id, "next", "next"))
        await until_said(stage, "next")
    assert await given_up(database) == ["cannot be drawn: ValidationError"]


async def test_a_chat_that_takes_no_pictures_still_takes_texts(
    stage: Stage, out: Outgoings, database: Database
) -> None:
    stage.sandbox.restrict(stage.group, stage.me, frozenset({"can_send_messages"}))
    async with out.sending():
        await out.put(at_once(stage), Post(stage.group.id, "next", "next"))
        await until_said(stage, "next")
    assert await given_up(database) == ["Bad Request: not enough rights to send photos to the chat"]
    assert out.failures == []


async def test_a_placeholder_in_such_a_chat_is_taken_back(
    stage: Stage, out: Outgoings, database: Database
) -> None:
    stage.sandbox.restrict(stage.group, stage.me, frozenset({"can_send_messages"}))
    async with out.sending():
        await out.put(weekly(stage), Post(stage.group.id, "next", "next"))
        await until_tried(stage, "deleteMessage", 1)
        await until_said(stage, "next")
    assert stage.sandbox.record.count("editMessageText") == 0
    assert await given_up(database) == []
    assert out.failures == []


async def test_a_placeholder_that_is_taken_back_twice_is_done_with(
    stage: Stage, out: Outgoings, database: Database
) -> None:
    stage.sandbox.restrict(stage.group, stage.me, frozenset({"can_send_messages"}))
    lost = Fault(kind=FaultKind.DROP_ANSWER, method="deleteMessage")
    stage.sandbox.faults.order(lost)
    async with out.sending():
        await out.put(weekly(stage))
        await until_tried(stage, "deleteMessage", 2)
    assert stage.texts() == []
    assert await given_up(database) == []
    assert out.failures == []


async def test_a_picture_that_telegram_does_not_take_becomes_a_text(
    stage: Stage, out: Outgoings, database: Database
) -> None:
    words = "Bad Request: IMAGE_PROCESS_FAILED"
    refuse = Fault(kind=FaultKind.REFUSE, method="editMessageMedia", code=400, description=words)
    stage.sandbox.faults.order(refuse)
    async with out.sending():
        await out.put(weekly(stage), Post(stage.group.id, "next", "next"))
        await until_said(stage, "next", PICTURE.instead)
    assert await given_up(database) == []
    assert out.failures == []


async def test_a_bot_that_was_thrown_out_gives_up_pictures_as_all_else(
    stage: Stage, out: Outgoings, database: Database
) -> None:
    stage.sandbox.kick(stage.group, stage.me, by=stage.mei)
    async with out.sending():
        await out.put(at_once(stage))
        await until_tried(stage, "sendPhoto", 1)
    assert [each.why for each in out.failures] == [Refusal.KICKED]
    assert len(await given_up(database)) == 1


async def test_processes_start_with_the_first_picture_and_end_with_the_sender(
    stage: Stage, out: Outgoings
) -> None:
    async with out.sending():
        await out.put(Post(stage.group.id, "no picture", "text"))
        await stage.until_said("no picture")
        assert multiprocessing.active_children() == []
        await out.put(at_once(stage))
        await stage.sandbox.until(lambda: pictures(stage), PATIENCE)
        assert len(multiprocessing.active_children()) == 1
    assert multiprocessing.active_children() == []


async def test_nobody_waits_for_drawings_that_hang(stage: Stage, out: Outgoings) -> None:
    groups = [stage.another_group() for _ in range(6)]
    charts = [replace(at_once(stage), chat=each.id, dedupe=str(each.id)) for each in groups]
    async with out.sending():
        await out.put(*charts[:3])
        await until_tried(stage, "sendPhoto", 3)
        processes = [child.pid or 0 for child in multiprocessing.active_children()]
        for each in processes:
            os.kill(each, signal.SIGSTOP)
        later = [replace(each, dedupe=f"later {each.dedupe}") for each in charts]
        await out.put(*later, Post(stage.group.id, "an answer", "text"))
        await until_said(stage, "an answer")
        assert stage.sandbox.record.count("sendPhoto") == 3
        for each in processes:
            os.kill(each, signal.SIGCONT)
        await until_tried(stage, "sendPhoto", 9)
