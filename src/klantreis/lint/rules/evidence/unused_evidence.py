"""A source is listed, but nothing cites it.

A list of sources looks like a well-founded map. What counts is which pain, feeling or figure
rests on which source: only then can a reader weigh it, and do you know what falls when a source
turns out to be old. So cite the source where it taught you something. If it taught you nothing,
it is only decoration.

The sources of an organisation or a persona count as used when anything in the workspace cites
them.

Bad:

    title: Moving my broadband
    sources:
      - {id: interviews, title: Talks with seven movers, kind: interview, date: 2026-03}
      - {id: calls, title: Call log of last spring, kind: support-log, date: 2026-Q2}
    phases:
      - title: Move
        touchpoints:
          - {title: Calls about the moving date, emotion: -1, evidence: interviews}

Good:

    title: Moving my broadband
    sources:
      - {id: interviews, title: Talks with seven movers, kind: interview, date: 2026-03}
      - {id: calls, title: Call log of last spring, kind: support-log, date: 2026-Q2}
    phases:
      - title: Move
        touchpoints:
          - title: Calls about the moving date
            emotion: -1
            evidence: [interviews, calls]

Fix: unsafe. Takes the source out of the list, with all that was written about it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from klantreis.findings import Fix, RemoveItem, Severity, Where
from klantreis.lint.digest import Digest
from klantreis.lint.naming import key_of
from klantreis.lint.rule import Found, LintRule, Options
from klantreis.lint.subject import WorkspaceSubject
from klantreis.wording import shortened


def check(subject: WorkspaceSubject, _options: Options) -> Iterator[Found]:
    """Find sources that nothing cites."""
    cited: frozenset[str] | None = None
    for (file, document), digest in subject.digests.items():
        if not digest.sources:
            continue
        if digest.kind == "journey":
            # A current journey that cites no source at all has one finding already: `no-evidence`,
            # or `only-assumptions`.
            if digest.cites or digest.state == "dream":
                yield from _unused(file, document, digest, digest.cites)
        elif _complete(subject):
            if cited is None:
                cited = frozenset().union(*(other.cites for other in subject.digests.values()))
            yield from _unused(file, document, digest, cited)


def _complete(subject: WorkspaceSubject) -> bool:
    """Whether all that might cite a shared source was read, and there is a journey to cite it."""
    return subject.complete and any(digest.kind == "journey" for digest in subject.digests.values())


def _unused(file: str, document: int, digest: Digest, cited: Collection[str]) -> Iterator[Found]:
    for position, name in enumerate(digest.sources):
        if key_of(name) not in cited:
            path = ("sources", position)
            yield Found(
                path,
                f"Nothing cites the source `{shortened(name)}`.",
                f"Write `evidence: {shortened(name)}` where it taught you something, or take it out.",
                fix=Fix(f"Take the source `{shortened(name)}` out", (RemoveItem(path),), safe=False),
                at=Where(file, document, path),
            )


RULE = LintRule(
    code="K506",
    name="unused-evidence",
    group="evidence",
    severity=Severity.INFO,
    on="workspace",
    check=check,
    doc=__doc__,
    ideas=(15,),
    fix="unsafe",
)
