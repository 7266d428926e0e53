"""A Telegram update as one of the typed values that commands know; None for any other."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from telegram import (
    CallbackQuery,
    ChatMember,
    ChatMemberRestricted,
    ChatMemberUpdated,
    Message,
    MessageEntity,
    Update,
    User,
)
from telegram import Chat as TelegramChat

from bot.telegram_in.acquaintances import TELEGRAM
from commands.incoming import (
    BotPlaced,
    Chat,
    Incoming,
    MemberPlaced,
    Migrated,
    Quoted,
    Retitled,
    Said,
    Sender,
    SenderKind,
    Tapped,
)
from domain.grammar import Span
from domain.text import strip_marks

_ADMINISTRATES = frozenset({ChatMember.OWNER, ChatMember.ADMINISTRATOR})
_PRESENT = _ADMINISTRATES | {ChatMember.MEMBER}


@dataclass(frozen=True, slots=True)
class Brought:
    """What an update does not say itself: whose it is, and between which answers it came."""

    me: int
    at: datetime
    not_before: datetime


def message_in(update: Update, brought: Brought) -> Incoming | None:
    """Read a message or its edited version."""
    message = update.message or update.edited_message
    return _message(message, brought.me) if message is not None else None


def tap_in(update: Update, brought: Brought) -> Incoming | None:
    """Read a tap on a button."""
    return _tap(update.callback_query, brought) if update.callback_query is not None else None


def bot_placed_in(update: Update, _brought: Brought) -> Incoming | None:
    """Read what the bot's own place became; in a channel it is of no use."""
    change = update.my_chat_member
    return _bot_placed(change) if change is not None and not _in_channel(change) else None


def member_placed_in(update: Update, _brought: Brought) -> Incoming | None:
    """Read what somebody's place became."""
    change = update.chat_member
    return _member_placed(change) if change is not None and not _in_channel(change) else None


Kind = Callable[[Update, Brought], Incoming | None]
KINDS: tuple[Kind, ...] = (message_in, tap_in, bot_placed_in, member_placed_in)


def _message(message: Message, me: int) -> Incoming:
    if message.migrate_to_chat_id is not None:
        return Migrated(message.chat.id, message.migrate_to_chat_id, message.date)
    if message.migrate_from_chat_id is not None:
        return Migrated(message.migrate_from_chat_id, message.chat.id, message.date)
    if message.new_chat_title is not None:
        return Retitled(_chat(message.chat), message.date)
    return _said(message, me)


def _said(message: Message, me: int) -> Said:
    sender = _sender(message)
    place = message.location
    return Said(
        chat=_chat(message.chat),
        message=message.message_id,
        at=message.date,
        sender=sender,
        text=message.text or message.caption or "",
        spans=_spans(message),
        thread=message.message_thread_id if message.is_topic_message else None,
        reply_to=_quoted(message.reply_to_message, me),
        album=message.media_group_id,
        edited_at=message.edit_date,
        forwarded=_is_passed_on(message) or sender.kind is SenderKind.CHANNEL,
        location=(place.latitude, place.longitude) if place else None,
    )


def _is_passed_on(message: Message) -> bool:
    return bool(message.forward_origin or message.via_bot or message.is_automatic_forward)


def _quoted(message: Message | None, me: int) -> Quoted | None:
    # In a topic each message seems to answer the one that opened it.
    if message is None or message.forum_topic_created is not None:
        return None
    return Quoted(
        message=message.message_id,
        sender=_sender(message),
        at=message.date,
        text=message.text or message.caption or "",
        spans=_spans(message),
        album=message.media_group_id,
        ours=message.from_user is not None and message.from_user.id == me,
    )


def _tap(query: CallbackQuery, brought: Brought) -> Tapped | None:
    if query.message is None or query.data is None:
        return None
    return Tapped(
        tap=query.id,
        chat=_chat(query.message.chat),
        message=query.message.message_id,
        at=brought.at,
        not_before=brought.not_before,
        sender=_person(query.from_user),
        code=query.data,
    )


def _bot_placed(change: ChatMemberUpdated) -> BotPlaced:
    now = change.new_chat_member
    present = _is_present(now)
    muted = isinstance(now, ChatMemberRestricted) and not now.can_send_messages
    return BotPlaced(
        chat=_chat(change.chat),
        at=change.date,
        by=_person(change.from_user),
        present=present,
        administrator=now.status in _ADMINISTRATES,
        was_present=_is_present(change.old_chat_member),
        may_write=present and not muted,
    )


def _member_placed(change: ChatMemberUpdated) -> MemberPlaced:
    now = change.new_chat_member
    return MemberPlaced(
        chat=_chat(change.chat),
        at=change.date,
        who=_person(now.user),
        administrator=now.status in _ADMINISTRATES,
        present=_is_present(now),
    )


def _in_channel(change: ChatMemberUpdated) -> bool:
    return change.chat.type == TelegramChat.CHANNEL


def _is_present(member: ChatMember) -> bool:
    if isinstance(member, ChatMemberRestricted):
        return member.is_member
    return member.status in _PRESENT


def _sender(message: Message) -> Sender:
    chat = message.sender_chat
    if chat is not None:
        # An anonymous administrator speaks as the group itself; any other chat has no say in it.
        ours = chat.id == message.chat.id and not message.is_automatic_forward
        kind = SenderKind.THE_GROUP if ours else SenderKind.CHANNEL
        return Sender(chat.id, strip_marks(chat.effective_name or ""), chat.username, kind=kind)
    if message.from_user is None:
        return Sender(message.chat.id, "", kind=SenderKind.CHANNEL)
    return _person(message.from_user)


def _person(user: User) -> Sender:
    kind = SenderKind.BOT if user.is_bot else SenderKind.PERSON
    if user.id == TELEGRAM:
        kind = SenderKind.CHANNEL
    return Sender(
        id=user.id,
        name=strip_marks(user.full_name),
        username=user.username,
        language=user.language_code,
        kind=kind,
    )


def _chat(chat: TelegramChat) -> Chat:
    return Chat(chat.id, strip_marks(chat.effective_name or ""), chat.type == TelegramChat.PRIVATE)


def _spans(message: Message) -> tuple[Span, ...]:
    entities = message.entities if message.text else message.caption_entities
    return tuple(_span(each) for each in entities)


def _span(entity: MessageEntity) -> Span:
    user = entity.user.id if entity.user else None
    return Span(str(entity.type), entity.offset, entity.length, user)
