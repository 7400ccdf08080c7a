"""JUnit's XML, which every CI system shows as tests: a test for each finding, one for all else.

Errors and warnings are failures, of the type `error` or `warning`; information is a skipped test; a
path that cannot be read is an error. A run without findings is one passing test, never an empty report.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from klantreis.engine.run import Outcome
from klantreis.errors import PathError
from klantreis.findings import Severity
from klantreis.report.repository import Repository
from klantreis.report.text import Line, safe
from klantreis.source.locate import Located, Texts

# Two signs that XML 1.0 cannot hold, beside the controls that `safe` replaces.
_NOT_XML = re.compile("[\ufffe\uffff]")
_MOMENT = "%Y-%m-%dT%H:%M:%S"


def lines(found: list[Located], _texts: Texts, outcome: Outcome) -> Iterator[Line]:
    """Give one XML document with one test suite."""
    repository = Repository()
    skipped = sum(item.finding.severity is Severity.INFO for item in found)
    root = Element("testsuites")
    suite = SubElement(
        root, "testsuite", name="klantreis", package="klantreis", id="0", hostname="localhost", time="0",
        timestamp=_moment(), tests=str(len(found) + len(outcome.errors) + 1), skipped=str(skipped),
        failures=str(len(found) - skipped), errors=str(len(outcome.errors)),
    )  # fmt: skip
    SubElement(SubElement(suite, "properties"), "property", name="files", value=str(outcome.checked))
    for item in found:
        _add_finding(suite, item, repository.path_of(item))
    for error in outcome.errors:
        _add_error(suite, error, repository.path_of_error(error))
    _add_clean(suite, found, outcome)
    indent(root)
    yield [("", "<?xml version='1.0' encoding='UTF-8'?>")]
    yield from ([("", line)] for line in tostring(root, "unicode").splitlines())


def _moment() -> str:
    """When this run was; `SOURCE_DATE_EPOCH` makes two runs give the same report."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    # Twelve figures reach further than any calendar that `datetime` knows of is asked for here.
    moment = datetime.fromtimestamp(int(epoch), UTC) if re.fullmatch("[0-9]{1,11}", epoch) else datetime.now(UTC)
    return moment.strftime(_MOMENT)


def _add_finding(suite: Element, item: Located, path: str) -> None:
    finding, place = item.finding, item.place
    rule = finding.rule
    case = _case(suite, path, f"{rule.code} {rule.name}: {item.element}")
    where = f"{path}:{place.line}:{place.column}"
    told = [f"{where}: {finding.message}", *([f"→ {finding.hint}"] if finding.hint else [])]
    if finding.severity is Severity.INFO:
        SubElement(case, "skipped").text = "\n".join(map(_clean, told))
        return
    failure = SubElement(case, "failure", type=str(finding.severity), message=_clean(finding.message))
    failure.text = "\n".join(map(_clean, told))


def _add_error(suite: Element, error: PathError, path: str) -> None:
    found = SubElement(_case(suite, path, "can be read"), "error", type="unreadable", message=_clean(error.message))
    found.text = _clean(error.hint)


def _add_clean(suite: Element, found: list[Located], outcome: Outcome) -> None:
    """A passing test for the files without findings; its name stays the same from run to run."""
    clean = outcome.checked - len({item.finding.where.file for item in found})
    _case(suite, "klantreis", "all that has no findings")
    out = SubElement(suite, "system-out")
    out.text = f"{outcome.checked} checked, {max(0, clean)} without findings, {outcome.skipped} skipped"
    SubElement(suite, "system-err")


def _case(suite: Element, path: str, name: str) -> Element:
    return SubElement(suite, "testcase", classname=_clean(path), name=_clean(name), time="0")


def _clean(text: str) -> str:
    return _NOT_XML.sub("\ufffd", safe(text))
