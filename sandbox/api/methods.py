"""The table of Bot API methods, by name in small letters."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from sandbox.api import answering, chats, editing, profile, sending, webhooks
from sandbox.api.call import Call

Handler = Callable[[Call], Any]

METHODS: Mapping[str, Handler] = MappingProxyType(
    {
        "getme": profile.get_me,
        "logout": profile.confirm,
        "close": profile.confirm,
        "setwebhook": webhooks.set_webhook,
        "deletewebhook": webhooks.delete_webhook,
        "getwebhookinfo": webhooks.get_webhook_info,
        "sendmessage": sending.send_message,
        "sendphoto": sending.send_photo,
        "senddocument": sending.send_document,
        "sendlocation": sending.send_location,
        "editmessagetext": editing.edit_message_text,
        "editmessagecaption": editing.edit_message_caption,
        "editmessagemedia": editing.edit_message_media,
        "editmessagereplymarkup": editing.edit_message_reply_markup,
        "deletemessage": editing.delete_message,
        "pinchatmessage": editing.pin_chat_message,
        "unpinchatmessage": editing.unpin_chat_message,
        "answercallbackquery": answering.answer_callback_query,
        "sendchataction": answering.send_chat_action,
        "setmessagereaction": answering.set_message_reaction,
        "getchat": chats.get_chat,
        "getchatadministrators": chats.get_chat_administrators,
        "getchatmember": chats.get_chat_member,
        "getchatmembercount": chats.get_chat_member_count,
        "leavechat": chats.leave_chat,
        "getfile": chats.get_file,
        "setmycommands": profile.set_my_commands,
        "getmycommands": profile.get_my_commands,
        "deletemycommands": profile.delete_my_commands,
        "setmyname": profile.set_text("name"),
        "getmyname": profile.get_text("name"),
        "setmydescription": profile.set_text("description"),
        "getmydescription": profile.get_text("description"),
        "setmyshortdescription": profile.set_text("short_description"),
        "getmyshortdescription": profile.get_text("short_description"),
    }
)
