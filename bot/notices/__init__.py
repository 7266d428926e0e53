"""What the bot says of its own accord: that it was away, and that it cannot write somewhere."""
