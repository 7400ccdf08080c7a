"""Every kind of finding that `validate` knows, in one table. A code is never used again."""

from __future__ import annotations

from klantreis.findings import Rule, Severity

ENCODING = Rule("K001", "encoding", "The file is not UTF-8 or UTF-16 text, or holds control characters.")
SYNTAX = Rule("K002", "yaml-syntax", "The file is not YAML.")
DUPLICATE_KEY = Rule("K003", "duplicate-key", "A mapping has the same key twice.")
TOO_LARGE = Rule("K004", "too-large", "The file is larger, deeper or expands to more than klantreis reads.")
BAD_ALIAS = Rule("K005", "bad-alias", "An alias (`*name`) has no anchor, or holds itself.")
TAG = Rule("K006", "tag-not-allowed", "A YAML tag other than the standard ones.")
EMPTY = Rule("K007", "empty-file", "There is no document in the file.")
KEY_NOT_TEXT = Rule("K008", "key-not-text", "A key is a list or a mapping.")
YAML_VERSION = Rule("K009", "yaml-version", "The file asks for a YAML version other than 1.2.")
BAD_MERGE = Rule("K010", "bad-merge", "A merge key (`<<`) does not hold a mapping.")

FORMAT_VERSION = Rule("K101", "format-version", "`klantreis:` names a version this klantreis does not know.")
NO_VERSION = Rule("K102", "missing-version", "A file named on the command line lacks `klantreis: 1`.", Severity.WARNING)
UNKNOWN_KIND = Rule("K103", "unknown-kind", "`kind` is not journey, persona, organisation or roadmap.")
UNKNOWN_KEY = Rule("K104", "unknown-key", "A key the format does not know.")
MISSING_KEY = Rule("K105", "missing-key", "A key that must be there is not.")
WRONG_TYPE = Rule("K106", "wrong-type", "A text, list or mapping where something else belongs.")
CHOICE = Rule("K107", "unknown-choice", "A value outside a fixed list of words.")
RANGE = Rule("K108", "out-of-range", "A number outside its bounds.")
BAD_DATE = Rule("K109", "bad-date", "Not a date such as 2026, 2026-Q3, 2026-09 or 2026-09-30.")
BAD_DURATION = Rule("K110", "bad-duration", "Not a duration such as `6 months`, `2-4 weken` or `P6M`.")
BAD_ID = Rule("K111", "bad-id", "An id with capitals, spaces or other signs.")
EMPTY_SLUG = Rule("K112", "empty-slug", "No id can be made from the title.")
EMPTY_ITEM = Rule("K113", "empty-item", "An empty item in a list.")
SPLIT_SENTENCE = Rule("K114", "split-sentence", "A colon or comma split a sentence in two.")
NUMBER_NOTATION = Rule("K115", "number-notation", "A number with a comma, a typographic minus or quotes.")
TRUE_FALSE = Rule("K116", "true-or-false", "`ja`, `nee`, `yes`, `no`, `on` or `off` for true or false.")
ONLY_IN_DREAM = Rule("K117", "only-in-dream", "`of`, `horizon`, `drops` or `replaces` in a current journey.")
NO_BASE = Rule("K119", "dream-of-nothing", "`drops` or `replaces` in a dream that does not say what it is `of`.")
PICTURE = Rule("K118", "bad-picture", "A picture that is missing or lies outside the workspace.")
COMMA = Rule("K120", "comma-split-sentence", "A bracketed list whose texts read like one sentence.", Severity.WARNING)

DUPLICATE_ID = Rule("K201", "duplicate-id", "Two elements or documents with the same id.")
UNKNOWN_PERSONA = Rule("K202", "unknown-persona", "No persona has this id.")
UNKNOWN_SEGMENT = Rule("K203", "unknown-segment", "The organisation does not list this segment.")
UNKNOWN_TEAM = Rule("K204", "unknown-team", "The organisation does not list this team.")
UNKNOWN_CHANNEL = Rule("K205", "unknown-channel", "No such channel, where the organisation lists channels.")
LOOSE_CHANNEL = Rule(
    "K206", "undeclared-channel", "A channel that is not built in, in a workspace that lists none.", Severity.WARNING
)
UNKNOWN_METRIC = Rule("K207", "unknown-metric", "No such metric, built in or in the organisation.")
UNKNOWN_VALUE = Rule("K208", "unknown-core-value", "The organisation does not list this core value.")
UNKNOWN_EVIDENCE = Rule("K209", "unknown-evidence", "No source has this id.")
UNKNOWN_STEP = Rule("K210", "unknown-step", "No such phase, touchpoint or item in the journey meant.")
UNKNOWN_JOURNEY = Rule("K211", "unknown-journey", "No journey has this id.")
UNKNOWN_FRAMEWORK = Rule("K212", "unknown-framework", "No such framework, built in or in the organisation.")
UNKNOWN_INITIATIVE = Rule("K213", "unknown-initiative", "No initiative of the roadmap has this id.")
UNKNOWN_LANE = Rule("K214", "unknown-lane", "No such lane, built in or under `custom_lanes`.")
AMBIGUOUS = Rule("K215", "ambiguous-reference", "A reference that fits two things.")
CYCLE = Rule("K216", "reference-cycle", "References that lead back to where they began.")
MATCHED_TWICE = Rule("K217", "matched-twice", "A step of the current journey matched twice in the dream.")
SHARED_EVENT = Rule("K218", "shared-event", "One event that means two touchpoints of a journey.")
ALMOST = Rule("K221", "almost-a-persona", "An inline persona whose name is nearly that of a persona.", Severity.WARNING)
DREAM_ORDER = Rule("K220", "dream-order", "A dream that is of a dream as far away, or further.")
TWO_ORGANISATIONS = Rule("K219", "two-organisations", "A second organisation in one workspace.")

ALL: tuple[Rule, ...] = tuple(sorted((r for r in vars().values() if isinstance(r, Rule)), key=lambda r: r.code))
"""Every rule, by code."""

ALWAYS: frozenset[str] = frozenset(rule.code for rule in ALL if rule.severity is Severity.ERROR)
"""The codes of what makes a file a correct journey: no setting, comment or baseline has a say in them."""


def can_be_ignored(rule: Rule) -> bool:
    """Tell whether settings, comments and the baseline have a say in a kind of finding."""
    return rule.code not in ALWAYS
