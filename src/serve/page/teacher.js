// The wall screen: who is there, how far the class is, what comes next, what came out.

import * as shared from "./class.js";
import { button, byId, el, fill, say } from "./dom.js";
import { ask } from "./server.js";

function follow() {
  return shared.follow(() => ({}), show, () => false);
}

const does = (path, body) => shared.tried(() => ask(path, { ...body, language: shared.page.language }));

function show(shown) {
  shared.phases(shown);
  byId("title").textContent = shown.brief.title;
  document.title = `${shown.brief.title} · loyalsim`;
  document.body.dataset.phase = shown.phase;
  document.body.dataset.ready = shown.ready;
  const focus = document.activeElement?.id;
  const chosen = byId("shock")?.value;
  const stage = { brief: lobby, design: waiting, bet: waiting, play, reveal, debrief }[shown.phase];
  fill(byId("stage"), el("section", {}, deck(shown)), stage(shown));
  if (chosen && byId("shock")) byId("shock").value = chosen;
  if (focus) byId(focus)?.focus({ preventScroll: true });
}

/** What can be done now: on, then back. */
function deck(shown) {
  const order = ["brief", "design", "bet", "play", "reveal", "debrief"];
  const now = order.indexOf(shown.phase);
  const back = ([round, to]) => round === shown.round && order.indexOf(to) < now;
  const step = ([round, to], on) =>
    button(on ? say(`seminar-step-${to}`) : `← ${say(`seminar-phase-${to}`)}`, () => does("step", { round, to }), { class: on ? "strong go" : "quiet", id: `to-${to}` });
  const on = shown.steps.filter((one) => !back(one));
  return el("div", { class: "deck" }, on.map((one) => step(one, true)), shown.steps.filter(back).map((one) => step(one, false)), shown.phase === "play" && !shown.ready && !shown.failed ? el("span", {}, say("seminar-simulating")) : null, shown.shocks.length ? shocks(shown) : null);
}

function shocks(shown) {
  const choice = el("select", { id: "shock", "aria-label": say("seminar-shock") }, el("option", { value: "" }, `${say("seminar-shock")} …`), shown.shocks.map(([key, name]) => el("option", { value: key }, name)));
  const happen = () => choice.value && does("shock", { round: shown.round, key: choice.value });
  return [choice, button(say("seminar-shock-do"), happen, { id: "shock-do" }), shown.brief.shocks.length ? button(say("seminar-shock-undo"), () => does("shock", { round: shown.round, key: "" }), { class: "quiet", id: "shock-undo" }) : null];
}

/** What can be taken home: a page for each team, and the table of everything. */
function papers() {
  const link = (path, key, more = {}) => el("a", { href: path, ...more }, say(key));
  return el("p", { class: "deck" }, link(`handouts/${shared.page.language}`, "seminar-handouts", { target: "_blank", rel: "noopener", id: "handouts" }), link("class.csv", "seminar-table", { download: "class.csv", id: "table" }));
}

function entrance(shown) {
  const [[address, svg]] = shown.addresses;
  const picture = el("div", {});
  picture.append(document.importNode(new DOMParser().parseFromString(svg, "image/svg+xml").documentElement, true));
  picture.firstChild.setAttribute("role", "img");
  picture.firstChild.setAttribute("aria-label", `QR: ${address}`);
  const others = shown.addresses.slice(1).map(([other]) => el("p", { class: "soft" }, other));
  return el("section", { class: "entrance" }, picture, el("div", {}, el("p", { class: "soft" }, say("seminar-join-at")), el("p", { class: "address" }, address), others, el("p", { class: "soft" }, say("seminar-code")), el("p", { class: "code", id: "join-code" }, shown.code), shown.alone ? el("p", { class: "soft" }, say("seminar-alone")) : null));
}

function crew(shown, key = null) {
  const member = (name) => el("li", {}, name, key ? null : button("×", () => does("remove", { name }), { "aria-label": `${say("seminar-remove")}: ${name}`, title: say("seminar-remove") }));
  const team = (found) => el("li", { class: key && found[key] ? "done" : "" }, el("strong", {}, found.name), key && found[key] ? " ✓" : "", el("ul", { class: "mates" }, found.members.map(member)));
  return shown.teams.length ? el("ul", { class: "crew" }, shown.teams.map(team)) : el("p", { class: "soft" }, say("seminar-none-yet"));
}

function lobby(shown) {
  return el("div", { class: "lobby" }, entrance(shown), el("div", {}, el("section", {}, el("h2", {}, say("seminar-teams")), crew(shown)), shared.brief(shown.brief)));
}

function waiting(shown) {
  const [key, at, done] = shown.phase === "design" ? ["designed", 1, "seminar-phase-design"] : ["bet", 2, "seminar-bets"];
  const [all] = shown.counts;
  return el(
    "div",
    { class: "lobby small" },
    el("div", {}, el("section", {}, el("h2", {}, say(done)), el("p", { class: "count", role: "status" }, `${shown.counts[at]} / ${all}`), crew(shown, key)), entrance(shown)),
    el("div", {}, shared.brief(shown.brief)),
  );
}

function play(shown) {
  if (shown.failed) return el("section", {}, el("p", { class: "bad", role: "alert" }, shown.failed));
  const text = shown.ready ? say("seminar-simulated") : say("seminar-simulating");
  return el("section", {}, el("h2", { role: "status" }, text), shown.ready ? null : el("progress", { max: 100, value: shown.progress, "aria-label": text }));
}

function reveal(shown) {
  return shown.result ? [shared.board(shown.result), shared.ranges(shown.result), shared.luck(shown.result)] : null;
}

function debrief(shown) {
  const { result } = shown;
  if (!result) return null;
  return [shared.lessons(result), el("div", { class: "sheets" }, result.teams.map((team) => shared.sheet(team, team.name))), shared.board(result), shared.ranges(result), shared.luck(result), el("section", {}, papers())];
}

async function speakTo(code) {
  shared.unfollow();
  await shared.speakAs(code);
  shared.actions(speakTo, [button(say("open-print"), () => window.print(), { id: "print" })]);
  follow();
}

shared.tried(() => speakTo(shared.page.language));
