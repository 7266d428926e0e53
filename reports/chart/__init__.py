"""The chart: twelve weeks of a group or area in one picture, for a phone at arm's length."""
