/* Searching and sorting in lists. Everything is there without it: it only hides, and puts in another order. */
(function () {
  "use strict";

  const LANGUAGE = document.documentElement.lang || undefined;
  const fold = (words) => words.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

  /* Searching: one box for a scope of rows and cards; what was sought stands in the address. */
  function search(box) {
    const scope = document.getElementById(box.dataset.journeyFilter);
    if (!scope || box.dataset.ready) return;
    box.dataset.ready = "yes";
    const input = box.querySelector("input");
    const said = box.querySelector("[role=status]");
    const items = [...scope.querySelectorAll("tbody > tr, .journey-card")].map((node) => [node, fold(node.textContent)]);
    const groups = [...scope.querySelectorAll("[data-journey-group]")];
    const folded = [...scope.querySelectorAll("details")];
    const key = box.dataset.key;

    function show() {
      const words = fold(input.value).split(/\s+/).filter(Boolean);
      let shown = 0;
      for (const [node, text] of items) {
        const fits = words.every((word) => text.includes(word));
        node.hidden = !fits;
        if (fits) shown += 1;
      }
      for (const group of groups) {
        group.hidden = words.length > 0 && !group.querySelector("tbody > tr:not([hidden]), .journey-card:not([hidden])");
      }
      for (const part of folded) part.open = words.length > 0 && !part.closest("[hidden]");
      const sentence = shown ? box.dataset.said : box.dataset.none;
      said.textContent = words.length ? sentence.replace("{shown}", shown.toLocaleString(LANGUAGE)).replace("{all}", items.length.toLocaleString(LANGUAGE)) : "";
    }

    function remember() {
      const address = new URL(location.href);
      if (input.value) address.searchParams.set(key, input.value);
      else address.searchParams.delete(key);
      if (address.href !== location.href) history.replaceState(history.state, "", address);
    }

    let waiting;
    input.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => { show(); remember(); }, 120);
    });
    input.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !input.value) return;
      input.value = "";
      event.preventDefault();
      event.stopPropagation();
      show();
      remember();
    });
    box.hidden = false;
    input.value = new URL(location.href).searchParams.get(key) || "";
    if (input.value) show();
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
    const score = cell.querySelectorAll(".journey-score .on").length;
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

  function sortable(table) {
    if (table.dataset.ready || table.tBodies[0].rows.length < 3) return;
    table.dataset.ready = "yes";
    const body = table.tBodies[0];
    const given = [...body.rows];
    const heads = [...table.tHead.rows[0].cells];
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
        if (was === "descending") { body.append(...given); return; }
        const way = was === "ascending" ? -1 : 1;
        head.setAttribute("aria-sort", way === 1 ? "ascending" : "descending");
        const known = [];
        const unknown = [];
        for (const row of given) {
          const value = worth(row.cells[at], numeric);
          if (value === null) unknown.push(row);
          else known.push([value, row]);
        }
        known.sort((one, other) => way * compare(one[0], other[0]));
        body.append(...known.map((pair) => pair[1]), ...unknown);
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
