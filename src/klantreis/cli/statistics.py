"""How often each rule spoke: `klantreis lint --statistics`."""

from __future__ import annotations

from collections import Counter

from klantreis.cli.output import write
from klantreis.source.locate import Located


def write_statistics(found: list[Located]) -> None:
    """Write a line a rule, the most frequent first: how often, code, name, how many can be mended."""
    counts = Counter((item.finding.rule.code, item.finding.rule.name) for item in found)
    safe = Counter(item.finding.rule.code for item in found if item.finding.fix and item.finding.fix.safe)
    unsafe = Counter(item.finding.rule.code for item in found if item.finding.fix and not item.finding.fix.safe)
    if not counts:
        return
    width = len(str(max(counts.values())))
    name_width = max(len(name) for _, name in counts)
    for (code, name), number in sorted(counts.items(), key=lambda entry: (-entry[1], entry[0])):
        mark = f"  [*] {safe[code]} with --fix" if safe[code] else ""
        mark += f"  [?] {unsafe[code]} with --unsafe-fixes" if unsafe[code] else ""
        write([[("bold", f"{number:>{width}}"), ("", f"  {code}  {name:<{name_width}}"), ("dim", mark)]])
