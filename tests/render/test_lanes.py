"""Which lanes a map has, in which order, and what stands in them."""

from __future__ import annotations

from collections.abc import Callable

from klantreis.model.setting import Setting
from klantreis.render.kit.items import Card, Chip, Figure, Lane, MapData, Note, Score, Step
from klantreis.render.map.data import build
from klantreis.render.map.lanes import SPECS

Make = Callable[..., Setting]


def keys(data: MapData) -> list[str]:
    """Give the lanes of a map, from top to bottom."""
    return [lane.key for lane in data.lanes]


def lane(data: MapData, key: str) -> Lane:
    """Give one lane."""
    return next(lane for lane in data.lanes if lane.key == key)


def first(data: MapData, key: str) -> object:
    """Give the first item of a lane."""
    return next(item for row in lane(data, key).rows for cell in row.cells for item in cell)


def one(journey: Make, **step: object) -> MapData:
    """Give the map of a journey with one touchpoint."""
    return build(journey(phases=[{"title": "Fase", "touchpoints": [{"title": "Stap", **step}]}]))


def test_six_lines_make_a_map(journey: Make) -> None:
    assert keys(build(journey(persona="Michiel Mobiel"))) == ["touchpoints"]


def test_only_lanes_that_something_fills_are_drawn(journey: Make) -> None:
    assert keys(one(journey, actions="Belt", pains="Wachten")) == ["touchpoints", "actions", "pains"]


def test_lanes_come_in_a_fixed_order(journeys: dict[str, Setting]) -> None:
    order = [spec.key for spec in SPECS]
    for setting in journeys.values():
        own = [key for key in keys(build(setting)) if not key.startswith("x-")]
        assert own == sorted(own, key=order.index)


def test_every_row_has_a_cell_a_column_or_a_cell_a_phase(journeys: dict[str, Setting]) -> None:
    for setting in journeys.values():
        data = build(setting)
        for found in data.lanes:
            for row in found.rows:
                assert len(row.cells) == (data.columns if row.scope == "touchpoint" else len(data.phases))


def test_a_custom_lane_stands_after_the_lane_it_names(journey: Make) -> None:
    data = build(
        journey(
            custom_lanes=[
                {"title": "Drie", "after": "twee"},
                {"title": "Een", "after": "actions"},
                {"title": "Twee", "after": "een"},
                {"title": "Los"},
                {"title": "Leeg", "after": "actions"},
            ],
            phases=[
                {
                    "title": "Fase",
                    "touchpoints": [
                        {
                            "title": "Stap",
                            "actions": "Belt",
                            "pains": "Wachten",
                            "evidence": "x",
                            "lanes": {"een": "1", "twee": "2", "drie": "3", "los": "4"},
                        }
                    ],
                }
            ],
        )
    )
    assert keys(data) == ["touchpoints", "actions", "x-een", "x-twee", "x-drie", "pains", "x-los", "evidence"]


def test_custom_lanes_that_follow_each_other_in_a_ring_stand_at_the_end(journey: Make) -> None:
    data = build(
        journey(
            custom_lanes=[{"title": "A", "after": "b"}, {"title": "B", "after": "a"}],
            phases=[{"title": "Fase", "lanes": {"a": "1", "b": "2"}, "touchpoints": "Stap"}],
        )
    )
    assert keys(data) == ["touchpoints", "x-a", "x-b"]


def test_custom_lanes_hold_texts_lists_and_scores(journey: Make) -> None:
    def held(kind: str, value: object) -> tuple[object, ...]:
        data = build(
            journey(
                custom_lanes=[{"title": "Rij", "kind": kind}],
                phases=[{"title": "F", "touchpoints": [{"title": "S", "lanes": {"rij": value}}]}],
            )
        )
        return lane(data, "x-rij").rows[0].cells[0]

    assert [item.text for item in held("text", "Zo") if isinstance(item, Note)] == ["Zo"]
    assert [item.text for item in held("list", ["a", "b"]) if isinstance(item, Note)] == ["a", "b"]
    score = held("score", -1.2)[0]
    assert isinstance(score, Score)
    assert (score.text, score.part) == ("−1,2", -0.6)
    assert isinstance(held("score", "veel")[0], Note)
    assert isinstance(held("text", {"a": [1, {"b": 2}]})[0], Note)


def test_thoughts_are_between_quotation_marks(journey: Make) -> None:
    found = first(one(journey, thoughts="Zij snappen het"), "thoughts")
    assert isinstance(found, Note)
    assert (found.text, found.style) == ("“Zij snappen het”", "quote")


def test_what_is_only_assumed_looks_like_a_guess(journey: Make) -> None:
    data = one(journey, evidence="assumption", pains={"title": "Duur", "evidence": "assumption"})
    step, pain, chip = first(data, "touchpoints"), first(data, "pains"), first(data, "evidence")
    assert isinstance(step, Step)
    assert isinstance(pain, Card)
    assert isinstance(chip, Chip)
    assert step.assumed
    assert pain.assumed
    assert (chip.text, chip.tone) == ("aanname", "assumed")


def test_a_touchpoint_with_a_source_beside_an_assumption_is_no_guess(journey: Make) -> None:
    step = first(one(journey, evidence=["assumption", "interviews"]), "touchpoints")
    assert isinstance(step, Step)
    assert not step.assumed


