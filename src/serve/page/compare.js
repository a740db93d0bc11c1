// Variants side by side.

import { byId, el, fill, say } from "./dom.js";

/** The table of all variants. */
export function compare(found, names, shown) {
  const place = byId("compare");
  if (!found) {
    fill(place);
    return;
  }
  const mark = { better: "▲", worse: "▼", open: "=" };
  const cell = (cell, at) =>
    el(
      "td",
      { class: `number ${cell.verdict} ${at === shown ? "shown" : ""}`, "data-exact": cell.exact },
      cell.value,
      cell.difference ? el("small", {}, `${mark[cell.verdict] ?? ""} ${cell.difference}`, el("span", { class: "hidden" }, ` ${say(`open-${cell.verdict}`)}`)) : null,
    );
  fill(
    place,
    el("h2", {}, say("open-compare")),
    el(
      "div",
      { class: "sheet", tabindex: "0", role: "group", "aria-label": say("open-compare") },
      el(
        "table",
        { class: "compare" },
        el("thead", {}, el("tr", {}, el("th", { scope: "col" }, say("open-measure")), names.map((name, at) => el("th", { scope: "col", class: `number ${at === shown ? "shown" : ""}` }, name)))),
        el("tbody", {}, found.rows.map((row) => el("tr", {}, el("th", { scope: "row" }, row.label), row.cells.map(cell)))),
      ),
    ),
    el("p", { class: "soft" }, `▲ ${say("open-better")} · ▼ ${say("open-worse")} · = ${say("open-open")}. ${say("open-compare-means")}`),
    found.cautions.map((caution) => el("p", { class: "caution" }, caution)),
  );
}
