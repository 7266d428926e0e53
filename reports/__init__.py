"""Figures turned into text for people."""
