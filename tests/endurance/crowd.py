"""Many people in many groups who tag messages, and leaders who accept some of the cases."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from random import Random

from sandbox import Bot, Chat, Message, Sandbox, User
from sandbox.world.feed import Update

A_SECOND = 6.0
# Still less than the bot may send.
HURRIED = 12.0
RESIDENTS = 4
# A leader answers what was said so many tagged messages ago: its card mostly stands by then.
AGO = 18
ACCEPTED = "办理中"

_TAGS = ("#问题", "＃需求：", "#诉求", "#隐患 ", "#Issue ", "#demand ")
_TROUBLES = ("楼道灯坏了", "电梯停运", "下水道堵了", "想装充电桩", "树枝压线", "the gate is stuck")

Origin = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Household:
    """One group, its leader, and those who live there."""

    group: Chat
    leader: User
    residents: tuple[User, ...]


@dataclass(slots=True)
class Crowd:
    """What was said so far; `hurry` lets the rest be said faster."""

    sandbox: Sandbox
    me: Bot
    households: list[Household]
    messages: int
    dice: Random
    tagged: list[Message] = field(default_factory=list)
    accepted: dict[Origin, Message] = field(default_factory=dict)
    hurry: bool = False

    async def pour(self) -> None:
        """Speak until everything is said, and as long as nobody bids to hurry."""
        for number in count():
            if self.hurry and len(self.tagged) >= self.messages:
                return
            self._tag(number)
            if number % 5 == 0 and number >= AGO:
                self._accept(self.tagged[number - AGO])
            # Speaking takes people time; this waits for nothing.
            await asyncio.sleep(self.dice.expovariate(HURRIED if self.hurry else A_SECOND))

    async def all_told(self, patience: float) -> None:
        """Wait until all groups are greeted, and each message has a card that tells its state."""
        waiting = list(self.tagged)
        waiting_groups = [each.group for each in self.households]

        def told() -> bool:
            while waiting and self._is_told(waiting[-1]):
                waiting.pop()
            while waiting_groups and self._is_greeted(waiting_groups[-1]):
                waiting_groups.pop()
            return not (waiting or waiting_groups or pending(self.sandbox, self.me))

        await self.sandbox.until(told, patience)

    def cards(self, message: Message) -> list[Message]:
        """Return the bot's answers to a message as they stand, oldest first."""
        said = message.chat.messages.values()
        return [m for m in said if m.reply_to == message.id and m.sender.id == self.me.id]

    def _tag(self, number: int) -> None:
        household = self.dice.choice(self.households)
        words = f"{self.dice.choice(_TAGS)}{self.dice.choice(_TROUBLES)}, {number}"
        speaker = self.dice.choice(household.residents)
        self.tagged.append(self.sandbox.say(speaker, household.group, words))

    def _accept(self, message: Message) -> None:
        leader = self.sandbox.creator(message.chat)
        said = self.sandbox.say(leader, message.chat, "#受理", reply_to=message)
        self.accepted[origin(message)] = said

    def _is_told(self, message: Message) -> bool:
        cards = self.cards(message)
        if origin(message) not in self.accepted:
            return bool(cards)
        return any(ACCEPTED in card.text for card in cards)

    def _is_greeted(self, group: Chat) -> bool:
        said = group.messages.values()
        return any(m.sender.id == self.me.id and m.reply_to is None for m in said)


def origin(message: Message) -> Origin:
    """Return what names a message: its chat and its number there."""
    return message.chat.id, message.id


def pending(sandbox: Sandbox, me: Bot) -> list[Update]:
    """Return the updates that Telegram still keeps for the bot."""
    return sandbox.world.desk(me).feed.waiting(sandbox.clock.timestamp())


def is_for_the_inbox(update: Update) -> bool:
    """Tell whether somebody speaks; who joined a group is told otherwise, and not kept."""
    return "text" in update.payload


def settle(sandbox: Sandbox, me: Bot, groups: int) -> list[Household]:
    """Found so many groups, and let the bot join them."""
    households = [_household(sandbox, number) for number in range(groups)]
    for household in households:
        sandbox.add_member(household.group, me)
    return households


def _household(sandbox: Sandbox, number: int) -> Household:
    leader = sandbox.add_person(f"李 {number}")
    group = sandbox.add_group(f"翠苑 {number} 区", leader)
    residents = tuple(_residents(sandbox, group, number))
    return Household(group, leader, residents)


def _residents(sandbox: Sandbox, group: Chat, number: int) -> Iterator[User]:
    for which in range(RESIDENTS):
        resident = sandbox.add_person(f"王 {number}-{which}", f"resident_{number}_{which}", "zh")
        sandbox.add_member(group, resident)
        yield resident
