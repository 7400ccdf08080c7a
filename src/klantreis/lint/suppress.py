"""Takes away the findings that comments ignore, and tells of comments that ignore nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from klantreis.findings import EditComment, Finding, Fix, Where
from klantreis.lint.ignores import Ignore, Named, ignores_in
from klantreis.lint.plan import Active, Plan
from klantreis.lint.rules.housekeeping import bare_ignore, stale_baseline, unknown_ignore, unused_ignore
from klantreis.lint.selectors import EVERYTHING, suggest_rule
from klantreis.rules import ALWAYS, can_be_ignored
from klantreis.source.places import Places
from klantreis.wording import shortened

_OWN = frozenset({bare_ignore.RULE.code, stale_baseline.RULE.code, unknown_ignore.RULE.code, unused_ignore.RULE.code})
"""What is told of comments themselves."""
_HINT = "Write `# klantreis: ignore[rule-name] why`."


@dataclass(slots=True)
class Kept:
    """The findings of a file that remain, and how many comments took away."""

    findings: list[Finding] = field(default_factory=list)
    ignored: int = 0


def suppress(
    file: str,
    findings: Iterable[Finding],
    text: str,
    documents: Sequence[Places],
    plan: Plan | None,
    running: Collection[str],
) -> Kept:
    """Take the ignored findings of one file away; add what is wrong with its comments.

    `running` are the codes whose silence means something here: only those can be ignored in vain.
    """
    ignores = ignores_in(text, documents)
    kept = Kept()
    for finding in findings:
        if can_be_ignored(finding.rule) and _taken(finding, ignores, documents):
            kept.ignored += 1
        else:
            kept.findings.append(finding)
    if plan is not None:
        active = {item.rule.code: item for item in plan.on("ignore")}
        kept.findings.extend(_about(file, ignores, running, active))
    return kept


def _taken(finding: Finding, ignores: list[Ignore], documents: Sequence[Places]) -> bool:
    where = finding.where
    line = _line(where, documents)
    taken = [ignore.take(finding.rule.code) for ignore in ignores if ignore.covers(line, where.document, where.path)]
    return any(taken)


def _line(where: Where, documents: Sequence[Places]) -> int:
    if where.place is not None:
        return where.place.line
    if where.document >= len(documents):
        return 1
    return documents[where.document].nearest(where.path, key=where.key).line


def _about(file: str, ignores: list[Ignore], running: Collection[str], active: dict[str, Active]) -> Iterator[Finding]:
    """What is wrong with the comments themselves."""
    for ignore in ignores:
        if ignore.misread:
            if item := active.get(unknown_ignore.RULE.code):
                message = f"`{shortened(ignore.misread)}` is not understood, so this ignores nothing."
                yield _finding(item, Where(file, place=ignore.place), message, _HINT)
            continue
        if not ignore.names and (item := active.get(bare_ignore.RULE.code)):
            yield _finding(item, Where(file, place=ignore.place), "This ignores nothing: it names no rule.", _HINT)
        unused = []
        for name in ignore.names:
            if name.codes is None or name.codes & (ALWAYS | _OWN):
                if item := active.get(unknown_ignore.RULE.code):
                    yield _unknown(item, file, name)
            elif name.written not in ignore.used and name.codes <= set(running):
                # A rule that did not run cannot tell whether it would find something.
                unused.append(name)
        if unused and (item := active.get(unused_ignore.RULE.code)):
            yield _unused(item, file, ignore, unused)


def _unknown(item: Active, file: str, name: Named) -> Finding:
    where = Where(file, place=name.place)
    if name.codes is not None and name.codes & _OWN:
        message = f"`{shortened(name.written)}` cannot be ignored by a comment: it is about the comments."
        return _finding(item, where, message, "Take it out; settings can turn the rule off.")
    if name.codes is not None:
        message = f"`{shortened(name.written)}` cannot be ignored: it is what makes a file a correct journey."
        return _finding(item, where, message, "Mend it, or take the part out.")
    if name.written == EVERYTHING:
        message = "This ignores nothing: `all` would hide what nobody has seen yet."
        return _finding(item, where, message, "Name the rules.")
    hint = suggest_rule(name.written) or "`klantreis rules` lists them."
    return _finding(item, where, f"No rule `{shortened(name.written)}`, so this ignores nothing.", hint)


def _unused(item: Active, file: str, ignore: Ignore, unused: list[Named]) -> Finding:
    left = [name.written for name in ignore.names if name not in unused]
    names = ", ".join(f"`{shortened(name.written)}`" for name in unused)
    text = ""
    if left:
        kind = "ignore" if ignore.line else "ignore-file"
        text = f"# klantreis: {kind}[{', '.join(left)}]{' ' + ignore.reason if ignore.reason else ''}"
    return Finding(
        item.rule.rule,
        Where(file, place=unused[0].place),
        f"Nothing to ignore here any more: {names}.",
        "Take it out of the comment.",
        fix=Fix("take it out of the comment", (EditComment(ignore.place, text),)),
        level=item.severity,
    )


def _finding(item: Active, where: Where, message: str, hint: str) -> Finding:
    return Finding(item.rule.rule, where, message, hint, level=item.severity)
