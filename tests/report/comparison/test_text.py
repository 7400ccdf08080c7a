"""A gap in the terminal is read by people: what matters first, nothing by colour alone, nothing endless."""

from __future__ import annotations

import pytest
from tests.report.comparison import made

from klantreis.report.comparison import FORMATS, Compared, Report, Skipped
from klantreis.report.text import width


@pytest.fixture(scope="module")
def repair():
    return made.written("text", made.report_of(made.repair(), "Emma's bike → dream"))


@pytest.fixture(scope="module")
def michiel():
    return made.written("text", made.report_of(made.michiel()))


def position(text, *parts):
    places = [text.index(part) for part in parts]
    assert places == sorted(places), dict(zip(parts, places, strict=True))


def test_figures_come_first_then_the_journey_then_plans_and_texts_last(michiel):
    position(
        michiel, "Now → dream", "Gemiddeld", "Onthouden", "Stappen van de klant", "Dekking roadmap",
        "\nBewustwording\n", "\nOriëntatie en vergelijking\n", "\nIntentie en koop\n",
        "\nGebruiken en verbinden\n", "\nKansen, de beste eerst\n",
        "\nRoadmap: Van kaartlezer naar één blik\n", "\nAnders opgeschreven\n",
    )  # fmt: skip


def test_a_gap_is_called_after_both_journeys():
    text = made.written("text", made.report_of(made.repair(), "Emma has her bike mended"))
    assert text.startswith("Emma has her bike mended → Emma's bike is mended while she works\n")


def test_a_step_that_goes_stands_where_it_was(michiel):
    position(michiel, "  Bekijkt de pan op één scherm", "  Belt of de pan op voorraad is", "\nIntentie en koop\n")
    position(
        michiel, "  Legt de pan in de winkelmand", "  Maakt een verplicht account", "  Rekent af met zijn smartphone"
    )


def test_a_step_with_another_title_says_what_it_was_called(michiel):
    assert "Rekent af met zijn smartphone (was: Rekent af met pas en kaartlezer)" in michiel


def test_a_verdict_is_a_sign_repeated_for_its_size(michiel):
    shown = [line for line in michiel.splitlines() if "van −1,8" in line and "naar +1,6" in line]
    assert len(shown) == 1
    assert shown[0].startswith("    ▲▲▲ ")


def test_a_title_above_is_not_repeated_below_it(michiel):
    under = michiel.partition("  Rekent af met zijn smartphone (was")[2].partition("\n\n")[0]
    assert "Het gevoel stijgt van −1,8" in under
    assert "Rekent af met zijn smartphone" not in under


def test_what_closes_a_gap_is_named_with_who_and_when(michiel):
    assert (
        "  Hoort het vanzelf als het later wordt (was: Wacht op het pakket) → Bezorgtijd in een berichtje\n" in michiel
    )
    assert "Direct afrekenen met de smartphone · Webwinkel · mei 2027 – aug 2027 · gepland" in michiel


def test_coverage_is_said_in_per_cent_with_what_it_counts():
    found = made.michiel()
    share = int(found.coverage.share * 100)
    counted = (
        f"{share}%: voor {found.coverage.covered} van de {found.coverage.total} veranderingen is er een initiatief"
    )
    assert counted in made.written("text", made.report_of(found))


def test_an_open_gap_without_an_initiative_stands_out(repair):
    assert "→ no initiative yet" in repair
    listed = repair.partition("No initiative yet for\n")[2].partition("\n\n")[0]
    assert "Fills in a paper form" in listed
    assert "Sees the price beforehand" not in listed


def test_an_initiative_that_closes_nothing_is_listed(repair):
    listed = repair.partition("Initiatives that bring the dream no closer\n")[2].partition("\n\n")[0]
    assert "A new logo · no owner yet · not planned yet" in listed


def test_a_plan_whose_parts_depend_on_later_parts_is_told(repair):
    assert "“A calendar of slots” waits for “One list of prices”, which is finished later (Oct 2027)." in repair


def test_a_step_that_looks_like_another_is_only_a_suggestion(repair):
    assert "“Is called when ready” looks like “Is called when it is ready”. Is it the same step?" in repair
    assert "`replaces: is-called-back`" in repair


def test_opportunities_are_ranked_with_impact_and_effort(repair):
    position(
        repair, "1. Book a slot online", "impact 5, effort 2", "2. Know the bike by its sticker", "impact 3, effort 4"
    )


def test_a_gap_without_a_roadmap_says_nothing_of_initiatives():
    found = made.repair()
    bare = made.gap(found.comparison.old.journey, found.comparison.new.journey)
    text = made.written("text", made.report_of(bare))
    assert "initiative" not in text
    assert "Roadmap" not in text


def test_a_diff_ranks_no_opportunities():
    found = made.repair()
    diff = made.gap(found.comparison.old.journey, found.comparison.new.journey, plan=False)
    assert "Opportunities" not in made.written("text", made.report_of(diff, kind="diff"))


def test_the_same_twice_is_no_differences():
    item = Compared(made.the_same(), "Repair", "HEAD", "work tree", status="same")
    assert made.written("text", Report("diff", (item,))).endswith("\nNo differences.\n")
    assert made.written("text", Report("diff", ())) == "No differences.\n"


@pytest.mark.parametrize("name", ["text", "markdown"])
def test_what_could_not_be_read_is_never_no_differences(name):
    same = Compared(made.the_same(), "Repair", "a", "b", status="same")
    text = made.written(name, Report("diff", (same,), (Skipped("broken", "It does not parse."),)))
    assert "No differences" not in text
    assert "broken" in text
    assert "It does not parse." in text


def test_journeys_that_came_went_or_stayed_are_named():
    text = made.written("text", made.workspace_diff())
    for part in ("New journey: A new one", "Removed journey: An old one",
                 "1 journey unchanged: Repair",
                 "Skipped\n  ! HEAD~1:journeys/broken.yaml there are mistakes in it"):  # fmt: skip
        assert part in text


def test_a_dream_beside_its_former_self_is_a_change_of_plan():
    dream = made.documents(str(made.FILES / "repair.yaml"))["repair-dream"]
    changed = dream.model_copy(update={"title": "Another dream"})
    text = made.written("text", made.report_of(made.gap(dream, changed, plan=False), kind="diff"))
    assert "The plan has changed" in text


REPORTS = {
    "repair": lambda: made.report_of(made.repair()),
    "michiel": lambda: made.report_of(made.michiel()),
    "diff": made.workspace_diff,
    "hostile": made.hostile,
    "large": made.large,
}


@pytest.mark.parametrize("name", REPORTS)
def test_no_line_is_wider_than_a_hundred_columns(name):
    for line in made.written("text", REPORTS[name]()).splitlines():
        assert width(line) <= 100, line


def test_a_long_report_is_bounded_and_counts_the_rest():
    text = made.written("text", made.large(1000))
    assert "more differences" in text or "andere verschillen" in text
    assert len(text.splitlines()) < 4000


def test_a_terminal_shows_verdicts_in_colour_as_well():
    pieces = [piece for line in FORMATS["text"](made.report_of(made.repair())) for piece in line]
    assert {text.strip() for style, text in pieces if style == "green"} & {"▲", "▲▲", "▲▲▲"}
    assert {text.strip() for style, text in pieces if style == "bold red"} & {"▼", "▼▼", "▼▼▼"}
