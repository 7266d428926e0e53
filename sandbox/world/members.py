"""Somebody's place in a chat: Telegram's ChatMember."""

from dataclasses import dataclass
from enum import StrEnum

from sandbox.world.users import User

ADMINISTRATOR_RIGHTS = frozenset(
    {
        "can_manage_chat",
        "can_delete_messages",
        "can_manage_video_chats",
        "can_restrict_members",
        "can_promote_members",
        "can_change_info",
        "can_invite_users",
        "can_post_stories",
        "can_edit_stories",
        "can_delete_stories",
        "can_pin_messages",
        "can_manage_topics",
        "can_send_welcome_messages",
    }
)
MEMBER_PERMISSIONS = frozenset(
    {
        "can_send_messages",
        "can_send_audios",
        "can_send_documents",
        "can_send_photos",
        "can_send_videos",
        "can_send_video_notes",
        "can_send_voice_notes",
        "can_send_polls",
        "can_send_other_messages",
        "can_add_web_page_previews",
        "can_react_to_messages",
        "can_edit_tag",
        "can_change_info",
        "can_invite_users",
        "can_pin_messages",
        "can_manage_topics",
    }
)


class Status(StrEnum):
    """The values of `ChatMember.status`."""

    CREATOR = "creator"
    ADMINISTRATOR = "administrator"
    MEMBER = "member"
    RESTRICTED = "restricted"
    LEFT = "left"
    KICKED = "kicked"


@dataclass(frozen=True, slots=True)
class Member:
    """A user in a chat; `rights` are those of an administrator or of a restricted member."""

    user: User
    status: Status
    rights: frozenset[str] = frozenset()
    anonymous: bool = False

    @property
    def is_present(self) -> bool:
        """Whether the user is in the chat now."""
        return self.status not in (Status.LEFT, Status.KICKED)

    @property
    def is_administrator(self) -> bool:
        """Whether the user administers the chat."""
        return self.status in (Status.CREATOR, Status.ADMINISTRATOR)

    def may(self, right: str) -> bool:
        """Tell whether the user has a right or permission, by Telegram's name of it."""
        if self.status is Status.CREATOR:
            return True
        if self.status is Status.ADMINISTRATOR:
            return right in self.rights or right not in ADMINISTRATOR_RIGHTS
        if self.status is Status.RESTRICTED:
            return right in self.rights
        return self.status is Status.MEMBER and right not in ADMINISTRATOR_RIGHTS
