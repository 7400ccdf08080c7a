"""What is found, in people's words: nothing without a sentence, and no sentence with a hole in it."""

from __future__ import annotations

import re
from string import Formatter
from typing import Any, Literal, get_args, get_origin

import pytest
from pydantic import BaseModel
from tests.compare.shown import MORE, SHOWN, Shown, change, compared, keys, plan, reis, stap, whole

from klantreis.compare.judgement import WHYS
from klantreis.compare.sentences import Told, key_of_sentence, tell
from klantreis.compare.sentences.forms import Sentences
from klantreis.language.words import languages, subject_of, words_of
from klantreis.model.journey import Journey

CATALOGUES = {code: subject_of(code, "sentences") for code in languages()}
LANGUAGES = sorted(CATALOGUES)
HOLES = re.compile(r"\bNone\b|\bTrue\b|\bFalse\b|\bnan\b|\binf\b|[{}\[\]]|\s[.,:;]|  |\.\.|^\s|\s$|^$")

TOLD = {
    "scores.mean": "Het gemiddelde gevoel gaat van −1,0 naar +1,0.",
    "scores.remembered": "Wat de klant onthoudt, gaat van −1,0 naar +1,0.",
    "scores.high": "Het hoogtepunt gaat van −1,0 (“Belt”) naar +1,0 (“Belt”).",
    "scores.low": "Het dieptepunt gaat van −1,0 (“Belt”) naar +1,0 (“Belt”).",
    "scores.end": "Het einde gaat van −1,0 (“Belt”) naar +1,0 (“Belt”).",
    "scores.steps": "De klant zet zelf 1 stap in plaats van 3.",
    "scores.switches": "Kanaalwissels: 0 in plaats van 1.",
    "scores.handovers": "Overdrachten tussen teams: 0 in plaats van 1.",
    "scores.duration": "De hele klantreis duurt 3 dagen in plaats van 2 weken.",
    "steps.added": "Nieuwe stap: “Wacht”.",
    "steps.removed": "De stap “Wacht” is weg.",
    "steps.removed.dream": "De stap “Wacht” staat niet in de droom.",
    "steps.dropped": "De stap “Wacht” vervalt.",
    "steps.restored": "De stap “Wacht” komt terug.",
    "steps.absorbed": "De stap “Belt” gaat op in de fase “Kiezen”.",
    "steps.merged": "“Belt” en “Wacht” worden samen één stap: “Appt”.",
    "steps.split": "“Belt” valt uiteen in “Belt” en “Wacht”.",
    "steps.replaced": "“Appt” komt in de plaats van “Belt”.",
    "steps.moved": "De stap “Belt” komt na “Rijdt”.",
    "steps.moved.phase": "De stap “Belt” verhuist van de fase “Koop” naar de fase “Gebruik”.",
    "steps.moved.first": "De stap “Rijdt” komt vooraan in de fase “Koop”.",
    "steps.renamed": "De stap “Belt” heet voortaan “Appt”.",
    "steps.automated": "“Belt” gaat vanzelf.",
    "steps.by-hand": "“Belt” gaat niet meer vanzelf.",
    "steps.optional": "“Belt” mag worden overgeslagen.",
    "steps.required": "“Belt” kan niet meer worden overgeslagen.",
    "steps.faster": "“Belt” duurt korter: 5 minuten in plaats van 1 uur.",
    "steps.slower": "“Belt” duurt langer: 30 uur in plaats van 1 dag.",
    "phases.added": "Nieuwe fase: “Gebruik”.",
    "phases.removed": "De fase “Gebruik” is weg.",
    "phases.removed.dream": "De fase “Hulp” staat niet in de droom.",
    "phases.dropped": "De fase “Koop” vervalt.",
    "phases.merged": "De fasen “Koop” en “Gebruik” worden één fase: “Alles”.",
    "phases.split": "De fase “Alles” valt uiteen in “Koop” en “Gebruik”.",
    "phases.replaced": "De fase “Kiezen” komt in de plaats van “Koop”.",
    "phases.moved": "De fase “Koop” komt na “Hulp”.",
    "phases.moved.first": "De fase “Hulp” komt vooraan.",
    "phases.renamed": "De fase “Koop” heet voortaan “Kiezen”.",
    "phases.faster": "De fase “Koop” duurt korter: 1 uur in plaats van 2 dagen.",
    "phases.slower": "De fase “Koop” duurt langer: doorlopend in plaats van 1 uur.",
    "emotions.risen": "Bij “Belt” stijgt het gevoel van −1,0 (boos) naar +1,0 (blij).",
    "emotions.fallen": "Bij “Belt” daalt het gevoel van +1,0 naar +0,5.",
    "emotions.reworded": "Bij “Belt” heet het gevoel anders: was “blij”, wordt “trots”.",
    "emotions.reworded.named": "Bij “Belt” krijgt het gevoel een naam: “trots”.",
    "emotions.reworded.unnamed": "Bij “Belt” staat er geen woord meer bij het gevoel: het was “trots”.",
    "emotions.noted": "Bij “Belt” is het gevoel genoteerd: +1,0 (blij).",
    "emotions.forgotten": "Bij “Belt” staat het gevoel er niet meer bij: het was +1,0.",
    "truths.gained": "“Belt” wordt een moment van de waarheid.",
    "truths.gained.new": "De nieuwe stap “Pakt uit” is een moment van de waarheid.",
    "truths.lost": "“Belt” is geen moment van de waarheid meer.",
    "truths.lost.dream": "“Belt” staat in de droom niet als moment van de waarheid.",
    "truths.lost.gone": "Met “Pakt uit” verdwijnt een moment van de waarheid.",
    "truths.improved": "Bij “Belt” staat nu hoe we de verwachting overtreffen: “Met een bloem”.",
    "truths.worsened": "Bij “Belt” staat niet meer hoe we de verwachting overtreffen: het was “Met een bloem”.",
    "truths.changed": "Bij “Belt” overtreffen we de verwachting anders: was “Met een bloem”, wordt “Met taart”.",
    "truths.kind": "Bij “Belt” ligt het moment van de waarheid anders: was bij de keuze, wordt bij het gebruik.",
    "expectations.exceeded": "Bij “Belt” wordt de verwachting overtroffen: “Snel”.",
    "expectations.met": "Bij “Belt” komt de verwachting uit: “Snel”.",
    "expectations.unmet": "Bij “Belt” komt de verwachting niet uit: “Snel”.",
    "expectations.noted": "Bij “Belt” is de verwachting genoteerd: “Snel”.",
    "expectations.forgotten": "Bij “Belt” staat de verwachting er niet meer bij: het was “Snel”.",
    "expectations.reworded": "Bij “Belt” is de verwachting anders: was “Snel”, wordt “Nu”.",
    "expectations.added": "De klant verwacht ook: “Snel”.",
    "expectations.removed": "De klant verwacht niet langer: “Snel”.",
    "pains.solved": "Bij “Belt” verdwijnt het pijnpunt “Wachttijd”.",
    "pains.solved.unsaid": "Bij “Wacht” staat het pijnpunt “Wachttijd” niet in de droom.",
    "pains.remaining": "Bij “Belt” blijft het pijnpunt “Wachttijd”.",
    "pains.new": "Bij “Belt” komt er een pijnpunt bij: “Wachttijd”.",
    "pains.moved": "Het pijnpunt “Wachttijd” verhuist van “Belt” naar “Wacht”.",
    "pains.spread": "Het pijnpunt “Wachttijd” komt op meer plaatsen voor: 2 in plaats van 1.",
    "pains.narrowed": "Het pijnpunt “Wachttijd” komt op minder plaatsen voor: 1 in plaats van 2.",
    "pains.worse": "Bij “Belt” wordt het pijnpunt “Wachttijd” erger: ernst hoog in plaats van laag.",
    "pains.milder": "Bij “Belt” wordt het pijnpunt “Wachttijd” minder erg: ernst middel in plaats van hoog.",
    "opportunities.taken": "De kans “Terugbellen” wordt benut.",
    "opportunities.taken.unsaid": "De kans “Terugbellen” staat niet in de droom.",
    "opportunities.left": "De kans “Terugbellen” blijft liggen.",
    "opportunities.added": "Bij “Belt” komt er een kans bij: “Terugbellen”.",
    "opportunities.removed": "Bij “Belt” staat de kans “Terugbellen” niet meer.",
    "opportunities.moved": "Bij “Wacht” staat nu de kans “Terugbellen”, eerst stond die ergens anders.",
    "channels.gained": "Bij “Belt” komt er als kanaal bij: app en chat.",
    "channels.lost": "Bij “Belt” valt als kanaal weg: telefoon.",
    "channels.changed": "Bij “Belt” is het kanaal anders: was telefoon, wordt post.",
    "channels.contact": "Bij “Belt” is er voortaan contact: app.",
    "channels.alone": "Bij “Belt” is er geen contact meer, eerst wel: app.",
    "channels.opened": "Nieuw kanaal in de klantreis: app, bij 1 stap.",
    "channels.closed": "Uit de klantreis verdwijnt een kanaal: website, eerst bij 1 stap.",
    "channels.mode-opened": "In de fase “Koop” kan de klant voortaan ook online terecht.",
    "channels.mode-closed": "In de fase “Koop” kan de klant niet meer offline terecht.",
    "channels.mode-changed": (
        "In de fase “Koop” kan de klant voortaan alleen nog online terecht, eerst alleen offline."
    ),
    "metrics.ahead": "Bij “Belt” moet klanttevredenheid van 6 naar 9.",
    "metrics.reached": "Bij “Belt” is het doel voor klanttevredenheid al gehaald: 8,5, met 8 als doel.",
    "metrics.below": "Bij “Belt” legt de droom de lat voor klanttevredenheid lager dan nu: van 6 naar 5.",
    "metrics.aimed": "Bij “Belt” moet contactvolume van 188 naar 40 contacten per maand.",
    "metrics.unmeasured": "Bij “Belt” is het doel voor NPS 30, en gemeten is het nog niet.",
    "metrics.better": "Bij “Belt” gaat afhaken van 60% naar 35% (Q3 2026).",
    "metrics.worse": "Bij “Belt” gaat klanttevredenheid van 8 naar 7,5.",
    "metrics.changed": "Bij “Belt” gaat contactvolume van 188 naar 40 contacten per maand.",
    "metrics.measured": "Bij “Belt” is klanttevredenheid nu gemeten: 6.",
    "metrics.forgotten": "Bij “Belt” staat voor klanttevredenheid geen waarde meer: het was 6.",
    "metrics.added": "Bij “Belt” komt er een meetwaarde bij: klanttevredenheid, 6 (doel 8).",
    "metrics.removed": "Bij “Belt” vervalt een meetwaarde: klanttevredenheid (doel 8).",
    "metrics.target-raised": "Bij “Belt” gaat het doel voor klanttevredenheid omhoog: van 8 naar 9.",
    "metrics.target-lowered": "Bij “Belt” gaat het doel voor klanttevredenheid omlaag: van 8 naar 7.",
    "metrics.target-set": "Bij “Belt” krijgt klanttevredenheid een doel: 8.",
    "metrics.target-dropped": "Bij “Belt” heeft klanttevredenheid geen doel meer: het was 8.",
    "owners.gained": "Bij “Belt” is nu iemand verantwoordelijk: Sales.",
    "owners.lost": "Bij “Belt” is niemand meer verantwoordelijk: het was Sales.",
    "owners.changed": "Bij “Belt” is Service verantwoordelijk in plaats van Sales.",
    "values.tasted": "De kernwaarde “Moeiteloos” is nu te proeven, bij “Belt”.",
    "values.untasted": "De kernwaarde “Moeiteloos” is nergens meer te proeven, eerst bij “Belt”.",
    "values.more": "De kernwaarde “Moeiteloos” is bij 2 stappen te proeven in plaats van 1, nu ook bij “Wacht”.",
    "values.fewer": "De kernwaarde “Moeiteloos” is bij 1 stap te proeven in plaats van 2, niet meer bij “Wacht”.",
    "loop.gained": "Een trouwe klant stapt voortaan in bij “Koop”.",
    "loop.lost": "Een trouwe klant stapt niet meer in bij “Koop”.",
    "loop.later": "Een trouwe klant stapt verderop in: bij “Koop” in plaats van bij “Kiezen”.",
    "loop.earlier": "Een trouwe klant stapt eerder in: bij “Kiezen” in plaats van bij “Koop”.",
    "loop.changed": "Een trouwe klant stapt ergens anders in: bij “Koop” in plaats van bij “Kiezen”.",
    "evidence.risen": "Van de stappen rust 100% op bewijs, tegen 0% eerst.",
    "evidence.fallen": "Van de stappen rust 0% op bewijs, tegen 100% eerst.",
    "evidence.proven": "“Belt” rust nu op bewijs: interviews.",
    "evidence.unproven": "“Belt” rust niet meer op bewijs: het was interviews.",
    "evidence.reviewed": "De klantreis is opnieuw getoetst: 30 sep 2026, daarvoor nov 2025.",
    "evidence.reviewed.first": "De klantreis is getoetst: 30 sep 2026.",
    "evidence.unreviewed": "De laatste toets van de klantreis staat op nov 2025 in plaats van 30 sep 2026.",
    "evidence.unreviewed.never": "De klantreis is niet meer getoetst: eerst stond er 30 sep 2026.",
    "details.added": "Bij “Belt”, gedachte: nieuw is “Is dit alles?”",
    "details.added.item": "Bij “Belt”, nieuw: backstage “Zoekt op”.",
    "details.added.drop": "De droom laat ook “wacht” weg (Dat scheelt).",
    "details.removed": "Bij “Belt”, gedachte: niet meer “Is dit alles?”",
    "details.removed.item": "Bij “Belt”, niet meer: backstage “Zoekt op”.",
    "details.removed.drop": "De droom laat “wacht” niet meer weg.",
    "details.changed": "Bij “Belt”, beleving: was “Elf velden”, wordt “Eén vraag”.",
    "details.moved": "Bij “B”, de stap zelf: op een andere plaats.",
    "details.moved.item": "Bij “Belt”, pijnpunt “Storing”: op een andere plaats in de lijst.",
    "details.moved.order": "Bij “Belt”, gedachte: in een andere volgorde.",
}
"""What people read of what `SHOWN` shows."""


