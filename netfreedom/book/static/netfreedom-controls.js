// Form controls of figures: each sets a parameter of its chart and may narrow the figure's table.
(() => {
  "use strict";
  if (window.netfreedomControls) return;

  // "2016-05-19" as the reader's own midnight: a plain Date would read it as UTC and slip a day
  const local = (text) => { const [y, m, d] = text.split("-").map(Number); return new Date(y, m - 1, d || 1).getTime(); };
  const dayAfter = (text) => { const day = new Date(local(text)); day.setDate(day.getDate() + 1); return day.getTime(); };
  const isoDay = (time) => {
    const day = new Date(time);
    return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((n) => String(n).padStart(2, "0")).join("-");
  };

  const readers = {
    radio: (holder, control) => control.options[holder.querySelector("input:checked").value].value,
    select: (holder, control) => control.options[holder.querySelector("select").value].value,
    checkboxes: (holder, control) => [...holder.querySelectorAll("input:checked")].map((box) => control.options[box.value].value),
    range: (holder) => {
      const input = holder.querySelector("input");
      holder.querySelector("output").textContent = input.value;
      return Number(input.value);
    },
    dates: (holder, control) => {
      const [from, to] = holder.querySelectorAll("input");
      return { from: from.value || control.min, to: to.value || control.max };
    },
  };

  // Which rows of the table stay; null where the control leaves out none.
  function rowFilter(control, value) {
    if (control.type === "dates") {
      if (value.from === control.min && value.to === control.max) return null;
      return (row) => {
        const { start, end } = row.dataset;
        if (!start && !end) return false;
        return (!start || start <= value.to) && (!end || end >= value.from);
      };
    }
    if (!control.column) return null;
    const all = control.options.map((option) => String(option.value));
    const chosen = new Set([].concat(value).map(String));
    if (control.type === "checkboxes" && chosen.size === all.length) return null;
    if (control.type !== "checkboxes" && !control.options.some((o) => String(o.value) === String(value) && o.value)) return null;
    return (row) => window.netfreedomTables.values(row, control.column).some((text) => chosen.has(text));
  }

  class Controls {
    constructor(figure) {
      this.table = window.netfreedomTables.of(figure);
      this.form = figure.querySelector("form.nf-controls");
      this.holders = this.form ? [...this.form.querySelectorAll("[data-control]")] : [];
      this.controls = this.holders.map((holder) => JSON.parse(holder.dataset.control));
      this.view = null;
      if (!this.form) return;
      this.form.hidden = false;
      this.form.addEventListener("input", (event) => this.apply(event.target.closest("[data-control]")));
      this.form.addEventListener("reset", () => setTimeout(() => this.apply()));
      this.form.addEventListener("submit", (event) => event.preventDefault());
      this.apply();
    }

    // Read every control (or the one that was touched) and hand its value to table and chart.
    async apply(only) {
      const brushes = [];
      for (const [number, holder] of this.holders.entries()) {
        const control = this.controls[number];
        if (control.type === "output" || (only && holder !== only)) continue;
        const value = readers[control.type](holder, control);
        if (this.table) this.table.filter(`control ${number}`, rowFilter(control, value));
        if (!this.view) continue;
        if (control.brush) brushes.push([control, value]);
        else this.setParameter(control, value);
      }
      if (!this.view) return;
      await this.view.runAsync();
      // a parameter that changes the scales makes Vega restore its brush: the brush is set after that
      for (const [control, value] of brushes) await this.setBrush(control, value);
    }

    setParameter(control, value) {
      if (control.type !== "dates") return this.view.signal(control.param, value);
      const [from, to] = control.param.split("/");
      return this.view.signal(from, local(value.from)).signal(to, dayAfter(value.to));
    }

    // In a stacked chart the brush belongs to one of its parts and cannot be set from here: the table follows all the same.
    hasOwnBrush(control) {
      try { return Boolean(this.view.signal(`${control.brush}_x`)); } catch { return false; }
    }

    async setBrush(control, value) {
      if (!this.hasOwnBrush(control)) return;
      const x = this.view.scale("x");
      const whole = value.from === control.min && value.to === control.max;
      this.fromForm = true;
      this.view.signal(`${control.brush}_x`, whole ? [0, 0] : [x(local(value.from)), x(dayAfter(value.to))]);
      await this.view.runAsync();
      this.fromForm = false;
    }

    // The chart was drawn: give it the values of the controls, and follow its outputs and its brush.
    connect(view) {
      this.view = view;
      for (const [number, holder] of this.holders.entries()) {
        const control = this.controls[number];
        if (control.type === "output") {
          const shown = holder.querySelector("output");
          const show = (name, value) => { shown.textContent = Array.isArray(value) ? value.join(", ") : String(value); };
          show("", view.signal(control.param));
          view.addSignalListener(control.param, show);
        }
        if (control.brush) view.addSignalListener(control.brush, (name, value) => this.followBrush(number, value));
      }
      const brushed = this.controls.findIndex((c) => c.brush);
      if (brushed < 0 || !this.isWhole(brushed)) this.apply();
      else this.holders.forEach((holder, number) => { if (number !== brushed) this.apply(holder); });
    }

    isWhole(number) {
      const value = readers.dates(this.holders[number], this.controls[number]);
      return value.from === this.controls[number].min && value.to === this.controls[number].max;
    }

    followBrush(number, value) {
      if (this.fromForm) return;
      const control = this.controls[number];
      const range = Object.values(value || {}).find(Array.isArray);
      const [from, to] = this.holders[number].querySelectorAll("input");
      const clamp = (day) => (day < control.min ? control.min : day > control.max ? control.max : day);
      from.value = range ? clamp(isoDay(Math.min(...range))) : control.min;
      to.value = range ? clamp(isoDay(Math.max(...range))) : control.max;
      if (this.table) this.table.filter(`control ${number}`, rowFilter(control, { from: from.value, to: to.value }));
    }
  }

  window.netfreedomControls = { make: (figure) => new Controls(figure) };
})();
