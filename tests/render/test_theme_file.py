"""A theme file is a few colours, a font, some measures and a logo; every mistake is told with its place."""

from __future__ import annotations

import re
import struct
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML
from tests.render.looking import SLACK, SPILLS
from tests.render.made_fonts import changed, made

from klantreis.errors import PathError, UsageError
from klantreis.model.setting import Setting
from klantreis.render import render
from klantreis.render.kit.contrast import failing, ratio
from klantreis.render.kit.fonts import truetype
from klantreis.render.kit.fonts.font import INTER
from klantreis.render.kit.look import LOOKS, using
from klantreis.render.kit.measure import width, wrap
from klantreis.render.kit.styles import SMALL, SMALL_BOLD
from klantreis.render.kit.theme import LIGHT
from klantreis.render.parts import Options
from klantreis.render.theme_file import load_look, look_of
from klantreis.render.theme_file.keys import COLOURS, SPACING
from klantreis.render.theme_file.schema import schema
from klantreis.render.theme_file.sfnt import FontError, _characters, read_face

Theme = Callable[[str], Path]
EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "michiel-mobiel" / "huisstijl" / "thema.yml"
PNG = b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR" + (60).to_bytes(4) + (20).to_bytes(4) + b"\x08\x06\0\0\0"


@pytest.fixture
def theme(tmp_path: Path) -> Theme:
    """Write a theme file in a folder of its own."""
    folder = tmp_path / "merk"
    folder.mkdir()

    def write(text: str) -> Path:
        path = folder / "thema.yaml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def mistakes(path: Path) -> list[str]:
    """Give the mistakes of a theme, without its path."""
    with pytest.raises(UsageError) as caught:
        load_look(path)
    return [line.removeprefix(f"{path}:") for line in caught.value.message.splitlines()]


def test_an_empty_theme_is_the_built_in_one(theme: Theme) -> None:
    look = load_look(theme(""))
    assert (look.name, look.colours, look.dark) == ("thema", LIGHT, LOOKS["dark"].colours)


def test_a_built_in_look_is_found_by_its_name() -> None:
    assert look_of("print") is LOOKS["print"]


def test_a_name_that_is_nearly_a_look_is_suggested() -> None:
    with pytest.raises(UsageError) as caught:
        look_of("lihgt")
    assert caught.value.hint == "Did you mean `light`?"


@pytest.mark.parametrize("written", ["nergens.yaml", "map/thema.yml", "a\0b.yaml"])
def test_a_theme_that_is_not_there_is_an_error_of_its_path(written: str) -> None:
    with pytest.raises(PathError):
        look_of(written)


def test_a_folder_is_no_theme(tmp_path: Path) -> None:
    with pytest.raises(PathError, match="not a file"):
        load_look(tmp_path)


@pytest.mark.parametrize("text", ["a: [", "- 1", "kleur", "\x01"])
def test_what_is_no_theme_is_an_error(theme: Theme, text: str) -> None:
    with pytest.raises(UsageError):
        load_look(theme(text))


def test_from_three_colours_every_role_is_made_so_that_it_can_be_read(theme: Theme) -> None:
    look = load_look(theme('colours: {accent: "#5B2A86", good: "#1D6B45", phases: ["#5B2A86", "#0F5C5C"]}'))
    assert look.colours.keys() == LIGHT.keys()
    assert list(failing(look.colours)) == []
    assert look.dark is not None
    assert list(failing(look.dark)) == []
    assert (look.colours["blue"], look.colours["p3"], look.phases) == ("#5B2A86", "#0F5C5C", 2)
    assert look.colours["blue-tint"] != LIGHT["blue-tint"]


@pytest.mark.parametrize("paper", ["#FFFFFF", "#F2E8D5", "#E8F0FF", "#101418", "#2B1B3D"])
def test_on_any_paper_what_was_not_given_can_be_read(theme: Theme, paper: str) -> None:
    ink = "#111111" if ratio(paper, "#111111") > 7 else "#F5F5F5"
    look = load_look(theme(f'extends: light\ncolours: {{paper: "{paper}", ink: "{ink}"}}'))
    assert list(failing(look.colours)) == []


