"""What `klantreis lint --fix` says that it did."""

from __future__ import annotations

import pytest

from klantreis.cli.fixing import Mended, summary
from klantreis.errors import PathError

ERROR = PathError("a.yaml: cannot be written: it may not be written.")


@pytest.mark.parametrize(
    ("mended", "words"),
    [
        (Mended(), "Nothing to mend."),
        (Mended(unsafe_left=2), "Nothing to mend. (2 more with --unsafe-fixes)"),
        (Mended(errors=[ERROR]), "Nothing mended: 1 file could not be written."),
        (Mended(conflicts=["a", "b"]), "a\nb\nNothing mended: 2 fixes could not be made."),
        (Mended(3, {"a", "b"}), "Mended 3 findings in 2 files."),
        (Mended(1, {"a"}, errors=[ERROR]), "Mended 1 finding in 1 file. 1 file could not be written."),
    ],
)
def test_what_was_mended_and_what_not_is_said(mended, words):
    assert summary(mended, written=True) == words
