"""Names of areas behind a role."""

import pytest

from commands.area_names import folded, split_names

KNOWN = ("翠苑社区", "古荡街道", "Gudang Sub-district", "Cuiyuan Community")


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("", ()),
        ("翠苑社区", ("翠苑社区",)),
        ("翠苑社区 古荡街道", ("翠苑社区", "古荡街道")),
        ("新华社区 北山街道", ("新华社区", "北山街道")),
        ("新华社区，古荡街道", ("新华社区", "古荡街道")),
        ("New Village", ("New Village",)),
        ("New Village, North End", ("New Village", "North End")),
        ("New Village gudang sub-district", ("New Village", "gudang sub-district")),
        ("Cuiyuan Community", ("Cuiyuan Community",)),
        ("a、b、c", ("a", "b", "c")),
    ],
)
def test_an_area_and_the_one_above_are_told_apart(words: str, names: tuple[str, ...]) -> None:
    assert split_names(words, KNOWN) == names


def test_names_that_look_the_same_are_the_same() -> None:
    assert folded(" Cuiyuan  ＣＯＭＭＵＮＩＴＹ ") == folded("cuiyuan community")