def test_any_colour_may_be_given_by_its_own_name(theme: Theme) -> None:
    given = {"card": "#FEFEFE", "guess-tint": "#FFF6E0", "accent-track": "#CCDDEE", "on-phase-soft": "#FAFAFA"}
    look = load_look(theme("colours:\n" + "".join(f'  {name}: "{colour}"\n' for name, colour in given.items())))
    found = [look.colours[role] for role in ("card", "gold-tint", "blue-track", "on-phase-soft")]
    assert found == list(given.values())


def test_bright_phases_get_dark_words(theme: Theme) -> None:
    look = load_look(theme('colours: {phases: ["#FFD500", "#7EE0D0"]}'))
    assert look.colours["on-phase"] == "#000000"
    assert ratio(look.colours["t0"], look.colours["paper"]) >= 4.5


def test_a_theme_may_say_its_own_dark_colours(theme: Theme) -> None:
    look = load_look(theme('colours: {good: "#1D6B45"}\ndark: {paper: "#0A0A12", good: "#7FE0AA"}'))
    assert look.dark is not None
    assert (look.dark["paper"], look.dark["good"]) == ("#0A0A12", "#7FE0AA")
    assert list(failing(look.dark)) == []


def test_colours_of_three_digits_and_small_letters_are_colours(theme: Theme) -> None:
    assert load_look(theme('colours: {good: "#163"}')).colours["good"] == "#116633"


def test_text_that_cannot_be_read_is_told_with_both_colours_the_ratio_and_a_colour_that_would_do(theme: Theme) -> None:
    path = theme('extends: light\ncolours:\n  good: "#7ED957"\n')
    (told,) = mistakes(path)
    assert told.startswith("3:9: Text cannot be read: `good` #7ED957 on `paper` #FBFAF7 has a contrast of 1.68 to 1")
    better = re.search(r"`(#\w{6})` would do", told)
    assert better
    path.write_text(path.read_text("utf-8").replace("#7ED957", better[1]), "utf-8")
    assert load_look(path).colours["good"] == better[1]


def test_of_words_on_a_phase_the_phase_is_blamed_when_its_colour_was_given(theme: Theme) -> None:
    told = mistakes(theme('extends: light\ncolours:\n  phases: ["#FFEE00", "#1A1A1A"]\n'))
    assert len(told) == 1
    assert "`phases[" in told[0]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("extends: ligth", "1:10: `extends` names no built-in theme. Did you mean `light`?"),
        ("colors: {}", "1:1: There is no `colors` here. Did you mean `colours`?"),
        ('colours: {acent: "#123456"}', "1:11: There is no `acent` here. Did you mean `accent`?"),
        ("colours:\n  paper: #FFF", '2:9: `paper` has no colour, for `#` begins a comment. Write quotes: "#0B5FFF".'),
        ("colours: {paper: blauw}", '1:18: `blauw` is no colour. Write six hexadecimal digits: "#0B5FFF".'),
        ("colours: {phases: []}", "1:19: `phases` holds 1 to 8 colours. Phases take turns in them."),
        ("spacing: {column: 9000}", "1:19: `column` must be a number from 140 to 420."),
        ("spacing: {column: true}", "1:19: `column` must be a number from 140 to 420."),
        ("spacing: {margin: .nan}", "1:19: `margin` must be a number from 16 to 120."),
        ("spacing: 3", "1:10: `spacing` must be a mapping. It may hold: " + ", ".join(SPACING) + "."),
        ("extends: print\ndark: {}", "2:1: A theme that extends `print` has no dark side. Extend `auto`."),
        ("font: {regular: nope.ttf}", "1:17: There is no file `nope.ttf`. The path starts from the theme file."),
        ("font: {italic: nope.ttf}", "1:7: `font` has files but no `regular`. Name the file of the ordinary face."),
        ("font: {}", "1:7: `font` has no `family`. Name one, or give its files."),
        ("logo: {alt: Merk}", "1:7: `logo` has no `file`. Name a picture inside the workspace."),
        ("name: [1]", "1:7: `name` must be a text."),
    ],
)
def test_a_mistake_says_where_it_is_what_is_wrong_and_what_to_do(theme: Theme, text: str, told: str) -> None:
    assert mistakes(theme(text)) == [told]