def told(shown: Shown, key: str, language: str = "nl") -> Told:
    judged = next(j for j in shown.comparison.differences if key_of_sentence(j.change) == key)
    return tell(judged, language)


def everything() -> list[tuple[str, Any]]:
    found = []
    for key, shown in {**SHOWN, **MORE}.items():
        comparisons = (shown.comparison,) if shown.plan else (shown.comparison, shown.back)
        found += [(key, judged) for comparison in comparisons for judged in comparison.differences]
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_that_may_be_found_has_a_sentence_and_nothing_else_has(language):
    assert set(CATALOGUES[language].WHAT) == keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_that_may_be_given_has_a_sentence_and_nothing_else_has(language):
    assert set(CATALOGUES[language].WHY) == {why for whys in WHYS.values() for why in whys}


def test_both_languages_say_the_same_under_a_heading():
    assert set(CATALOGUES["nl"].HERE) == set(CATALOGUES["en"].HERE) <= keys()


@pytest.mark.parametrize("name", ["WHAT", "HERE", "WHY"])
def test_both_languages_speak_of_the_same_things(name):
    """A sentence may say a number twice in one language and once in another, and no more than that."""
    for key, template in getattr(CATALOGUES["nl"], name).items():
        spoken = [
            {field.split("[")[0] for _, field, _, _ in Formatter().parse(text) if field}
            for text in (template, getattr(CATALOGUES["en"], name)[key])
        ]
        assert spoken[0] == spoken[1], key


