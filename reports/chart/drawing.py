"""A chart drawn: as SVG, which a page can show as it is, and as PNG."""

from functools import cache

import resvg_py
from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from reports.chart.chart import Chart, read_chart
from reports.chart.layout import laid_out
from reports.chart.lettering import FONT_FAMILY, font_file
from reports.chart.marks import WIDTH


def svg(chart: Chart) -> str:
    """Return the chart as an SVG picture, 1,080 wide."""
    return _template().render(chart=chart, layout=laid_out(chart), width=WIDTH, font=FONT_FAMILY)


def png(chart: str) -> bytes:
    """Return the chart that is written as this JSON as a PNG picture, 1,080 pixels wide.

    It takes a tenth of a second and holds the interpreter's lock all the while: draw in another
    process. Raises ValueError for what is no chart.
    """
    return resvg_py.svg_to_bytes(
        svg_string=svg(read_chart(chart)), font_files=[font_file()], skip_system_fonts=True
    )


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("reports", "chart"), autoescape=True, undefined=StrictUndefined
    )
    return environment.get_template("chart.svg.jinja")
