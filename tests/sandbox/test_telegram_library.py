"""python-telegram-bot, as the product uses it, talks to the sandbox."""

import pytest
from telegram import Bot as TelegramBot
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, InputMediaPhoto, Update
from telegram.error import ChatMigrated, Forbidden, NetworkError, RetryAfter

from sandbox import Fault, FaultKind
from tests.sandbox.neighbourhood import TOKEN, Neighbourhood
from tests.sandbox.pictures import png


async def test_it_polls_sends_edits_and_uploads(place: Neighbourhood) -> None:
    place.sandbox.limits.enabled = False
    place.sandbox.say(place.mei, place.group, "👍🏽 #问题 电梯坏了")
    async with TelegramBot(TOKEN, base_url=f"{place.sandbox.url}/bot") as bot:
        updates = await bot.get_updates(allowed_updates=Update.ALL_TYPES)
        message = updates[-1].message
        assert message is not None
        assert list(message.parse_entities(["hashtag"]).values()) == ["#问题"]
        keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("受理", callback_data="a")]])
        card = await message.reply_html("<b>№1</b>", reply_markup=keyboard, do_quote=True)
        edited = await card.edit_text("№1 办理中")
        assert not isinstance(edited, bool)
        assert edited.text == "№1 办理中"
        photo = await bot.send_photo(place.group.id, png(2, 2), caption="周报")
        assert photo.photo[-1].width == 2
        chart = InputMediaPhoto(png(6, 5), caption="<i>周</i>", parse_mode="HTML")
        charted = await card.edit_media(chart)
        assert not isinstance(charted, bool)
        assert (charted.photo[-1].width, charted.caption, charted.text) == (6, "周", None)


async def test_errors_are_its_own(place: Neighbourhood, monkeypatch: pytest.MonkeyPatch) -> None:
    # The library warns about its old way to tell times.
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
    sandbox = place.sandbox
    group = sandbox.add_group("旧", place.li, supergroup=False)
    sandbox.add_member(group, place.bot)
    successor = sandbox.migrate(group)
    async with TelegramBot(TOKEN, base_url=f"{sandbox.url}/bot") as bot:
        with pytest.raises(ChatMigrated) as moved:
            await bot.send_message(group.id, "x")
        assert moved.value.new_chat_id == successor.id
        sandbox.faults.order(Fault(kind=FaultKind.TOO_MANY, seconds=3))
        with pytest.raises(RetryAfter):
            await bot.send_message(successor.id, "x")
        for kind in (FaultKind.CUT_LINE, FaultKind.DROP_ANSWER):
            sandbox.faults.order(Fault(kind=kind))
            with pytest.raises(NetworkError):
                await bot.send_message(successor.id, "x")
        sandbox.kick(successor, place.bot)
        with pytest.raises(Forbidden, match="kicked"):
            await bot.send_message(successor.id, "x")
    assert len(sandbox.record.sent) == 1