@pytest.mark.parametrize("key", sorted(SHOWN))
def test_people_read(key):
    assert told(SHOWN[key], key).what == TOLD[key]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_has_a_hole(language):
    for key, judged in everything():
        sentences = tell(judged, language)
        for text in (sentences.what, sentences.why, sentences.here):
            assert not HOLES.search(text), (key, text)
            assert text[-1] in ".?!”", (key, text)
            assert text[0] == text[0].upper(), (key, text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_under_a_heading_the_name_is_not_said_again(language):
    for key in sorted(SHOWN):
        judged = next(j for j in SHOWN[key].comparison.differences if key_of_sentence(j.change) == key)
        said = tell(judged, language)
        own_name = judged.change.topic not in ("pains", "opportunities", "metrics") and judged.change.what != "split"
        if own_name and judged.change.at.sort != "journey" and key in CATALOGUES[language].HERE:
            assert judged.change.name not in said.here


def test_of_the_whole_journey_it_is_the_same_under_a_heading():
    said = told(whole(owner=("Sales", "Service")), "owners.changed")
    assert said.here == said.what == "Voor de hele klantreis is Service verantwoordelijk in plaats van Sales."


# words for the format


def models(model: type[BaseModel], seen: set[type[BaseModel]]) -> set[type[BaseModel]]:
    if model not in seen:
        seen.add(model)
        for field in model.model_fields.values():
            for inner in types(field.annotation):
                if isinstance(inner, type) and issubclass(inner, BaseModel):
                    models(inner, seen)
    return seen


def types(annotation: Any) -> list[Any]:
    return [annotation, *(inner for part in get_args(annotation) for inner in types(part))]


def fields() -> list[tuple[str, Any]]:
    return [
        (field.alias or name, field.annotation)
        for model in models(Journey, set())
        for name, field in model.model_fields.items()
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_of_the_format_has_a_name(language):
    assert {name for name, _ in fields()} - {"extensions"} <= set(CATALOGUES[language].KEYS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_the_format_has_a_name(language):
    """`journey`, `1` and so on say what a document is, and never change in one."""
    words = {
        value
        for name, annotation in fields()
        for inner in types(annotation)
        if get_origin(inner) is Literal
        for value in get_args(inner)
        if value not in ("journey", 1)
    }
    assert words | {"assumption"} <= set(CATALOGUES[language].CHOSEN)


def test_both_languages_name_the_same_keys_and_words():
    for name in ("KEYS", "CHOSEN", "ELEMENTS", "WHERE", "PARTS"):
        assert set(getattr(CATALOGUES["nl"], name)) == set(getattr(CATALOGUES["en"], name))


# values


@pytest.mark.parametrize(
    ("both", "key", "expected"),
    [
        ({"optional": (None, True), "initiator": ("customer", "organisation")}, "details.changed",
         "Bij “Belt”, wie begint: was de klant, wordt de organisatie."),
        ({"channel": (None, "web")}, "details.added", "Bij “Belt”, kanaal: nieuw is “website”."),
        ({"duration": (None, "P1DT2H")}, "details.added", "Bij “Belt”, duur: nieuw is 1,08 dagen."),
        ({"next": (None, [{"to": "exit", "share": 0.47}])}, "details.added",
         "Bij “Belt”, vervolg: nieuw is haakt af (aandeel 0,47)."),
        ({"lanes": (None, {"wet": ["a", "b"]})}, "details.added", "Bij “Belt”, eigen rij: nieuw is wet “a” en “b”."),
        ({"x-ticket": ("HOND-1", "HOND-2")}, "details.changed",
         "Bij “Belt”, eigen veld: x-ticket: was “HOND-1”, wordt “HOND-2”."),
        ({"x-klaar": (None, False)}, "details.added", "Bij “Belt”, eigen veld: nieuw is x-klaar nee."),
        ({"tags": (None, ["a", "b", "c", "d", "e", "f", "g"])}, "details.added",
         "Bij “Belt”, labels: nieuw is “a”, “b”, “c”, “d” en 3 andere."),
        ({"experience": (None, "Wat een gedoe!")}, "details.added", "Bij “Belt”, beleving: nieuw is “Wat een gedoe!”"),
        ({"experience": (None, "Nou ja...")}, "details.added", "Bij “Belt”, beleving: nieuw is “Nou ja...”"),
    ],
)  # fmt: skip
def test_values_are_said_in_words(both, key, expected):
    assert told(change(**both), key).what == expected


def test_an_empty_mapping_is_said_to_be_empty():
    old = {"title": "Reis", "phases": [{"title": "Koop"}]}
    new = {"title": "Reis", "phases": [{"title": "Koop", "motivations": {}}]}
    [judged] = compared(old, new).differences
    assert tell(judged, "nl").what == "In de fase “Koop”, motivaties: nieuw is leeg."


def test_a_text_of_somebody_else_is_cut_short_and_stays_on_one_line():
    said = told(change(thoughts=(None, "regel\neen " * 90)), "details.added").what
    assert "\n" not in said
    assert len(said) < 200


def test_braces_of_somebody_else_are_only_text():
    assert told(change(owner=("{before}", "{0.__class__}")), "owners.changed").what == (
        "Bij “Belt” is {0.__class__} verantwoordelijk in plaats van {before}."
    )


@pytest.mark.parametrize(
    ("unit", "expected"),
    [("%", "35%"), ("uur", "35 uur"), ("score 1–10", "35"), ("", "35"), ("u" * 500, f"35 {'u' * 119}…")],
)
def test_a_figure_has_its_unit(unit, expected):
    sentences = Sentences(words_of("nl"))
    assert sentences.sentence("{after:amount}", {"after": 35.0, "unit": unit}) == expected


def test_several_of_one_are_counted():
    sentences = Sentences(words_of("en"))
    said = [sentences.sentence("{n:count step}", {"n": number}) for number in (0, 1, 2)]
    assert said == ["0 steps", "1 step", "2 steps"]


def test_what_is_no_duration_or_date_is_said_as_it_is():
    sentences = Sentences(words_of("nl"))
    assert sentences.sentence("{x:duration} {y:day}", {"x": "heel lang", "y": "ooit"}) == "heel lang ooit"


def test_a_language_that_nobody_taught_us_is_told_in_english():
    assert told(SHOWN["steps.removed"], "steps.removed", "ja").what == "The step “Wacht” is gone."


def test_a_barrier_stands_in_a_phase():
    both = ({"title": "Reis", "phases": [{"title": "Koop", **more}]} for more in ({"barriers": "Prijs"}, {}))
    [judged] = compared(*both).differences
    assert tell(judged, "nl").what == "In de fase “Koop” verdwijnt de barrière “Prijs”."
    assert tell(judged, "en").what == "In the phase “Koop” the barrier “Prijs” goes away."


def test_a_reason_speaks_of_the_phase_where_it_is_about_one():
    phases = ([{"title": "Koop", "opportunities": "Korting"}, "Hulp"], ["Hulp"])
    dream = {"title": "Droom", "state": "dream", "of": "reis", "phases": phases[1], "drops": "koop"}
    comparison = compared({"title": "Reis", "phases": phases[0]}, dream, plan=True)
    taken = next(judged for judged in comparison.differences if judged.change.topic == "opportunities")
    assert tell(taken, "nl").why == "De fase vervalt, en het probleem daarmee ook."


def test_steps_that_become_one_say_each_of_their_times():
    old = reis(stap(duration="2 minuten"), stap("Wacht", duration="3 minuten"))
    dream = {**reis(stap("Appt", replaces=["belt", "wacht"], duration="1 minuut")), "state": "dream", "of": "reis"}
    assert told(Shown(old, dream, plan=True), "steps.faster").what == (
        "“Appt” duurt korter: 1 minuut in plaats van 2 minuten + 3 minuten."
    )


def test_a_metric_is_called_in_the_language_of_the_journey():
    shown = plan({"metrics": {"csat": 6}}, {"metrics": {"csat": {"target": 8}}}, language="en")
    assert told(shown, "metrics.ahead", "en").here == "Customer satisfaction has to go from 6 to 8."
