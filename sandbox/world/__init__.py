"""What exists in the local Telegram: users, chats, messages, and what waits for each bot."""
