"""The panels of the chart, each turned from words and numbers into marks at their places."""
