// The phone of a student: join, read, set levers, bet, see.

import * as shared from "./class.js";
import { button, byId, el, fill, read, say, written } from "./dom.js";
import { row } from "./levers.js";
import { ask } from "./server.js";

const place = `loyalsim class ${location.host}`;
let mine = ""; // the phone's secret
let drawn = ""; // what stands on the stage, so that nobody's typing is wiped away
let values = [];
let dirty = false; // levers moved and not sent yet

function remember(secret) {
  mine = secret;
  try {
    if (secret) localStorage.setItem(place, secret);
    else localStorage.removeItem(place);
  } catch {
    // Without storage a phone forgets when the page is loaded again, and joins anew.
  }
}

function join() {
  drawn = "join";
  byId("phases").hidden = true;
  byId("who").textContent = "";
  const ask = (id, label, more = {}) => el("p", {}, el("label", { for: id }, say(label)), el("input", { type: "text", id, autocomplete: "off", maxlength: 24, ...more }));
  const form = el(
    "form",
    { onsubmit: enter },
    el("p", { class: "soft" }, say("seminar-join-means")),
    ask("code", "seminar-code", { autocapitalize: "characters", spellcheck: "false", value: location.hash.slice(1) }),
    ask("nick", "seminar-name"),
    ask("team", "seminar-team", { "aria-describedby": "team-means" }),
    el("p", { class: "soft", id: "team-means" }, say("seminar-team-means")),
    el("button", { class: "strong", type: "submit" }, say("seminar-join")),
  );
  fill(byId("stage"), el("section", {}, el("h2", {}, say("seminar-join")), form));
  byId(location.hash.length > 1 ? "nick" : "code").focus();
}

function enter(event) {
  event.preventDefault();
  const value = (id) => byId(id).value;
  return shared.tried(async () => {
    remember(await ask("join", { code: value("code"), name: value("nick"), team: value("team"), language: shared.page.language }));
    drawn = "";
    follow();
  });
}

function follow() {
  return shared.follow(
    () => (mine ? { student: mine } : null),
    show,
    (fault) => {
      shared.notice(fault.message);
      remember("");
      join();
      return true;
    },
  );
}

function show(shown) {
  shared.phases(shown);
  byId("title").textContent = shown.brief.title;
  document.title = `${shown.brief.title} · loyalsim`;
  document.body.dataset.phase = shown.phase;
  byId("who").textContent = `${shown.name} · ${shown.team}`;
  const what = `${shown.round} ${shown.phase} ${shared.page.language} ${shown.brief.shocks.length}`;
  const fresh = what !== drawn;
  if (fresh) dirty = false;
  drawn = what;
  if (shown.phase === "brief") return fill(byId("stage"), el("section", { class: "own" }, el("p", {}, say("seminar-wait-brief")), team(shown)), shared.brief(shown.brief));
  if (shown.phase === "design") return design(shown, fresh);
  if (shown.phase === "bet") return bet(shown, fresh);
  if (shown.phase === "play") return play(shown);
  if (fresh || !byId("stage").querySelector(".board")) results(shown);
  if (fresh) byId("room").focus({ preventScroll: true });
}

function team(shown) {
  const names = shown.mates.map((name) => (name === shown.name ? `${name} (${say("seminar-you")})` : name));
  return el("p", { class: "soft" }, `${say("seminar-own")} ${shown.team}: ${names.join(", ")}`);
}

function sent(by, key) {
  return by ? `${say(key)}: ${by}` : "";
}

/** The team's levers. What a mate has sent takes the place of what stands here, unless it is being changed. */
function design(shown, fresh) {
  const same = JSON.stringify(values) === JSON.stringify(shown.values);
  if (!fresh && (dirty || same)) return (byId("by").textContent = sent(shown.by, "seminar-design-by"));
  values = [...shown.values];
  dirty = false;
  const act = (at) => ({
    move: async (path, to) => {
      values[at] = to;
      dirty = true;
      byId("told").textContent = "";
      const slider = byId("stage").querySelector(`input[type=range][data-path="${CSS.escape(path)}"]`);
      if (slider && Number(slider.value) !== to) slider.value = to;
      return true;
    },
    settle: () => {},
    refuse: () => {},
  });
  const levers = shown.brief.levers.map((lever, at) => row({ ...lever, value: shown.values[at] }, "team", act(at)));
  const send = button(say("seminar-design-send"), () => sendDesign(shown), { class: "strong go", id: "send" });
  fill(
    byId("stage"),
    el("section", { class: "own" }, el("h2", {}, say("open-levers")), el("p", { class: "soft" }, say("seminar-design-means")), shown.brief.budget ? el("p", {}, `${say("seminar-budget")}: `, el("strong", {}, shown.brief.budget)) : null, levers, send, el("p", { class: "told good", id: "told", role: "status" }), el("p", { class: "soft", id: "by" }, sent(shown.by, "seminar-design-by"))),
    shared.brief(shown.brief),
    el("section", {}, team(shown)),
  );
}

