"""Chains: every link's digest, its place, and where the chain ends."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace

from sqlalchemy import tuple_
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.ledger import GENESIS, Link
from storage.audit.findings import Finding, Stored, as_stored, read_row
from storage.tables.ledger import ChainRow, LedgerRow

PAGE = 200


@dataclass(slots=True)
class Walk:
    """A walk along all chains: where it is in the present one, and what it has found."""

    wanted_head: str | None
    head_seen: bool = False
    chain: str = ""
    position: int = 0
    head: str = GENESIS
    findings: list[Finding] = field(default_factory=list)
    ends: dict[str, tuple[int, str]] = field(default_factory=dict)

    def pass_link(self, link: Link, digest: str) -> None:
        """Hold one link against the one before it."""
        if link.chain != self.chain:
            self.chain, self.position, self.head = link.chain, 0, GENESIS
        self.position += 1
        self._check(link, digest)
        self.position, self.head = link.position, digest
        self.ends[link.chain] = (link.position, digest)
        if self.wanted_head and digest.startswith(self.wanted_head):
            self.head_seen = True

    def _check(self, link: Link, digest: str) -> None:
        if link.position != self.position:
            self.find(link, "position", f"link {self.position} of this chain should stand here")
        if link.digest() == digest:
            if link.previous != self.head:
                self.find(link, "previous", "it does not follow the link before it")
            return
        mended = replace(link, previous=self.head)
        if link.previous != self.head and mended.digest() == digest:
            self.find(link, "previous", "it was changed")
        else:
            self.find(link, None, "its content and its digest do not agree")

    def find(self, link: Link, column: str | None, what: str) -> None:
        """Note a finding on a link."""
        key = f"{link.chain}/{link.position}"
        self.findings.append(Finding("ledger", key, column, what))


async def check_chains(connection: AsyncConnection, head: str | None) -> list[Finding]:
    """Find links that were changed, removed, added or put elsewhere, and chains that end wrongly.

    `head` is the beginning of a digest that some chain once ended with.
    """
    walk = Walk(head)
    async for row in _links(connection):
        _pass(walk, row, connection)
    walk.findings += await _wrong_ends(connection, walk)
    if head and not walk.head_seen:
        walk.findings.append(Finding("ledger", head, None, "no chain ever had this head"))
    return walk.findings


def _pass(walk: Walk, row: Stored, connection: AsyncConnection) -> None:
    try:
        values = read_row(LedgerRow, row, connection.dialect)
        digest = values.pop("digest")
        values.pop("step")
        walk.pass_link(Link(**values), digest)
    except (ValueError, AttributeError) as error:
        key = f"{row['chain']}/{row['position']}"
        walk.findings.append(Finding("ledger", key, None, f"it cannot be read: {error}"))


async def _links(connection: AsyncConnection) -> AsyncIterator[Stored]:
    place = tuple_(LedgerRow.chain, LedgerRow.position)
    page = as_stored(LedgerRow).order_by(LedgerRow.chain, LedgerRow.position).limit(PAGE)
    rows = (await connection.execute(page)).mappings().all()
    while rows:
        for row in rows:
            yield row
        after = page.where(place > tuple_(rows[-1]["chain"], rows[-1]["position"]))
        rows = (await connection.execute(after)).mappings().all()


async def _wrong_ends(connection: AsyncConnection, walk: Walk) -> list[Finding]:
    findings = []
    kept = (await connection.execute(as_stored(ChainRow))).mappings().all()
    for row in kept:
        length, head = walk.ends.pop(row["name"], (0, GENESIS))
        if row["length"] != length:
            findings.append(Finding("chains", row["name"], "length", f"it has {length} links"))
        if row["head"] != bytes.fromhex(head):
            findings.append(Finding("chains", row["name"], "head", f"it ends with {head}"))
    findings += [Finding("chains", name, None, "it is missing") for name in walk.ends]
    return findings
