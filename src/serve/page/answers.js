// The two answers, the pictures, and how far the simulation has come.

import { button, byId, drawing, el, fill, say } from "./dom.js";

/** Shows the answer of the variant in front. */
export function answers(answer) {
  const state = byId("state");
  state.textContent = answer.state;
  state.className = `state ${answer.stage}`;
  byId("inputs").textContent = answer.inputs;
  glance(answer);
  what(answer);
  price(answer);
  if (answer.pictures.length) pictures(answer.pictures);
}

/** On a phone the levers are below the answers: the main ones stay in sight. */
function glance(answer) {
  const [main] = answer.price;
  const goal = answer.goals.find((goal) => goal.without) ?? answer.goals[0];
  fill(
    byId("glance"),
    main ? el("span", {}, `${main.label} `, el("strong", { class: main.exact < 0 ? "bad" : "" }, main.value)) : null,
    goal ? el("span", {}, `${say("run-chance")} `, el("strong", {}, goal.chance.text)) : null,
  );
  byId("glance").className = `glance ${answer.stage}`;
}

function chance(found, name, extra) {
  const bar = el("span", { class: `bar ${extra}`, "aria-hidden": "true" }, el("span", {}));
  bar.firstChild.style.width = `${100 * found.share}%`;
  return el("span", { class: "chance" }, bar, el("span", { class: "number", "data-exact": found.share }, found.text), name ? el("span", { class: "soft" }, name) : null);
}

function what(answer) {
  const compared = answer.goals.some((goal) => goal.without);
  const goals = answer.goals.map((goal) =>
    el(
      "tr",
      {},
      el("th", { scope: "row" }, goal.text, el("small", {}, `${say("run-expected")} ${goal.expected}; ${say("run-spread")}: ${goal.range}`)),
      el(
        "td",
        {},
        chance(goal.chance, goal.without ? say("open-with") : "", "with"),
        goal.without ? chance(goal.without, say("open-without"), "without") : null,
      ),
      compared ? el("td", { class: "number change" }, goal.gain) : null,
    ),
  );
  const worlds = answer.worlds.map((row) =>
    el(
      "tr",
      {},
      el("th", { scope: "row" }, row.label),
      el("td", { class: "number", "data-label": say("run-without") }, row.without),
      el("td", { class: "number", "data-label": say("run-with") }, row.with),
      el("td", { class: "number change", "data-label": say("run-change") }, row.change, el("small", {}, row.range)),
    ),
  );
  fill(
    byId("what"),
    el("h2", {}, say("open-for-what")),
    goals.length
      ? el(
          "table",
          { class: "goals" },
          el("thead", {}, el("tr", {}, el("th", { scope: "col" }, say("run-goal")), el("th", { scope: "col" }, say("run-chance")), compared ? el("th", { scope: "col", class: "number" }, say("run-change")) : null)),
          el("tbody", {}, goals),
        )
      : el("p", { class: "soft" }, say("open-no-goals")),
    worlds.length
      ? el(
          "table",
          { class: "worlds" },
          el("thead", {}, el("tr", {}, el("th", { scope: "col" }, say("open-at-the-end")), ["run-without", "run-with", "run-change"].map((key) => el("th", { scope: "col", class: "number" }, say(key))))),
          el("tbody", {}, worlds),
        )
      : null,
  );
}

function tile(figure, main) {
  const sign = figure.exact < 0 ? "minus" : "plus";
  return el(
    "div",
    { class: `tile ${main ? `main ${sign}` : ""}` },
    el("dt", {}, figure.label),
    el("dd", {}, el("span", { class: "value", "data-key": figure.key, "data-exact": figure.exact ?? "" }, figure.value), figure.range ? el("span", { class: "range" }, figure.range) : null, el("span", { class: "means" }, figure.means)),
  );
}

function price(answer) {
  const open = byId("price").querySelector("details")?.open;
  fill(
    byId("price"),
    el("h2", {}, say("open-at-what-price")),
    answer.verdict.length ? el("p", { class: "verdict" }, answer.verdict.join(" ")) : null,
    answer.price.length ? el("dl", { class: "tiles" }, answer.price.map((figure, at) => tile(figure, at === 0))) : el("p", { class: "soft" }, say("open-no-program")),
    answer.more.length
      ? el(
          "details",
          { class: "more", open },
          el("summary", {}, say("open-more")),
          el(
            "table",
            {},
            el("tbody", {}, answer.more.map((figure) => el("tr", {}, el("th", { scope: "row" }, figure.label, el("small", {}, figure.means)), el("td", { class: "number", "data-key": figure.key, "data-exact": figure.exact ?? "" }, figure.value, el("small", {}, figure.range))))),
          ),
        )
      : null,
  );
}

/** A picture that scrolls sideways where there is little room. */
export function figure(picture) {
  return el("figure", { "data-name": picture.name }, el("div", { class: "sheet", tabindex: "0", role: "group", "aria-label": `${say("open-picture-scroll")}: ${picture.title}` }, drawing(picture.svg, `${picture.title}. ${picture.subtitle}`)));
}

function pictures(all) {
  const place = byId("pictures");
  if (!place.querySelector("h2")) fill(place, el("h2", {}, say("open-pictures")), el("div", { class: "pictures" }));
  const wall = place.querySelector(".pictures");
  const known = new Map([...wall.children].map((child) => [child.dataset.name, child]));
  const names = new Set(all.map((picture) => picture.name));
  for (const picture of all) {
    const old = known.get(picture.name);
    const sheet = old?.querySelector(".sheet");
    // in place, so that nothing jumps and nobody loses their place
    if (sheet) {
      sheet.replaceChildren(drawing(picture.svg, `${picture.title}. ${picture.subtitle}`));
      wall.append(old);
    } else wall.append(figure(picture));
  }
  // a rough answer draws some of them; the others stay until the settled one
  if (names.size > 6) for (const [name, child] of known) if (!names.has(name)) child.remove();
}

/** What has changed since the design was opened. */
export function changes(told) {
  fill(byId("changes"), el("h2", {}, say("open-changes")), told.length ? el("ul", {}, told.map((change) => el("li", {}, change))) : el("p", { class: "soft" }, say("open-changes-none")));
}

/** The part where one asks what decides. */
export function decides(asking) {
  fill(byId("decides"), el("h2", {}, say("open-decides")), el("p", { class: "soft" }, say("open-decides-means")), button(say("open-decides-ask"), asking, { id: "ask-decides" }));
}

/** Clears what belongs to another variant or language. */
export function clear() {
  fill(byId("pictures"));
  const state = byId("state");
  state.textContent = say("open-starting");
  state.className = "state rough";
}