function sendDesign(shown) {
  return shared.tried(async () => {
    const sentValues = [...values];
    const cost = await ask("design", { student: mine, round: shown.round, values: sentValues, language: shared.page.language });
    dirty = JSON.stringify(values) !== JSON.stringify(sentValues);
    byId("told").textContent = [say("seminar-design-saved"), cost].filter(Boolean).join(". ");
  });
}

function bet(shown, fresh) {
  if (!fresh) {
    byId("by").textContent = sent(shown.bet_by, "seminar-bet-by");
    return;
  }
  const { brief, bet } = shown;
  const asked = (id, label, value) => el("div", { class: "ask" }, el("label", { for: id }, label), el("input", { type: "text", inputmode: "text", id, autocomplete: "off", value: value === undefined ? "" : written(value) }));
  const chances = brief.goals.map((goal, at) => el("div", {}, el("h3", {}, goal), asked(`chance${at}`, say("seminar-chance-of"), bet ? 100 * bet.chances[at] : undefined)));
  const ends = el("div", { class: "pairs" }, asked("low", `${say("seminar-range-low")}, ${brief.unit}`, bet ? bet.low / brief.times : undefined), asked("high", `${say("seminar-range-high")}, ${brief.unit}`, bet ? bet.high / brief.times : undefined));
  const send = button(say("seminar-bet-send"), () => sendBet(shown), { class: "strong go", id: "send" });
  fill(
    byId("stage"),
    el("section", { class: "own" }, el("h2", {}, say("seminar-bet-of")), el("p", { class: "soft" }, say("seminar-bet-means")), chances, el("h3", {}, say("seminar-range-of")), ends, send, el("p", { class: "told good", id: "told", role: "status" }), el("p", { class: "soft", id: "by" }, sent(shown.bet_by, "seminar-bet-by"))),
    shared.brief(brief),
  );
}

function sendBet(shown) {
  return shared.tried(async () => {
    const { goals, times } = shown.brief;
    const number = (id) => read(byId(id).value);
    const chances = goals.map((_, at) => number(`chance${at}`) / 100);
    if (chances.some((chance) => !(chance >= 0 && chance <= 1))) throw new Error(say("seminar-bad-chance"));
    const [low, high] = [number("low") * times, number("high") * times];
    if (!(low <= high)) throw new Error(say("seminar-bad-range"));
    await ask("bet", { student: mine, round: shown.round, bet: { chances, low, high }, language: shared.page.language });
    byId("told").textContent = say("seminar-bet-sent");
  });
}

function play(shown) {
  fill(byId("stage"), el("section", { class: "own" }, el("p", { role: "status" }, say(shown.ready ? "seminar-simulated" : "seminar-wait-play")), shown.ready ? null : el("progress", { max: 100, value: shown.progress, "aria-label": say("seminar-simulating") })));
}

function results(shown) {
  const { result, own } = shown;
  if (!result) return;
  const mine = result.teams.find((team) => team.team === own);
  fill(
    byId("stage"),
    mine ? shared.sheet(mine, shown.team, result.board.find((row) => row.team === own)) : null,
    mine ? shared.ranges(result, own) : null,
    shared.board(result, own),
    shared.lessons(result),
    shared.luck(result),
    button(say("open-print"), () => window.print(), { id: "print" }),
  );
}

async function speakTo(code) {
  drawn = "";
  shared.unfollow();
  await shared.speakAs(code);
  shared.actions(speakTo);
  if (mine) follow();
  else join();
}

async function first() {
  try {
    mine = localStorage.getItem(place) ?? "";
  } catch {
    mine = "";
  }
  await speakTo(shared.page.language);
}

shared.tried(first);