def test_all_mistakes_are_told_at_once_in_their_order(theme: Theme) -> None:
    found = mistakes(theme("spacing: {text: 9}\nextends: x\ncolours: {ink: 3}\n"))
    assert [line.split(":")[0] for line in found] == ["1", "2", "3"]


@pytest.mark.parametrize("family", ["Ver'dana", "a;b", "x}y", "", 'q"', "</style>", "x" * 80])
def test_a_family_that_could_break_out_of_a_style_is_refused(theme: Theme, family: str) -> None:
    text = family.replace("'", "''")
    assert mistakes(theme(f"font: '{text}'"))


def test_measures_are_those_that_a_reader_sees(theme: Theme) -> None:
    spacing = load_look(theme("spacing: {margin: 60, text: 1.2}")).spacing
    assert (spacing.margin, spacing.text, spacing.column) == (50, 1.2, 168)


def test_a_narrow_column_and_large_text_do_not_go_together(theme: Theme) -> None:
    assert "too narrow" in mistakes(theme("spacing: {column: 140, text: 1.5}"))[0]


def test_a_font_of_ones_own_is_measured_by_its_own_widths(theme: Theme) -> None:
    path = theme("font: {regular: r.ttf, italic: i.ttf, semibold: s.ttf}")
    for name, face in (("r", "regular"), ("i", "italic"), ("s", "semibold")):
        (path.parent / f"{name}.ttf").write_bytes(made(face=face, wider=1.5))
    look = load_look(path)
    assert look.warnings == ()
    plain = [width("Contactmoment", style) for style in (SMALL, SMALL_BOLD)]
    lines = wrap("Een regel die op twee regels komt", 120, SMALL)
    with using(look):
        found = [width("Contactmoment", style) for style in (SMALL, SMALL_BOLD)]
        assert len(wrap("Een regel die op twee regels komt", 120, SMALL)) > len(lines)
    assert found == [pytest.approx(one / INTER.slack * look.font.slack * 1.5, rel=0.001) for one in plain]
    assert wrap("Een regel die op twee regels komt", 120, SMALL) == lines


def test_a_font_of_ones_own_travels_inside_the_picture(theme: Theme, journey: Callable[..., Setting]) -> None:
    path = theme("font: {regular: r.ttf}")
    (path.parent / "r.ttf").write_bytes(made())
    look = load_look(path)
    assert look.warnings == ("The theme's font has no italic and no semibold: programs make one up.",)
    for form in ("svg", "html"):
        markup = str(render(journey(), form, options=Options(look=look)))
        assert "@font-face{font-family:'Proefletter';font-weight:400" in markup
        assert "'Proefletter', Inter" in markup


def test_a_woff2_font_is_read_too(theme: Theme) -> None:
    path = theme("font: {regular: r.woff2}")
    (path.parent / "r.woff2").write_bytes(made(wider=1.2, flavor="woff2"))
    look = load_look(path)
    with using(look):
        wide = width("Proef", SMALL)
    assert wide == pytest.approx(width("Proef", SMALL) / INTER.slack * look.font.slack * 1.2, rel=0.001)
    assert look.font.truetype()[0][:4] == b"\x00\x01\x00\x00"


def test_without_font_tools_a_woff2_font_says_what_to_install(theme: Theme, monkeypatch: pytest.MonkeyPatch) -> None:
    path = theme("font: {regular: r.woff2}")
    (path.parent / "r.woff2").write_bytes(made(flavor="woff2"))
    monkeypatch.setitem(__import__("sys").modules, "brotli", None)
    assert "pip install 'klantreis[fonts]'" in mistakes(path)[0]


def test_a_small_woff2_that_would_become_huge_is_refused(theme: Theme) -> None:
    import brotli

    path = theme("font: {regular: bom.woff2}")
    stream = brotli.compress(bytes(40 * 1024 * 1024))
    header = struct.pack(">4sIIHHIIHHIIIII", b"wOF2", 0x00010000, 0, 1, 0, 1000, len(stream), 1, 0, 0, 0, 0, 0, 0)
    (path.parent / "bom.woff2").write_bytes(header + bytes([1, 4]) + stream)
    assert "too large uncompressed" in mistakes(path)[0]


