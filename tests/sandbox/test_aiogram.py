"""An unmodified aiogram client, with its strict models, talks to the sandbox."""

import asyncio

import pytest
from aiogram import Bot as Aiogram
from aiogram.exceptions import TelegramBadRequest, TelegramRetryAfter, TelegramUnauthorizedError
from aiogram.types import (
    BotCommand,
    BufferedInputFile,
    ChatMemberOwner,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    MessageOriginUser,
    ReactionTypeEmoji,
    ReplyParameters,
)

from sandbox import Draft, Location, Upload
from tests.sandbox.neighbourhood import Neighbourhood
from tests.sandbox.pictures import png

KEYBOARD = InlineKeyboardMarkup(
    inline_keyboard=[[InlineKeyboardButton(text="受理", callback_data="accept:1")]]
)


async def test_the_bot_knows_itself(aiogram: Aiogram, place: Neighbourhood) -> None:
    me = await aiogram.get_me()
    assert (me.id, me.username, me.is_bot) == (place.bot.id, "gridward_bot", True)
    assert me.can_read_all_group_messages is True


async def test_a_waiting_poll_receives_what_a_person_says(
    aiogram: Aiogram, place: Neighbourhood
) -> None:
    seen = await aiogram.get_updates()
    waiting = asyncio.create_task(
        aiogram.get_updates(offset=seen[-1].update_id + 1, timeout=20, limit=10)
    )
    await place.sandbox.until(lambda: place.sandbox.world.desk(place.bot).poll == 2)
    place.sandbox.say(place.mei, place.group, "#问题 电梯坏了 @liwei")
    (update,) = await waiting
    assert update.message is not None
    assert update.message.text == "#问题 电梯坏了 @liwei"
    assert update.message.from_user is not None
    assert update.message.from_user.full_name == "Mei Wang"
    assert [entity.type for entity in update.message.entities or []] == ["hashtag", "mention"]


async def test_a_tap_is_answered_and_the_card_edited(
    aiogram: Aiogram, place: Neighbourhood
) -> None:
    asked = place.sandbox.say(place.mei, place.group, "#问题 电梯坏了")
    card = await aiogram.send_message(
        place.group.id,
        "<b>№1</b> 待受理",
        parse_mode="HTML",
        reply_markup=KEYBOARD,
        reply_parameters=ReplyParameters(message_id=asked.id),
    )
    assert card.reply_to_message is not None
    assert card.reply_to_message.message_id == asked.id
    shown = place.group.messages[card.message_id]
    tapping = asyncio.create_task(place.sandbox.tap(place.li, shown, "受理"))
    query = None
    while query is None:
        updates = await aiogram.get_updates(timeout=5)
        query = updates[-1].callback_query
    assert (query.data, query.from_user.id) == ("accept:1", place.li.id)
    await aiogram.answer_callback_query(query.id, text="已受理", show_alert=True)
    await aiogram.edit_message_text(
        "<b>№1</b> 办理中", chat_id=place.group.id, message_id=card.message_id, parse_mode="HTML"
    )
    answer = await tapping
    assert answer is not None
    assert (answer.text, answer.show_alert) == ("已受理", True)
    now = place.sandbox.current(shown)
    assert now is not None
    assert (now.text, now.buttons) == ("№1 办理中", ())
    assert now.edited is not None


