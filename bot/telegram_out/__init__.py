"""From the outbox to Telegram: paced, in order for each chat, and never forgotten."""
