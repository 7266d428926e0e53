"""A chart drawn: every word stands within the picture, and none on another."""

import struct
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from typing import NamedTuple
from xml.etree import ElementTree as ET

import pytest

from reports.chart.chart import Bars, Chart, Month, read_chart, to_json
from reports.chart.drawing import png, svg
from reports.chart.lettering import width_of
from reports.chart.marks import TEXT_SIZE, WIDTH
from storage.database import Database
from tests.reports.chart.neighbourhood import NOW, chart_in, lively
from tests.reports.chart.ready import CHART
from tests.reports.told import told

SVG = "{http://www.w3.org/2000/svg}"
SHIFT = {"start": 0.0, "middle": 0.5, "end": 1.0}
HOSTILE = "<b>&\"'</text><script>alert(1)</script>{{ 7 * 7 }} ]]> %s"


class Box(NamedTuple):
    """Where a text stands: from left to right, and from its top down to its foot."""

    left: float
    top: float
    right: float
    foot: float
    words: str

    def meets(self, other: "Box") -> bool:
        """Whether the two stand on each other."""
        apart = self.right <= other.left or other.right <= self.left
        return not (apart or self.foot <= other.top or other.foot <= self.top)


def root(chart: Chart) -> ET.Element:
    return ET.fromstring(svg(chart))  # noqa: S314 - our own picture


def texts(chart: Chart) -> Iterator[Box]:
    for each in root(chart).iter(f"{SVG}text"):
        size, words = int(each.attrib["font-size"]), each.text or ""
        width = width_of(words, size)
        left = float(each.attrib["x"]) - width * SHIFT[each.attrib["text-anchor"]]
        foot = float(each.attrib["y"])
        # What hangs below the line is left out: letters of two lines meet only above it.
        yield Box(left, foot - size * 0.75, left + width, foot, words)


def check(chart: Chart) -> list[Box]:
    """Return the texts of a chart, having looked that all can be read."""
    height = int(root(chart).attrib["height"])
    boxes = list(texts(chart))
    for box in boxes:
        assert box.left >= 40, box
        assert box.right <= WIDTH - 40, box
        assert 0 < box.top < box.foot < height - 20, box
    for one, other in combinations(boxes, 2):
        assert not one.meets(other), (one, other)
    return boxes


def words(chart: Chart) -> str:
    return "\n".join(box.words for box in check(chart))


def test_a_chart_is_laid_out_without_a_word_upon_another() -> None:
    said = words(CHART)
    for each in (CHART.name, CHART.span, *CHART.waiting.lines, *CHART.foot, "so far", "88.0–95.0%"):
        assert each in said


def test_no_text_is_too_small_for_arms_length() -> None:
    sizes = {int(each.attrib["font-size"]) for each in root(CHART).iter(f"{SVG}text")}
    assert min(sizes) == TEXT_SIZE == 38


@pytest.mark.parametrize("code", ["zh", "en"])
@pytest.mark.parametrize("seed", range(4))
async def test_charts_of_real_figures_are_laid_out_likewise(
    database: Database, code: str, seed: int
) -> None:
    stories = lively((12, 60, 200, 700)[seed], seed=seed, rating=(0.1, 0.3, 0.7, 0.9)[seed])
    for at, week in ((NOW, NOW - 7), (82.0, 82.0)):
        chart = await chart_in(database, stories, told(code, at), week=week, chat=-round(at))
        assert chart is not None
        check(chart)


@pytest.mark.parametrize(
    "name",
    [
        "翠苑三区第一网格与第二网格联合服务群居民邻里互助与监督交流群" * 2,
        "The talent group online, of Cuiyuan community and all its neighbours on the West Lake",
        "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnung" * 2,
        "🏠" * 60,
        "W" * 128,
    ],
    ids=["chinese", "english", "one word", "pictures", "wide letters"],
)
def test_a_long_name_is_cut_off_within_two_lines(name: str) -> None:
    boxes = check(replace(CHART, name=name))
    span = next(place for place, box in enumerate(boxes) if box.words == CHART.span)
    assert 1 <= span <= 2
    assert boxes[span - 1].words.endswith("…")


def test_hostile_words_stay_words() -> None:
    hostile = replace(CHART, name=HOSTILE, alt=HOSTILE, foot=(HOSTILE[:20],))
    said = words(hostile)
    assert said.startswith("<b>&\"'</text><script>alert(1)")
    assert root(hostile).attrib["aria-label"] == HOSTILE


def test_a_chart_without_a_rate_has_no_scale_and_no_interval() -> None:
    hidden = Month("March", "shown from five ratings on (3 asked)", None)
    satisfaction = replace(CHART.satisfaction, months=(hidden,) * 3)
    said = words(replace(CHART, satisfaction=satisfaction))
    assert said.count("shown from five ratings on") == 3
    assert said.count("0%") == 3  # 0, 50 and 100 beside the curve
    assert "95% interval" not in said
    assert "<circle" not in svg(replace(CHART, satisfaction=satisfaction))


def test_a_long_reason_is_told_on_two_lines() -> None:
    withheld = Month("September", "not shown, so that nobody's rating can be worked out", None)
    satisfaction = replace(CHART.satisfaction, months=(withheld, *CHART.satisfaction.months[1:]))
    said = words(replace(CHART, satisfaction=satisfaction)).replace("\n", " ")
    assert withheld.words in said


def test_a_week_without_cases_leaves_its_place_empty() -> None:
    nothing = replace(CHART.weeks, bars=(Bars("2 Mar", 0, 0),) * 11 + (Bars("18 May", 1, 0),))
    check(replace(CHART, weeks=nothing))
    assert svg(replace(CHART, weeks=nothing)).count('stroke-dasharray="7 5"') == 1


def test_a_chart_comes_back_from_json_as_it_was() -> None:
    assert read_chart(to_json(CHART)) == CHART


def test_what_is_no_chart_is_not_drawn() -> None:
    chart = to_json(CHART)
    misspelt, worded = (
        chart.replace('"bars"', '"rods"'),
        chart.replace('"opened":3', '"opened":"x"'),
    )
    assert chart not in {misspelt, worded}
    for wrong in ("", "{}", '{"weeks": []}', misspelt, worded):
        with pytest.raises(ValueError, match="Chart"):
            png(wrong)


def test_a_png_is_as_wide_as_a_phone_is_sharp_and_not_blank() -> None:
    picture = png(to_json(CHART))
    width, height = struct.unpack(">II", picture[16:24])
    assert picture.startswith(b"\x89PNG")
    assert (width, height) == (WIDTH, int(root(CHART).attrib["height"]))
    blank = png(to_json(replace(CHART, name="", alt="")))
    assert blank != picture
