/* Lets the search run on a handbook that is opened from the disk. Browsers start no worker for a page
   at file:, so a hidden frame stands in for one. It takes the place of the script of the same purpose
   that the theme's offline plugin would load from another host. */
(() => {
  if (location.protocol !== "file:") return;

  class FrameWorker extends EventTarget {
    constructor(address) {
      super();
      this.onmessage = null;
      const frame = document.createElement("iframe");
      frame.hidden = true;
      frame.title = "";
      frame.setAttribute("aria-hidden", "true");
      document.documentElement.append(frame);
      this.frame = frame;

      const inner = frame.contentWindow;
      const base = new URL(address, location.href);
      const load = (source) => new Promise((resolve, reject) => {
        const script = inner.document.createElement("script");
        script.src = new URL(source, base).href;
        script.onload = resolve;
        script.onerror = reject;
        inner.document.head.append(script);
      });
      inner.importScripts = (...sources) =>
        sources.reduce((before, source) => before.then(() => load(source)), Promise.resolve());
      inner.postMessage = (data) => this.tell(data);
      this.ready = load(base.href);
    }

    /* What the worker says, handed to whoever listens to it. */
    tell(data) {
      const event = new MessageEvent("message", { data });
      this.dispatchEvent(event);
      if (typeof this.onmessage === "function") this.onmessage(event);
    }

    /* What is said to the worker, kept in order until it has been loaded. */
    postMessage(data) {
      this.ready = this.ready.then(() => {
        const inner = this.frame.contentWindow;
        if (inner) inner.dispatchEvent(new inner.MessageEvent("message", { data }));
      });
    }

    terminate() {
      this.frame.remove();
    }
  }

  window.Worker = FrameWorker;
})();
