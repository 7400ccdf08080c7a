# ruff: noqa: E501  # the scripts are JavaScript
"""What tests in a real browser look for: what spills, what overlaps, what is fetched."""

from __future__ import annotations

from pathlib import Path
from typing import Any

SLACK = 1.5
"""Pixels that a renderer's rounding may cost."""

SPILLS = """slack => {
  const out = [];
  const seen = e => { const r = e.getBoundingClientRect(); return r.width > 0 && r.height > 0; };
  for (const text of document.querySelectorAll('svg text')) {
    // The advance, not the ink: the f of an italic hangs a pixel or two out of its own box, as it should.
    if (text.getComputedTextLength() > +text.dataset.room + slack) out.push('svg: ' + text.textContent);
  }
  const walker = document.createTreeWalker(document.body || document.documentElement, NodeFilter.SHOW_TEXT);
  for (let node; node = walker.nextNode();) {
    const parent = node.parentElement;
    if (!node.textContent.trim() || parent.closest('svg, style, title, .hidden') || !seen(parent)) continue;
    if (!parent.checkVisibility()) continue;  // in what is folded
    const home = parent.closest('.card, .chip, .chevron, td, th, dd, header, article');
    if (!home) continue;
    const range = document.createRange(); range.selectNodeContents(node);
    const box = home.getBoundingClientRect();
    for (const r of range.getClientRects()) {
      if (r.left < box.left - slack || r.right > box.right + slack || r.top < box.top - slack || r.bottom > box.bottom + slack)
        { out.push('html: ' + node.textContent); break; }
    }
  }
  return out;
}"""
OVERLAPS = """slack => {
  const boxes = [...document.querySelectorAll('.card, .chip')].map(e => [e, e.getBoundingClientRect()]).filter(([, r]) => r.width);
  const out = [];
  boxes.forEach(([e, a], i) => boxes.slice(0, i).forEach(([f, b]) => {
    if (e.contains(f) || f.contains(e)) return;
    if (a.left < b.right - slack && b.left < a.right - slack && a.top < b.bottom - slack && b.top < a.bottom - slack)
      out.push(e.textContent.trim() + ' / ' + f.textContent.trim());
  }));
  return out;
}"""

CROWDED = """() => {
  // The ink of a line of text is less high than its box: a third of it may be shared with the next line.
  const boxes = [...document.querySelectorAll('svg text')].map(e => [e, e.getBoundingClientRect()]).filter(([, r]) => r.width > 1);
  boxes.sort(([, a], [, b]) => a.top - b.top);
  const out = [];
  boxes.forEach(([e, a], i) => {
    for (let j = i + 1; j < boxes.length && boxes[j][1].top < a.bottom; j++) {
      const [f, b] = boxes[j];
      const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      if (wide > 2 && high > Math.min(a.height, b.height) / 3) out.push(e.textContent + ' / ' + f.textContent);
    }
  });
  return out;
}"""
"""Texts of a picture that stand on each other."""


def look(browser: Any, path: Path, width: int) -> tuple[Any, list[str]]:
    """Open a file and give its page, with every request and message it caused."""
    page = browser.new_page(viewport={"width": width, "height": 1000})
    noise: list[str] = []
    page.on("console", lambda message: noise.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: noise.append(str(error)))
    page.on(
        "request",
        lambda request: noise.append(request.url) if not request.url.startswith((path.as_uri(), "data:")) else None,
    )
    page.goto(path.as_uri())
    page.evaluate("document.fonts ? document.fonts.ready : null")
    return page, noise
