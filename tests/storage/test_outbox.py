"""Messages are put once, found by key, and their text is forgotten once they are sent."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import select

from domain.delivery import Button, Edit, Link, Picture, PopUp, Post, Purpose, Urgency
from storage.database import Database
from storage.payloads import Payload, decode, encode, payload_of
from storage.sendings import Job, Ticket
from storage.tables.outbox import OutboxRow
from storage.work import Work

NOW = datetime(2026, 11, 2, 9, tzinfo=UTC)
DAY = timedelta(days=1)


async def claimed(work: Work) -> Job:
    (ticket,) = await work.sendings.waiting()
    job = await work.sendings.claim(ticket)
    assert isinstance(job, Job)
    return job


async def test_a_post_comes_back_as_it_was_put(database: Database) -> None:
    keyboard = ((Button("受理", "a:1"), Link("详情", "https://example.org")),)
    post = Post(-1, "<b>№1</b>", "card:1", Purpose.CARD, case=1, reply_to=4, keyboard=keyboard)
    async with database.begin() as work:
        await work.outbox.put(post, at=NOW)
        job = await claimed(work)
    assert (job.chat, job.case, job.purpose, job.is_new) == (-1, 1, Purpose.CARD, True)
    assert job.payload == payload_of(post)
    assert decode(encode(job.payload)) == job.payload


async def test_a_message_is_claimed_once(database: Database) -> None:
    async with database.begin() as work:
        await work.outbox.put(Post(-1, "hi", "a"), at=NOW)
        (ticket,) = await work.sendings.waiting()
        assert isinstance(await work.sendings.claim(ticket), Job)
        assert await work.sendings.claim(ticket) is None


async def test_an_edit_waits_behind_a_post_that_is_on_its_way(database: Database) -> None:
    async with database.begin() as work:
        await work.outbox.put(Post(-1, "new", "a", urgency=Urgency.BULK), at=NOW)
        post = await claimed(work)
        await work.outbox.put(Edit(-1, "changed", "a"), at=NOW)
        (edit,) = await work.sendings.waiting()
        later = await work.sendings.claim(edit)
        assert later == Ticket(Urgency.BULK, edit.id, -1, edit.kind)
        await work.sendings.sent(post, 77)
        job = await claimed(work)
    assert (job.message, job.payload.html) == (77, "changed")


async def test_an_edit_by_message_id_needs_no_post(database: Database) -> None:
    async with database.begin() as work:
        await work.outbox.put(Edit(-1, "changed", "forgotten", message=55), at=NOW)
        job = await claimed(work)
    assert job.message == 55


async def test_the_text_is_forgotten_once_sent(database: Database) -> None:
    async with database.begin() as work:
        await work.outbox.put(Post(-1, "private words", "a", reply_to=3), at=NOW)
        await work.sendings.sent(await claimed(work), 77)
        rows = (await work.connection.exec_driver_sql("SELECT * FROM outbox")).all()
    assert "private words" not in str(rows)


async def test_edits_and_pop_ups_leave_nothing_behind(database: Database) -> None:
    async with database.begin() as work:
        for outgoing in (Edit(-1, "changed", "a", message=5), PopUp("99", "no")):
            await work.outbox.put(outgoing, at=NOW)
            await work.sendings.sent(await claimed(work), None)
        rows = (await work.connection.exec_driver_sql("SELECT * FROM outbox")).all()
    assert rows == []


async def test_only_new_messages_are_in_doubt_after_a_crash(database: Database) -> None:
    async with database.begin() as work:
        await work.outbox.put(
            Post(-1, "hi", "a"), Edit(-1, "x", "b", message=5), PopUp("99", "no"), at=NOW
        )
        for ticket in await work.sendings.waiting():
            await work.sendings.claim(ticket)
        await work.sendings.recover()
        assert len(await work.sendings.waiting()) == 3
        assert [each.id for each in await work.outbox.in_doubt()] == [1]


async def test_a_refusing_chat_loses_what_waits_and_what_comes(database: Database) -> None:
    async with database.begin() as work:
        await work.outbox.put(Post(-1, "a", "a"), Post(-2, "b", "b"), at=NOW)
        assert await work.sendings.refuse(-1, "kicked", NOW)
        assert not await work.sendings.refuse(-1, "kicked", NOW)
        assert [ticket.chat for ticket in await work.sendings.waiting()] == [-2]
        await work.outbox.put(Post(-1, "c", "c"), at=NOW)
        late = (await work.sendings.waiting())[-1]
        assert await work.sendings.claim(late) is None
        assert [each.error for each in await work.outbox.retired()] == ["kicked", "kicked"]


async def test_a_message_that_moved_meanwhile_is_sent_back_to_its_new_lane(
    database: Database,
) -> None:
    async with database.begin() as work:
        await work.outbox.put(Post(-1, "a", "a"), at=NOW)
        (ticket,) = await work.sendings.waiting()
        await work.outbox.rekey(-1, -100)
        moved = await work.sendings.claim(ticket)
    assert isinstance(moved, Ticket)
    assert moved.chat == -100


async def test_what_is_settled_is_forgotten_in_time(database: Database) -> None:
    async with database.begin() as work:
        for post in (Post(-1, "a", "a"), Post(-1, "b", "card:1", case=1)):
            await work.outbox.put(post, at=NOW)
            await work.sendings.sent(await claimed(work), 77)
        await work.outbox.put(Post(-1, "c", "waits"), at=NOW)
        await work.outbox.prune(NOW + DAY, NOW - DAY)
        assert await kept_keys(work) == ["card:1", "waits"]
        await work.outbox.prune(NOW + DAY, NOW + DAY)
        assert await kept_keys(work) == ["waits"]


async def kept_keys(work: Work) -> list[str]:
    rows = await work.connection.exec_driver_sql("SELECT dedupe FROM outbox ORDER BY id")
    return list(rows.scalars())


async def test_a_picture_comes_back_as_it_was_put_and_is_forgotten_once_sent(
    database: Database,
) -> None:
    picture = Picture('{"name": "<b>"}', "none to see")
    post = Post(-1, "caption", "chart", placeholder="…", picture=picture)
    async with database.begin() as work:
        await work.outbox.put(post, at=NOW)
        job = await claimed(work)
        assert job.payload.picture == picture
        assert job.shows is None
        await work.sendings.sent(job, 77)
        job = await claimed(work)
        assert job.shows == picture
        await work.sendings.sent(job, 77)
        payload = await work.connection.scalar(select(OutboxRow.payload))
    assert decode(payload or "") == Payload()


def test_what_an_older_version_wrote_is_read_without_a_picture() -> None:
    written = encode(Payload(html="hi")).replace(',"picture":null', "")
    assert "picture" not in written
    assert decode(written) == Payload(html="hi")


async def test_where_no_picture_can_come_a_placeholder_becomes_a_text(database: Database) -> None:
    picture = Picture("{}", "none to see")
    async with database.begin() as work:
        await work.outbox.put(Post(-1, "caption", "a", placeholder="…", picture=picture), at=NOW)
        await work.sendings.sent(await claimed(work), 77)
        assert await work.sendings.without_picture(await claimed(work), "no rights")
        job = await claimed(work)
        assert (job.message, job.shows, job.payload.html) == (77, None, "none to see")
        await work.sendings.sent(job, 77)
        await work.outbox.put(Post(-1, "caption", "b", picture=picture), at=NOW)
        assert await work.sendings.without_picture(await claimed(work), "no rights") is None
        assert [each.error for each in await work.outbox.retired()] == ["no rights"]
