"""A journey over its commits: what is measured, what is followed, what is skipped, and how fast."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.source.git.clones import alone, begun, committed, git
from tests.source.git.streams import imported

from klantreis.check.load import load
from klantreis.compare.comparison import compare
from klantreis.compare.gap import gap_of
from klantreis.compare.side import Side
from klantreis.engine import forked
from klantreis.engine.history import loading
from klantreis.engine.history.coverage import Coverage
from klantreis.engine.history.reading import read_history
from klantreis.engine.history.subject import Subject
from klantreis.errors import PathError, UsageError
from klantreis.source.git import repository as running
from klantreis.source.git.repository import repository_at
from klantreis.source.git.revisions import resolve
from klantreis.source.reader import MAX_BYTES

FILE = "klantreizen/soep.yaml"
JOURNEY = """klantreis: 1
id: soep
title: Een soeppan kopen
metrics: {nps: {value: 10, target: 30}}
phases:
  - id: koop
    title: Koop
    barriers: [{id: traag, title: Traag bereik}]
    opportunities: Sneller
    touchpoints:
      - id: zoekt
        title: Zoekt
        emotion: 0.5
        evidence: interviews
      - id: betaalt
        title: Betaalt
        emotion: -1.5
        pains: [{id: niet-mobiel, title: Kan niet mobiel}, {id: traag, title: Traag bereik}]
        metrics: {csat: {value: 5, target: 8}}
