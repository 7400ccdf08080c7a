"""Page templates of somebody's own: they change the page, and can do nothing else.

They come from strangers, as everything in a workspace does. So: what they print is escaped; they see plain data of
ours and no files, modules or classes; they call only what is known to be harmless; loops, calls, includes and texts
are counted; and the page they give still begins with its Content-Security-Policy, under which no script of theirs
runs and nothing is fetched (see `own_page`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sized
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from pathlib import PurePath
from types import ModuleType
from typing import Any

from jinja2 import StrictUndefined, TemplateSyntaxError, Undefined, nodes, pass_context
from jinja2.exceptions import SecurityError
from jinja2.loaders import BaseLoader
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

OURS = "klantreis/"
"""Before the names of our own templates."""
_MAX_TEXT = 4 * 1024 * 1024
"""The longest text a template may put together; what we hand it as a whole may be longer."""
_MAX_NUMBER = 1e12
_MAX_PRINTED = 256 * 1024 * 1024
"""How much a template may print in all, a text that is kept and printed again counted again."""
_STEPS = 100_000
"""How many turns of loops and calls one page may take."""
_INCLUDES = 2_000

_FILTERS = (
    "abs", "count", "d", "default", "dictsort", "first", "float", "groupby", "int", "items", "last", "length", "list",
    "max", "min", "reject", "rejectattr", "reverse", "round", "select", "selectattr", "sort", "unique",
)  # fmt: skip
_TEXT_FILTERS = (
    "capitalize", "e", "escape", "forceescape", "lower", "string", "title", "trim", "truncate", "upper", "wordcount",
)  # fmt: skip
"""Those that make a text of what they get: of a list in a list that would have no end."""
_RANGE = 10_000
_PER_STEP = 100
"""How many signs of a text, or items of a list, a filter takes for a step."""
_OF_TEXT = frozenset({"upper", "lower", "title", "capitalize", "strip", "lstrip", "rstrip", "startswith", "endswith"})
_OF_DICT = frozenset({"get", "items", "keys", "values"})
_BLOCK = re.compile(r"\{%-?\s*block\s+(\w+)")
_OPERATORS = frozenset({"+", "*", "**", "%", "/", "//", "-"})


class SpentError(SecurityError):
    """A template did more than a page needs."""


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, narrowed to what a page needs, with a count of what it does."""

    intercepted_binops = _OPERATORS

    def __init__(self, loader: BaseLoader) -> None:
        super().__init__(
            loader=loader,
            autoescape=True,
            undefined=StrictUndefined,
            finalize=_printed,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        kept = {name: _counting(self.filters[name]) for name in _FILTERS}
        kept |= {name: _counting(self.filters[name], text=True) for name in _TEXT_FILTERS}
        # `safe` would print what a journey says as markup; what we hand over as markup needs no `safe`.
        kept |= {"safe": _same, "join": _joined, "replace": _replace, "map": _attributes, "counted": _counted}
        kept |= {"joined": _joined, "flat": _flat, "sum": _sum, "late": _late}
        self.filters = kept
        self.globals = {"range": _range}

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        if not (filename or "").startswith(OURS):
            _guard(tree, filename or "")
            self._refuse_unknown_blocks(tree, filename or "")
        return tree

    def _refuse_unknown_blocks(self, tree: nodes.Template, filename: str) -> None:
        """Refuse a block that ours does not have: Jinja would pass over it, and what stands in it be lost."""
        extends = tree.find(nodes.Extends)
        if extends is None or not isinstance(extends.template, nodes.Const) or self.loader is None:
            return
        parent = str(extends.template.value)
        if not parent.startswith(OURS):
            return
        known = _BLOCK.findall(self.loader.get_source(self, parent)[0])
        for block in tree.body:
            if isinstance(block, nodes.Block) and block.name not in known:
                text = f"there is no block `{block.name}` in {parent}; it has {', '.join(known)}"
                raise TemplateSyntaxError(text, block.lineno, filename=filename)

    def get_template(self, name: Any, parent: str | None = None, globals: Any = None) -> Any:  # noqa: A002  # Jinja's name
        """Give a template, counted: includes cost more than a turn of a loop."""
        _count(_STEPS // _INCLUDES)
        return super().get_template(name, parent, globals)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Tell whether an attribute is plain data of ours, or a harmless method of a text."""
        if isinstance(obj, (PurePath, type, bytes)):
            return False
        if isinstance(obj, ModuleType):
            return isinstance(value, (int, float, str)) and super().is_safe_attribute(obj, attr, value)
        if isinstance(obj, str):
            return attr in _OF_TEXT
        return super().is_safe_attribute(obj, attr, value)

    def is_safe_callable(self, obj: Any) -> bool:
        """Tell whether it is a block, a macro or a loop of the template, a range, or one of a few methods."""
        if getattr(obj, "__module__", None) == "jinja2.runtime" or obj is _range:
            return True
        owner, name = getattr(obj, "__self__", None), getattr(obj, "__name__", "")
        return (isinstance(owner, str) and name in _OF_TEXT) or (isinstance(owner, Mapping) and name in _OF_DICT)

    def wrap_str_format(self, value: Any) -> None:
        """Give nothing: `format` could make a text of any length."""

    def call(self, __context: Any, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: PYI063  # Jinja's signature
        """Call something harmless, and count it."""
        _count()
        return super().call(__context, __obj, *args, **kwargs)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Reckon with numbers of ordinary size; `+` also puts texts together."""
        if operator == "+" and isinstance(left, str) and isinstance(right, str):
            return _joined((left, right))
        for number in (left, right):
            if not isinstance(number, (int, float)) or abs(number) > _MAX_NUMBER:
                raise SecurityError(f"`{operator}` is for numbers of ordinary size")
        if operator == "**":
            raise SecurityError("`**` is not available")
        return super().call_binop(context, operator, left, right)


def _guard(tree: nodes.Template, filename: str) -> None:
    """Count the turns of loops and bound texts that are put together; refuse what turns escaping off."""
    for switch in tree.find_all((nodes.ScopedEvalContextModifier, nodes.EvalContextModifier)):
        raise TemplateSyntaxError("escaping cannot be turned off", switch.lineno, filename=filename)
    for name in tree.find_all(nodes.Name):
        if name.name in ("varargs", "kwargs"):
            raise TemplateSyntaxError(f"`{name.name}` is not available", name.lineno, filename=filename)
    for output in tree.find_all(nodes.Output):
        # What stands there as it is would be put in the page unseen, and in a text that is kept as often as it likes.
        output.nodes = [nodes.Filter(node, "late", [], [], None, None, lineno=node.lineno) for node in output.nodes]
    for loop in tree.find_all(nodes.For):
        loop.iter = nodes.Filter(loop.iter, "counted", [], [], None, None, lineno=loop.lineno)
    for node in tree.find_all(nodes.Node):
        for field, value in node.iter_fields():
            if isinstance(value, list):
                value[:] = [_guarded(item, node) for item in value]
            else:
                setattr(node, field, _guarded(value, node))


def _guarded(value: Any, holder: nodes.Node) -> Any:
    """Give a node by way of a filter that bounds what it makes: texts put together, lists and mappings."""
    if isinstance(value, nodes.Concat):
        pieces = nodes.List(value.nodes, lineno=value.lineno)
        return nodes.Filter(pieces, "joined", [], [], None, None, lineno=value.lineno)
    made = isinstance(value, (nodes.List, nodes.Dict)) or (isinstance(value, nodes.Tuple) and value.ctx == "load")
    if made and not (isinstance(holder, nodes.Filter) and holder.name in ("flat", "joined")):
        return nodes.Filter(value, "flat", [], [], None, None, lineno=value.lineno)
    return value


_SPENT: ContextVar[list[int]] = ContextVar("spent")
"""How many steps the page that is being made has taken, and how many signs were printed for it."""


@contextmanager
def counting() -> Iterator[None]:
    """Begin a count of steps for the page that is made within."""
    token = _SPENT.set([0, 0])
    try:
        yield
    finally:
        _SPENT.reset(token)


def _count(steps: int = 1) -> None:
    spent = _SPENT.get()
    spent[0] += steps
    if spent[0] > _STEPS:
        raise SpentError("it takes more steps than a page needs")


def _counted(values: Iterable[Any]) -> Iterator[Any]:
    """Give what a loop runs over, and count its turns."""
    for value in values:
        _count()
        yield value


def _range(*args: int) -> range:
    """Give a range, counted as a whole."""
    found = range(*args)
    if len(found) > _RANGE:
        raise SpentError(f"a range has at most {_RANGE} numbers")
    return found


def _counting(function: Callable[..., Any], *, text: bool = False) -> Callable[..., Any]:
    """Give a filter that counts what it takes, and with `text` takes no lists."""
    # Some filters get the environment first.
    place = int(getattr(function, "jinja_pass_arg", None) is not None)

    @wraps(function)
    def counted(*args: Any, **named: Any) -> Any:
        value = args[place]
        _count(1 + len(value) // _PER_STEP if isinstance(value, Sized) else 1)
        if text:
            _plain(value)
        return function(*args, **named)

    return counted


@pass_context
def _late(_context: Context, value: Any) -> Any:
    """Give a value as it is, while the page is made: what needs the context is not reckoned out before."""
    return value


def _printed(value: Any) -> Any:
    """Give a value that can be printed, and count its signs."""
    if isinstance(value, str):
        spent = _SPENT.get()
        spent[1] += len(value)
        if spent[1] > _MAX_PRINTED:
            raise SpentError("it prints more than a page needs")
    return _plain(value)


def _plain(value: Any) -> Any:
    """Give a value that can be printed as it is: a text, a number, nothing."""
    if value is None or isinstance(value, (str, int, float, Undefined)) or hasattr(value, "__html__"):
        return value
    raise SecurityError("only a text or a number can be printed: use `join` for a list")


def _flat(value: Any) -> Any:
    """Give a list or a mapping made in a template; it holds no others, for those could grow without end."""
    held = value.values() if isinstance(value, dict) else value
    if any(isinstance(item, (list, tuple, dict)) for item in held):
        raise SecurityError("a list that is made in a template holds no other lists")
    return value


def _sum(values: Iterable[Any], attribute: str | None = None, start: float = 0) -> float:
    """Give the sum of numbers."""
    for value in values:
        number = _attribute(value, attribute) if attribute else value
        if not isinstance(number, (int, float)):
            raise SecurityError("`sum` is for numbers")
        start += number
    return start


def _same(value: Any) -> Any:
    return value


def _bound(size: int) -> None:
    if size > _MAX_TEXT:
        raise SpentError("it makes a text longer than a page needs")


def _joined(pieces: Iterable[Any], between: Any = "", attribute: str | None = None) -> Markup:
    """Put texts together as `~` and `join` do, escaped."""
    held = [escape(_plain(_attribute(piece, attribute) if attribute else piece)) for piece in pieces]
    between = escape(_plain(between))
    size = sum(map(len, held)) + len(between) * len(held)
    _count(size // _PER_STEP)
    _bound(size)
    found: Markup = between.join(held)
    return found


def _replace(text: Any, old: str, new: str) -> str:
    """Replace a part of a text; of markup nothing is replaced, for it might become other markup."""
    if isinstance(text, Markup):
        raise SecurityError("`replace` is for text, not for markup")
    found, old, new = str(_plain(text)), str(_plain(old)), str(_plain(new))
    size = len(found) + (found.count(old) if old else len(found) + 1) * len(new)
    _count(size // _PER_STEP)
    _bound(size)
    return found.replace(old, new)


def _attributes(values: Iterable[Any], attribute: str = "", **_: Any) -> Iterator[Any]:
    """Give an attribute of each value: the one form of `map` there is."""
    for value in values:
        yield _attribute(value, attribute)


def _attribute(value: Any, name: str) -> Any:
    if not re.fullmatch(r"[a-z][a-z0-9_]*", name):
        raise SecurityError(f"`{name}` is no attribute")
    if isinstance(value, (str, PurePath, ModuleType, type)):
        raise SecurityError(f"there is no `{name}` here")
    return value.get(name) if isinstance(value, Mapping) else getattr(value, name)
