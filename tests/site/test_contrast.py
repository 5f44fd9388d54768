"""Colors are read on each other, in either scheme and in the color of a program (WCAG 1.4.3, 1.4.11)."""

from __future__ import annotations

import re
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadkit.model.load import load
from leadkit.resources import programs, templates
from leadkit.site.drawn.charts import BAR
from leadkit.site.drawn.picture import DARK
from leadkit.site.drawn.steps import BOX
from leadkit.site.shown import GROUNDS, styles_of
from leadkit.values.colours import CONTRAST, contrast

SHAPE = 3.0
"""What an outline, a border of a field or a bar needs."""
CSS = (templates() / "site/theme/css/site.css").read_text(encoding="utf-8")
PALETTES = [dict(re.findall(r"--([a-z-]+): (#[0-9a-f]+)", block)) for block in re.findall(r":root \{([^}]+)\}", CSS)]
SCHEMES = {"light": PALETTES[0], "dark": PALETTES[0] | PALETTES[1]}
ON_ITS_OWN = {"primary": "on-primary"}
"""A ground on which only one color is written."""
_COLORED = re.compile(r"(?<![-\w])(color|background|border(?:-[a-z]+)*|outline(?:-color)?|accent-color):\s*([^;}]+)")


def _full(color: str) -> str:
    return color if len(color) == 7 else "#" + "".join(each * 2 for each in color[1:])


def _used(*kinds: str) -> set[str]:
    """The colors of the palette in declarations of some kinds."""
    return {
        name
        for kind, value in _COLORED.findall(CSS)
        if kind in kinds
        for name in re.findall(r"var\(--([\w-]+)\)", value)
    }


def test_the_theme_has_no_color_beside_its_palette() -> None:
    """But for the field of the search, which is dark on white in the head of every page, and pictures' ground."""
    others = [(kind, value) for kind, value in _COLORED.findall(CSS) if "#" in value]
    assert {value for _, value in others} <= {"#fff", "#1b1b1b"}
    assert contrast("#ffffff", "#1b1b1b") > CONTRAST


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_color_of_text_is_read_on_every_ground(scheme: str) -> None:
    palette = {name: _full(color) for name, color in SCHEMES[scheme].items()}
    texts, grounds = _used("color") - {*ON_ITS_OWN.values()}, _used("background") - {*ON_ITS_OWN}
    assert {"text", "link", "quiet"} <= texts
    assert {"ground", "soft", "mark"} <= grounds
    pairs = [*product(texts, grounds), *((text, ground) for ground, text in ON_ITS_OWN.items())]
    weak = {pair: round(contrast(*(palette[each] for each in pair)), 2) for pair in pairs}
    assert {pair: ratio for pair, ratio in weak.items() if ratio < CONTRAST} == {}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_what_shows_the_focus_and_the_edge_of_a_field_is_seen(scheme: str) -> None:
    palette = {name: _full(color) for name, color in SCHEMES[scheme].items()}
    for shape, ground in product(("focus", "quiet", "link", "alarm"), ("ground", "soft", "mark")):
        assert contrast(palette[shape], palette[ground]) >= SHAPE, (shape, ground)


def test_the_pictures_are_read_in_either_scheme() -> None:
    ground, text = "#fff", "#1a1a1a"
    for scheme in ({each: each for each in DARK}, DARK):
        assert contrast(_full(scheme[text]), _full(scheme[ground])) >= CONTRAST
        assert contrast(_full(scheme[text]), _full(scheme[BOX])) >= CONTRAST
        assert contrast(_full(scheme[BAR]), _full(scheme[ground])) >= SHAPE
    assert DARK[ground] == SCHEMES["dark"]["ground"]


def test_what_a_link_of_a_program_stands_on_is_what_the_theme_has() -> None:
    assert {each.lower() for each in GROUNDS} == {_full(SCHEMES["light"][each]) for each in ("ground", "soft", "mark")}


@pytest.fixture(scope="module")
def program() -> Any:
    """A program with a color of its own."""
    found = load(programs() / "example-county").resolve().program
    assert found is not None
    assert found.deployment is not None
    return found


@given(color=st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06X}"))
def test_any_color_of_a_program_is_read(color: str, program: Any) -> None:
    colours = program.deployment.colours.model_copy(update={"primary": color})
    deployment = program.deployment.model_copy(update={"colours": colours})
    made = dict(
        re.findall(r"--([a-z-]+): (#\w+)", styles_of({"": program.model_copy(update={"deployment": deployment})}))
    )
    assert made["primary"] == color
    assert contrast(made["on-primary"], color) >= CONTRAST
    for ground in GROUNDS:
        assert contrast(made.get("link", "#14566e"), ground) >= CONTRAST
