"use strict";
// Comfort only: without this script everything can be read. It knows nothing of any journey; what it
// needs stands in attributes, and texts go from one element to another as text.

const press = (button, on) => button.setAttribute("aria-pressed", String(on));
const pressed = button => button.getAttribute("aria-pressed") === "true";

// Which view is being read.
const links = [...document.querySelectorAll("nav a")];
if (links.length) {
  const targets = links.map(link => document.getElementById(link.hash.slice(1)));
  const mark = () => {
    const line = innerHeight / 3;
    const tops = targets.map(target => target.getBoundingClientRect().top);
    // The last one that begins above the line; a journey gives way to its first view.
    let here = Math.max(0, tops.findLastIndex(top => top <= line));
    if (innerHeight + scrollY >= document.documentElement.scrollHeight - 2) here = links.length - 1;
    if (links[here].hasAttribute("aria-current")) return;
    for (const link of links) link.removeAttribute("aria-current");
    links[here].setAttribute("aria-current", "true");
    // On a narrow screen the bar itself is scrolled to it.
    links[here].closest("nav").scrollLeft = links[here].offsetLeft - innerWidth / 4;
  };
  addEventListener("scroll", mark, { passive: true });
  mark();
}

for (const view of document.querySelectorAll(".view-map")) {
  const tools = view.querySelector(".tools");
  const table = view.querySelector(".map-table");
  const status = tools.querySelector(".told");
  const clear = tools.querySelector(".clear");
  const picks = [...tools.querySelectorAll(".pick")];
  const columns = Number(view.style.getPropertyValue("--columns"));
  const stories = [...view.querySelectorAll("article[data-place]")];

  // Every cell with the columns it covers, from the first to before the last.
  const cells = [];
  for (const row of table.tBodies) {
    for (const line of row.rows) {
      let column = 0;
      for (const cell of line.cells) {
        if (cell.classList.contains("lane")) continue;
        // Where no lane tells touchpoints apart, a cell of the table stands for several columns of the map.
        const span = Number(cell.dataset.span || cell.colSpan);
        if (!cell.classList.contains("drawn")) cells.push([cell, column, column + span]);
        else if (cell.querySelector(".curve")) {
          for (let place = 0; place < columns; place++) {
            const veil = cell.appendChild(document.createElement("div"));
            veil.className = "veil";
            veil.style.left = `calc(var(--column) * ${place})`;
            cells.push([veil, place, place + 1]);
          }
        }
        column += span;
      }
    }
  }

  let lit = -1;
  let pinned = null;

  // Within a question any answer will do, and every question that is asked must be answered.
  const asked = () => [...tools.querySelectorAll(".facet")]
    .map(group => [...group.querySelectorAll(".pick")].filter(pressed))
    .filter(group => group.length)
    .map(group => new Set(group.flatMap(button => button.dataset.places.split(" ").map(Number))));

  const show = () => {
    const wanted = asked();
    const fits = place => wanted.every(places => places.has(place));
    for (const [cell, from, to] of cells) {
      let off = wanted.length > 0;
      for (let place = from; off && place < to; place++) off = !fits(place);
      cell.classList.toggle("off", off);
      cell.inert = off;
      cell.classList.toggle("dim", !off && lit >= 0 && (lit < from || lit >= to));
    }
    for (const story of stories) story.hidden = !fits(Number(story.dataset.place));
    for (const part of view.querySelectorAll(".list section")) {
      const held = [...part.querySelectorAll("article[data-place]")];
      part.hidden = wanted.length > 0 && held.every(story => story.hidden);
    }
    const found = stories.filter(story => !story.hidden).length;
    const name = pinned ? tools.dataset.lit.replace("{title}", () => pinned.textContent) : "";
    status.textContent = name || (wanted.length ? tools.dataset.told.replace("{shown}", found) : "");
    const count = tools.querySelector(".count");
    if (count) {
      const chosen = picks.filter(pressed).length;
      count.textContent = chosen || "";
      count.hidden = !chosen;
    }
    clear.hidden = !wanted.length && !pinned;
  };

  const light = place => { lit = place; show(); };
  const unpin = () => {
    if (pinned) press(pinned, false);
    pinned = null;
    light(-1);
  };

  // A touchpoint: pointing at it or tabbing to it dims the others, pressing it keeps them dim.
  for (const [cell, column] of cells) {
    const name = cell.tagName === "TH" && cell.querySelector(".step .name");
    if (!name) continue;
    const button = document.createElement("button");
    button.type = "button";
    press(button, false);
    button.append(...name.childNodes);
    name.append(button);
    let waiting = 0;
    const leave = () => { clearTimeout(waiting); if (!pinned) light(-1); };
    cell.addEventListener("pointerenter", event => {
      if (event.pointerType === "mouse" && !pinned) waiting = setTimeout(light, 220, column);
    });
    cell.addEventListener("pointerleave", leave);
    button.addEventListener("focus", () => { if (!pinned && button.matches(":focus-visible")) light(column); });
    button.addEventListener("blur", leave);
    button.addEventListener("click", () => {
      const again = pinned === button;
      unpin();
      if (again) return;
      pinned = button;
      press(button, true);
      light(column);
    });
  }

  const filter = tools.querySelector(".filter");
  if (filter) {
    const panel = document.getElementById(filter.getAttribute("aria-controls"));
    const open = on => { filter.setAttribute("aria-expanded", String(on)); panel.hidden = !on; };
    filter.addEventListener("click", () => open(panel.hidden));
    panel.addEventListener("keydown", event => {
      if (event.key === "Escape") { event.stopPropagation(); open(false); filter.focus(); }
    });
    for (const button of picks) {
      button.addEventListener("click", () => { press(button, !pressed(button)); unpin(); });
    }
  }
  clear.addEventListener("click", () => {
    for (const button of picks) press(button, false);
    unpin();
    (filter || tools.querySelector(".folds")).focus();
  });
  addEventListener("keydown", event => { if (event.key === "Escape") unpin(); });

  // What has the focus must not lie under the phases or the lane names, which stay in sight.
  const corner = table.querySelector(".corner");
  table.addEventListener("focusin", event => {
    if (event.target.closest(".lane")) return;
    const box = event.target.getBoundingClientRect(), edge = corner.getBoundingClientRect();
    const left = Math.min(0, box.left - edge.right - 12), top = Math.min(0, box.top - edge.bottom - 12);
    if (left || top) scrollBy({ left, top, behavior: "instant" });
  });

  // Lanes: each folds to its name. All at once leaves the cards and the curve: the journey at a glance.
  const lanes = [...table.tBodies].map(lane => {
    const title = lane.querySelector("th.lane b");
    const button = document.createElement("button");
    button.type = "button";
    button.className = "fold";
    button.setAttribute("aria-expanded", "true");
    button.setAttribute("aria-controls", lane.id);
    button.append(...title.childNodes);
    title.append(button);
    const fold = on => {
      lane.classList.toggle("folded", on);
      button.setAttribute("aria-expanded", String(!on));
    };
    button.addEventListener("click", () => fold(!lane.classList.contains("folded")));
    return [lane, fold];
  });
  const folds = tools.querySelector(".folds");
  folds.addEventListener("click", () => {
    const on = !pressed(folds);
    press(folds, on);
    for (const [lane, fold] of lanes) if (lane.classList.contains("lane-rows")) fold(on);
  });

  tools.hidden = false;
}
