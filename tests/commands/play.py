"""A chat played without Telegram: people say and tap, and what the bot says stands in it."""

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from html import unescape
from zoneinfo import ZoneInfo

from markupsafe import Markup

from bot.dispatch import Dispatch
from bot.surroundings import Deployment
from commands.context import BotIdentity
from commands.incoming import Chat, Incoming, Quoted, Said, Sender, SenderKind, Tapped
from domain.ballots import Paper
from domain.case import Case
from domain.delivery import Button, Edit, Keyboard, Link, Outgoing, PopUp, Post
from domain.policy import Policy
from domain.roles import Role, Scope, ScopeKind
from storage.affairs import add_area, add_group, change_setting, grant, place_group
from storage.database import Database
from storage.evolving import By
from storage.groups import Group
from storage.people import Person
from storage.work import Work

BOT = BotIdentity(4200000077, "gridward_bot", reads_everything=True)
OWNER = Sender(1, "Owner")
MEI = Sender(101, "王梅", "meiwang", "zh")
CHEN = Sender(102, "陈 <b>东</b>", "chendong", "zh")
LI = Sender(201, "李强", "liqiang", "zh")
HEAD = Sender(301, "赵主任", "zhao", "zh")
CHAT = Chat(-1001, "翠苑三区", private=False)
NEXT_DOOR = Chat(-1002, "翠苑四区", private=False)
THE_GROUP = Sender(CHAT.id, CHAT.title, kind=SenderKind.THE_GROUP)
CHANNEL = Sender(-1009, "街道通知", kind=SenderKind.CHANNEL)
NOON = datetime(2026, 11, 2, 4, tzinfo=UTC)
DEPLOYMENT = Deployment(Policy(), BOT, frozenset({OWNER.id}), "zh", ZoneInfo("Asia/Shanghai"))


@dataclass(slots=True)
class Message:
    """A message as it stands in a chat."""

    id: int
    chat: Chat
    sender: Sender
    at: datetime
    html: str
    keyboard: Keyboard = ()
    reply_to: int | None = None
    thread: int | None = None
    key: str = ""
    album: str | None = None
    edits: int = 0

    @property
    def text(self) -> str:
        """What a person reads."""
        return _read(self.html)

    @property
    def labels(self) -> list[str]:
        """What its buttons say."""
        return [button.label for row in self.keyboard for button in row]

    def button(self, label: str) -> Button | Link:
        """Return the button that says this."""
        return next(b for row in self.keyboard for b in row if b.label == label)


def _read(html: str) -> str:
    return unescape(re.sub("<[^>]+>", "", html))


