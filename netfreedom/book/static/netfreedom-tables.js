// Tables of figures and registers: filters, sorting, a short first view of long ones, links to single rows.
(() => {
  "use strict";
  if (window.netfreedomTables) return window.netfreedomTables.start();

  // rows of a long table before "Show all": fewer where each is a card
  const FIRST_VIEW = matchMedia("(max-width: 640px)").matches ? 8 : 25;
  const LONG = 1.4 * FIRST_VIEW;
  const tables = new WeakMap();

  class FigureTable {
    constructor(table) {
      this.table = table;
      this.rows = [...table.tBodies[0].rows];
      this.filters = new Map(); // name → function(row) or null
      this.expanded = this.rows.length <= LONG;
      const scroll = table.closest(".nf-scroll");
      this.status = document.createElement("p");
      this.status.className = "nf-status";
      this.status.setAttribute("aria-live", "polite");
      scroll.before(this.status);
      this.more = document.createElement("button");
      this.more.type = "button";
      this.more.className = "nf-more";
      this.more.addEventListener("click", () => { this.expanded = true; this.apply(); });
      scroll.after(this.more);
      for (const [column, head] of [...table.tHead.rows[0].cells].entries()) this.makeSortable(head, column);
      this.apply();
    }

    filter(name, keep) {
      this.filters.set(name, keep);
      this.apply();
    }

    apply() {
      const active = [...this.filters.values()].filter(Boolean);
      const kept = this.rows.filter((row) => active.every((keep) => keep(row)));
      const shown = new Set(this.expanded ? kept : kept.slice(0, FIRST_VIEW));
      for (const row of this.rows) row.hidden = !shown.has(row);
      this.status.textContent = active.length ? `${kept.length} of ${this.rows.length} rows` : "";
      this.more.hidden = shown.size === kept.length;
      this.more.textContent = `Show all ${kept.length} rows`;
    }

    showAll() {
      this.expanded = true;
      this.apply();
    }

    reveal(row) {
      if (!row.hidden) return;
      this.filters.clear();
      this.showAll();
    }

    makeSortable(head, column) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "nf-sort";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const down = head.getAttribute("aria-sort") === "ascending";
        for (const other of head.parentNode.cells) other.removeAttribute("aria-sort");
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        const text = (row) => row.cells[column].dataset.sort ?? row.cells[column].textContent.trim();
        const numeric = head.classList.contains("nf-number");
        const number = (row) => Number(text(row).replace("−", "-").replaceAll(",", ""));
        const compare = (a, b) => numeric ? number(a) - number(b) : text(a).localeCompare(text(b), "en", { numeric: true });
        // rows that say nothing in this column stay last, whichever way it is sorted
        this.rows.sort((a, b) => (text(a) === "") - (text(b) === "") || (down ? -1 : 1) * compare(a, b));
        this.table.tBodies[0].append(...this.rows);
        this.apply();
      });
    }
  }

  const values = (row, column) => JSON.parse(row.dataset.values || "{}")[column] || [];

  function connectFilters(figure) {
    const table = tables.get(figure.querySelector(".nf-table"));
    const form = figure.querySelector("form.nf-controls");
    if (!table || !form) return;
    form.hidden = false;
    const fields = [...form.querySelectorAll("[data-filter]")].map((holder) => [holder.dataset.filter, holder.querySelector("select, input")]);
    const apply = () => {
      for (const [column, field] of fields) {
        const wanted = field.value.trim().toLowerCase();
        const exact = field.tagName === "SELECT";
        const fits = (value) => exact ? value.toLowerCase() === wanted : value.toLowerCase().includes(wanted);
        const texts = (row) => (column ? values(row, column) : [row.textContent]);
        table.filters.set(column, wanted ? (row) => texts(row).some(fits) : null);
      }
      table.apply();
    };
    form.addEventListener("input", apply);
    form.addEventListener("reset", () => setTimeout(apply));
    form.addEventListener("submit", (event) => event.preventDefault());
    apply();
  }

  // A link to a row leads there even where its table is folded, filtered or shortened.
  function goToHash() {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    for (let node = target; node; node = node.parentElement) if (node.tagName === "DETAILS") node.open = true;
    const row = target.closest("tr");
    const table = row && tables.get(row.closest("table"));
    if (table) table.reveal(row);
    if (row) target.scrollIntoView({ block: "center" });
  }

  function start() {
    for (const table of document.querySelectorAll(".nf-table")) {
      if (!tables.has(table)) tables.set(table, new FigureTable(table));
    }
    for (const figure of document.querySelectorAll(".nf-register:not([data-ready])")) {
      figure.dataset.ready = "";
      connectFilters(figure);
    }
    goToHash();
  }

  window.netfreedomTables = { start, values, of: (figure) => tables.get(figure.querySelector(".nf-table")) };
  window.addEventListener("hashchange", goToHash);
  window.addEventListener("beforeprint", () => {
    for (const table of document.querySelectorAll(".nf-table")) if (tables.has(table)) tables.get(table).showAll();
  });
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
