"""How Telegram reads texts: entities, markup, and lengths in UTF-16."""