async def test_every_kind_of_update_parses(aiogram: Aiogram, place: Neighbourhood) -> None:
    sandbox, mei, group = place.sandbox, place.mei, place.group
    sandbox.promote(group, place.bot)
    await aiogram.get_updates(
        offset=-1,
        allowed_updates=["message", "edited_message", "chat_member", "message_reaction"],
    )
    said = sandbox.say(mei, group, "漏水")
    sandbox.edit(mei, said, "#问题 漏水")
    sandbox.send(mei, group, Draft(photo=Upload("a.png", png(4, 3)), text="图", album="7"))
    sandbox.send(mei, group, Draft(location=Location(30.28, 120.12)))
    sandbox.send(mei, group, Draft(forwarded=said))
    sandbox.send(place.li, group, Draft(text="请看", anonymous=True, reply_to=said, quote="漏水"))
    sandbox.react(mei, said, ["👍"])
    sandbox.promote(group, mei)
    sandbox.leave(group, mei)
    updates = (await aiogram.get_updates())[1:]
    kinds = [update.event_type for update in updates]
    assert kinds == [
        "message",
        "edited_message",
        "message",
        "message",
        "message",
        "message",
        "message_reaction",
        "chat_member",
        "chat_member",
        "message",
    ]
    photo = updates[2].message
    assert photo is not None
    assert photo.photo is not None
    assert (photo.photo[0].width, photo.photo[0].height, photo.caption) == (4, 3, "图")
    forward = updates[4].message
    assert forward is not None
    assert isinstance(forward.forward_origin, MessageOriginUser)


async def test_files_go_both_ways(aiogram: Aiogram, place: Neighbourhood) -> None:
    picture = png(2, 2)
    sent = await aiogram.send_photo(
        place.group.id, BufferedInputFile(picture, "chart.png"), caption="周报"
    )
    assert sent.photo is not None
    again = await aiogram.send_photo(place.group.id, sent.photo[-1].file_id)
    assert again.photo is not None
    table = await aiogram.send_document(place.group.id, BufferedInputFile(b"a,b\r\n", "t.csv"))
    assert table.document is not None
    assert table.document.file_name == "t.csv"
    downloaded = await aiogram.download(sent.photo[-1].file_id)
    assert downloaded is not None
    assert downloaded.read() == picture


async def test_chats_and_members_parse(aiogram: Aiogram, place: Neighbourhood) -> None:
    sandbox, group = place.sandbox, place.group
    sandbox.promote(group, place.bot)
    sandbox.restrict(group, place.mei)
    assert (await aiogram.get_chat(group.id)).title == "翠苑三区"
    administrators = await aiogram.get_chat_administrators(group.id)
    assert {each.user.id for each in administrators} == {place.li.id, place.bot.id}
    assert isinstance(await aiogram.get_chat_member(group.id, place.li.id), ChatMemberOwner)
    assert (await aiogram.get_chat_member(group.id, place.mei.id)).status == "restricted"
    assert await aiogram.get_chat_member_count(group.id) == 3


async def test_small_methods_answer(aiogram: Aiogram, place: Neighbourhood) -> None:
    sandbox, group = place.sandbox, place.group
    said = sandbox.say(place.mei, group, "你好")
    assert await aiogram.set_my_commands([BotCommand(command="stats", description="统计")])
    assert [each.command for each in await aiogram.get_my_commands()] == ["stats"]
    assert await aiogram.set_my_description("网格", language_code="zh")
    assert (await aiogram.get_my_description("zh")).description == "网格"
    assert (await aiogram.get_my_name()).name == "Gridward"
    assert await aiogram.send_chat_action(group.id, "typing")
    assert await aiogram.set_message_reaction(group.id, said.id, [ReactionTypeEmoji(emoji="👍")])
    assert (await aiogram.get_webhook_info()).url == ""
    sent = await aiogram.send_message(group.id, "一句")
    assert await aiogram.delete_message(group.id, sent.message_id)
    assert await aiogram.leave_chat(group.id)


async def test_errors_arrive_as_aiograms_own(aiogram: Aiogram, place: Neighbourhood) -> None:
    with pytest.raises(TelegramBadRequest, match="chat not found"):
        await aiogram.send_message(-100, "?")
    for _ in range(3):
        await aiogram.send_message(place.group.id, "!")
    with pytest.raises(TelegramRetryAfter) as caught:
        await aiogram.send_message(place.group.id, "!")
    assert caught.value.retry_after == 1
    stranger = Aiogram("4200000009:a-token-of-thirty-five-characters00", session=aiogram.session)
    with pytest.raises(TelegramUnauthorizedError):
        await stranger.get_me()
