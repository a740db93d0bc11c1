// The levers: sliders and fields with ranges, units and sources; elements on and off.

import { button, byId, el, fill, read, say, written } from "./dom.js";

let serial = 0;

/** The levers that decide most, as last found out, besides the design's own; all of them stand in their sections, too. */
function deciding(groups, order, act) {
  const all = groups.filter((group) => group.key !== "chosen").flatMap((group) => group.sections.flatMap((section) => section.levers.map((lever) => ({ ...lever, name: section.name && !section.element && !lever.name.includes(section.name) ? `${lever.name} (${section.name})` : lever.name }))));
  const found = order.map((path) => all.find((lever) => lever.path === path)).filter(Boolean);
  if (!found.length) return null;
  return el("section", { class: "chosen deciding" }, el("h3", {}, say("open-levers-decide")), found.map((lever) => row(lever, "decides", act)));
}

/** Draws the levers of a view; `order` are the paths of those that decide. `act` does what the user wants. */
export function levers(view, parked, act, order = []) {
  const aside = byId("levers");
  const opened = new Set([...aside.querySelectorAll("details[open]")].map((details) => details.dataset.key));
  const first = !aside.hasChildNodes();
  const focus = document.activeElement?.dataset?.control;
  const scrolled = aside.scrollTop;
  const main = ["chosen", "program", "goals"];
  const open = (key, usual) => (first ? usual : opened.has(key));
  const groups = view.groups.map((group) => ({ ...group, main: main.includes(group.key) }));
  const has = groups.some((group) => group.key === "chosen");
  fill(
    aside,
    el("h2", {}, say("open-levers")),
    groups.filter((g) => g.key === "chosen").map((g) => whole(g, open, act, true)),
    deciding(groups, order, act),
    groups.filter((g) => g.main && g.key !== "chosen").map((g) => whole(g, open, act, !has && g.key === "program")),
    off(parked, act),
    button(say("open-add-element"), () => act.add(), { class: "wide", "data-control": "add-element" }),
    el("h3", { class: "divide" }, say("open-assumptions")),
    groups.filter((g) => !g.main).map((g) => whole(g, open, act, false)),
    view.warnings.length
      ? details("warnings", say("open-warnings"), open, false, el("ul", {}, view.warnings.map((w) => el("li", {}, w))))
      : null,
  );
  aside.scrollTop = scrolled;
  if (focus) aside.querySelector(`[data-control="${CSS.escape(focus)}"]`)?.focus({ preventScroll: true });
}

function details(key, name, open, usual, ...inside) {
  return el("details", { "data-key": key, open: open(key, usual), class: "group" }, el("summary", {}, name), inside);
}

function whole(group, open, act, usual) {
  const sections = group.sections.map((section) => part(section, group, open, act));
  if (group.key === "chosen") {
    return el("section", { class: "chosen" }, el("h3", {}, group.name), sections);
  }
  return details(group.key, group.name, open, usual, sections);
}

function part(section, group, open, act) {
  const given = section.levers.filter((lever) => lever.given || group.key === "chosen");
  const rest = section.levers.filter((lever) => !given.includes(lever));
  const inside = [
    section.words.map((word) => chooser(word, act)),
    given.map((lever) => row(lever, group.key, act)),
    rest.length
      ? details(`${group.key} ${section.path} rest`, `${say("open-more-numbers")} (${rest.length})`, open, false, rest.map((l) => row(l, group.key, act)))
      : null,
  ];
  if (!section.name) return inside;
  if (!section.element) return el("section", { class: "part" }, el("h3", { class: "minor" }, section.name), inside);
  const id = `e${++serial}`;
  return el(
    "section",
    { class: "part element" },
    el(
      "div",
      { class: "switch" },
      el("input", {
        type: "checkbox",
        id,
        checked: true,
        "data-control": `switch ${section.path}`,
        onchange: () => act.park(section.path, section.name),
      }),
      el("label", { for: id }, section.name),
      button("×", () => act.remove(section.path), {
        class: "quiet",
        title: say("open-remove-element"),
        "aria-label": `${say("open-remove-element")}: ${section.name}`,
      }),
    ),
    inside,
  );
}

function off(parked, act) {
  return parked.map((element, at) => {
    const id = `e${++serial}`;
    return el(
      "section",
      { class: "part element parked" },
      el(
        "div",
        { class: "switch" },
        el("input", { type: "checkbox", id, "data-control": `parked ${at}`, onchange: () => act.unpark(at) }),
        el("label", { for: id }, element.name),
        el("small", {}, say("open-off")),
      ),
    );
  });
}

/** A lever by itself: a slider and a field, its range and its source. */
export function row(lever, group, act) {
  const id = `l${++serial}`;
  const unit = lever.percent ? `%` : "";
  const control = `${group} ${lever.path}`;
  const field = el("input", {
    type: "text",
    inputmode: "decimal",
    id,
    value: written(lever.value),
    autocomplete: "off",
    "aria-describedby": `${id}d`,
    "data-control": `${control} field`,
    "data-path": lever.path,
  });
  const slider = lever.slider
    ? el("input", {
        type: "range",
        min: lever.slider.low,
        max: lever.slider.high,
        step: lever.slider.step,
        "aria-label": `${lever.name}${lever.unit ? `, ${lever.unit}` : ""}`,
        "data-control": `${control} slider`,
        "data-path": lever.path,
      })
    : null;
  const shown = (value) => `${written(value)}${unit ? ` ${unit}` : ""}`;
  if (slider) {
    slider.value = lever.value;
    slider.setAttribute("aria-valuetext", shown(lever.value));
    slider.addEventListener("input", () => {
      const value = tidy(Number(slider.value), lever.slider.step);
      field.value = written(value);
      slider.setAttribute("aria-valuetext", shown(value));
      act.move(lever.path, value);
    });
    slider.addEventListener("change", () => act.settle());
  }
  field.addEventListener("change", () => {
    const value = read(field.value);
    if (Number.isNaN(value)) field.value = written(lever.value);
    else if (value !== lever.value) act.move(lever.path, value).then((done) => (done ? act.settle() : act.refuse()));
  });
  field.addEventListener("keydown", (key) => {
    if (key.key === "Escape") field.value = written(lever.value);
  });
  return el(
    "div",
    { class: "lever" },
    el(
      "div",
      { class: "head" },
      el("label", { for: id }, lever.name),
      el("span", { class: "field" }, field, el("span", { class: "unit" }, unit)),
    ),
    slider ? el("div", { class: "slide" }, el("span", {}, written(lever.slider.low)), slider, el("span", {}, shown(lever.slider.high))) : null,
    el(
      "details",
      { class: "about", id: `${id}d` },
      el("summary", {}, [lever.unit, lever.source].filter(Boolean).join(" · ")),
      el("p", {}, lever.meaning),
      el("p", {}, lever.allowed),
      lever.uncertain ? el("p", {}, lever.uncertain) : null,
    ),
  );
}

const tidy = (value, step) => Number((Math.round(value / step) * step).toPrecision(10));

function chooser(word, act) {
  const id = `w${++serial}`;
  const control = `word ${word.path}`;
  const change = (event) => act.choose(word.path, event.target.value);
  const input = word.options.length
    ? el(
        "select",
        { id, onchange: change, "data-control": control },
        word.options.map(([value, name]) => el("option", { value, selected: value === word.value }, name)),
      )
    : el("input", { id, type: "month", value: word.value, onchange: change, "data-control": control });
  return el("div", { class: "lever" }, el("div", { class: "head" }, el("label", { for: id }, word.name), input));
}
