"""The keys each part of a document may have, and what people write instead of them."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any, get_args

from pydantic import BaseModel

from klantreis.findings import Path
from klantreis.suggest import nearest

# ruff: noqa: E501  a table reads best with long lines
# Dutch words, and words of other tools, that likeness alone would not find.
_SYNONYMS = {
    "naam": "name", "titel": "title", "fasen": "phases", "fases": "phases", "stappen": "touchpoints",
    "contactmomenten": "touchpoints", "steps": "touchpoints", "moments": "touchpoints", "interactions": "touchpoints",
    "kanaal": "channel", "kanalen": "channel", "channels": "channel", "channel": "channels",
    "pijnpunten": "pains", "pain_points": "pains", "painpoints": "pains", "pain points": "pains", "problems": "pains",
    "kansen": "opportunities", "chances": "opportunities", "ideas": "opportunities", "verbeterkansen": "opportunities",
    "emotie": "emotion", "feeling": "emotion", "feelings": "emotion", "score": "emotion", "gevoel": "emotion",
    "gedachten": "thoughts", "acties": "actions", "klantacties": "actions", "doing": "actions", "thinking": "thoughts",
    "verwachting": "expectation", "verwachtingen": "expectations", "beleving": "experience", "ervaring": "experience",
    "eigenaar": "owner", "afdeling": "owner", "team": "owner", "department": "owner", "responsible": "owner",
    "bewijs": "evidence", "bron": "sources", "bronnen": "sources", "hoogtepunten": "gains", "highlights": "gains",
    "beschrijving": "description", "omschrijving": "description", "duur": "duration", "doel": "goal", "doelen": "goals",
    "moment_van_de_waarheid": "moment_of_truth", "mot": "moment_of_truth", "taal": "language", "lang": "language",
    "actor": "persona", "klant": "persona", "customer": "persona", "kernwaarden": "core_values", "values": "core_values",
    "meetwaarden": "metrics", "kpis": "metrics", "kpi": "metrics", "vragen": "questions", "barrieres": "barriers",
    "barrières": "barriers", "motivaties": "motivations", "fase": "stage", "stages": "phases", "next_review": "review_every",
    "afbeelding": "image", "picture": "image", "plaatje": "image", "lus": "loyalty_loop", "loop": "loyalty_loop",
    "makers_team": "makers", "auteurs": "makers", "authors": "makers", "lanen": "lanes", "rijen": "custom_lanes",
    "behoeften": "needs", "voorkeuren": "preferences", "frustraties": "frustrations", "citaat": "quote", "ernst": "severity",
    "lost_op": "solves", "inspanning": "effort", "moeite": "effort", "aanleiding": "trigger", "segmenten": "segments",
}  # fmt: skip


LANGUAGES = {
    "nederlands": "nl",
    "dutch": "nl",
    "engels": "en",
    "english": "en",
    "vlaams": "nl",
    "duits": "de",
    "frans": "fr",
}
"""What people write for a language, and its tag."""
CHOSEN = {
    "hoog": "high", "midden": "medium", "gemiddeld": "medium", "laag": "low", "klant": "customer",
    "organisatie": "organisation", "droom": "dream", "huidig": "current", "overbodig": "superfluous",
    "geautomatiseerd": "automated", "enquete": "survey", "enquête": "survey", "observatie": "observation",
    "bewustwording": "awareness", "orientatie": "orientation", "oriëntatie": "orientation", "intentie": "intent",
    "overweging": "consideration", "aankoop": "purchase", "gebruik": "use", "ondersteuning": "support",
    "loyaliteit": "loyalty", "klaar": "done", "gepland": "planned", "idee": "idea", "bezig": "doing",
    "dichtbij": "near", "ver": "far", "klantreis": "journey", "persona": "persona",
}  # fmt: skip
"""Dutch for the words of the format that are chosen from a list."""


def known_keys(model: type[BaseModel], path: Path) -> list[str]:
    """Give the keys that the mapping at a path may have, in the order of the format."""
    found = model_at(model, path)
    return list(_keys(found)) if found is not None else []


def suggest_key(written: str, known: list[str]) -> str | None:
    """Give the known key that was probably meant."""
    synonym = _SYNONYMS.get(written.lower().replace("-", "_"))
    if synonym in known:
        return synonym
    return nearest(written, known)


def home_of(written: str) -> str:
    """Tell where a key does belong, when another part of the format has it: in words, or nothing."""
    from klantreis.model.journey import Journey, Phase
    from klantreis.model.touchpoint import Opportunity, Pain, Touchpoint

    homes = (
        ("a touchpoint", Touchpoint),
        ("a phase", Phase),
        ("the journey", Journey),
        ("a pain point", Pain),
        ("an opportunity", Opportunity),
    )
    meant = _SYNONYMS.get(written.lower().replace("-", "_"), written)
    found = [name for name, model in homes if meant in _keys(model)]
    return f"`{meant}`, which belongs in {' or '.join(found)}" if found else ""


@cache
def _keys(model: type[BaseModel]) -> tuple[str, ...]:
    return tuple(field.alias or name for name, field in model.model_fields.items() if field.alias != "x-")


def model_at(model: type[BaseModel], path: Path) -> type[BaseModel] | None:
    """Give the model of the mapping at a path; list positions and free keys lead to their item."""
    return _model_at(model, tuple(part for part in path if not isinstance(part, int)))


@lru_cache(maxsize=4096)
def _model_at(model: type[BaseModel], keys: tuple[str, ...]) -> type[BaseModel] | None:
    here: type[BaseModel] | None = model
    free_key = False
    for part in keys:
        if here is None:
            return None
        if free_key:
            free_key = False
            continue
        fields = {field.alias or name: field for name, field in here.model_fields.items()}
        if part not in fields:
            return None
        annotation = fields[part].annotation
        free_key = "dict[" in str(annotation)
        here = _model_in(annotation)
    return None if free_key else here


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and not get_args(annotation):
        return annotation if issubclass(annotation, BaseModel) else None
    for argument in get_args(annotation):
        if (found := _model_in(argument)) is not None:
            return found
    return None
