"""A ready-made chart, with something of everything."""

from reports.chart.chart import (
    Bars,
    Chart,
    Month,
    Range,
    Satisfaction,
    Step,
    Tick,
    Waiting,
    Weeks,
)

CHART = Chart(
    language="en",
    name="翠苑三区",
    span="Residents' requests, 2 Mar – 24 May 2026",
    weeks=Weeks("Cases each week", "opened", "settled", "so far", (Bars("9 Mar", 3, 2),) * 12),
    waiting=Waiting(
        title="How long it took",
        settled="settled",
        waiting="still waiting",
        lines=(
            "Half settled within 2 days, nine in ten within 9 days",
            "Last 12 weeks, since 2 Mar: 10 opened",
        ),
        steps=(Step(1, 0.4), Step(3, 0.9)),
        known_until=10.0,
        target=Tick(7, "target"),
        ticks=(Tick(0, "0"), Tick(7, "7"), Tick(14, "14 days")),
    ),
    satisfaction=Satisfaction(
        "Satisfaction",
        "95% interval",
        (
            Month("February", "shown from five ratings on (3 asked)", None),
            Month("September", "92.3% (240 of 260)", Range(0.88, 0.923, 0.95, "88.0–95.0%")),
            Month("November", "100% (1200 of 1200)", Range(0.99, 1.0, 1.0, "99.7–100%")),
        ),
    ),
    foot=("Not shown: what was found on patrol", "As of Wed 25 May, 09:00, definition v1"),
    alt="what it shows",
)
