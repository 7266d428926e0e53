"""Takes a multipart/form-data body apart (RFC 7578)."""

from dataclasses import dataclass
from email.message import Message
from email.parser import HeaderParser

from sandbox.api.refusals import bad_request


@dataclass(frozen=True, slots=True)
class Part:
    """One field of a form; `filename` is None unless it is a file."""

    name: str
    filename: str | None
    content_type: str
    content: bytes


def parts(content_type: str, body: bytes) -> list[Part]:
    """Return a form's fields in their order; 400 when the body is no form."""
    boundary = _header(f"Content-Type: {content_type}").get_param("boundary")
    if not isinstance(boundary, str):
        raise bad_request("multipart boundary is missing")
    pieces = (b"\r\n" + body).split(b"\r\n--" + boundary.encode())
    return [_part(piece.removeprefix(b"\r\n")) for piece in pieces[1:] if piece[:2] != b"--"]


def _part(piece: bytes) -> Part:
    head, separator, content = piece.partition(b"\r\n\r\n")
    if not separator:
        raise bad_request("multipart field has no content")
    header = _header(head.decode())
    name = header.get_param("name", header="Content-Disposition")
    filename = header.get_param("filename", header="Content-Disposition")
    return Part(
        name=str(name or ""),
        filename=str(filename) if filename is not None else None,
        content_type=header.get_content_type(),
        content=content,
    )


def _header(text: str) -> "Message[str, str]":
    return HeaderParser().parsestr(text)
