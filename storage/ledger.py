"""The ledger: events appended to chains, whose heads can be shown."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.events import CaseEvent
from domain.governance import Affair
from domain.ledger import GENESIS, Link, encode, kind_of
from domain.roles import Scope
from storage.hot import run, run_many
from storage.tables.ledger import ChainRow, LedgerRow
from storage.upsert import upsert


@dataclass(frozen=True, slots=True)
class Happening:
    """Something to append; of a case, `step` counts its events from 1."""

    at: datetime
    actor: int | None
    event: CaseEvent | Affair
    role_held: bool = False
    case: int | None = None
    step: int | None = None


_END = (
    select(ChainRow.length, ChainRow.head)
    .where(ChainRow.name == bindparam("chain_name"))
    .with_for_update()
)
_MOVE_END = update(ChainRow).where(ChainRow.name == bindparam("chain_name"))
_APPEND = insert(LedgerRow)


def chain_of(scope: Scope) -> str:
    """Return the name of a scope's chain, such as `group:3`."""
    return f"{scope.kind.value}:{scope.id}"


class Ledger:
    """All chains, in one transaction."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def append(self, scope: Scope, happenings: Sequence[Happening]) -> str:
        """Append to a scope's chain, which others then have to wait for; return its new head."""
        chain = chain_of(scope)
        length, head = await self._locked_end(chain)
        rows = []
        for happening in happenings:
            length += 1
            link = _link(chain, length, head, happening)
            head = link.digest()
            rows.append(_row(link, happening.step, head))
        end = {"chain_name": chain, "length": length, "head": head}
        await run(self._connection, _MOVE_END, end)
        await run_many(self._connection, _APPEND, rows)
        return head

    async def head(self, scope: Scope) -> str | None:
        """Return the digest at the end of a scope's chain; None before its first event."""
        query = select(ChainRow.head).where(ChainRow.name == chain_of(scope))
        return await self._connection.scalar(query)

    async def heads(self, scopes: Collection[Scope]) -> dict[str, str]:
        """Return the digests at the ends of these scopes' chains, by the chains' names."""
        names = [chain_of(scope) for scope in scopes]
        query = select(ChainRow.name, ChainRow.head).where(ChainRow.name.in_(names))
        return {row.name: row.head for row in await self._connection.execute(query)}

    async def _locked_end(self, chain: str) -> tuple[int, str]:
        ends = await run(self._connection, _END, {"chain_name": chain})
        if not ends:
            # Two that begin the same chain at once: the second finds, and waits for, the first's.
            begun = {"name": chain, "length": 0, "head": GENESIS}
            await run(self._connection, upsert(ChainRow, self._connection.dialect), begun)
            ends = await run(self._connection, _END, {"chain_name": chain})
        length, head = ends[0]
        return length, head


def _link(chain: str, position: int, previous: str, happening: Happening) -> Link:
    return Link(
        chain=chain,
        position=position,
        at=happening.at,
        kind=kind_of(type(happening.event)),
        case=happening.case,
        actor=happening.actor,
        role_held=happening.role_held,
        data=encode(happening.event),
        previous=previous,
    )


def _row(link: Link, step: int | None, digest: str) -> dict[str, object]:
    return {
        "chain": link.chain,
        "position": link.position,
        "at": link.at,
        "kind": link.kind,
        "case": link.case,
        "step": step,
        "actor": link.actor,
        "role_held": link.role_held,
        "data": link.data,
        "previous": link.previous,
        "digest": digest,
    }