def test_severity_is_dots_and_impact_a_bar(journey: Make) -> None:
    data = one(
        journey,
        pains={"title": "Duur", "severity": "medium"},
        opportunities={"title": "Prijs", "impact": 4, "effort": 2},
    )
    pain, chance = first(data, "pains"), first(data, "opportunities")
    assert isinstance(pain, Card)
    assert isinstance(chance, Card)
    assert (pain.dots, pain.dots_text) == (2, "ernst: middel")
    assert (chance.impact, chance.effort, chance.bar_text) == (4, 2, "impact 4 van 5, moeite 2 van 5")


def test_metrics_stand_against_their_targets(journey: Make) -> None:
    found = first(one(journey, metrics={"csat": {"value": 7.8, "target": 8}}), "metrics")
    assert isinstance(found, Figure)
    assert (found.name, found.value, found.target, found.good) == ("klanttevredenheid", "7,8", "doel 8", False)


def test_lower_is_better_where_the_metric_says_so(journey: Make) -> None:
    found = first(one(journey, metrics={"drop-off": {"value": 30, "target": 40}}), "metrics")
    assert isinstance(found, Figure)
    assert (found.value, found.good) == ("30%", True)


def test_branches_are_told_in_words(journey: Make) -> None:
    data = build(
        journey(
            phases=[
                {
                    "title": "F",
                    "touchpoints": [
                        {
                            "title": "Offerte",
                            "next": [{"to": "exit", "when": "Te duur", "share": 0.3}, {"to": "tekent"}],
                        },
                        "Tekent",
                    ],
                }
            ]
        )
    )
    cell = lane(data, "next").rows[0].cells[0]
    assert [item.label for item in cell if isinstance(item, Note)] == ["30% haakt af", "→ Tekent"]


def test_channels_have_their_name_in_the_language_of_the_map(journey: Make) -> None:
    step = first(one(journey, channel=["phone", "web", "Loket"]), "touchpoints")
    assert isinstance(step, Step)
    assert (step.channel, step.icon) == ("telefoon of website of Loket", "phone")


def test_the_loop_counts_what_a_loyal_customer_skips(journey: Make) -> None:
    data = build(journey(phases=["Een", "Twee", "Drie", "Vier"], loyalty_loop="drie"))
    assert data.loop is not None
    assert data.loop.skipped == (0, 1)
    assert data.loop.label == "bij een volgende aankoop direct naar “Drie”: twee fasen overgeslagen"


def test_a_loop_to_the_first_phase_skips_nothing(journey: Make) -> None:
    data = build(journey(phases=["Een", "Twee"], loyalty_loop={"from": "Twee", "to": "Een"}))
    assert data.loop is not None
    assert data.loop.skipped == ()
    assert "overgeslagen" not in data.loop.label


def test_a_loop_to_nowhere_is_not_drawn(journey: Make) -> None:
    assert build(journey(loyalty_loop="nergens")).loop is None


def test_the_line_of_visibility_stands_above_what_is_out_of_sight(journey: Make) -> None:
    data = one(journey, frontstage="Groet", backstage="Zoekt op", support_processes="Planning")
    assert [found.key for found in data.lanes if found.visibility] == ["backstage"]


def test_the_header_says_what_decides(journeys: dict[str, Setting]) -> None:
    header = build(journeys["nieuwe-website"]).header
    assert header.kicker == "klantreis · huidig"
    assert [(stat.label, stat.value) for stat in header.stats] == [
        ("Gemiddeld", "+0,2"),
        ("Onthouden", "+1,7"),
        ("Bewijs", "8 van 9"),
        ("Getoetst", "1 okt 2026"),
    ]
    assert header.stats[3].below == "opnieuw op 1 apr 2027"
    assert header.who is not None
    assert header.who.name == "Michiel Mobiel"
    labels = [fact.label for fact in header.facts]
    assert labels.index("Wij willen bereiken") == labels.index("De klant verwacht") + 1


def test_the_high_the_low_and_the_end_are_named(journeys: dict[str, Setting]) -> None:
    named = {point.text: point.names for point in build(journeys["nieuwe-website"]).points if point.names}
    assert named == {"+1,8": ("hoogtepunt",), "−1,7": ("dieptepunt",), "+1,5": ("einde",)}


def test_english_maps_speak_english(journeys: dict[str, Setting]) -> None:
    data = build(journeys["moving-broadband"])
    assert lane(data, "pains").title == "Pain points"
    assert data.header.kicker == "customer journey · current"


def test_a_source_that_is_called_as_a_guess_is_none(journey: Make) -> None:
    steps = [{"title": "Stap", "evidence": ["gesprek", "assumption"]}]
    data = build(
        journey(sources=[{"id": "gesprek", "title": "aanname"}], phases=[{"title": "Fase", "touchpoints": steps}])
    )
    found = [item for row in lane(data, "evidence").rows for cell in row.cells for item in cell]
    assert [item.tone for item in found if isinstance(item, Chip)] == ["evidence", "assumed"]


def test_yes_and_no_in_a_custom_lane_stand_as_they_were_written(journey: Make) -> None:
    steps = [{"title": "Stap", "lanes": {"ab": True}}]
    data = build(
        journey(custom_lanes=[{"id": "ab", "title": "Getest"}], phases=[{"title": "Fase", "touchpoints": steps}])
    )
    found = first(data, "x-ab")
    assert isinstance(found, Note)
    assert found.text == "true"
