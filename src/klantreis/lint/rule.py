"""What a rule is: a docstring, a code and a name, options, and a check that yields what it found."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from klantreis.findings import Fix, Path, Related, Rule, Severity, Where

Group = Literal["structure", "experience", "evidence", "organisation", "dream", "portfolio", "housekeeping"]
GROUPS: tuple[Group, ...] = (
    "structure", "experience", "evidence", "organisation", "dream", "portfolio", "housekeeping",
)  # fmt: skip

Target = Literal["journey", "persona", "organisation", "dream", "roadmap", "workspace", "text", "ignore"]
"""What a rule looks at, and so what its `check` is given (see `klantreis.lint.subject`).

`journey`: one journey, current or dream. `dream`: a dream beside the journey it is of. `roadmap`:
a roadmap beside both. `workspace`: the outlines and digests of all documents. `text`: a file as
it was written. `ignore`: told by the reading of ignore comments itself; `check` is never called.
"""

Options = Mapping[str, Any]
OptionValue = int | float | str | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Option:
    """An option of a rule: its default (which is also its type), what it means, its bounds."""

    default: OptionValue
    about: str
    low: float | None = None
    high: float | None = None
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """What a rule found. `path` leads from the top of the document that the rule looks at.

    `at` is for rules over several documents and wins. `key` asks for the key instead of its value.
    """

    path: Path
    message: str
    hint: str = ""
    key: bool = False
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
    at: Where | None = None


Check = Callable[[Any, Options], Iterator[Found]]


def never(_subject: Any, _options: Options) -> Iterator[Found]:
    """Find nothing: the check of the rules that the reading of ignore comments tells itself."""
    yield from ()


@dataclass(frozen=True, slots=True, eq=False)
class LintRule:
    """A rule of the linter.

    `severity` is what it has when it is on; `on_by_default` false means it must be asked for.
    `ideas` are the rows of the list of ideas behind it. `fix` tells whether it can mend what it
    finds, and how surely; `also` names targets beside `on`. `doc` is the module's docstring
    (see `klantreis.lint.page`).
    """

    code: str
    name: str
    group: Group
    severity: Severity
    on: Target
    check: Check
    doc: str
    ideas: tuple[int, ...]
    options: Mapping[str, Option] = field(default_factory=dict)
    fix: Literal["", "safe", "unsafe"] = ""
    also: tuple[Target, ...] = ()
    on_by_default: bool = True
    rule: Rule = field(init=False)

    def __post_init__(self) -> None:
        """Keep the small part that travels with every finding."""
        about = self.doc.strip().partition("\n")[0]
        object.__setattr__(self, "rule", Rule(self.code, self.name, about, self.severity))
