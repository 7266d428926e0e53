"""Somebody says something in a chat."""

from dataclasses import replace

from sandbox.acts.draft import Draft
from sandbox.acts.errors import ImpossibleError
from sandbox.texts import utf16
from sandbox.texts.entity import combined, trimmed
from sandbox.texts.typed import typed_entities
from sandbox.world.chats import Chat, ChatKind
from sandbox.world.messages import (
    Author,
    Body,
    Document,
    Location,
    Message,
    Origin,
    Photo,
)
from sandbox.world.pictures import picture_size
from sandbox.world.posting import post
from sandbox.world.threads import thread_of
from sandbox.world.users import CHANNEL_BOT, GROUP_ANONYMOUS_BOT, User
from sandbox.world.world import World

_LONGEST_QUOTE = 1024


def speak(world: World, who: User, chat: Chat, draft: Draft) -> Message:
    """Post what a person says; ImpossibleError where a phone would not let them."""
    _check_place(chat, who)
    body = draft.forwarded.body if draft.forwarded else spoken_body(world, draft)
    if not body.text and body.media is None:
        raise ImpossibleError("a message needs a text, a picture, a file or a place")
    message = world.draft(chat, _author(chat, who, draft), body)
    _check_quote(draft)
    thread, reply_to = thread_of(chat, draft.reply_to, draft.topic)
    message = replace(
        message,
        thread=thread,
        reply_to=reply_to,
        quote=draft.quote,
        album=draft.album,
        origin=_origin(draft),
        via=draft.via,
    )
    return post(world, message)


def spoken_body(world: World, draft: Draft) -> Body:
    """Return the body that Telegram makes of a draft's text and medium."""
    text, marks = trimmed(draft.text, draft.marks)
    entities = combined(marks, typed_entities(text))
    return Body(text, entities, _medium(world, draft))


def _medium(world: World, draft: Draft) -> Photo | Document | Location | None:
    if draft.photo is not None:
        size = picture_size(draft.photo.content)
        if size is None:
            raise ImpossibleError("a photo must be a PNG or JPEG")
        return Photo(world.files.store(draft.photo, "photos"), *size)
    if draft.document is not None:
        return Document(world.files.store(draft.document, "documents"))
    return draft.location


def _check_place(chat: Chat, who: User) -> None:
    if chat.migrated_to is not None:
        raise ImpossibleError("this group has become a supergroup")
    if not chat.member(who).may("can_send_messages"):
        raise ImpossibleError(f"{who.name} may not write in {chat.title or 'this chat'}")
    if chat.kind is ChatKind.PRIVATE and not chat.bots():
        raise ImpossibleError(f"{who.name} has blocked this bot")


def _check_quote(draft: Draft) -> None:
    replied = draft.reply_to
    if not draft.quote or replied is None:
        return
    if draft.quote not in replied.chat.messages.get(replied.id, replied).text:
        raise ImpossibleError("these words are not in the message")
    if utf16.length(draft.quote) > _LONGEST_QUOTE:
        raise ImpossibleError(f"a quote has at most {_LONGEST_QUOTE} characters")


def _author(chat: Chat, who: User, draft: Draft) -> Author:
    if draft.speaks_for is not None:
        return Author(CHANNEL_BOT, draft.speaks_for)
    member = chat.member(who)
    if not (draft.anonymous or member.anonymous):
        return Author(who)
    if not member.is_administrator:
        raise ImpossibleError("only administrators write anonymously")
    return Author(GROUP_ANONYMOUS_BOT, chat)


def _origin(draft: Draft) -> Origin | None:
    # A forward of a forward keeps naming who said it first.
    first = draft.forwarded
    if first is None or first.origin is not None:
        return first.origin if first else None
    return Origin(first.author, first.date, first.id, hidden=draft.hidden_origin)
