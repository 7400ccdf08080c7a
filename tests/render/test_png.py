"""PNG: the picture in pixels."""

from __future__ import annotations

import sys
import zlib

import pytest

from klantreis.errors import UsageError
from klantreis.render import render
from klantreis.render.parts import Options
from klantreis.render.writers import png
from klantreis.render.writers.glyphs import foreign, with_families


def size(data: bytes) -> tuple[int, int]:
    """Read a PNG's size from its header."""
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    return int.from_bytes(data[16:20]), int.from_bytes(data[20:24])


def pixels(data: bytes) -> list[list[tuple[int, ...]]]:
    """Decode a PNG of 8 bits and four channels, as resvg writes them: rows of pixels."""
    width, height = size(data)
    assert data[24:26] == bytes((8, 6))
    packed, at = b"", 8
    while at < len(data):
        length = int.from_bytes(data[at : at + 4])
        if data[at + 4 : at + 8] == b"IDAT":
            packed += data[at + 8 : at + 8 + length]
        at += length + 12
    raw, stride, rows = zlib.decompress(packed), width * 4, []
    above = bytearray(stride)
    for number in range(height):
        start = number * (stride + 1)
        kind, line = raw[start], bytearray(raw[start + 1 : start + 1 + stride])
        for i in range(stride):
            left, up, corner = (line[i - 4] if i > 3 else 0), above[i], (above[i - 4] if i > 3 else 0)
            guess = left + up - corner
            paeth = min((abs(guess - left), 0, left), (abs(guess - up), 1, up), (abs(guess - corner), 2, corner))[2]
            line[i] = (line[i] + (0, left, up, (left + up) // 2, paeth)[kind]) & 255
        rows.append([tuple(line[i : i + 4]) for i in range(0, stride, 4)])
        above = line
    return rows


def ink(svg: str) -> int:
    """Count the pixels an SVG paints."""
    return sum(pixel[3] > 60 for row in pixels(png.draw(svg)) for pixel in row)


def written(words: str, style: str = "") -> str:
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="40"><style>text{font-family:Inter}</style>'
        f'<text x="5" y="28" class="a" style="font-size:20px;{style}">{words}</text></svg>'
    )


def test_a_picture_is_as_large_as_its_svg_times_the_scale(journey):
    svg = render(journey(), "svg")
    width, height = (float(part.split('"')[1]) for part in svg.split("<svg", 1)[1].split(" viewBox")[0].split()[1:])
    for scale in (0.5, 1.0, 2.0):
        found = size(render(journey(), "png", options=Options(scale=scale)))
        assert found == (round(width * scale), round(height * scale))


def test_every_journey_is_drawn(drawn):
    data = render(drawn, "png", options=Options(scale=0.1))
    assert len(data) > 1000


def test_the_same_journey_gives_the_same_bytes(journey):
    assert render(journey(), "png") == render(journey(), "png")


@pytest.mark.parametrize("scale", [0.0, -1.0, 4.5, float("nan"), float("inf")])
def test_a_scale_out_of_bounds_is_refused(journey, scale):
    with pytest.raises(UsageError, match="not possible") as caught:
        render(journey(), "png", options=Options(scale=scale))
    assert "0.1 to 4" in caught.value.hint


def test_too_many_pixels_are_refused_with_a_scale_that_fits():
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="8000" height="6000" viewBox="0 0 8000 6000"></svg>'
    with pytest.raises(UsageError, match="432 million pixels") as caught:
        png._scaled(svg, 3)
    fits = float(caught.value.hint.split("scale of ")[1].split(",")[0])
    assert fits == 1.4
    assert 'width="11200" height="8400"' in png._scaled(svg, fits)


def test_without_resvg_the_message_says_how_to_install_it(journey, monkeypatch):
    monkeypatch.setitem(sys.modules, "resvg", None)
    with pytest.raises(UsageError, match="not installed") as caught:
        render(journey(), "png")
    assert "pip install" in caught.value.hint


def test_weight_and_slant_survive():
    drawings = {png.draw(written("Klantreis", style)) for style in ("", "font-weight:600", "font-style:italic")}
    assert len(drawings) == 3
    assert ink(written("Klantreis", "font-weight:600")) > 1.1 * ink(written("Klantreis"))


def test_dashes_and_clips_survive():
    line = '<path d="M0 10H100" stroke="#000000" stroke-width="4"{}/>'
    frame = '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="20">{}</svg>'
    whole = ink(frame.format(line.format("")))
    assert 0.4 < ink(frame.format(line.format(' stroke-dasharray="5 5"'))) / whole < 0.6
    clip = '<clipPath id="c"><rect x="0" y="0" width="25" height="20"/></clipPath>'
    assert 0.2 < ink(frame.format(clip + line.format(' clip-path="url(#c)"'))) / whole < 0.3


@pytest.mark.parametrize("text", ["путь", "رحلة", "顧客の旅", "🧭", "\u0f00"])
def test_words_in_any_script_leave_a_sign(text):
    assert foreign(text)
    assert ink(written(text)) > 20


def test_latin_text_needs_no_fonts_of_the_machine(journeys):
    assert not foreign(render(journeys["michiel-mobiel"], "svg"))


def test_words_beside_a_foreign_script_stay_as_they_are():
    marked = with_families('<text x="1">voor путь туда na</text><text>gewoon</text>')
    assert marked.startswith('<text x="1">voor <tspan style="font-family:')
    assert ">путь туда</tspan> na</text><text>gewoon</text>" in marked


RED = {
    "png": "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGM4IScHAAK2AQU0pnWqAAAAAElFTkSuQmCC",
    "gif": "R0lGODdhAQABAIEAAMgeHgAAAAAAAAAAACwAAAAAAQABAAAIBAABBAQAOw==",
    "webp": "UklGRh4AAABXRUJQVlA4TBEAAAAvAAAAAAdQjyLXo/+BiOh/AAA=",
    "jpeg": (
        "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAFA3PEY8MlBGQUZaVVBfeMiCeG5uePWvuZHI////////////////////////////////"
        "////////////////////2wBDAVVaWnhpeOuCguv/////////////////////////////////////////////////////////////"
        "////////////wAARCAABAAEDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAP/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QA"
        "FQEBAQAAAAAAAAAAAAAAAAAAAgT/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwCQAKH/2Q=="
    ),
}
"""One red pixel in every kind of picture a map may hold."""


@pytest.mark.parametrize("kind", sorted(RED))
def test_pictures_inside_are_drawn(kind):
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8">'
        f'<image width="8" height="8" href="data:image/{kind};base64,{RED[kind]}"/></svg>'
    )
    red, green, blue, solid = pixels(png.draw(svg))[4][4]
    assert (red > 180, green < 50, blue < 50, solid) == (True, True, True, 255)
