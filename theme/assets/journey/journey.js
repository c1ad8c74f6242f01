/* The journey map's zoom, its folding lanes, its stages' steps and its heads. Everything here can be left out: without
   it the map shows all there is, and steps unfold below it. What is chosen stands in the address
   (?view=outline&fold=thoughts&steps=decision), to be sent to a colleague. */
(() => {
  "use strict";
  const VIEWS = ["outline", "map", "full"];
  let leave = () => {};

  /** Bring the map on this page to life, and let go of the one before it. */
  function start() {
    leave();
    const page = new AbortController();
    leave = () => page.abort();
    centre(document.querySelector(".journey-ribbon"));
    const booklet = document.querySelector("[data-journey-booklet], .journey-thing--brief");
    if (booklet) printing(booklet, page.signal);
    const map = document.querySelector("[data-journey-map]");
    if (!map) return;
    const state = read();
    zoom(map, state, page.signal);
    fold(map, state, page.signal);
    unfold(map, state, page.signal);
    follow(map, page.signal);
    printing(map, page.signal);
    apply(map, state);
  }

  function read() {
    const asked = new URLSearchParams(location.search);
    const view = asked.get("view");
    return {
      view: VIEWS.includes(view) ? view : "full",
      folded: new Set((asked.get("fold") || "").split(",").filter(Boolean)),
      steps: new Set((asked.get("steps") || "").split(",").filter(Boolean)),
    };
  }

  function write(state) {
    const address = new URL(location.href);
    if (state.view === "full") address.searchParams.delete("view");
    else address.searchParams.set("view", state.view);
    for (const [key, chosen] of [["fold", state.folded], ["steps", state.steps]]) {
      if (chosen.size) address.searchParams.set(key, [...chosen].join(","));
      else address.searchParams.delete(key);
    }
    // A comma needs no escaping in a query, and reads better in a mail without.
    history.replaceState(history.state, "", address.href.replaceAll("%2C", ","));
  }

  function apply(map, state) {
    map.dataset.view = state.view;
    for (const button of map.querySelectorAll("button[data-view]")) {
      button.setAttribute("aria-pressed", String(button.dataset.view === state.view));
    }
    for (const row of lanes(map)) {
      const folded = state.folded.has(row.id);
      row.classList.toggle("is-folded", folded);
      row.querySelector(".journey-lane__fold")?.setAttribute("aria-expanded", String(!folded));
    }
  }

  const lanes = (map) => map.querySelectorAll(".journey-box > .journey-grid > tbody > .journey-lane");

  function zoom(map, state, signal) {
    const control = map.querySelector(".journey-zoom");
    if (!control) return;
    control.hidden = false;
    control.addEventListener(
      "click",
      (event) => {
        const button = event.target.closest("button[data-view]");
        if (!button) return;
        state.view = button.dataset.view;
        apply(map, state);
        write(state);
      },
      { signal },
    );
  }

  /** Each lane's name becomes a button that folds it. */
  function fold(map, state, signal) {
    for (const row of lanes(map)) {
      const name = row.querySelector(".journey-lane__name");
      if (name && !name.closest("button")) {
        const button = document.createElement("button");
        button.type = "button";
        button.className = "journey-lane__fold";
        name.before(button);
        button.append(name);
      }
      name?.closest("button")?.addEventListener(
        "click",
        () => {
          if (!state.folded.delete(row.id)) state.folded.add(row.id);
          apply(map, state);
          write(state);
        },
        { signal },
      );
    }
  }

  /** A stage's steps unfold in the map, right under the heads; on a small screen, and for paper, below it. */
  function unfold(map, state, signal) {
    const home = map.querySelector(".journey-finer");
    const body = map.querySelector(".journey-box > .journey-grid")?.tBodies[0];
    if (!home || !body) return;
    const small = matchMedia("(max-width: 44.9375em)");
    const grids = [...home.querySelectorAll(".journey-finer__one")];
    const known = new Set(grids.map((one) => one.dataset.stage));
    for (const stage of state.steps) if (!known.has(stage)) state.steps.delete(stage);
    const asked = decodeURIComponent(location.hash).replace(/^#steps-/, "");
    if (asked !== location.hash && known.has(asked)) state.steps.add(asked);
    const links = [...map.querySelectorAll(".journey-box .journey-unfold")];

    function place(printed) {
      home.classList.toggle("is-moved", !small.matches);
      for (const one of grids) {
        const open = state.steps.has(one.dataset.stage);
        const inside = open && !small.matches && printed !== true;
        let row = one.closest(".journey-unfolded");
        if (one.open !== open) one.open = open;
        if (inside && !row) {
          row = document.createElement("tr");
          row.className = "journey-unfolded";
          const cell = row.insertCell();
          cell.colSpan = body.closest("table").tHead.querySelectorAll(".journey-head").length + 1;
          cell.append(one);
        }
        // Several that are open keep the order of their stages.
        if (inside) body.append(row);
        else if (row) {
          home.append(one);
          row.remove();
        }
      }
      if (printed !== true && !small.matches) {
        const first = [...body.rows].find((row) => !row.matches(".journey-unfolded, .journey-lane--clock, .journey-clock-note"));
        for (const row of [...body.querySelectorAll(":scope > .journey-unfolded")]) body.insertBefore(row, first || null);
      } else {
        for (const one of grids) if (one.parentElement === home) home.append(one);
      }
      for (const link of links) link.setAttribute("aria-expanded", String(state.steps.has(link.dataset.steps)));
    }

    for (const link of links) {
      link.setAttribute("role", "button");
      link.setAttribute("aria-controls", `steps-${link.dataset.steps}`);
      const turn = (event) => {
        event.preventDefault();
        const stage = link.dataset.steps;
        if (!state.steps.delete(stage)) state.steps.add(stage);
        place();
        write(state);
        const grid = grids.find((one) => one.dataset.stage === stage);
        if (small.matches && grid.open) grid.scrollIntoView({ block: "start" });
      };
      link.addEventListener("click", turn, { signal });
      link.addEventListener("keydown", (event) => event.key === " " && turn(event), { signal });
    }
    for (const one of grids) {
      one.addEventListener(
        "toggle",
        () => {
          const stage = one.dataset.stage;
          if (one.open === state.steps.has(stage)) return;
          if (one.open) state.steps.add(stage);
          else state.steps.delete(stage);
          place();
          write(state);
          // What was closed in the map is gone from under the focus.
          if (!one.open && !small.matches) links.find((link) => link.dataset.steps === stage)?.focus();
        },
        { signal },
      );
    }
    small.addEventListener("change", () => place(), { signal });
    window.addEventListener("beforeprint", () => place(true), { signal });
    window.addEventListener("afterprint", () => place(), { signal });
    place();
  }

  /** Keep the heads in sight, and mark the stage that is on a small screen. */
  function follow(map, signal) {
    const box = map.querySelector(".journey-box");
    const table = box?.querySelector(".journey-grid");
    if (!table) return;
    const head = table.tHead;
    const overview = map.querySelector(".journey-overview");
    const marks = [...map.querySelectorAll(".journey-overview li")];
    const heads = [...head.querySelectorAll(".journey-head")];
    const clips = getComputedStyle(box).overflowY === "clip";
    let waiting = 0;

    function place() {
      waiting = 0;
      // The theme's own head may be hidden, higher with tabs, or not there at all.
      const bar = document.querySelector(".md-header");
      const top = bar && getComputedStyle(bar).position !== "static" ? bar.offsetHeight : 0;
      map.style.setProperty("--journey-top", `${top}px`);
      if (box.clientWidth) map.style.setProperty("--journey-sight", `${box.clientWidth}px`);
      const whole = table.offsetWidth <= box.clientWidth + 1;
      box.classList.toggle("is-whole", whole);
      // Where the box cannot let the heads stick to the page, they stick to nothing and are moved.
      const sticks = whole || clips;
      map.style.setProperty("--journey-stick", sticks ? `${top}px` : "0px");
      if (sticks) {
        map.style.removeProperty("--journey-above");
        map.style.removeProperty("--journey-slide");
      } else {
        const above = top + (overview?.offsetHeight || 0);
        const most = table.offsetHeight - head.offsetHeight;
        const slide = Math.min(Math.max(0, above - table.getBoundingClientRect().top), most);
        map.style.setProperty("--journey-above", "0px");
        map.style.setProperty("--journey-slide", `${slide}px`);
      }
      mark();
    }

    function mark() {
      const edges = box.getBoundingClientRect();
      const middle = (edges.left + edges.right) / 2;
      const here = heads.findIndex((cell) => {
        const side = cell.getBoundingClientRect();
        return side.left <= middle && middle < side.right;
      });
      marks.forEach((item, index) => {
        const link = item.firstElementChild;
        if (index === here) link.setAttribute("aria-current", "true");
        else link.removeAttribute("aria-current");
      });
    }

    const soon = () => {
      waiting ||= requestAnimationFrame(place);
    };
    window.addEventListener("scroll", soon, { passive: true, signal });
    window.addEventListener("resize", soon, { passive: true, signal });
    box.addEventListener("scroll", soon, { passive: true, signal });
    const sizes = new ResizeObserver(soon);
    sizes.observe(table);
    signal.addEventListener("abort", () => sizes.disconnect());

    marks.forEach((item, index) => {
      item.addEventListener(
        "click",
        (event) => {
          event.preventDefault();
          const start = getComputedStyle(box).direction === "rtl" ? "right" : "left";
          const far = heads[index].getBoundingClientRect()[start] - box.getBoundingClientRect()[start];
          box.scrollBy({ left: far - heads[0].offsetLeft * (start === "left" ? 1 : 0) });
        },
        { signal },
      );
    });
    place();
  }

  /** The stage that is shown, in the middle of the strip of stages, where styles alone cannot bring it into sight. */
  function centre(strip) {
    const here = strip?.querySelector(".here");
    if (!here || CSS.supports("scroll-initial-target", "nearest")) return;
    const [shown, all] = [here.getBoundingClientRect(), strip.getBoundingClientRect()];
    strip.scrollLeft += (shown.left + shown.right - all.left - all.right) / 2;
  }

  function printing(map, signal) {
    const button = map.querySelector("[data-journey-print]");
    if (button) {
      button.hidden = false;
      button.addEventListener("click", () => window.print(), { signal });
    }
    // Paper cannot be clicked: say where the page is to be found.
    const address = map.querySelector(".journey-address");
    if (address && location.protocol.startsWith("http")) {
      address.textContent = location.host + location.pathname;
    }
  }

  // Material's instant navigation replaces the page without loading it anew.
  if (typeof document$ !== "undefined") document$.subscribe(start);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
