"""The Bot API: its methods, its errors, its limits."""
