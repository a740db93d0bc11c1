// What phones and the wall screen have in common: asking, waiting for news, and showing what came out.

import { button, byId, el, fill, say, speak, writeIn } from "./dom.js";
import { Lost, ask } from "./server.js";

const PHASES = ["brief", "design", "bet", "play", "reveal", "debrief"];
/** A phone that has slept asks again after this time at the latest. */
const PATIENCE = 25_000;
const REST = 1_000;

export const page = { language: navigator.language?.startsWith("ru") ? "ru" : "en", shown: null };

export function notice(text, bad = true) {
  fill(byId("notice"), text ? el("p", { class: bad ? "bad" : "good" }, text) : "");
}

/** Does something; where it is refused, says why. */
export async function tried(work) {
  try {
    notice("");
    return await work();
  } catch (fault) {
    notice(fault instanceof Lost ? say("seminar-lost") : fault.message);
    return undefined;
  }
}

const rest = () => new Promise((next) => setTimeout(next, REST));

/** Speaks a language, and shows everything in it. */
export async function speakAs(code) {
  const told = await ask("start", { language: code });
  page.language = told.language;
  writeIn(told.language);
  speak(told.says);
}

let round = 0;
let stop = null;

/** Asks for news as long as the page is open; `show` hears them. `body` is what to ask with, or null where there is nothing to ask. */
export async function follow(body, show, refused) {
  const own = ++round;
  let since = "";
  for (; own === round; ) {
    const asked = body();
    if (!asked) return;
    stop = new AbortController();
    const waited = setTimeout(() => stop.abort(), PATIENCE);
    try {
      const news = await ask("look", { ...asked, since, language: page.language }, stop.signal);
      if (own !== round) return;
      byId("lost").textContent = "";
      if (news.mark !== since) {
        since = news.mark;
        page.shown = news;
        show(news);
      }
    } catch (fault) {
      if (own !== round) return;
      if (fault.name === "AbortError") continue;
      if (!(fault instanceof Lost) && refused(fault)) return;
      byId("lost").textContent = say("seminar-lost");
      since = "";
      await rest();
    } finally {
      clearTimeout(waited);
    }
  }
}

/** Begins anew with whatever is asked now. */
export function unfollow() {
  round++;
  stop?.abort();
}

/** The bar with the round's phases. */
export function phases(shown) {
  byId("phases").hidden = false;
  const names = PHASES.map((phase) => el("li", { class: phase === shown.phase ? "now" : "", "aria-current": phase === shown.phase ? "step" : false }, say(`seminar-phase-${phase}`)));
  byId("phases").setAttribute("aria-label", `${say("seminar-round")} ${shown.round}`);
  fill(byId("phases"), el("ol", {}, el("li", {}, `${say("seminar-round")} ${shown.round}`), names));
}

/** Language and colours. `speak` is told the language. */
export function actions(speakTo, more = []) {
  const languages = el(
    "select",
    { "aria-label": say("open-language"), id: "language", onchange: (event) => speakTo(event.target.value) },
    [["en", "English"], ["ru", "Русский"]].map(([value, name]) => el("option", { value, selected: value === page.language }, name)),
  );
  fill(byId("actions"), more, button("◐", theme, { class: "quiet", id: "theme", "aria-label": say("open-theme"), title: say("open-theme") }), languages);
}

function theme() {
  const root = document.documentElement;
  const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
}

/** The business in numbers, its goals, what has changed. */
export function brief(told) {
  const line = (label, value) => el("div", {}, el("dt", {}, label), el("dd", {}, value));
  return [
    told.shocks.length ? el("section", { class: "changed" }, el("h2", {}, say("seminar-shocks")), list(told.shocks)) : null,
    el(
      "section",
      {},
      el("h2", {}, say("seminar-business")),
      el("dl", { class: "facts" }, told.facts.map((fact) => line(fact.label, fact.value))),
      el("h3", {}, say("seminar-program")),
      el("p", {}, told.program),
      el("p", { class: "soft" }, told.months),
      told.goals.length ? [el("h3", {}, say("seminar-goals")), list(told.goals)] : null,
      told.budget ? el("p", { class: "told" }, `${say("seminar-budget")}: `, el("strong", {}, told.budget)) : null,
    ),
  ];
}

export const list = (lines) => el("ul", { class: "plain" }, lines.map((line) => el("li", {}, line)));

/** The leader board. */
export function board(result, own = -1) {
  const columns = ["design", "chances", "range", "points", "sum"];
  const head = el("tr", {}, el("th", { scope: "col" }, say("seminar-column-team")), columns.map((key) => el("th", { scope: "col", class: `number ${["points", "sum"].includes(key) ? "" : "part"}` }, say(`seminar-column-${key}`))));
  const row = (found, at) =>
    el(
      "tr",
      { class: found.team === own ? "mine" : "" },
      el("th", { scope: "row" }, el("span", { class: "place" }, `${at + 1}. `), found.name),
      ["design", "chances", "range", "points"].map((key) => el("td", { class: `number ${key === "points" ? "" : "part"}` }, found[key])),
      el("td", { class: "number sum", "data-exact": found.exact_sum }, found.sum),
    );
  return el(
    "section",
    {},
    el("h2", {}, say("seminar-board")),
    el("p", { class: "soft" }, say("seminar-about")),
    el("div", { class: "wide", tabindex: "0", role: "group", "aria-label": say("seminar-board") }, el("table", { class: "board" }, el("thead", {}, head), el("tbody", {}, result.board.map(row)))),
    el("p", { class: "soft told" }, say("seminar-points-mean")),
    el("p", { class: "soft" }, result.about),
  );
}

