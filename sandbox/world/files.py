"""Keeps what was uploaded, by Telegram's file_id."""

import secrets
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file; `path` is what getFile tells."""

    id: str
    unique_id: str
    path: str
    name: str
    mime_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Upload:
    """A file on its way in."""

    name: str
    content: bytes
    mime_type: str = "application/octet-stream"


class Files:
    """All files of the sandbox."""

    def __init__(self) -> None:
        self._by_id: dict[str, StoredFile] = {}
        self._by_path: dict[str, StoredFile] = {}

    def store(self, upload: Upload, folder: str) -> StoredFile:
        """Keep a file under a new file_id."""
        ending = upload.name.rpartition(".")[2] or "bin"
        stored = StoredFile(
            id="AgACAgI" + secrets.token_urlsafe(32),
            unique_id="AQAD" + secrets.token_urlsafe(8),
            path=f"{folder}/file_{len(self._by_id)}.{ending}",
            name=upload.name,
            mime_type=upload.mime_type,
            content=upload.content,
        )
        self._by_id[stored.id] = self._by_path[stored.path] = stored
        return stored

    def by_id(self, file_id: str) -> StoredFile | None:
        """Return the file with this file_id."""
        return self._by_id.get(file_id)

    def by_path(self, path: str) -> StoredFile | None:
        """Return the file that getFile called so."""
        return self._by_path.get(path)
