"""In whose hands a journey is: shared by the rules about journeys of one team."""

from __future__ import annotations

from klantreis.lint.naming import key_of
from klantreis.lint.subject import JourneySubject
from klantreis.model.touchpoint import Touchpoint

_ENOUGH = 5


def in_one_hand(subject: JourneySubject) -> tuple[int, str] | None:
    """Give how many touchpoints of a longer journey as it is are owned, and the one team that owns them all."""
    if not subject.current or len(subject.steps) < _ENOUGH:
        return None
    owned, first = 0, ""
    for step in subject.steps:
        owners = _owners(step.touchpoint)
        owned += bool(owners)
        for written in owners:
            first = first or written
            if written != first and key_of(written) != key_of(first):
                return None
    if owned < _ENOUGH or (subject.organisation and len(subject.organisation.teams) == 1):
        return None
    return owned, first


def _owners(step: Touchpoint) -> list[str]:
    found = [step.owner] if step.owner else []
    for parts in (step.artefacts, step.frontstage, step.backstage, step.support_processes):
        if parts:
            found += [part.owner for part in parts if part.owner]
    return found
