"""Up to where everybody has read each chat on the page."""

from sandbox.world.chats import Chat
from sandbox.world.users import User
from sandbox.world.world import World


class Reading:
    """The marks of all readers; what was said before anybody looked counts as read."""

    def __init__(self) -> None:
        self._marks: dict[tuple[int, Chat], int] = {}
        self._begin: dict[Chat, int] | None = None
        self._watched = False

    def begin(self, world: World, *, watching: bool = False) -> None:
        """Let everything said so far be read, the first time the page is opened.

        Who is `watching` the play being played has read all of it when it ends.
        """
        if self._begin is None or self._watched:
            chats = (*world.chats.values(), *world.private_chats.values())
            self._begin = {chat: chat.last_message_id for chat in chats}
        self._watched = watching

    def mark(self, person: User, chat: Chat) -> int:
        """Return the number of the last message a person has read in a chat."""
        begin = (self._begin or {}).get(chat, 0)
        return max(begin, self._marks.get((person.id, chat), 0))

    def read(self, person: User, chat: Chat, number: int) -> None:
        """Move a person's mark on."""
        self._marks[person.id, chat] = max(number, self.mark(person, chat))
