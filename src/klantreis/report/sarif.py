"""SARIF 2.1.0, which code scanning and editors read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from klantreis import __version__
from klantreis.engine.run import Outcome
from klantreis.findings import Place, Rule, Severity
from klantreis.report.fingerprint import fingerprints
from klantreis.report.repository import Repository, is_relative, sentence, uri
from klantreis.report.text import Line, safe
from klantreis.source.locate import Located, Texts
from klantreis.wording import dumped

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_ROOT = "%SRCROOT%"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def lines(found: list[Located], _texts: Texts, outcome: Outcome) -> Iterator[Line]:
    """Give one SARIF log with one run."""
    repository = Repository()
    rules = {item.finding.rule.code: item.finding.rule for item in found}
    order = {code: number for number, code in enumerate(sorted(rules))}
    run = {
        "tool": {"driver": _driver([rules[code] for code in order])},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The root of the repository."}}},
        "invocations": [_invocation(outcome, repository)],
        "results": [
            _result(item, order[item.finding.rule.code], fingerprint, repository)
            for item, fingerprint in zip(found, fingerprints(found), strict=True)
        ],
    }
    yield [("", dumped({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}))]


def _driver(rules: list[Rule]) -> dict[str, Any]:
    driver = {"name": "klantreis", "version": __version__, "semanticVersion": __version__}
    pages = _pages() if rules else {}
    return driver | {"rules": [_rule(rule, pages.get(rule.code, "")) for rule in rules]}


def _pages() -> Mapping[str, str]:
    """The pages of the linter's rules, by code; the kinds of finding of `validate` have one sentence."""
    from klantreis.lint.rules import ALL

    return {rule.code: rule.doc for rule in ALL}


def _rule(rule: Rule, page: str) -> dict[str, Any]:
    found = {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.about},
        # GitHub wants both descriptions and a help.
        "fullDescription": {"text": rule.about},
        "help": {"text": rule.about, "markdown": rule.about},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }
    return found | _help(rule, page) if page else found


def _help(rule: Rule, doc: str) -> dict[str, Any]:
    from inspect import cleandoc

    from klantreis.lint.page import page_of

    page = page_of(doc)
    parts = [f"# {rule.code} {rule.name}", page.about, page.why]
    parts += [f"## {title}\n\n```yaml\n{text}```" for title, text in (("Bad", page.bad), ("Good", page.good))]
    if page.options:
        parts.append("## Options\n\n" + "\n".join(f"- {option}" for option in page.options))
    parts.append(f"## Fix\n\n{page.fix}")
    return {
        "fullDescription": {"text": page.why},
        "help": {"text": cleandoc(doc), "markdown": "\n\n".join(parts)},
    }


def _invocation(outcome: Outcome, repository: Repository) -> dict[str, Any]:
    found: dict[str, Any] = {"executionSuccessful": not outcome.errors}
    if outcome.errors:
        found["toolExecutionNotifications"] = [
            {
                "level": "error",
                "message": {"text": safe(sentence(error))},
                "locations": [{"physicalLocation": _file(repository.path_of_error(error))}],
            }
            for error in outcome.errors
        ]
    return found


def _result(item: Located, index: int, fingerprint: str, repository: Repository) -> dict[str, Any]:
    finding = item.finding
    found = {
        "ruleId": finding.rule.code,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": safe(f"{finding.message} {finding.hint}".strip())},
        "locations": [
            {
                "physicalLocation": _file(repository.path_of(item)) | {"region": _region(item.place)},
                "logicalLocations": [{"fullyQualifiedName": item.element}],
            }
        ],
        # The second name is the one that GitHub's code scanning knows a finding by.
        "partialFingerprints": {"klantreis/v1": fingerprint, "primaryLocationLineHash": fingerprint},
    }
    if item.related:
        found["relatedLocations"] = [
            {
                "id": number,
                "physicalLocation": _file(repository.path(related.file)) | {"region": _region(related.place)},
                "message": {"text": safe(related.label)},
            }
            for number, related in enumerate(item.related, 1)
        ]
    return found


def _file(path: str) -> dict[str, Any]:
    base = {"uriBaseId": _ROOT} if is_relative(path) else {}
    return {"artifactLocation": {"uri": uri(path)} | base}


def _region(place: Place) -> dict[str, int]:
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }
