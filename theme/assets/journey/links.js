/* The mark beside a thing copies its whole address, with what is chosen on the page, and says so. It stays a link: without
   this script, and where the browser lets nobody copy, the address is in the address bar. */
(() => {
  "use strict";
  const SEEN = 2500;
  let bubble;
  let waiting = 0;

  // One listener for all pages, as Material's instant navigation replaces the page without loading it anew.
  document.addEventListener("click", (event) => {
    if (event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.target.closest?.(".journey a.headerlink");
    if (!link || !navigator.clipboard) return;
    const words = copied();
    if (!words) return;
    // The region has to be there, and empty, before it is to be heard.
    if (!bubble?.isConnected) {
      bubble = document.createElement("div");
      bubble.className = "journey-copied";
      bubble.setAttribute("role", "status");
      document.body.append(bubble);
    }
    bubble.textContent = "";
    navigator.clipboard.writeText(link.href).then(
      () => say(words, link),
      () => {},
    );
  });

  /** The theme's own words for what its code blocks do, in the language of the page. */
  function copied() {
    const config = document.getElementById("__config");
    return config && JSON.parse(config.textContent).translations?.["clipboard.copied"];
  }

  function say(words, link) {
    bubble.textContent = words;
    const at = link.getBoundingClientRect();
    const most = document.documentElement.clientWidth - bubble.offsetWidth - 8;
    bubble.style.left = `${Math.max(8, Math.min(at.left, most)) + scrollX}px`;
    bubble.style.top = `${at.bottom + 4 + scrollY}px`;
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      bubble.textContent = "";
    }, SEEN);
  }
})();
