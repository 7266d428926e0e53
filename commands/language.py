"""`/language`: Chinese or English, for a group by its leaders, in private for oneself."""

from dataclasses import replace

from commands.actor import actor_in
from commands.answers import answer, redraw
from commands.context import Context
from commands.incoming import Chat, Said, Sender, Tapped
from commands.one_line import OneLine
from commands.registration import group_of
from commands.scope_codes import outdated
from commands.spoken_language import LANGUAGE_NAMES, choose_language
from domain.codes import code
from domain.delivery import Button, Keyboard, Outgoing
from domain.grammar import Reading
from domain.roles import Role, Scope, ScopeKind
from reports.language import LANGUAGES, language
from storage.affairs import change_setting
from storage.evolving import By

_NAMED = {"zh": ("zh", "中文", "汉语", "chinese"), "en": ("en", "英文", "英语", "english")}
_WORDS = {word: code for code, words in _NAMED.items() for word in words}


async def choose(context: Context, said: Said, reading: Reading) -> list[Outgoing]:
    """Offer the languages, or take the one that is named."""
    words = reading.command.arguments.strip().lower() if reading.command else ""
    await _check(context, said.chat, said.sender)
    if words not in _WORDS:
        question = context.say("Which language should I speak here?")
        return [answer(said, question, _choices())]
    spoken = await _set(context, said.chat, said.sender, _WORDS[words])
    return [answer(said, spoken.say("I speak English here from now on."))]


async def language_tapped(
    context: Context, tapped: Tapped, arguments: tuple[str, ...]
) -> list[Outgoing]:
    """Take the language that was tapped."""
    if not arguments or arguments[0] not in LANGUAGES:
        raise outdated(context)
    await _check(context, tapped.chat, tapped.sender)
    spoken = await _set(context, tapped.chat, tapped.sender, arguments[0])
    return redraw(tapped, spoken.say("I speak English here from now on."), _choices())


async def _check(context: Context, chat: Chat, sender: Sender) -> None:
    if chat.private:
        return
    actor = await actor_in(context, sender, await group_of(context, chat))
    if not actor.at_least(Role.LEADER):
        raise OneLine(
            context.say(
                "The group's language is for its grid leaders to choose. "
                "In private I speak to you as you like: t.me/{bot}",
                bot=context.bot.username,
            )
        )


async def _set(context: Context, chat: Chat, sender: Sender, chosen: str) -> Context:
    if chat.private:
        await choose_language(context, sender.id, chosen)
    else:
        group = await group_of(context, chat)
        if group.language != chosen:
            scope = Scope(ScopeKind.GROUP, group.id)
            by = By(context.now, sender.id)
            await change_setting(context.work, scope, "language", chosen, by)
    return replace(context, say=language(chosen))


def _choices() -> Keyboard:
    return (tuple(Button(name, code("language", key)) for key, name in LANGUAGE_NAMES.items()),)
