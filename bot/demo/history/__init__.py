"""Twelve weeks of a sub-district, made up from a seed and lived through by the bot's own doors."""
