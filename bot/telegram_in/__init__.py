"""From Telegram into the inbox, and from there, chat by chat, to the commands."""
