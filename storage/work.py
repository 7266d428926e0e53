"""One unit of work: a transaction, and the records that are kept in it."""

from sqlalchemy.ext.asyncio import AsyncConnection

from storage.people import Members, People


class Work:
    """All records, on the connection of one transaction."""

    def __init__(self, connection: AsyncConnection) -> None:
        self.connection = connection
        self.people = People(connection)
        self.members = Members(connection)
