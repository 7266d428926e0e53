"""One unit of work: a transaction, and the records that are kept in it."""

from sqlalchemy.ext.asyncio import AsyncConnection

from storage.areas import Areas
from storage.cases import Cases
from storage.counters import Counters
from storage.due import Agenda
from storage.groups import Groups
from storage.inbox import Inbox
from storage.ledger import Ledger
from storage.memory import Memory, Refusals, Settings
from storage.outbox import Outbox
from storage.people import Members, People
from storage.posts import Posts
from storage.roles import Roles
from storage.sendings import Sendings
from storage.snapshots import Snapshots
from storage.stories import Stories
from storage.texts import Texts


class Work:
    """All records, on the connection of one transaction.

    Cases change through `storage.record`, and areas, groups, roles, settings and snapshots through
    `storage.affairs`, which keep the ledger beside them.
    """

    def __init__(self, connection: AsyncConnection) -> None:
        self.connection = connection
        self.people = People(connection)
        self.members = Members(connection)
        self.areas = Areas(connection)
        self.groups = Groups(connection)
        self.roles = Roles(connection)
        self.cases = Cases(connection)
        self.ledger = Ledger(connection)
        self.texts = Texts(connection)
        self.counters = Counters(connection)
        self.stories = Stories(connection)
        self.posts = Posts(connection)
        self.due = Agenda(connection)
        self.snapshots = Snapshots(connection)
        self.settings = Settings(connection)
        self.memory = Memory(connection)
        self.refusals = Refusals(connection)
        self.inbox = Inbox(connection)
        self.outbox = Outbox(connection)
        self.sendings = Sendings(connection)
