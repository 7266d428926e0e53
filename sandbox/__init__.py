"""A local Telegram, so that everything runs without a token."""
