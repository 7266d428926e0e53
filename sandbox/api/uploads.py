"""Reads the file a bot sends: uploaded with the request, or known by its file_id."""

from sandbox.api.call import Call
from sandbox.api.refusals import bad_request
from sandbox.world.files import StoredFile
from sandbox.world.messages import Document, Photo
from sandbox.world.pictures import picture_size

_ATTACHED = "attach://"


def read_photo(call: Call) -> Photo:
    """Return the picture of `photo`; 400 when it is none."""
    stored = read_file(call, "photo", call.parameters.text("photo"))
    size = picture_size(stored.content)
    if size is None:
        raise bad_request("IMAGE_PROCESS_FAILED")
    return Photo(stored, *size)


def read_document(call: Call) -> Document:
    """Return the file of `document`."""
    return Document(read_file(call, "document", call.parameters.text("document")))


def read_file(call: Call, field: str, reference: str) -> StoredFile:
    """Return the file a field brought or refers to; the sandbox fetches nothing by URL."""
    part = reference.removeprefix(_ATTACHED) if reference.startswith(_ATTACHED) else field
    upload = call.parameters.uploads.get(part)
    if upload is not None:
        if not upload.content:
            raise bad_request("file must be non-empty")
        return call.world.files.store(upload, f"{field}s")
    if not reference:
        raise bad_request(f"there is no {field} in the request")
    stored = call.world.files.by_id(reference)
    if stored is None:
        raise bad_request("wrong remote file identifier specified: Wrong string length")
    return stored
