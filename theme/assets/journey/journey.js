/* The journey map's zoom, its folding lanes and its heads. Everything here can be left out: without it the map
   shows all there is. What is chosen stands in the address (?view=outline&fold=thoughts), to be sent to a colleague. */
(() => {
  "use strict";
  const VIEWS = ["outline", "map", "full"];
  let leave = () => {};

  /** Bring the map on this page to life, and let go of the one before it. */
  function start() {
    leave();
    const page = new AbortController();
    leave = () => page.abort();
    const booklet = document.querySelector("[data-journey-booklet]");
    if (booklet) printing(booklet, page.signal);
    const map = document.querySelector("[data-journey-map]");
    if (!map) return;
    const state = read();
    zoom(map, state, page.signal);
    fold(map, state, page.signal);
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
    };
  }

  function write(state) {
    const address = new URL(location.href);
    if (state.view === "full") address.searchParams.delete("view");
    else address.searchParams.set("view", state.view);
    if (state.folded.size) address.searchParams.set("fold", [...state.folded].join(","));
    else address.searchParams.delete("fold");
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

  const lanes = (map) => map.querySelectorAll(".journey-box .journey-lane");

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

  /** Keep the heads in sight, and mark the stage that is on a small screen. */
  function follow(map, signal) {
    const box = map.querySelector(".journey-box");
    const table = box?.querySelector(".journey-grid");
    if (!table) return;
    const head = table.tHead;
    const overview = map.querySelector(".journey-overview");
    const marks = [...map.querySelectorAll(".journey-overview li")];
    const heads = [...head.rows[0].cells].slice(1);
    const clips = getComputedStyle(box).overflowY === "clip";
    let waiting = 0;

    function place() {
      waiting = 0;
      // The theme's own head may be hidden, higher with tabs, or not there at all.
      const bar = document.querySelector(".md-header");
      const top = bar && getComputedStyle(bar).position !== "static" ? bar.offsetHeight : 0;
      map.style.setProperty("--journey-top", `${top}px`);
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
