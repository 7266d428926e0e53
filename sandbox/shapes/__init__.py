"""The sandbox's values as the JSON objects of Telegram's documentation."""
