"""Pages of somebody's own: the templates of a folder, rendered in the sandbox and checked before they are given.

Whatever a template does, its page begins with our Content-Security-Policy, and nothing in it leads elsewhere by
itself.
"""

from __future__ import annotations

import os
import re
import stat
import traceback
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from itertools import islice
from pathlib import Path
from typing import Any

from jinja2 import Environment, TemplateError, TemplateNotFound, TemplateSyntaxError
from jinja2.loaders import BaseLoader

from klantreis.errors import UsageError
from klantreis.render.kit.clean import clean
from klantreis.render.kit.sandbox import OURS, Sandbox, SpentError, counting
from klantreis.render.kit.templates import source
from klantreis.suggest import did_you_mean
from klantreis.wording import shortened

_MAX_FILE = 256 * 1024
_MAX_OUTPUT = 64 * 1024 * 1024
_HINT = "Templates of your own are explained in docs/templates.md."
PAGE = "page.html.j2"
_PLAIN = re.compile(r"[\w-]+(?:\.[\w-]+)*\Z")
_FILES = 500
_PREFIX = re.compile(
    r'\s*<!doctype html>\s*<html lang="[^"<>]*"[^<>]*>\s*<head>\s*<meta charset="utf-8">\s*'
    r'<meta http-equiv="Content-Security-Policy" content="([^"<>]*)">',
    re.IGNORECASE,
)
"""How our page begins. What stands before a policy, or makes the parser leave the head, would escape it."""
_MISSING = re.compile(r"'klantreis\.[\w.]*\.([A-Za-z]+?)(?:Data)? object' has no attribute '(\w+)'")
_TAGS = re.compile(r"<\s*(meta|base|link)\b[^>]*>?", re.IGNORECASE)
_NAMED = re.compile(r"<meta name=\"[\w:-]+\" content=\"[^\"<>]*\">\Z", re.IGNORECASE)


class _Loader(BaseLoader):
    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, None]:  # noqa: ARG002  # Jinja's signature
        """Give a template's text and what it is called in errors."""
        if template.startswith(OURS):
            name = template.removeprefix(OURS)
            text = source(name) if _PLAIN.match(name) else None
            if text is None:
                raise TemplateNotFound(template)
            return text, template, None
        return (*_read(self.folder, template), None)


def _read(folder: Path, name: str) -> tuple[str, str]:
    """Give a template of the folder and its path; never one that lies outside."""
    try:
        path = (folder / name).resolve(strict=True)
        about = path.stat()
    except (OSError, ValueError, RuntimeError):
        # Our pieces include one another by their plain names.
        if (text := source(name) if _PLAIN.match(name) else None) is not None:
            return text, OURS + name
        raise TemplateNotFound(name) from None
    if not path.is_relative_to(folder.resolve()) or not stat.S_ISREG(about.st_mode):
        raise TemplateNotFound(name)
    if about.st_size > _MAX_FILE:
        raise UsageError(f"{folder / name}: larger than 256 KiB.", _HINT)
    try:
        return path.read_text(encoding="utf-8-sig"), str(folder / name)
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{folder / name}: cannot be read as UTF-8.", _HINT) from error


@dataclass(frozen=True, slots=True)
class OwnPage:
    """The page of a folder of templates."""

    folder: Path

    def render(self, *args: object, **context: Any) -> str:
        """Give the page. `page` in the context has a `policy`; raises `UsageError` for a mistake in a template."""
        try:
            with counting():
                markup = self._render(*args, **context)
        except UsageError:
            raise
        except (RecursionError, MemoryError) as error:
            raise UsageError(f"{self.folder / PAGE}: it calls itself without end.", _HINT) from error
        except Exception as error:  # what a stranger's template may run into has no end
            raise _told(error, self.folder) from error
        _check(markup, context["page"].policy, self.folder / PAGE)
        return markup

    def _render(self, *args: object, **context: Any) -> str:
        pieces, size = [], 0
        for piece in _environment(self.folder, _state(self.folder)).get_template(PAGE).generate(*args, **context):
            size += len(piece)
            if size > _MAX_OUTPUT:
                raise SpentError("it makes a page of more than 64 MiB")
            pieces.append(piece)
        return "".join(pieces)


def own_page(folder: Path) -> OwnPage:
    """Give the page of a folder of templates. Raises `UsageError` for a folder without a `page.html.j2`."""
    # Of a name that no file system takes, `Path.is_dir` raises.
    if not os.path.isdir(folder):
        raise UsageError(f"{shortened(str(folder), 200)}: no folder of templates.", _HINT)
    if not (folder / PAGE).is_file():
        names = [entry.name for entry in islice(folder.iterdir(), _FILES)]
        raise UsageError(f"{folder}: it has no {PAGE}.", did_you_mean(PAGE, names) or _HINT)
    return OwnPage(folder)


@lru_cache(maxsize=4)
def _environment(folder: Path, _files: tuple[tuple[str, int, int], ...]) -> Sandbox:
    return Sandbox(_Loader(folder))


def _state(folder: Path) -> tuple[tuple[str, int, int], ...]:
    """Give what the files of a folder are like, to notice that one was changed."""
    found = []
    for path in islice(folder.rglob("*"), _FILES):
        try:
            about = path.stat()
        except OSError:
            continue
        found.append((str(path), about.st_mtime_ns, about.st_size))
    return tuple(sorted(found))


def _told(error: Exception, folder: Path) -> UsageError:
    """Give an error of a template as one of use: its file, its line, what is wrong."""
    file, line = str(folder / PAGE), 1
    if isinstance(error, TemplateSyntaxError):
        file, line = error.filename or file, error.lineno
    else:
        for place in traceback.extract_tb(error.__traceback__):
            if place.filename.startswith((str(folder), OURS)):
                file, line = place.filename, place.lineno or line
    if isinstance(error, TemplateNotFound):
        text = f"There is no template `{error.message}`."
    elif isinstance(error, (TemplateError, AttributeError, TypeError, ValueError)):
        text = f"{str(error.args[0] if error.args else error).rstrip('.')}."
        text = _MISSING.sub(lambda found: f"`{found[1].lower()}` has no `{found[2]}`", text)
    else:
        text = f"{type(error).__name__}: {error}."
    return UsageError(f"{file}:{line}: {clean(text)[:300]}", _HINT)


def _check(markup: str, policy: str, file: Path) -> None:
    """Refuse a page that does not begin with its policy, or that names another or leads elsewhere by itself."""
    begins = _PREFIX.match(markup)
    if begins is None or unescape(begins[1]) != policy:
        raise UsageError(
            f"{file}: the page does not begin as ours does, with its Content-Security-Policy.",
            'Begin the template with {% extends "klantreis/page.html.j2" %} and write in its blocks.',
        )
    for tag in _TAGS.finditer(markup, begins.end()):
        if not _NAMED.match(tag[0]):
            raise UsageError(
                f"{file}: a page holds no `{shortened(tag[0], 60)}`.",
                "It fetches nothing and leads nowhere by itself; styles go in the block `style`.",
            )
