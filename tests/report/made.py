"""Findings made for a test, and formats as text."""

from __future__ import annotations

from klantreis.engine.run import Outcome
from klantreis.errors import PathError
from klantreis.findings import Finding, Fix, Place, Rule, Severity, Where
from klantreis.report import format_of
from klantreis.source.locate import Label, Located, Texts

RULE = Rule("K104", "unknown-key", "A key the format does not know.")
HOSTILE = (
    'Regel\nnog een\r::error::|pijp| <b>vet</b> "q" \' & 100% `code` @team #12 \x1b[31mrood \u202eom ]]> \ufffe\ud800'
)


def located(
    message="Unknown key `personna`.", *, hint="Remove it.", file="klantreizen/kaart.yaml", place=(3, 1, 3, 9),
    severity=Severity.ERROR, rule=RULE, element="journey/kaart/personna", related=(), fix=None,
) -> Located:  # fmt: skip
    where = Where(file, 0, ("personna",))
    finding = Finding(rule, where, message, hint, level=severity, fix=fix)
    labels = tuple(Label(name, Place(1, 1, 1, 5), words) for name, words in related)
    return Located(finding, Place(*place), "", element, labels)


def outcome(*errors: PathError, checked=1, skipped=0) -> Outcome:
    return Outcome(errors=list(errors), checked=checked, documents=checked, skipped=skipped)


def written(name: str, found: list[Located], result: Outcome | None = None, text: str = "") -> str:
    """Give a format's output as it goes to a file."""
    lines = format_of(name)(found, Texts(lambda _: text), result or outcome())
    return "".join("".join(part for _, part in line).rstrip() + "\n" for line in lines)


def every_kind() -> list[Located]:
    """Give findings of every severity, with everything a finding can have."""
    return [
        located(),
        located("Mag beter.", severity=Severity.WARNING, place=(4, 3, 6, 1), element="journey/kaart/phases/koop"),
        located("Tip.", hint="", severity=Severity.INFO, file="<stdin>"),
        located("Twee keer.", related=(("klantreizen/ander.yaml", "the first"),), fix=Fix("Remove it", ())),
    ]


def all_that_can_be() -> tuple[list[Located], Outcome]:
    errors = (PathError("weg.yaml: no such file or folder.", "Did you mean `weg2.yaml`?"), PathError("an empty path."))
    return every_kind(), outcome(*errors, checked=5)
