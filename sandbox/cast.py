"""Who is in the scene, where, and with what rights."""

from sandbox.acts.errors import ImpossibleError
from sandbox.acts.membership import join, part, place
from sandbox.acts.migrate import migrate
from sandbox.acts.topics import open_topic
from sandbox.api.bot_api import BotApi
from sandbox.world.chats import Chat, ChatKind
from sandbox.world.members import ADMINISTRATOR_RIGHTS, Member, Status
from sandbox.world.messages import Message
from sandbox.world.posting import erase
from sandbox.world.subjects import ChatChanged
from sandbox.world.users import Bot, User
from sandbox.world.world import World


class Cast:
    """The people, bots and chats of a world, and their membership."""

    def __init__(self) -> None:
        self.world = World()
        self.bot_api = BotApi(self.world)

    def add_bot(self, token: str, username: str, name: str, *, privacy: bool = True) -> Bot:
        """Register a bot; its number is the token's first part. Privacy mode as in @BotFather."""
        number = int(token.partition(":")[0])
        bot = Bot(number, name, username=username, is_bot=True, token=token, privacy=privacy)
        return self.bot_api.add_bot(bot)

    def add_person(self, name: str, username: str = "", language: str = "") -> User:
        """Register a person; what follows the name's first blank is the last name."""
        first, _, last = name.partition(" ")
        number = self.world.next_person_id()
        user = User(number, first, last, username, language)
        self.world.add_user(user)
        return user

    def add_group(
        self, title: str, creator: User, *, forum: bool = False, supergroup: bool = True
    ) -> Chat:
        """Found a group; a basic one (`supergroup=False`) can `migrate` later."""
        kind = ChatKind.SUPERGROUP if supergroup or forum else ChatKind.GROUP
        return self._found(kind, title, creator, forum=forum)

    def add_channel(self, title: str, creator: User, group: Chat | None = None) -> Chat:
        """Found a channel, and link a discussion group to it when one is given."""
        channel = self._found(ChatKind.CHANNEL, title, creator, forum=False)
        if group is not None:
            channel.linked, group.linked = group.id, channel.id
        return channel

    def add_topic(self, forum: Chat, name: str, by: User) -> Message:
        """Open a topic in a forum; the message's number is the topic's."""
        return open_topic(self.world, forum, by, name)

    def remove_topic(self, forum: Chat, topic: int) -> None:
        """Delete a topic with its messages."""
        del forum.topics[topic]
        gone = [message for message in forum.messages.values() if message.thread == topic]
        for message in gone:
            erase(self.world, message)
        self.world.changes.announce(ChatChanged(forum))

    def add_member(self, chat: Chat, user: User, by: User | None = None) -> None:
        """Let a user into a chat; added by its creator unless told otherwise."""
        join(self.world, chat, user, by or self.creator(chat))

    def leave(self, chat: Chat, user: User) -> None:
        """Let a user leave."""
        part(self.world, chat, user, user)

    def kick(self, chat: Chat, user: User, by: User | None = None) -> None:
        """Throw a user out."""
        part(self.world, chat, user, by or self.creator(chat))

    def promote(
        self,
        chat: Chat,
        user: User,
        *,
        anonymous: bool = False,
        rights: frozenset[str] = ADMINISTRATOR_RIGHTS,
        by: User | None = None,
    ) -> None:
        """Make a user an administrator, or change an administrator's rights."""
        founder = chat.member(user).status is Status.CREATOR
        status = Status.CREATOR if founder else Status.ADMINISTRATOR
        self._place(chat, Member(user, status, rights, anonymous), by)

    def demote(self, chat: Chat, user: User, by: User | None = None) -> None:
        """Make a user an ordinary member."""
        self._place(chat, Member(user, Status.MEMBER), by)

    def restrict(
        self,
        chat: Chat,
        user: User,
        rights: frozenset[str] = frozenset(),
        by: User | None = None,
    ) -> None:
        """Leave a user only these permissions; without any, they can only read."""
        self._place(chat, Member(user, Status.RESTRICTED, rights), by)

    def private(self, person: User, bot: Bot) -> Chat:
        """Return a person's chat with a bot; the bot can write there once the person has."""
        key = (bot.id, person.id)
        if key not in self.world.private_chats:
            places = {user.id: Member(user, Status.MEMBER) for user in (person, bot)}
            self.world.private_chats[key] = Chat(person.id, ChatKind.PRIVATE, members=places)
        return self.world.private_chats[key]

    def block(self, person: User, bot: Bot) -> None:
        """Let a person block a bot."""
        place(self.world, self.private(person, bot), Member(bot, Status.KICKED), person)

    def unblock(self, person: User, bot: Bot) -> None:
        """Let a person unblock a bot."""
        place(self.world, self.private(person, bot), Member(bot, Status.MEMBER), person)

    def deactivate(self, person: User) -> None:
        """Let a person delete their account."""
        self.world.deactivated.add(person.id)

    def migrate(self, group: Chat) -> Chat:
        """Make a supergroup of a basic group, and return it."""
        return migrate(self.world, group, self.creator(group))

    def creator(self, chat: Chat) -> User:
        """Return who founded a chat; ImpossibleError when they have left it."""
        for member in chat.members.values():
            if member.status is Status.CREATOR:
                return member.user
        raise ImpossibleError("whoever founded this chat has left it")

    def _found(self, kind: ChatKind, title: str, creator: User, *, forum: bool) -> Chat:
        number = self.world.next_group_id(kind)
        founder = Member(creator, Status.CREATOR)
        chat = Chat(number, kind, title, forum=forum, members={creator.id: founder})
        self.world.chats[number] = chat
        self.world.changes.announce(ChatChanged(chat))
        return chat

    def _place(self, chat: Chat, member: Member, by: User | None) -> None:
        place(self.world, chat, member, by or self.creator(chat))
