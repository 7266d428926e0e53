"""The whole audit, over one consistent view of the database."""

import re

from storage.audit.affairs import Replay, check_affairs
from storage.audit.cases import check_cases
from storage.audit.chains import check_chains
from storage.audit.findings import Finding
from storage.audit.snapshots import check_snapshots
from storage.audit.texts import check_texts
from storage.database import Database

HEAD = re.compile(r"[0-9a-f]{16,64}")


async def audit(database: Database, head: str | None = None) -> list[Finding]:
    """Replay the ledger and return everything that does not agree with it; nothing when all does.

    `head` is a chain head seen somewhere, at least its first 16 hexadecimal digits: a chain whose
    tail was cut below it, with all rows made to fit, shows in no other way. Raises ValueError
    when it is not of that form.
    """
    if head is not None:
        head = head.strip().lower()
        if not HEAD.fullmatch(head):
            raise ValueError("a head has 16 to 64 hexadecimal digits")
    async with database.look() as work:
        connection, replay = work.connection, Replay()
        findings = await check_chains(connection, head)
        findings += await check_affairs(connection, replay)
        findings += await check_cases(connection)
        findings += await check_snapshots(connection, replay.frozen)
        findings += await check_texts(connection)
    return list(dict.fromkeys(findings))
