"""What the YAML scanner says, in words that help who wrote the file."""

from __future__ import annotations

from yaml import MarkedYAMLError, YAMLError
from yaml.reader import ReaderError

from klantreis import rules
from klantreis.findings import Place
from klantreis.source.problem import Problem

# (in the scanner's problem, in its context, message, hint); the first that fits is used.
_WORDS = (
    ("mapping values are not allowed", "", "A `: ` cannot stand here.",
     "Put a text that holds `: ` in quotes; give keys that belong together the same indent."),
    ("cannot start any token", "", "A text cannot begin with this sign.",
     "Put the text in quotes. (A tab, @, ` and % are such signs; indent with spaces.)"),
    ("unexpected end of stream", "quoted scalar", "This quote is never closed.",
     "Close it; a text that begins with an apostrophe (`'s avonds`) goes in double quotes."),
    ("unexpected document indicator", "quoted scalar", "This quote is never closed.",
     "Close it, or leave it out."),
    ("expected ',' or ']'", "", "This `[` is never closed, or a comma is missing.",
     "Close it with `]`; put a text with `: `, `[`, `]`, `{` or `}` in quotes."),
    ("expected ',' or '}'", "", "This `{` is never closed, or a comma is missing.",
     "Close it with `}`; put a text with `: `, `[`, `]`, `{` or `}` in quotes."),
    ("expected node content", "flow", "This bracket is never closed.", "Close it with `]` or `}`."),
    ("could not find expected ':'", "", "A key without `:` behind it, or a text that goes on here.",
     "Write `key: value`; indent a text that goes on."),
    ("did not find expected key", "", "This line does not fit the lines above it.",
     "Give keys that belong together the same indent; a text with an apostrophe in it goes in double quotes."),
    ("did not find expected '-' indicator", "", "This line does not fit the list above it.",
     "Give all items of a list the same indent, each with `- `; and the keys of one item too."),
    ("found a tab character", "", "A tab where spaces belong.", "Indent with spaces."),
    ("block sequence entries are not allowed", "", "A list cannot begin here.",
     "Begin the list on a line of its own."),
    ("mapping keys are not allowed", "", "A key cannot begin here.", "Begin it on a line of its own."),
    ("incompatible YAML document", "", "The file asks for a YAML version that does not exist.",
     "Remove the `%YAML` line: klantreis reads YAML 1.2."),
    ("expected <document start>", "", "Something stands after the end of the document.",
     "Begin a further document with `---`; give all keys at the top the same indent."),
    ("hexdecimal number", "", "After `\\` in double quotes only certain letters may follow.",
     "Write `\\\\` for a backslash, or use single quotes."),
    ("unknown escape character", "", "After `\\` in double quotes only certain letters may follow.",
     "Write `\\\\` for a backslash, or use single quotes."),
)  # fmt: skip


def syntax_problem(error: YAMLError) -> Problem:
    """Turn an error of the YAML scanner or parser into a problem with a place."""
    if isinstance(error, ReaderError):
        place = Place(1, 1, 1, 2)
        return Problem(rules.ENCODING, f"The text cannot be read: {error.reason}.", "Save the file as UTF-8.", place)
    if not isinstance(error, MarkedYAMLError) or (mark := error.problem_mark or error.context_mark) is None:
        return Problem(rules.SYNTAX, f"This is not YAML: {error}.", "", Place(1, 1, 1, 1))
    problem, context = error.problem or "", error.context or ""
    fitting = ((m, h) for in_problem, in_context, m, h in _WORDS if in_problem in problem and in_context in context)
    otherwise = (f"This is not YAML: {problem}.", "Put texts with special signs in quotes.")
    message, hint = next(fitting, otherwise)
    # What was never closed is shown where it was opened.
    opened = "never closed" in message and error.context_mark is not None
    mark = error.context_mark if opened and error.context_mark is not None else mark
    place = Place(mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 2)
    rule = rules.YAML_VERSION if "incompatible YAML" in problem else rules.SYNTAX
    return Problem(rule, message, hint, place)
