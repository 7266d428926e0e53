"""What people do in the local Telegram, one act a module."""
