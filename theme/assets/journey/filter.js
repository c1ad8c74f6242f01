/* Searching and sorting in lists. Everything is there without it: it only hides, and puts in another order. */
(function () {
  "use strict";

  const LANGUAGE = document.documentElement.lang || undefined;
  const fold = (words) => words.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

  const ROWS = "tbody > tr:not(.journey-table__group), .journey-card";
  const SHOWN = "tbody > tr:not(.journey-table__group):not([hidden]), .journey-card:not([hidden])";

  /* What a row is found under: the names of the columns that a list is narrowed by, each with the row's own. */
  function choices(row, heads) {
    const found = {};
    heads.forEach((facet, at) => {
      const cell = facet && row.cells[at];
      if (cell && cell.dataset.choice) found[facet] = cell.dataset.choice.split(" ");
    });
    return found;
  }

  function indexed(scope, narrowed) {
    const heads = new Map();
    return [...scope.querySelectorAll(ROWS)].map((node) => {
      const item = { node, text: fold(node.textContent), under: {} };
      const table = narrowed && node.closest("table");
      if (!table) return item;
      if (!heads.has(table)) heads.set(table, [...table.tHead.rows[0].cells].map((head) => head.dataset.facet));
      item.under = choices(node, heads.get(table));
      return item;
    });
  }

  /* The marks of drawings that lead to a row, each beside its row: a mark goes with it. */
  function marked(items) {
    const marks = new Map();
    for (const mark of document.querySelectorAll(".journey-plot__mark[role=link]")) {
      const name = decodeURIComponent(mark.href.baseVal.split("#").pop());
      marks.set(name, [...(marks.get(name) || []), mark]);
    }
    for (const item of items) item.marks = marks.get(item.node.id) || [];
    return items;
  }

  /* Searching: one box for a scope of rows and cards, with what it can be narrowed to beside it; what was sought and
     chosen stands in the address. */
  function search(box) {
    const scope = document.getElementById(box.dataset.journeyFilter);
    if (!scope || box.dataset.ready) return;
    box.dataset.ready = "yes";
    const input = box.querySelector("input");
    const selects = [...box.querySelectorAll("select")];
    const said = box.querySelector("[role=status]");
    const clear = box.querySelector(".journey-filter__clear");
    const items = marked(indexed(scope, selects.length > 0));
    const groups = [...scope.querySelectorAll("[data-journey-group]")];
    const folded = [...scope.querySelectorAll("details:not(td details)")];
    const fields = [[box.dataset.key, input], ...selects.map((select) => [select.name, select])];

    function show() {
      const words = fold(input.value).split(/\s+/).filter(Boolean);
      const chosen = selects.filter((select) => select.value).map((select) => [select.dataset.facet, select.value]);
      const narrowed = words.length + chosen.length > 0;
      let shown = 0;
      for (const { node, text, under, marks } of items) {
        const fits = words.every((word) => text.includes(word)) && chosen.every(([facet, value]) => (under[facet] || []).includes(value));
        node.hidden = !fits;
        for (const mark of marks) mark.toggleAttribute("hidden", !fits);
        if (fits) shown += 1;
      }
      for (const group of groups) group.hidden = narrowed && !group.querySelector(SHOWN);
      for (const part of folded) part.open = narrowed && !part.closest("[hidden]");
      for (const select of selects) select.parentElement.classList.toggle("is-chosen", select.value !== "");
      const sentence = shown ? box.dataset.said : box.dataset.none;
      said.textContent = narrowed ? sentence.replace("{shown}", shown.toLocaleString(LANGUAGE)).replace("{all}", items.length.toLocaleString(LANGUAGE)) : "";
      if (clear) clear.hidden = !narrowed;
    }

    function remember() {
      const address = new URL(location.href);
      for (const [key, field] of fields) {
        if (field.value) address.searchParams.set(key, field.value);
        else address.searchParams.delete(key);
      }
      if (address.href !== location.href) history.replaceState(history.state, "", address);
    }

    function changed() {
      show();
      remember();
    }

    let waiting;
    input.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(changed, 120);
    });
    input.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !input.value) return;
      input.value = "";
      event.preventDefault();
      event.stopPropagation();
      changed();
    });
    for (const select of selects) select.addEventListener("change", changed);
    if (clear) {
      clear.addEventListener("click", () => {
        for (const [, field] of fields) field.value = "";
        input.focus();
        changed();
      });
    }
    box.hidden = false;
    const asked = new URL(location.href).searchParams;
    for (const [key, field] of fields) {
      const value = asked.get(key) || "";
      field.value = field === input || [...field.options].some((option) => option.value === value) ? value : "";
    }
    if (fields.some(([, field]) => field.value)) show();
  }

  /* Sorting: what a field is worth; what nobody knows comes last, whichever way. */
  const DECIMAL = new Intl.NumberFormat(LANGUAGE).formatToParts(1.5).find((part) => part.type === "decimal").value;

  function number(words) {
    const found = words.replace(/[\u2212\u2013]/g, "-").match(/-?\d[\d\s.,\u00a0\u202f\u2019]*/);
    if (!found) return null;
    const plain = [...found[0]].map((sign) => (sign === DECIMAL ? "." : /[-\d]/.test(sign) ? sign : "")).join("");
    return plain === "" ? null : Number(plain);
  }

  function worth(cell, numeric) {
    if (!cell) return null;
    if (cell.dataset.sort) return cell.dataset.sort;
    const score = cell.querySelectorAll(".journey-score b").length;
    if (score) return score;
    const face = cell.querySelector(".journey-face__value");
    if (face) return number(face.textContent);
    const bar = cell.querySelector(".journey-metric__bar i");
    if (bar) return parseFloat(bar.style.inlineSize);
    if (cell.querySelector(".journey-badge--unknown")) return null;
    const first = cell.querySelector("a") || cell;
    const words = (numeric ? cell : first).textContent.trim();
    return numeric ? number(words) : words || null;
  }

  function compare(one, other) {
    if (typeof one === "number" && typeof other === "number") return one - other;
    return String(one).localeCompare(String(other), LANGUAGE, { numeric: true, sensitivity: "base" });
  }

  /* Rows under several headings are put in order together, and their headings step back meanwhile. */
  function sortable(table) {
    const bodies = [...table.tBodies];
    const given = bodies.map((body) => [body, [...body.rows].filter((row) => !row.matches(".journey-table__group"))]);
    const rows = given.flatMap((pair) => pair[1]);
    if (table.dataset.ready || rows.length < 3) return;
    table.dataset.ready = "yes";
    const together = bodies.length > 1 ? document.createElement("tbody") : bodies[0];
    const heads = [...table.tHead.rows[0].cells];

    function asGiven() {
      for (const [body, own] of given) body.append(...own);
      if (together !== bodies[0]) together.remove();
    }

    function inOrder(at, way, numeric) {
      const known = [];
      const unknown = [];
      for (const row of rows) {
        const value = worth(row.cells[at], numeric);
        if (value === null) unknown.push(row);
        else known.push([value, row]);
      }
      known.sort((one, other) => way * compare(one[0], other[0]));
      together.append(...known.map((pair) => pair[1]), ...unknown);
      if (together !== bodies[0]) table.append(together);
    }

    heads.forEach((head, at) => {
      const name = head.textContent;
      const button = document.createElement("button");
      button.type = "button";
      button.className = "journey-sort";
      button.title = table.dataset.journeySort.replace("{}", name);
      button.textContent = name;
      head.replaceChildren(button);
      const numeric = head.classList.contains("number");
      button.addEventListener("click", () => {
        const was = head.getAttribute("aria-sort");
        for (const each of heads) each.removeAttribute("aria-sort");
        if (was === "descending") { asGiven(); return; }
        const way = was === "ascending" ? -1 : 1;
        head.setAttribute("aria-sort", way === 1 ? "ascending" : "descending");
        inOrder(at, way, numeric);
      });
    });
  }

  /* A link to a row that is folded away opens what holds it. */
  function reveal() {
    let target = null;
    try { target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1))); } catch { return; }
    const part = target && target.closest(".journey details");
    if (part && !part.open) { part.open = true; target.scrollIntoView(); }
  }

  function start() {
    document.querySelectorAll("[data-journey-filter]").forEach(search);
    document.querySelectorAll("table[data-journey-sort]").forEach(sortable);
    reveal();
  }

  addEventListener("hashchange", reveal);
  if (window.document$) window.document$.subscribe(start);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
