"""A town in a sandbox, with an estate for each language, whose people use the program."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sandbox import Bot, Chat, Message, Sandbox, User
from tests.running.process import PATIENCE
from tests.running.words import Words

TOKEN = "4200000031:the-operators-tests-use-this-token"
MONDAY = datetime(2026, 11, 9, 8, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
NUMBER = re.compile(r"№(\d+)")


@dataclass(frozen=True, slots=True)
class Town:
    """A sandbox with the bot and the owner of its deployment."""

    sandbox: Sandbox
    me: Bot
    owner: User

    def settings(self) -> dict[str, str]:
        """Return what the program must be told to work here."""
        return {
            "BOT_TOKEN": TOKEN,
            "TELEGRAM_API_URL": self.sandbox.url,
            "OWNER_IDS": str(self.owner.id),
        }

    def private(self, who: User) -> Chat:
        """Return somebody's chat with the bot."""
        return self.sandbox.private(who, self.me)

    def spoken(self, chat: Chat, *words: str) -> list[Message]:
        """Return the bot's messages in a chat that hold all these words, oldest first."""
        said = self.sandbox.messages(chat)
        ours = [each for each in said if each.sender.id == self.me.id]
        return [each for each in ours if all(word in each.text for word in words)]

    async def found(self, chat: Chat, *words: str) -> Message:
        """Wait for a message of the bot that holds all these words."""
        await self.until(lambda: self.spoken(chat, *words), chat, *words)
        return self.spoken(chat, *words)[-1]

    async def tap(self, who: User, message: Message, label: str) -> str:
        """Tap a button of a message as it stands, and return the pop-up's words."""
        current = self.sandbox.current(message)
        assert current is not None
        answer = await self.sandbox.tap(who, current, label, PATIENCE)
        assert answer is not None
        return answer.text

    async def tap_once_offered(self, who: User, message: Message, label: str) -> str:
        """Wait until a message has a button, and tap it."""

        def offered() -> set[str]:
            current = self.sandbox.current(message)
            return {each.text for each in current.buttons} if current else set()

        await self.until(lambda: label in offered(), message.chat, label)
        return await self.tap(who, message, label)

    async def until(self, condition: Callable[[], object], chat: Chat, *sought: str) -> None:
        """Wait until something holds; a failure tells what the bot has said in the chat instead."""
        try:
            await self.sandbox.until(condition, PATIENCE)
        except TimeoutError:
            heard = [(m.text, [b.text for b in m.buttons]) for m in self.spoken(chat)]
            raise AssertionError(f"{sought} did not come, but {heard}") from None


@dataclass(frozen=True, slots=True)
class Estate:
    """A group with its leader and two residents, and the head of its community."""

    town: Town
    words: Words
    group: Chat
    leader: User
    head: User
    mei: User
    chen: User

    async def settle_in(self) -> None:
        """Name the head, add the bot, and let the group count in its community."""
        town, words = self.town, self.words
        town.sandbox.say(self.head, town.private(self.head), "/start")
        await town.found(town.private(self.head), "/help")
        grant = words.grant.format(head=self.head.username)
        town.sandbox.say(town.owner, town.private(town.owner), grant)
        await town.found(town.private(town.owner), self.head.name)
        town.sandbox.add_member(self.group, town.me, self.leader)
        await town.found(self.group, words.greeting)
        await self._join_community()

    async def _join_community(self) -> None:
        town, words = self.town, self.words
        town.sandbox.say(self.leader, self.group, "/setup")
        screen = await town.found(self.group, words.group)
        await town.tap(self.leader, screen, words.choose_community)
        await town.tap_once_offered(self.leader, screen, words.community)
        asked = await town.found(town.private(self.head), words.group)
        await town.tap(self.head, asked, words.accept_group)

    async def report_by_tag(self) -> Message:
        """Let a resident tag a message, and return its card."""
        said = self.town.sandbox.say(self.mei, self.group, self.words.tagged)
        return await self.answered(said)

    async def report_by_leader(self) -> tuple[Message, Message]:
        """Let the leader tag what a resident said; return those words and the card."""
        said = self.town.sandbox.say(self.chen, self.group, self.words.untagged)
        self.town.sandbox.say(self.leader, self.group, self.words.tag, said)
        return said, await self.answered(said)

    async def handle(self, card: Message) -> Message:
        """Let the leader accept by a button and settle by a tag; return the request to rate."""
        number = self.number(card)
        assert number in await self.town.tap(self.leader, card, self.words.accept)
        await self.town.found(self.group, number, self.words.accepted)
        self.town.sandbox.say(self.leader, self.group, self.words.done, card)
        return await self.town.found(self.group, number, self.words.outcome)

    async def rate(self, asked: Message) -> None:
        """Let the resident say that they are very satisfied, and that it is solved."""
        town, words = self.town, self.words
        assert words.chosen in await town.tap(self.chen, asked, words.best)
        assert words.thanks in await town.tap_once_offered(self.chen, asked, words.solved)
        await town.found(self.group, self.number(asked), words.rated)

    async def ask_for_figures(self) -> Message:
        """Let the head ask how the community stands."""
        private = self.town.private(self.head)
        self.town.sandbox.say(self.head, private, self.words.stats)
        return await self.town.found(private, self.words.community, self.words.figures)

    async def hears_of_the_week(self) -> Message:
        """Wait for the weekly summary."""
        return await self.town.found(self.group, self.words.weekly, self.words.group)

    @staticmethod
    def number(card: Message) -> str:
        """Return the number of the case that a message is on, as it is written there."""
        found = NUMBER.search(card.text)
        assert found is not None
        return found[0]

    async def answered(self, said: Message) -> Message:
        """Wait for the bot's first answer to a message, such as a case's card."""

        def answers() -> list[Message]:
            return [each for each in self.town.spoken(said.chat) if each.reply_to == said.id]

        await self.town.until(answers, said.chat, said.text)
        return answers()[0]


def town_in(sandbox: Sandbox) -> Town:
    """Register bot and owner, on a Monday morning."""
    sandbox.clock.set(MONDAY)
    me = sandbox.add_bot(TOKEN, "gridward_bot", "Gridward", privacy=False)
    return Town(sandbox, me, sandbox.add_person("周明", "zhouming", "zh"))


def estate_in(town: Town, words: Words) -> Estate:
    """Found a group with its people; all of them use Telegram in the estate's language."""
    code, sandbox = words.language, town.sandbox

    def person(name: str, username: str) -> User:
        return sandbox.add_person(name, f"{username}_{code}", code)

    leader = person("李红", "lihong")
    estate = Estate(
        town,
        words,
        sandbox.add_group(words.group, leader),
        leader,
        head=person(f"Fang {code}", "fang"),
        mei=person("王梅", "wangmei"),
        chen=person("陈伯", "chenbo"),
    )
    for resident in (estate.mei, estate.chen):
        sandbox.add_member(estate.group, resident)
    return estate
