// Draws the charts of a page as they come into view, from the book's own copy of Vega.
(() => {
  "use strict";
  if (window.netfreedom) return window.netfreedom.start();

  const ownAddress = document.currentScript && document.currentScript.src;
  const figures = new Map(); // host element → { controls, drawing, view, width }
  let loading = null;

  // Vega is heavy: pages without charts never load it.
  function vega() {
    if (window.netfreedomVega) return Promise.resolve(window.netfreedomVega);
    loading ||= new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = ownAddress.replace(/netfreedom\.js.*$/, "netfreedom-vega.js");
      script.onload = () => resolve(window.netfreedomVega);
      script.onerror = () => reject(new Error("netfreedom-vega.js is missing beside the book's other scripts"));
      document.head.append(script);
    });
    return loading;
  }

  const OPTIONS = {
    mode: "vega-lite",
    renderer: "svg",
    actions: false,
    ast: true, // expressions are interpreted, so that the page needs no permission to evaluate code
    defaultStyle: false,
    tooltip: { disableDefaultStyle: true },
    loader: { target: "_self" },
  };

  function draw(host) {
    const state = figures.get(host);
    // a chart drawn in a folded or hidden place would stay 0 px wide
    if (state.drawing || host.clientWidth === 0) return state.drawing;
    const spec = JSON.parse(host.parentElement.querySelector("script.nf-spec").textContent);
    state.drawing = vega()
      .then(({ embed }) => embed(host, spec, OPTIONS))
      .then(({ view }) => {
        state.view = view;
        state.width = host.clientWidth;
        host.dataset.drawn = "";
        state.controls.connect(view);
      })
      .catch((error) => {
        host.textContent = "This chart could not be drawn; what it shows stands below.";
        console.error(error);
      });
    return state.drawing;
  }

  // Vega measures its container when the window changes, not when a sidebar or a folded section does.
  function redraw(host) {
    const state = figures.get(host);
    if (!state.view || host.clientWidth === 0 || host.clientWidth === state.width) return;
    state.width = host.clientWidth;
    window.dispatchEvent(new Event("resize"));
  }

  const near = new IntersectionObserver((entries) => {
    for (const entry of entries) if (entry.isIntersecting) draw(entry.target);
  }, { rootMargin: "400px" });

  const sized = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      if (figures.get(target).view) redraw(target);
      else { near.unobserve(target); near.observe(target); } // asks anew whether it is in view
    }
  });

  function start() {
    for (const host of document.querySelectorAll(".nf-chart")) {
      if (figures.has(host)) continue;
      figures.set(host, { controls: window.netfreedomControls.make(host.parentElement) });
      near.observe(host);
      sized.observe(host);
    }
    // at once, not when the first figure is seen to be in view: and printing waits for nothing
    if (figures.size) vega().catch(() => {});
  }

  const drawAll = () => Promise.all([...figures.keys()].map(draw));
  window.netfreedom = { start, drawAll };
  window.addEventListener("beforeprint", drawAll);
  // The theme's buttons that unfold a country in the sidebar have no words for those who do not see their arrow.
  for (const fold of document.querySelectorAll("summary:has(> .toctree-toggle)")) {
    const link = fold.parentElement.parentElement.querySelector("a");
    fold.setAttribute("aria-label", `Chapters of ${link ? link.textContent.trim() : "this part"}`);
  }
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