def test_faces_of_two_families_are_told_apart(theme: Theme) -> None:
    path = theme("font: {regular: r.ttf, semibold: s.ttf}")
    (path.parent / "r.ttf").write_bytes(made())
    (path.parent / "s.ttf").write_bytes(made("Andere", "semibold"))
    assert "Give the files of one family, not of `Andere`." in mistakes(path)[0]


def test_only_a_family_is_measured_with_room_to_spare_and_says_so(theme: Theme) -> None:
    look = load_look(theme("font: Verdana"))
    assert "without its files" in look.warnings[0]
    with using(look):
        assert width("breed", SMALL) > 1
        wide = width("breed", SMALL)
    assert wide > 1.14 * width("breed", SMALL)


@pytest.mark.parametrize("data", [b"", b"OTTO", b"\x00\x01\x00\x00\xff\xff", b"wOFF" + bytes(60), b"wOF2", b"<svg/>"])
def test_a_broken_font_is_a_mistake_and_nothing_else(theme: Theme, data: bytes) -> None:
    path = theme("font: {regular: r.ttf}")
    (path.parent / "r.ttf").write_bytes(data)
    assert "`r.ttf` cannot be used." in mistakes(path)[0]


def test_a_font_whose_map_gives_the_same_characters_again_and_again_is_refused() -> None:
    count = 32_000
    ends, starts, deltas = (struct.pack(">H", number) * count for number in (0xFFFE, 0, 1))
    segments = struct.pack(">7H", 4, 0, 0, count * 2, 0, 0, 0) + ends + bytes(2) + starts + deltas + bytes(2 * count)
    groups = struct.pack(">HHIII", 12, 0, 0, 0, 99_000) + struct.pack(">III", 0, 65_000, 1) * 99_000
    for held in (segments, groups):
        with pytest.raises(FontError, match="too many characters"):
            _characters(struct.pack(">HHHHI", 0, 1, 3, 1, 12) + held)


def test_a_name_that_no_file_system_takes_is_no_theme() -> None:
    with pytest.raises(UsageError, match=r"no theme `x+…`"):
        look_of("x" * 5_000)


def test_a_font_cut_short_anywhere_raises_nothing_but_a_font_error() -> None:
    whole = truetype("regular")
    for end in range(0, len(whole), 997):
        try:
            read_face(whole[:end])
        except FontError:
            continue


def test_a_font_whose_maker_forbids_embedding_is_refused() -> None:
    with pytest.raises(FontError, match="does not allow"):
        read_face(changed("OS/2", "fsType", 2))


@pytest.mark.parametrize("wider", [0.0, 20.0])
def test_a_font_whose_letters_have_no_width_to_set_text_in_is_refused(wider: float) -> None:
    with pytest.raises(FontError, match="no width"):
        read_face(made(wider=wider))


def test_widths_are_those_that_font_tools_reads() -> None:
    from fontTools.ttLib import TTFont

    font = TTFont(BytesIO(truetype("semibold")))
    units, advances = font["head"].unitsPerEm, font["hmtx"].metrics
    expected = {chr(code): advances[name][0] / units for code, name in font.getBestCmap().items()}
    assert read_face(truetype("semibold")).widths == expected


@pytest.mark.parametrize("name", ["../buiten.png", "/etc/hostname", "merk.txt", "weg.png"])
def test_a_logo_comes_from_inside_the_workspace_and_is_a_picture(theme: Theme, name: str) -> None:
    path = theme(f"logo: {name}")
    (path.parent.parent / "buiten.png").write_bytes(PNG)
    (path.parent / "merk.txt").write_text("tekst")
    assert "is no picture that can be shown" in mistakes(path)[0]


def test_a_logo_may_come_from_elsewhere_in_the_workspace(theme: Theme) -> None:
    path = theme("logo: {file: ../buiten.png, alt: Merk, height: 48}")
    (path.parent.parent / "buiten.png").write_bytes(PNG)
    (path.parent.parent / "klantreis.toml").write_text("klantreis = 1\n")
    logo = load_look(path).logo
    assert logo is not None
    assert (logo.picture.name, logo.height, logo.width) == ("Merk", 48, 144)