sources: [{id: interviews, title: Interviews}]
"""


@pytest.fixture(autouse=True)
def _alone(monkeypatch, tmp_path):
    alone(monkeypatch, tmp_path / "home")


@pytest.fixture
def here(tmp_path):
    return begun(tmp_path / "r", {"klantreis.toml": "", FILE: JOURNEY})


def at(folder, file=FILE, journey="", start=""):
    repository = repository_at(folder)
    return Subject(repository, file, file, resolve(repository, start) if start else None, journey)


def values(timeline, key):
    return next(list(series.values) for series in timeline.all_series if series.key == key)


def series(timeline, key):
    return next(series for series in timeline.all_series if series.key == key)


def reasons(timeline):
    return [moment.gone for moment in timeline.moments]


def test_each_version_is_measured(here):
    committed(here, {FILE: JOURNEY.replace("-1.5", "1.5").replace("        evidence: interviews\n", "")}, "Mobiel")
    timeline = read_history(at(here))
    assert {key: values(timeline, key) for key in ("mean", "remembered", "pains", "opportunities", "evidence")} == {
        "mean": [-0.5, 1.0], "remembered": [-1.5, 1.5], "pains": [2, 2], "opportunities": [1, 1],
        "evidence": [0.5, 0],
    }  # fmt: skip
    assert (values(timeline, "steps"), values(timeline, "phases")) == ([2, 2], [1, 1])
    assert [moment.subject for moment in timeline.moments] == ["Begin", "Mobiel"]
    assert (timeline.title, timeline.journey, timeline.language) == ("Een soeppan kopen", "soep", "nl")


def test_a_metric_is_followed_by_what_it_is_of(here):
    committed(here, {FILE: JOURNEY.replace("value: 5", "value: 8.5")})
    found = series(read_history(at(here)), "betaalt/csat")
    assert (found.first, found.last, found.change, found.verdict) == (5, 8.5, 3.5, "better")
    assert (found.name, found.target, found.met) == ("Betaalt: klanttevredenheid", 8, True)


def test_the_organisation_says_which_way_a_metric_is_better(here):
    organisation = (
        "klantreis: 1\nkind: organisation\ntitle: O\nmetrics: [{title: Wachttijd, unit: min, better: lower}]\n"
    )
    committed(here, {"o.yaml": organisation, FILE: JOURNEY.replace("nps:", "wachttijd:")})
    committed(here, {FILE: JOURNEY.replace("nps: {value: 10", "wachttijd: {value: 4")})
    found = series(read_history(at(here)), "wachttijd")
    assert (found.values, found.verdict, found.met, found.unit) == ((None, 10, 4), "better", True, "min")


def test_a_metric_that_is_no_longer_there_has_no_value_now(here):
    committed(here, {FILE: JOURNEY.replace("        metrics: {csat: {value: 5, target: 8}}\n", "")})
    found = series(read_history(at(here)), "betaalt/csat")
    assert (found.first, found.last, found.change, found.verdict) == (5, None, None, "unknown")


def test_a_touchpoint_with_a_new_id_keeps_its_figures_by_what_it_was(here):
    committed(here, {FILE: JOURNEY.replace("id: betaalt", "id: rekent-af\n        was: betaalt")})
    committed(here, {FILE: JOURNEY.replace("id: betaalt", "id: klaar\n        was: [rekent-af, betaalt]")})
    timeline = read_history(at(here))
    assert [found.key for found in timeline.metrics] == ["nps", "klaar/csat"]
    assert values(timeline, "klaar/csat") == [5, 5, 5]


def test_an_id_that_went_from_one_touchpoint_to_another_is_not_mixed_up(here):
    swapped = JOURNEY.replace("id: betaalt", "id: rekent-af\n        was: betaalt").replace("id: zoekt", "id: betaalt")
    committed(here, {FILE: swapped.replace("emotion: 0.5", "emotion: 0.5\n        metrics: {ces: 3}")})
    timeline = read_history(at(here))
    assert values(timeline, "betaalt/ces") == [None, 3]
    assert sorted(found.key for found in timeline.metrics)[:1] == ["betaalt/ces"]


def test_a_phase_and_a_touchpoint_with_one_id_each_have_their_own_figures(here):
    both = JOURNEY.replace("id: koop\n", "id: betaalt\n    metrics: {csat: 9}\n")
    committed(here, {FILE: both})
    timeline = read_history(at(here))
    assert (values(timeline, "betaalt/csat"), values(timeline, "phase betaalt/csat")) == ([5, 5], [None, 9])


def test_a_file_that_moved_has_one_history(here):
    git(here, "mv", FILE, "soep-nieuw.yaml")
    committed(here, {}, "Verplaatst")
    timeline = read_history(at(here, "soep-nieuw.yaml"))
    assert [moment.path for moment in timeline.moments] == [FILE, "soep-nieuw.yaml"]


def test_a_file_that_was_moved_a_moment_ago_has_its_history_already(here):
    (here / FILE).rename(here / "soep-nieuw.yaml")
    timeline = read_history(at(here, "soep-nieuw.yaml"))
    assert ([moment.path for moment in timeline.moments], timeline.committed) == ([FILE], True)


def test_what_was_not_committed_yet_is_the_last_version(here):
    (here / FILE).write_text(JOURNEY.replace("0.5", "2"), "utf-8")
    timeline = read_history(at(here))
    assert [(moment.commit != "", moment.when is None) for moment in timeline.moments] == [(True, False), (False, True)]
    assert values(timeline, "mean") == [-0.5, 0.25]


def test_line_ends_that_git_turns_are_no_version(here):
    (here / FILE).write_bytes(JOURNEY.replace("\n", "\r\n").encode())
    assert len(read_history(at(here)).moments) == 1


def test_a_file_that_git_does_not_have_yet_is_one_version(here):
    (here / "nieuw.yaml").write_text(JOURNEY, "utf-8")
    timeline = read_history(at(here, "nieuw.yaml"))
    assert (timeline.committed, len(timeline.moments), values(timeline, "pains")) == (False, 1, [2])


def test_before_the_first_commit_too(tmp_path):
    git(tmp_path, "init", "--quiet", "leeg")
    (tmp_path / "leeg" / "a.yaml").write_text(JOURNEY, "utf-8")
    assert len(read_history(at(tmp_path / "leeg", "a.yaml")).moments) == 1


BROKEN = {
    "unreadable": JOURNEY.replace("phases:", "phases"),
    "invalid": JOURNEY.replace("emotion: 0.5", "emotion: 5"),
    "too-large": JOURNEY + "#" * MAX_BYTES,
    "absent": "klantreis: 1\nkind: persona\nname: Sanne\n",
}


@pytest.mark.parametrize("why", BROKEN)
def test_a_version_without_figures_is_named_with_the_reason_and_the_others_stand(here, why):
    committed(here, {FILE: BROKEN[why]})
    committed(here, {FILE: JOURNEY.replace("0.5", "2")})
    timeline = read_history(at(here))
    assert reasons(timeline) == [None, why, None]
    assert values(timeline, "mean") == [-0.5, None, 0.25]
    assert [moment.gone for moment in timeline.skipped] == ([] if why == "absent" else [why])
    assert bool(timeline.moments[1].reason) == (why != "absent")


def test_mistakes_in_another_document_of_the_file_are_its_own(here):
    other = "---\nid: ander\ntitle: Ander\nphases: [{title: A, goals: x}]\n"
    committed(here, {FILE: JOURNEY + other})
    assert reasons(read_history(at(here, journey="soep"))) == [None, None]
    assert reasons(read_history(at(here, journey="ander"))) == ["invalid"]


def test_the_figures_now_are_those_of_the_last_version_that_has_some(here):
    (here / FILE).write_text(BROKEN["unreadable"], "utf-8")
    timeline = read_history(at(here))
    assert (reasons(timeline), series(timeline, "mean").last) == ([None, "unreadable"], -0.5)


def test_a_file_that_was_deleted_still_has_its_history(here):
    git(here, "rm", "--quiet", FILE)
    timeline = read_history(at(here))
    assert (reasons(timeline), timeline.skipped) == ([None, "deleted"], [])
    committed(here, {}, "Weg")
    assert reasons(read_history(at(here))) == [None, "deleted"]


SECOND = "---\nid: thee\ntitle: Thee kopen\nphases: [{title: Koop, touchpoints: {title: Koopt, emotion: 1}}]\n"


def test_of_several_journeys_in_a_file_one_must_be_chosen(here):
    committed(here, {FILE: JOURNEY + SECOND})
    with pytest.raises(UsageError, match="holds 2 journeys") as error:
        read_history(at(here))
    assert "#soep" in error.value.hint
    assert values(read_history(at(here, journey="thee")), "mean") == [1]
    assert values(read_history(at(here, journey="soep")), "mean") == [-0.5, -0.5]


def test_a_journey_that_left_the_file_is_found_and_gone(here):
    committed(here, {FILE: JOURNEY + SECOND})
    committed(here, {FILE: JOURNEY})
    assert reasons(read_history(at(here, journey="thee"))) == [None, "absent"]


def test_an_unknown_journey_is_told_with_the_ones_there_are(here):
    with pytest.raises(UsageError, match="no journey `soup`") as error:
        read_history(at(here, journey="soup"))
    assert error.value.hint == "Did you mean `soep`?"


def test_the_only_journey_of_a_file_is_followed_through_a_new_id(here):
    committed(here, {FILE: JOURNEY.replace("id: soep\n", "id: soeppan\n")})
    assert reasons(read_history(at(here))) == [None, None]


def test_a_file_without_a_journey_has_no_history(here):
    with pytest.raises(UsageError, match="no journey in this file"):
        read_history(at(begun(here / "ander", {"p.yaml": BROKEN["absent"]}), "p.yaml"))


def test_a_file_that_never_was_is_told_with_the_one_it_is_like(here):
    with pytest.raises(PathError, match="no such file") as error:
        read_history(at(here, "klantreizen/soop.yaml"))
    assert error.value.hint == "Did you mean `soep.yaml`?"


def dated(folder, monkeypatch):
    for month in ("02", "05", "08"):
        monkeypatch.setenv("GIT_AUTHOR_DATE", f"2026-{month}-10T12:00:00+01:00")
        committed(folder, {FILE: JOURNEY.replace("0.5", f"0.{month}")}, f"Maand {month}")


@pytest.mark.parametrize(
    ("since", "first"),
    [("2026-05", "Maand 02"), ("2026-05-10", "Maand 02"), ("2026-05-11", "Maand 05"), ("2026-Q3", "Maand 05"),
     ("2090", "Maand 08"), ("1999", "Begin"), ("HEAD~1", "Maand 05"), ("HEAD", "Maand 08")],
)  # fmt: skip
def test_since_a_moment_begins_with_the_version_that_held_then(tmp_path, monkeypatch, since, first):
    monkeypatch.setenv("GIT_AUTHOR_DATE", "2026-01-10T12:00:00+01:00")
    folder = begun(tmp_path / "r", {FILE: JOURNEY})
    dated(folder, monkeypatch)
    timeline = read_history(at(folder), since=since)
    assert timeline.moments[0].subject == first
    assert timeline.earlier + len(timeline.moments) == 4


def test_since_what_is_no_moment_says_what_is(here):
    with pytest.raises(UsageError, match="--since: `gisteren` is neither a date nor a revision"):
        read_history(at(here), since="gisteren")


def test_it_may_end_at_any_revision_and_then_the_work_tree_does_not_count(here):
    committed(here, {FILE: JOURNEY.replace("0.5", "1")}, "Tweede")
    (here / FILE).write_text("niets", "utf-8")
    assert [moment.subject for moment in read_history(at(here, start="HEAD~1")).moments] == ["Begin"]
    assert [moment.subject for moment in read_history(at(here, start="HEAD")).moments] == ["Begin", "Tweede"]


DREAM = """klantreis: 1
id: soep-droom
title: Soep met één duim
state: dream
of: soep
horizon: near
phases:
  - id: koop
    title: Koop
    touchpoints:
      - {id: zoekt, title: Zoekt, emotion: 1.5}
      - {id: betaalt, title: Betaalt, emotion: 1}
