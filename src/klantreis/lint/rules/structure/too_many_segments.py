"""The organisation divides its customers into too many segments.

Five at most: nobody in the organisation can keep more groups of customers in mind, let alone do
something different for each of them. With every group that is added, the others become thinner,
and choosing what to do for whom becomes harder instead of easier. Put groups with the same needs
together; differences in age or postal code that change nothing in the journey are no segments.

Bad:

    kind: organisation
    title: Zwembad De Golf
    segments: [Banenzwemmers, Baby's, Peuters, Leskinderen, Scholen, Aquajoggers]

Good:

    kind: organisation
    title: Zwembad De Golf
    segments: [Banenzwemmers, Ouders met kinderen, Leskinderen, Scholen]

Options:
    most: an organisation with more segments than this has too many.

Fix: none.
"""

from __future__ import annotations

from collections.abc import Iterator

from klantreis.findings import Severity
from klantreis.lint.rule import Found, LintRule, Option, Options
from klantreis.lint.subject import DocumentSubject


def check(subject: DocumentSubject, options: Options) -> Iterator[Found]:
    """Find more segments than people can keep in mind."""
    count, most = len(subject.model.segments), options["most"]
    if count > most:
        yield Found(
            ("segments",),
            f"There are {count} segments; {most} at most can be kept in mind.",
            "Put segments with the same needs together.",
            key=True,
        )


RULE = LintRule(
    code="K317",
    name="too-many-segments",
    group="structure",
    severity=Severity.WARNING,
    on="organisation",
    check=check,
    doc=__doc__,
    ideas=(18,),
    options={"most": Option(5, "An organisation with more segments than this has too many.", 1)},
)