def test_the_logo_stands_in_every_picture_with_its_text(theme: Theme, journey: Callable[..., Setting]) -> None:
    path = theme("name: Ons merk\nlogo: merk.png")
    (path.parent / "merk.png").write_bytes(PNG)
    markup = str(render(journey(), "svg", options=Options(look=load_look(path))))
    assert "<title>Ons merk</title></image>" in markup


def test_the_example_theme_can_be_read_by_everybody() -> None:
    look = load_look(EXAMPLE)
    assert look.logo is not None
    assert look.logo.picture.data.startswith("data:image/svg+xml;base64,")
    assert look.dark is not None
    assert [*failing(look.colours), *failing(look.dark)] == []


def test_the_schema_takes_the_example_and_refuses_what_the_reader_refuses() -> None:
    check = Draft202012Validator(schema())
    Draft202012Validator.check_schema(schema())
    assert check.is_valid(YAML(typ="safe").load(EXAMPLE))
    for wrong in ({"colors": {}}, {"colours": {"good": "green"}}, {"spacing": {"column": 1}}, {"logo": {"alt": "x"}}):
        assert not check.is_valid(wrong)


def test_every_colour_says_what_it_is_for() -> None:
    assert all(text.endswith(".") for text in COLOURS.values())


def test_the_docs_name_every_colour_and_every_measure_with_its_range() -> None:
    text = (EXAMPLE.parents[3] / "docs" / "themes.md").read_text("utf-8")
    assert [name for name in COLOURS if f"`{name}`" not in text] == []
    for key, (least, most, _) in SPACING.items():
        assert f"| `{key}` | {least:g} | {most:g} |" in text


def test_the_docs_show_the_example_theme_as_it_is() -> None:
    text = (EXAMPLE.parents[3] / "docs" / "themes.md").read_text("utf-8")
    assert EXAMPLE.read_text("utf-8").split("\n", 1)[1].strip() in text


def test_a_page_that_follows_its_reader_shows_the_logo_for_dark_paper(journey: Callable[..., Setting]) -> None:
    look = load_look(EXAMPLE)
    assert look.logo is not None
    assert look.logo.dark is not None
    page = str(render(journey(), "html", options=Options(look=look)))
    assert f'<source media="screen and (prefers-color-scheme:dark)" srcset="{look.logo.dark.data}">' in page
    assert 'alt="De Soeplepel"' in page


def test_a_look_that_is_always_light_needs_no_second_logo(theme: Theme) -> None:
    path = theme("extends: light\nlogo: {file: merk.png, dark: merk.png}")
    (path.parent / "merk.png").write_bytes(PNG)
    logo = load_look(path).logo
    assert logo is not None
    assert logo.dark is None


@pytest.mark.browser
@pytest.mark.parametrize("wider", [0.8, 1.4])
def test_in_a_browser_text_in_a_font_of_ones_own_stays_in_its_room(
    theme: Theme, browser: Any, journeys: dict[str, Setting], wider: float
) -> None:
    path = theme("font: {regular: r.ttf, italic: i.ttf, semibold: s.ttf}\nspacing: {text: 1.2, column: 190}")
    for name, face in (("r", "regular"), ("i", "italic"), ("s", "semibold")):
        (path.parent / f"{name}.ttf").write_bytes(made(face=face, wider=wider))
    look = load_look(path)
    page = browser.new_page()
    try:
        for name in ("michiel-mobiel", "long-words"):
            page.set_content(str(render(journeys[name], "svg", options=Options(look=look))))
            page.evaluate("document.fonts.ready")
            assert page.evaluate("document.fonts.check('12px Proefletter')")
            assert page.evaluate(SPILLS, SLACK) == []
    finally:
        page.close()


def test_programs_that_draw_pixels_get_the_look_s_own_font_before_ours(theme: Theme) -> None:
    path = theme("font: {regular: r.ttf}")
    (path.parent / "r.ttf").write_bytes(made())
    look = load_look(path)
    assert look.font.truetype() == (made(), *INTER.truetype())
    assert INTER.truetype() == tuple(truetype(face) for face in ("italic", "regular", "semibold"))
