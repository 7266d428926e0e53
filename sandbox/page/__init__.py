"""The chat page: the local Telegram as a visitor's browser shows it."""
