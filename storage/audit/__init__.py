"""The audit: the ledger replayed, and everything kept compared with it."""

from storage.audit.findings import Finding
from storage.audit.whole import audit

__all__ = ["Finding", "audit"]