function place(span, low, high) {
  span.style.left = `${100 * low}%`;
  span.style.width = `${Math.max(0, 100 * (high - low))}%`;
  return span;
}

/** What was bet and what was simulated, team by team, on one scale. A bet far out is cut at the edge. */
export function ranges(result, only = null) {
  const teams = result.teams.filter((team) => only === null || team.team === only);
  const sims = result.teams.flatMap((team) => [team.low, team.high, 0]);
  const [least, most] = [Math.min(...sims), Math.max(...sims)];
  const room = (most - least) * 0.6 || 1;
  const bets = teams.flatMap((team) => (team.bet ? [team.bet.low, team.bet.high] : []));
  const low = Math.max(Math.min(least, ...bets), least - room);
  const high = Math.min(Math.max(most, ...bets), most + room);
  const at = (value) => Math.min(1, Math.max(0, (value - low) / (high - low || 1)));
  const bar = (kind, from, to, mean) => {
    const zero = el("span", { class: "zero" });
    zero.style.left = `${100 * at(0)}%`;
    const marked = mean === undefined ? null : el("i", {});
    if (marked) marked.style.left = `${100 * at(mean)}%`;
    return el("div", { class: `line ${kind}`, "aria-hidden": "true" }, place(el("span", {}), at(from), at(to)), zero, marked);
  };
  const team = (found) =>
    el(
      "div",
      { class: "team" },
      el("strong", {}, found.name),
      found.bet ? [bar("bet", found.bet.low, found.bet.high), el("small", {}, `${say("seminar-column-bet")}: ${found.bet.range} · ${found.bet.inside} ${say("seminar-inside")}`)] : el("small", {}, say("seminar-no-bet")),
      bar("sim", found.low, found.high, found.mean),
      el("small", {}, `${say("seminar-column-simulated")}: ${found.net_range}; ${say("seminar-expected")}: ${found.net}`),
    );
  return el(
    "section",
    {},
    el("h2", {}, say("seminar-ranges")),
    el("p", { class: "soft" }, el("span", { class: "key bet" }), `${say("seminar-column-bet")} `, el("span", { class: "key" }), say("seminar-column-simulated")),
    el("div", { class: "ranges" }, teams.map(team)),
    el("p", { class: "soft told" }, say("seminar-ranges-mean")),
  );
}

/** The money of one team, step by step. */
export function waterfall(team) {
  let sum = 0;
  const ends = [0];
  for (const step of team.steps) {
    if (!step.total) sum += step.value;
    ends.push(sum);
  }
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const at = (value) => (value - low) / (high - low || 1);
  let from = 0;
  const row = (step) => {
    const [start, end] = step.total ? [0, step.value] : [from, from + step.value];
    if (!step.total) from = end;
    const span = place(el("span", {}), at(Math.min(start, end)), at(Math.max(start, end)));
    return el("div", { class: `fall ${step.total ? "total" : step.value < 0 ? "minus" : ""}` }, el("span", {}, step.label), el("div", { class: "line", "aria-hidden": "true" }, span), el("span", { class: "number" }, step.text));
  };
  return [el("h3", {}, say("seminar-waterfall")), el("div", { class: "falls" }, team.steps.map(row))];
}

/** Goals, as bet and as simulated. */
export function goals(team) {
  if (!team.goals.length) return null;
  const head = ["bet", "simulated"].map((key) => el("th", { scope: "col", class: "number" }, say(`seminar-column-${key}`)));
  const row = (goal) => el("tr", {}, el("th", { scope: "row" }, goal.goal), el("td", { class: "number" }, goal.bet_text), el("td", { class: "number" }, goal.simulated_text));
  return el("table", {}, el("thead", {}, el("tr", {}, el("th", { scope: "col" }, say("seminar-goals")), head)), el("tbody", {}, team.goals.map(row)));
}

/** A team: its design, its goals, why. */
export function sheet(team, title, points = null) {
  const parts = points ? ["design", "chances", "range", "points", "sum"].map((key) => [say(`seminar-column-${key}`), points[key]]) : [];
  return el(
    "section",
    { class: points ? "own" : "" },
    el("h2", {}, title),
    points ? el("dl", { class: "points" }, parts.map(([name, value]) => el("div", {}, el("dt", {}, name), el("dd", {}, value)))) : null,
    el("p", {}, `${say("seminar-expected")}: `, el("strong", { "data-team": team.name, "data-exact": team.mean }, team.net)),
    el("h3", {}, say("seminar-changes")),
    team.changes.length ? list(team.changes) : el("p", { class: "soft" }, say("seminar-changes-none")),
    goals(team),
    team.why.length ? [el("h3", {}, say("seminar-why")), list(team.why)] : null,
    waterfall(team),
  );
}

/** What luck would have said. */
export function luck(result) {
  if (!result.path.text) return null;
  return el("section", {}, el("h2", {}, say("seminar-luck")), el("p", {}, result.path.text), el("ol", { class: "plain" }, result.path.rows.map((row) => el("li", {}, `${row.name}: ${row.net}`))));
}

/** The best that was to be had, and the pair that shows most. */
export function lessons(result) {
  return [
    el("section", {}, el("h2", {}, say("seminar-best")), el("p", {}, result.best.text), result.best.changes.length ? list(result.best.changes) : null),
    result.pair.length ? el("section", {}, el("h2", {}, say("seminar-pair-title")), el("p", {}, result.pair[0]), list(result.pair.slice(1))) : null,
  ];
}