@dataclass(slots=True)
class Play:
    """One deployment with two groups, of which the first has a leader."""

    database: Database
    deployment: Deployment = DEPLOYMENT
    now: datetime = NOON
    messages: list[Message] = field(default_factory=list)

    async def begin(self, language: str = "zh") -> None:
        """Set both groups, of one community, and who holds which role."""
        by = By(self.now, OWNER.id)
        async with self.database.begin() as work:
            area = await add_area(work, ScopeKind.COMMUNITY, "翠苑社区", by)
            for chat in (CHAT, NEXT_DOOR):
                group = await add_group(work, chat.id, chat.title, by)
                await place_group(work, group, area.id, by, accepted=True)
                scope = Scope(ScopeKind.GROUP, group.id)
                await change_setting(work, scope, "language", language, by)
            await grant(work, LI.id, Role.LEADER, Scope(ScopeKind.GROUP, 1), by)
            await grant(work, HEAD.id, Role.HEAD, Scope(ScopeKind.COMMUNITY, area.id), by)

    def later(self, **time: float) -> None:
        """Let time pass."""
        self.now += timedelta(**time)

    async def say(
        self, sender: Sender, text: str, *, to: Message | None = None, **more: object
    ) -> Message:
        """Have somebody write in the first group, or in the `chat` given."""
        chat = more.pop("chat", CHAT)
        assert isinstance(chat, Chat)
        self.later(seconds=1)
        said = Said(
            chat=chat,
            message=len(self.messages) + 1,
            at=self.now,
            sender=sender,
            text=text,
            reply_to=_quoted(to) if to else None,
            **more,  # type: ignore[arg-type]
        )
        message = Message(said.message, chat, sender, said.at, str(Markup.escape(text)))
        message.album = said.album
        self.messages.append(message)
        await self.happen(said)
        return message

    async def edit(self, message: Message, text: str, **more: object) -> None:
        """Have somebody edit their message."""
        self.later(seconds=1)
        message.html = str(Markup.escape(text))
        said = Said(
            chat=message.chat,
            message=message.id,
            at=message.at,
            sender=message.sender,
            text=text,
            edited_at=self.now,
            **more,  # type: ignore[arg-type]
        )
        await self.happen(said)

    async def tap(self, sender: Sender, message: Message, label: str) -> str:
        """Have somebody tap a button, and return what only they see."""
        button = message.button(label)
        assert isinstance(button, Button)
        return await self.forge(sender, message.chat, button.code)

    async def forge(self, sender: Sender, chat: Chat, code: str, early: float = 0) -> str:
        """Tap with any code; `early` seconds may lie between the tap and its answer."""
        self.later(seconds=1)
        before = self.now - timedelta(seconds=early)
        tapped = Tapped("tap", chat, 1, self.now, before, sender, code)
        pop_ups = [each.text for each in await self.happen(tapped) if isinstance(each, PopUp)]
        assert len(pop_ups) == 1
        assert len(pop_ups[0]) <= 200
        return pop_ups[0]

    async def happen(self, incoming: Incoming) -> list[Outgoing]:
        """Let the bot handle something, and put what it says into the chats."""
        async with self.database.begin() as work:
            if isinstance(incoming, Said | Tapped):
                await _remember(work, incoming)
            outgoing = list(await Dispatch(self.deployment).handle(work, incoming))
            for each in outgoing:
                if isinstance(each, Post) and not self.found(each.dedupe):
                    message = self._posted(each)
                    await work.posts.bind(each.chat, message.id, each.case, each.purpose)
        for each in outgoing:
            if isinstance(each, Edit):
                self._edited(each)
        return outgoing

    def _posted(self, post: Post) -> Message:
        chat = {CHAT.id: CHAT, NEXT_DOOR.id: NEXT_DOOR}.get(post.chat) or private(post.chat)
        bot = Sender(BOT.id, "Gridward", BOT.username, kind=SenderKind.BOT)
        message = Message(len(self.messages) + 1, chat, bot, self.now, post.html, post.keyboard)
        message.reply_to, message.thread, message.key = post.reply_to, post.thread, post.dedupe
        self.messages.append(message)
        return message

    def _edited(self, edit: Edit) -> None:
        message = self.found(edit.post)
        assert message is not None, edit.post
        message.html, message.keyboard = edit.html, edit.keyboard
        message.edits += 1

    def found(self, key: str) -> Message | None:
        """Return the bot's message of this key."""
        return next((m for m in self.messages if m.key == key), None)

    def card(self, number: int) -> Message:
        """Return the card of a case."""
        card = self.found(f"card:{number}")
        assert card is not None
        return card

    def rating(self, number: int, round_: int = 1) -> Message:
        """Return the request to rate a round."""
        asked = self.found(f"rating:{number}:{round_}")
        assert asked is not None
        return asked

    def spoken(self, chat: Chat = CHAT) -> list[Message]:
        """Return the bot's messages in a chat."""
        return [m for m in self.messages if m.sender.id == BOT.id and m.chat.id == chat.id]

    async def case(self, number: int) -> Case:
        """Return a case as it is stored."""
        async with self.database.look() as work:
            case = await work.cases.get(number)
        assert case is not None
        return case

    async def papers(self, number: int) -> tuple[Paper, ...]:
        """Return the papers of a case as they are stored."""
        async with self.database.look() as work:
            return await work.cases.papers(number)

    async def words(self, digest: str | None) -> str | None:
        """Return what stands behind a digest."""
        async with self.database.look() as work:
            return (await work.texts.read([digest or ""])).get(digest or "")

    async def refused(self) -> list[tuple[int, str]]:
        """Return who was refused what."""
        async with self.database.look() as work:
            noted = await work.refusals.listing(NOON, self.now + timedelta(seconds=1))
        return [(each.user, each.what) for each in noted]

    async def started(self, person: Sender) -> None:
        """Have somebody begin a private chat with the bot."""
        await self.say(person, "/start", chat=private(person.id))

    async def group(self, chat: Chat = CHAT) -> Group:
        """Return a group as it is stored."""
        async with self.database.look() as work:
            group = await work.groups.by_chat(chat.id)
        assert group is not None
        return group


def private(user: int) -> Chat:
    """Return somebody's private chat with the bot."""
    return Chat(user, "", private=True)


def _quoted(message: Message) -> Quoted:
    return Quoted(
        message=message.id,
        sender=message.sender,
        at=message.at,
        text=message.text,
        album=message.album,
        ours=message.sender.id == BOT.id,
    )


async def _remember(work: Work, incoming: Said | Tapped) -> None:
    sender = incoming.sender
    if sender.kind is SenderKind.PERSON:
        person = Person(sender.id, sender.name, sender.username, sender.language, incoming.at)
        await work.people.remember([person])
