// The page: what the user does, what is asked of the server, and what is shown.

import * as shows from "./answers.js";
import { compare } from "./compare.js";
import * as dialogs from "./dialogs.js";
import { button, byId, el, fill, read, say, speak, writeIn, written } from "./dom.js";
import { levers } from "./levers.js";
import { Lost, ask, askText, listen } from "./server.js";
import { MOST, begin, redo, show, shown, state, step, undo } from "./state.js";

let start = null; // what the server has said at the beginning
let language = "";
let playing = new AbortController();
let looks = 0;
let decided = ""; // the design whose decisive inputs are shown
let order = []; // paths of the inputs that decide, as found last: it stays while levers move
let moving = null; // { base, sent, next }: a lever on its way

function notice(text, bad = true) {
  fill(byId("notice"), text ? el("p", { class: bad ? "bad" : "good" }, text) : "");
}

async function tried(work) {
  try {
    notice("");
    return await work();
  } catch (fault) {
    if (fault.name !== "AbortError") notice(fault instanceof Lost ? say("open-lost") : fault.message);
    return undefined;
  }
}

// Answers

/** How wide pictures are: on a phone as wide as the phone, so that their words can be read. */
function width() {
  const room = document.documentElement.clientWidth - 3.4 * parseFloat(getComputedStyle(document.documentElement).fontSize);
  return room < 720 ? Math.max(300, Math.round(room)) : 960;
}

/** A phone that has been turned, a window that has become narrow. */
let drawnAt = 0;
function turned() {
  const now = width();
  if (!state.variants.length || Math.abs(now - drawnAt) < 40) return;
  drawnAt = now;
  play();
}

function play() {
  playing.abort();
  playing = new AbortController();
  const { signal } = playing;
  const order = {
    texts: state.variants.map((variant) => variant.text),
    names: state.variants.map((variant) => variant.name),
    shown: state.shown,
    width: width(),
    language,
  };
  const told = document.body.dataset;
  told.stage = "asked";
  for (const stage of ["rough", "refining", "settled"]) delete told[stage];
  const began = performance.now();
  return tried(() =>
    listen(
      "play",
      order,
      (kind, what) => {
        if (signal.aborted) return;
        if (kind === "fault") return notice(what);
        const answer = what.answers[order.shown];
        shows.answers(answer);
        compare(what.comparison, order.names, order.shown);
        told.stage = answer.stage;
        // how long it took, for whoever wants to know
        told[answer.stage] ??= Math.round(performance.now() - began);
      },
      signal,
    ),
  );
}

async function look() {
  const own = ++looks;
  const { text, original } = shown();
  const [view, told] = await Promise.all([
    ask("view", { text, language }),
    ask("changes", { before: original, after: text, language }),
  ]);
  // a later look, or a lever that moves by now, knows better
  if (own !== looks || moving) return;
  byId("title").textContent = view.title;
  document.title = `${view.title} · loyalsim`;
  byId("program").textContent = view.program ?? "";
  levers(view, shown().parked, act, order);
  shows.changes(told);
  if (decided !== text) shows.decides(decide);
}

/** Draws everything anew: another variant, another state. */
function renew() {
  document.body.dataset.stage = "asked";
  variants();
  actions();
  return tried(async () => {
    await look();
    await play();
  });
}

// What the user does

async function change(text, what) {
  return ask("change", { text, change: what, language });
}

/** Moves a lever: the text follows the slider, one request at a time, always from where the slider began. */
async function move(path, to) {
  moving ??= { path, base: shown().text, busy: false, next: null };
  const own = moving;
  own.next = { path, to };
  if (own.busy) return true;
  own.busy = true;
  let good = true;
  while (own.next) {
    const { path, to } = own.next;
    own.next = null;
    const changed = await tried(() => change(own.base, { do: "move", path, to }));
    good = Boolean(changed);
    if (changed) {
      shown().text = changed.text;
      play();
    }
  }
  own.busy = false;
  own.settled?.();
  return good;
}

/** The lever is let go: that is one step. */
async function settle() {
  const own = moving;
  if (!own) return;
  if (own.busy) await new Promise((done) => (own.settled = done));
  moving = null;
  const { text } = shown();
  shown().text = own.base;
  if (text !== own.base) step(() => (shown().text = text));
  actions();
  await tried(look);
}

/** What was typed is refused: the lever goes back, and the reason stays. */
async function refuse() {
  if (moving) shown().text = moving.base;
  moving = null;
  await look();
}

async function edit(what, more) {
  const changed = await change(shown().text, what);
  step(() => {
    shown().text = changed.text;
    more?.(changed);
  });
  await renew();
}

/** Where a change is refused, the levers show again what holds, and the reason stays. */
async function orBack(work) {
  const done = await tried(async () => (await work(), true));
  if (!done) await look();
}

const act = {
  move,
  settle,
  refuse,
  choose: (path, to) => orBack(() => edit({ do: "choose", path, to })),
  remove: (path) => orBack(() => edit({ do: "remove", path })),
  park: (path, name) =>
    orBack(() =>
      edit({ do: "remove", path }, ({ lines }) => shown().parked.push({ list: path.replace(/\[\d+\]$/, ""), lines, name })),
    ),
  unpark: (at) => {
    const { list, lines } = shown().parked[at];
    return orBack(() => edit(append(list, lines), () => shown().parked.splice(at, 1)));
  },
  add: () => dialogs.add(start.elements, ({ list, lines }) => edit(append(list, lines))),
};

const append = (list, lines) => ({ do: "append", list, lines, program: byId("program").textContent || byId("title").textContent });

