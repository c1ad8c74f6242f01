/* Looking at a journey with the eyes of one actor, or of one department: what concerns others steps back, nothing is
   hidden. Without this script everything is shown alike. The choice stands in the address (?actor=anna&department=sales),
   and links within the journey keep it.

   A control says all there is to know: `data-key` is the choice's name in the address, `data-mark` what entries are
   marked with (`actors` for data-actors="anna bo"), `data-root` the page below which links keep the choice. What has no
   mark is everybody's; an empty mark is nobody's. Of two controls, an entry steps back for either.

   Whoever does not see what stands out hears it: each of their things begins with whose it is, and a button leads from
   one to the next. */
(() => {
  "use strict";
  let leave = () => {};

  /** Bring the controls on this page to life, and let go of those before them. */
  function start() {
    leave();
    const page = new AbortController();
    leave = () => page.abort();
    const looks = [...document.querySelectorAll("[data-journey-look]")].map(look);
    if (!looks.length) return;
    for (const one of looks) {
      one.control.addEventListener(
        "click",
        (event) => {
          if (event.target.closest("[data-next]")) forward(one);
          const button = event.target.closest("button[data-value]");
          if (!button) return;
          one.chosen = one.elsewhere = button.dataset.value;
          remember(one);
          show(looks);
        },
        { signal: page.signal },
      );
      one.control.hidden = false;
    }
    show(looks);
  }

  function look(control) {
    const buttons = [...control.querySelectorAll("button[data-value]")];
    const asked = new URLSearchParams(location.search).get(control.dataset.key) || "";
    return {
      control,
      buttons,
      key: control.dataset.key,
      mark: control.dataset.mark,
      chosen: buttons.some((button) => button.dataset.value === asked) ? asked : "",
      // Who has nothing on this page may have something on the next.
      elsewhere: asked,
    };
  }

  function show(looks) {
    const scope = looks[0].control.closest(".journey");
    for (const one of looks) {
      const chosen = one.buttons.find((button) => button.dataset.value === one.chosen);
      for (const button of one.buttons) button.setAttribute("aria-pressed", String(button === chosen));
      one.control.querySelector("[role=status]").textContent = chosen.dataset.said;
      one.control.classList.toggle("is-chosen", Boolean(one.chosen));
      for (const list of one.control.querySelectorAll("[data-of]")) list.hidden = list.dataset.of !== one.chosen;
      if (one.chosen) chosen.closest("details")?.setAttribute("open", "");
      if (one.chosen) inSight(chosen);
      carry(one);
    }
    const active = looks.filter((one) => one.chosen);
    for (const node of scope.querySelectorAll(looks.map((one) => `[data-${one.mark}]`).join())) {
      const fits = active
        .filter((one) => node.dataset[one.mark] !== undefined)
        .map((one) => node.dataset[one.mark].split(" ").includes(one.chosen));
      node.classList.toggle("is-aside", fits.includes(false));
      node.classList.toggle("is-theirs", fits.length > 0 && !fits.includes(false));
    }
    tell(scope, active);
    const button = active.length && active[0].buttons.find((each) => each.dataset.value === active[0].chosen);
    if (button) scope.style.setProperty("--journey-chosen", button.style.getPropertyValue("--journey-person"));
    else scope.style.removeProperty("--journey-chosen");
  }

  /** Where choices are pushed sideways, on a phone, the one that is made is to be seen. */
  function inSight(chosen) {
    const [box, at] = [chosen.parentElement, chosen.getBoundingClientRect()];
    if (box.scrollWidth <= box.clientWidth) return;
    const sight = box.getBoundingClientRect();
    box.scrollLeft += (at.left + at.right - sight.left - sight.right) / 2;
  }

  /** Say at each of their things whose it is; a thing within a thing is told of alone. */
  function tell(scope, active) {
    for (const said of scope.querySelectorAll(".journey-look__whose")) said.remove();
    const names = active.map((one) => one.buttons.find((each) => each.dataset.value === one.chosen).dataset.name).join(", ");
    for (const node of theirs(scope)) {
      const said = document.createElement("span");
      said.className = "journey-hidden journey-look__whose";
      said.textContent = `${names}: `;
      (node.matches("tr") ? node.cells[0] : node.matches("dl > div") ? node.firstElementChild : node).prepend(said);
    }
    for (const next of scope.querySelectorAll("[data-next]")) {
      next.hidden = !next.closest("[data-journey-look]").matches(".is-chosen") || !within(scope).length;
    }
  }

  const theirs = (scope) =>
    [...scope.querySelectorAll(".is-theirs")].filter((node) => node instanceof HTMLElement && !node.matches("ol, ul") && !node.querySelector(".is-theirs") && !node.closest("[aria-hidden=true]"));

  /** Their things on the page itself: a stage that is theirs is none where there are others, a way to another stage never. */
  function within(scope) {
    const here = theirs(scope).filter((node) => !node.closest("nav"));
    const things = here.filter((node) => !node.closest("thead"));
    return things.length ? things : here;
  }

  /** To the next of their things that is to be seen, after the last the first. */
  function forward(one) {
    const found = within(one.control.closest(".journey")).filter((node) => node.checkVisibility());
    if (!found.length) return;
    one.at = (found.indexOf(one.at) < 0 ? 0 : found.indexOf(one.at) + 1) % found.length;
    one.at = found[one.at];
    one.at.tabIndex = -1;
    one.at.focus({ preventScroll: true });
    one.at.scrollIntoView({ block: "center", inline: "center" });
  }

  function remember(one) {
    const address = new URL(location.href);
    if (one.chosen) address.searchParams.set(one.key, one.chosen);
    else address.searchParams.delete(one.key);
    // A comma needs no escaping in a query; see journey.js.
    history.replaceState(history.state, "", address.href.replaceAll("%2C", ","));
  }

  /** Let links to the map and to its stages keep the choice; they stay relative, as paper prints them. */
  function carry(one) {
    const root = new URL(one.control.dataset.root, location.href).href.replace(/[^/]*$/, "");
    for (const link of document.querySelectorAll("a[href]")) {
      const written = link.getAttribute("href");
      if (written.startsWith("#") || !link.href.startsWith?.(root)) continue;
      const [, path, query, place] = written.match(/^([^?#]*)\??([^#]*)(.*)$/s);
      const asked = new URLSearchParams(query);
      if (one.elsewhere) asked.set(one.key, one.elsewhere);
      else asked.delete(one.key);
      const said = asked.toString();
      link.setAttribute("href", path + (said && `?${said}`) + place);
    }
  }

  // Material's instant navigation replaces the page without loading it anew.
  if (typeof document$ !== "undefined") document$.subscribe(start);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