"""
ROADMAP = """klantreis: 1
kind: roadmap
id: plan
title: Plan
from: soep
to: soep-droom
initiatives: {INITIATIVES}
"""
NONE, HALF, ALL = "[]", "[{title: A, closes: betaalt}]", "[{title: A, closes: [betaalt, zoekt, koop, traag]}]"


def test_with_a_roadmap_its_own_versions_count_too(here):
    committed(here, {"droom.yaml": DREAM, "plan.yaml": ROADMAP.replace("{INITIATIVES}", NONE)}, "Plan")
    committed(here, {FILE: JOURNEY.replace("title: Zoekt", "title: Zoekt rond")}, "Woord")
    committed(here, {"plan.yaml": ROADMAP.replace("{INITIATIVES}", HALF)}, "Half")
    (here / "plan.yaml").write_text(ROADMAP.replace("{INITIATIVES}", ALL), "utf-8")
    timeline = read_history(at(here), coverage=True)
    assert [moment.subject for moment in timeline.moments] == ["Begin", "Plan", "Woord", "Half", ""]
    none, plan, word, half, now = values(timeline, "coverage")
    assert (none, plan, word) == (None, 0, 0)
    assert 0 < half < now <= 1
    assert len(read_history(at(here)).moments) == 2


EXAMPLES = Path(__file__).parents[2] / "examples" / "michiel-mobiel"


def example(name):
    return load(name, (EXAMPLES / name).read_bytes(), named=True).documents[0].structure.model


@pytest.mark.parametrize("left", [0, 1, 3, 20])
def test_coverage_is_what_the_gap_says(left):
    current, dream = example("klantreizen/michiel-mobiel.yaml"), example("klantreizen/michiel-mobiel-droom.yaml")
    organisation, roadmap = example("organisatie.yaml"), example("roadmap.yaml")
    fewer = roadmap.model_copy(update={"initiatives": roadmap.initiatives[left:]})
    gap = gap_of(compare(Side(current, organisation), Side(dream, organisation), plan=True), fewer)
    assert Coverage(organisation)(current, dream, fewer) == gap.coverage.share


def test_of_a_dream_of_a_dream_coverage_is_not_guessed():
    current, far = example("klantreizen/michiel-mobiel.yaml"), example("klantreizen/michiel-mobiel-2031.yaml")
    assert far.of == "michiel-mobiel-droom"
    assert Coverage()(current, far, example("roadmap.yaml")) is None


def test_of_a_dream_the_roadmap_is_held_against_it_from_the_other_side(here):
    committed(here, {"droom.yaml": DREAM, "plan.yaml": ROADMAP.replace("{INITIATIVES}", ALL)}, "Plan")
    timeline = read_history(at(here, "droom.yaml"), coverage=True)
    assert values(timeline, "coverage") == values(read_history(at(here), coverage=True), "coverage")[-1:]


def test_a_roadmap_may_name_its_journeys_by_their_titles(here):
    named = ROADMAP.replace("from: soep", "from: Soep").replace("to: soep-droom", "to: Soep met één duim")
    untitled = DREAM.replace("id: soep-droom\n", "")
    committed(here, {"droom.yaml": untitled, "plan.yaml": named.replace("{INITIATIVES}", ALL)}, "Plan")
    assert values(read_history(at(here), coverage=True), "coverage")[-1] > 0


def test_a_roadmap_with_mistakes_leaves_the_figures_standing(here):
    committed(here, {"droom.yaml": DREAM, "plan.yaml": ROADMAP.replace("{INITIATIVES}", HALF)}, "Plan")
    committed(here, {"plan.yaml": ROADMAP.replace("{INITIATIVES}", "[{title: A, owners: x}]")}, "Stuk")
    committed(here, {"plan.yaml": "niets: [\n"}, "Nog stukker")
    timeline = read_history(at(here), coverage=True)
    assert [value is None for value in values(timeline, "mean")] == [False] * len(timeline.moments)


def test_a_roadmap_of_another_workspace_is_not_ours(here):
    files = {"ander/klantreis.toml": "", "ander/droom.yaml": DREAM}
    committed(here, {**files, "ander/plan.yaml": ROADMAP.replace("{INITIATIVES}", HALF)}, "Ander")
    assert "coverage" not in [found.key for found in read_history(at(here), coverage=True).all_series]


def test_only_versions_that_changed_a_figure_are_telling(here):
    committed(here, {FILE: JOURNEY + "# een opmerking\n"})
    committed(here, {FILE: BROKEN["unreadable"]})
    committed(here, {FILE: JOURNEY})
    committed(here, {FILE: JOURNEY.replace("0.5", "1")})
    assert read_history(at(here)).telling() == [0, 4]


@pytest.mark.parametrize(
    ("change", "verdict"),
    [
        (("0.5", "1"), "better"),
        (("0.5", "0"), "worse"),
        (("0.5", "0.501"), "same"),
        (("title: Een", "title: De"), "same"),
    ],
)
def test_a_measure_says_which_way_it_went_as_far_as_it_shows(here, change, verdict):
    committed(here, {FILE: JOURNEY.replace(*change)})
    assert series(read_history(at(here)), "mean").verdict == verdict


def test_of_more_steps_nobody_can_say_whether_that_is_better(here):
    more = "touchpoints:\n      - Denkt\n      - {title: Krijgt bericht, automated: true}"
    committed(here, {FILE: JOURNEY.replace("touchpoints:", more)})
    assert values(read_history(at(here)), "touchpoints") == [2, 4]
    found = series(read_history(at(here)), "steps")
    assert (found.change, found.verdict, found.met) == (1, "changed", None)


def many(folder, count, every=1):
    texts = (JOURNEY.replace("0.5", f"{number // every % 19 / 10 + 0.01}") for number in range(count))
    return imported(folder, ({FILE: text} for text in texts))


def test_on_several_cores_it_says_the_same_as_on_one(tmp_path, monkeypatch):
    folder = many(tmp_path / "r", 220)
    alone_ = read_history(at(folder))
    monkeypatch.setattr(forked, "FROM", 2)
    monkeypatch.setattr(forked, "worth_it", lambda pieces, least: pieces >= least)
    spread = read_history(at(folder))
    assert spread.all_series == alone_.all_series
    assert len(spread.moments) == 220


def test_what_came_back_is_read_once(tmp_path, monkeypatch):
    folder = many(tmp_path / "r", 200)
    loaded = []
    monkeypatch.setattr(loading, "load", lambda name, data, **named: loaded.append(data) or load(name, data, **named))
    assert len(read_history(at(folder)).moments) == 200
    # Once each, and once more to see which journeys the file holds.
    assert len(loaded) == 19 + 1


def test_more_commits_take_no_more_processes(tmp_path, monkeypatch):
    started = []
    start = running._start
    monkeypatch.setattr(running, "_start", lambda *rest, **named: started.append(rest[2][0]) or start(*rest, **named))
    counts = []
    for count in (5, 150):
        subject = at(many(tmp_path / f"{count}", count))
        started.clear()
        assert len(read_history(subject).moments) == count
        counts.append(sorted(started))
    assert counts[0] == counts[1]
    assert counts[0].count("log") == 1


def test_progress_hears_of_every_version(tmp_path):
    from contextlib import contextmanager

    heard = []

    @contextmanager
    def progress(steps):
        heard.append(steps)
        yield lambda done: heard.append(-done)

    read_history(at(many(tmp_path / "r", 30, every=2)), progress=progress)
    assert sum(heard) == 0


def test_so_many_versions_that_processes_share_them_are_all_there_in_order(tmp_path):
    count = forked.FROM + 50
    texts = [JOURNEY.replace("emotion: 0.5", f"emotion: {number / 1000}") for number in range(count)]
    timeline = read_history(at(imported(tmp_path / "r", ({FILE: text} for text in texts))))
    means = next(series.values for series in timeline.measures if series.key == "mean")
    assert len(means) == count
    assert list(means) == sorted(means)
    assert len(set(means)) == count


def test_what_a_clone_does_not_have_is_told_as_that(here, monkeypatch):
    committed(here, {FILE: JOURNEY.replace("0.5", "1")})
    oid = git(here, "rev-parse", f"HEAD~1:{FILE}").strip()
    (here / ".git" / "objects" / oid[:2] / oid[2:]).unlink()
    assert reasons(read_history(at(here))) == ["lost", None]