function another() {
  if (state.variants.length >= MOST) return notice(say("open-full"));
  const taken = new Set(state.variants.map((variant) => variant.name));
  const name = start.names.slice(state.variants.length).find((name) => !taken.has(name)) ?? start.names[0];
  step(() => {
    state.variants.push({ ...structuredClone(shown()), name });
    state.shown = state.variants.length - 1;
  });
  return renew();
}

function drop() {
  order = [];
  step(() => {
    state.variants.splice(state.shown, 1);
    state.shown = Math.max(0, state.shown - 1);
  });
  shows.clear();
  return renew();
}

function rename() {
  dialogs.rename(shown().name, (name) => {
    step(() => (shown().name = name));
    renew();
  });
}

const fileOf = (name) => name.replace(/[\\/:*?"<>|\u0000-\u001f]/g, " ").replace(/\s+/g, " ").trim().slice(0, 60) || "design";

function save() {
  const { name, text } = shown();
  dialogs.save(`${fileOf(name)}.toml`, (name, replace) => ask("save", { name, text, replace, language }));
}

function share() {
  const variants = state.variants.map(({ name, text }) => ({ name, text }));
  dialogs.share(`${fileOf(variants[0].name)}.html`, () => askText("share", { variants, language }));
}

function review() {
  const { text } = shown();
  return dialogs.wait(say("open-review"), say("open-reviewing"), async (progress, signal) => {
    let number = null;
    const hear = (kind, what) => {
      if (kind === "progress") progress(what);
      if (kind === "review") number = what;
      if (kind === "fault") throw new Error(what);
    };
    await listen("review", { text, language }, hear, signal);
    if (number === null) return null;
    return [el("p", {}, say("open-reviewed")), el("footer", {}, el("a", { class: "strong", href: `review/${number}`, target: "_blank", rel: "noopener" }, say("open-read-review")))];
  });
}

async function decide() {
  const { text } = shown();
  shows.decides(decide);
  await dialogs.wait(say("open-decides"), say("open-decides-means"), async (progress, signal) => {
    const hear = (kind, what) => {
      if (kind === "progress") progress(what);
      if (kind === "fault") throw new Error(what);
      if (kind === "decided") {
        decided = text;
        order = what.order;
        byId("decides").append(el("div", { class: "pictures" }, what.pictures.map(shows.figure)));
      }
    };
    await listen("decides", { text, width: width(), language }, hear, signal);
    await look();
  });
}

function back(way) {
  moving = null;
  if (way()) renew();
}

// Bars

function variants() {
  const tab = (variant, at) => button(variant.name, () => (at === state.shown ? rename() : front(at)), { class: "tab", "aria-current": at === state.shown ? "true" : false, title: at === state.shown ? say("open-rename") : variant.name });
  fill(
    byId("variants"),
    state.variants.map(tab),
    button(`+ ${say("open-add")}`, another, { class: "quiet", id: "add-variant", title: say("open-compare-one") }),
    button(say("open-rename"), rename, { class: "quiet" }),
    state.variants.length > 1 ? button(say("open-drop"), drop, { class: "quiet" }) : null,
  );
  byId("variants").hidden = false;
}

function front(at) {
  order = [];
  show(at);
  shows.clear();
  return renew();
}

function languages(id) {
  return el(
    "select",
    { "aria-label": say("open-language"), id, onchange: (event) => speakAs(event.target.value) },
    [["en", "English"], ["ru", "Русский"]].map(([value, name]) => el("option", { value, selected: value === language }, name)),
  );
}

function actions() {
  const focus = document.activeElement?.id;
  fill(
    byId("actions"),
    button(say("open-undo"), () => back(undo), { disabled: !state.past.length, id: "undo" }),
    button(say("open-redo"), () => back(redo), { disabled: !state.future.length, id: "redo" }),
    button(say("open-save"), save, { id: "save" }),
    button(say("open-share"), share, { id: "share" }),
    button(say("open-print"), () => window.print(), { id: "print" }),
    button(say("open-review"), review, { id: "review", class: "strong" }),
    button("◐", theme, { class: "quiet", id: "theme", "aria-label": say("open-theme"), title: say("open-theme") }),
    languages("language"),
  );
  if (focus) byId(focus)?.focus();
}

function theme() {
  const root = document.documentElement;
  const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
}

function keys(event) {
  const typing = event.target.matches?.("input[type=text], input[type=month], select");
  if (!(event.ctrlKey || event.metaKey) || typing || byId("dialog").open) return;
  const key = event.key.toLowerCase();
  if (key === "z") back(event.shiftKey ? redo : undo);
  else if (key === "y") back(redo);
  else return;
  event.preventDefault();
}

// The beginning

async function speakAs(code) {
  document.body.dataset.stage = "asked";
  language = code;
  start = await ask("start", { language });
  language = start.language;
  writeIn(language);
  speak(start.says);
  if (!state.variants.length) return welcome();
  decided = "";
  shows.clear();
  await renew();
}

/** Nothing has been opened: a design from a template. */
function welcome() {
  const make = (industry, title, answers) => ask("template", { industry, title, answers, language });
  const take = async ({ title, text }) => {
    begin([{ name: title, text }]);
    unveil();
    await speakAs(language);
  };
  dialogs.welcome(start.templates, make, take, { read, written, languages: languages("first-language") });
}

function unveil() {
  for (const hidden of document.querySelectorAll("body > [hidden]")) hidden.hidden = false;
}

async function first() {
  start = await ask("start", { language });
  begin(start.given);
  if (state.variants.length) unveil();
  document.addEventListener("keydown", keys);
  drawnAt = width();
  let waiting = 0;
  addEventListener("resize", () => {
    clearTimeout(waiting);
    waiting = setTimeout(turned, 300);
  });
  await speakAs(start.language);
}

tried(first);
