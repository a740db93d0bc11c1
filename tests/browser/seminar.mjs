// The class of `loyalsim seminar` in a real browser, from joining to the debrief:
//   node tests/browser/seminar.mjs LOYALSIM CHROMIUM [AXE.JS] [FOLDER FOR PICTURES]

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { Browser } from "./browser.mjs";

const [loyalsim, chromium, axe, pictures] = process.argv.slice(2);
const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const home = mkdtempSync(join(tmpdir(), "loyalsim-seminar-"));
copyFileSync(join(root, "tests/seminar/design.toml"), join(home, "trap.toml"));
process.on("exit", () => rmSync(home, { recursive: true, force: true }));

const done = (what) => console.log(`ok  ${what}`);
let server;

async function open() {
  server = spawn(loyalsim, ["seminar", "trap.toml", "--no-browser", "--lang", "en", "--lever", "program.special_offer.discount=0..0.2"].slice(0, server ? 5 : 7), { cwd: home, stdio: ["ignore", "pipe", "inherit"] });
  process.on("exit", () => server.kill());
  let said = "";
  await new Promise((found) => server.stdout.on("data", (bytes) => ((said += bytes), said.includes(" code ") && found())));
  return { wall: /http:\S+/.exec(said)[0], entrance: /http:\S+/.exec(said.split("\n")[1])[0], code: / code (\w+)/.exec(said)[1] };
}

async function axeFinds(tab, where) {
  if (!axe) return;
  if (!(await tab.see(`"axe" in window`))) await tab.see(readFileSync(axe, "utf8"));
  const found = await tab.see(`axe.run(document, { resultTypes: ["violations"] }).then((all) => all.violations.map((v) => v.impact + " " + v.id + ": " + v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160)).join(" | ")))`);
  assert.deepEqual(found, [], `axe, ${where}`);
}

/** The screen as it is, on a phone or on the wall, dark too; nothing is wider than the screen. */
async function looksWell(tab, name, widths) {
  for (const width of widths) {
    await tab.size(width, width < 600 ? 780 : 1080);
    const wide = await tab.see(`document.documentElement.scrollWidth - document.documentElement.clientWidth`);
    assert.ok(wide <= 0, `${name}: ${wide} px too wide at ${width}`);
    if (pictures) await tab.shoot(join(pictures, `${name}-${width}.png`));
  }
  if (pictures) {
    await tab.dark(true);
    await tab.shoot(join(pictures, `${name}-dark.png`));
    await tab.dark(false);
  }
  await axeFinds(tab, name);
}

const phase = (name) => `document.body.dataset.phase === "${name}"`;
const click = (tab, id) => tab.see(`document.getElementById("${id}").click()`);

async function type(tab, id, text) {
  await tab.see(`document.getElementById("${id}").focus()`);
  await tab.type(text);
}

/** Comes in by keys alone. */
async function enters(tab, code, name, team) {
  await tab.until(`document.getElementById("nick")`);
  await type(tab, "code", code);
  await tab.press("Tab");
  await tab.type(name);
  await tab.press("Tab");
  await tab.type(team);
  await tab.press("Enter");
  await tab.until(phase("brief"));
}

async function next(wall, to, phones) {
  await wall.until(`document.getElementById("to-${to}")`);
  await click(wall, `to-${to}`);
  for (const tab of [wall, ...phones]) await tab.until(phase(to), 60);
}

async function designs(tab, discount) {
  const field = `document.querySelector(".lever input[type=text]")`;
  await tab.until(field);
  await tab.see(`${field}.focus()`);
  await tab.type(discount);
  await tab.see(`${field}.dispatchEvent(new Event("change", { bubbles: true }))`);
  await click(tab, "send");
  await tab.until(`document.getElementById("told").textContent`);
}

async function bets(tab, chance, low, high) {
  await tab.until(`document.getElementById("low")`);
  for (const [id, text] of [["chance0", chance], ["low", low], ["high", high]]) await type(tab, id, text);
  await click(tab, "send");
  await tab.until(`document.getElementById("told").textContent`);
}

const begun = Date.now();
let { wall: address, entrance, code } = await open();
const browser = new Browser(chromium);
const wall = await browser.open(address, true);
const anna = await browser.open(`${entrance}#${code}`, true);
await wall.size(1920, 1080);
await anna.size(360, 780);
await wall.until(`document.getElementById("join-code")`);
assert.equal(await wall.see(`document.getElementById("join-code").textContent`), code);
await anna.until(`document.getElementById("nick")`);
await looksWell(anna, "student-join", [360]);
await enters(anna, code, "Anna", "Red");
const ivan = await browser.open(entrance, true);
await ivan.size(360, 780);
await ivan.until(`document.getElementById("language")`);
await ivan.see(`(document.getElementById("language").value = "ru", document.getElementById("language").dispatchEvent(new Event("change")))`);
await ivan.until(`document.documentElement.lang === "ru"`);
await enters(ivan, code.toLowerCase(), "Иван <b>", "Синие");
await wall.until(`document.querySelectorAll(".crew > li").length === 2`);
assert.ok(await wall.see(`document.querySelector(".crew").textContent.includes("Иван <b>")`), "names are text");
const phones = [anna, ivan];
await looksWell(wall, "wall-lobby", [1920, 2560, 1024, 360]);
await looksWell(ivan, "student-brief-ru", [360]);
done("two students have joined, by keys, in two languages");

await wall.size(1920, 1080);
await next(wall, "design", phones);
await designs(anna, "3");
await designs(ivan, "15");
await wall.until(`document.querySelector(".count").textContent === "2 / 2"`);
await looksWell(anna, "student-design", [360]);
await looksWell(wall, "wall-design", [1920]);
await next(wall, "bet", phones);
await bets(anna, "20", "-2000", "500");
await bets(ivan, "70", "-500", "9 000,5");
await looksWell(ivan, "student-bet-ru", [360]);
done("designs and bets are in");

// the machine fails; phones find it again by themselves
server.kill("SIGKILL");
await anna.until(`document.getElementById("lost").textContent`);
await open();
for (const tab of [wall, ...phones]) await tab.until(`document.getElementById("lost").textContent === "" && ${phase("bet")}`);
done("after kill -9 everybody is where they were");

await click(wall, "to-play");
await wall.until(`document.body.dataset.ready === "true"`, 120);
await next(wall, "reveal", phones);
for (const tab of phones) await tab.until(`document.querySelector(".board")`);
const lines = readFileSync(join(home, "trap.class.jsonl"), "utf8").trim().split("\n").map((line) => JSON.parse(line));
const { result } = lines.find((line) => line.played).played;
const exact = await anna.see(`Number(document.querySelector("[data-team=Red]").dataset.exact)`);
assert.equal(exact, result.teams[0].net.mean, "what a phone shows is what was simulated");
assert.ok(await ivan.see(`document.querySelector(".own").textContent.includes("Прогноз команды «Синие»")`));
await looksWell(anna, "student-reveal", [360]);
await looksWell(ivan, "student-reveal-ru", [360]);
await wall.until(`document.querySelector(".board")`);
await looksWell(wall, "wall-reveal", [1920, 2560, 360]);
await wall.size(1920, 1080);
await next(wall, "debrief", phones);
await looksWell(wall, "wall-debrief", [1920, 360]);
await wall.size(1920, 1080);
await wall.see(`(document.getElementById("language").value = "ru", document.getElementById("language").dispatchEvent(new Event("change")))`);
await wall.until(`document.documentElement.lang === "ru" && document.querySelector(".sheets")`);
await looksWell(wall, "wall-debrief-ru", [1920]);
if (pictures) await wall.print(join(pictures, "wall-debrief.pdf"));
await next(wall, "brief", []);
await anna.until(`${phase("brief")} && document.querySelector(".phases").textContent.includes("2")`);
done("results and debrief, to the digit, and the next round begins");

// teams as rivals: told before anybody designs
await wall.see(`(document.getElementById("shock").value = "rival-teams", document.getElementById("shock-do").click())`);
for (const tab of phones) await tab.until(`document.querySelector(".changed")`);
await looksWell(anna, "student-rivals", [360]);
await looksWell(ivan, "student-rivals-ru", [360]);
await next(wall, "design", phones);
await designs(anna, "0");
await designs(ivan, "10");
await next(wall, "bet", phones);
await bets(anna, "50", "-1000", "0");
await click(wall, "to-play");
await wall.until(`document.body.dataset.ready === "true"`, 240);
await next(wall, "reveal", phones);
await next(wall, "debrief", phones);
await anna.until(`document.querySelector(".own")?.textContent.includes("rival")`);
await looksWell(anna, "student-rivals-debrief", [360]);
await looksWell(ivan, "student-rivals-debrief-ru", [360]);
await looksWell(wall, "wall-rivals-debrief-ru", [1920, 360]);
done("teams as rivals, from the brief to the debrief");

const faults = [wall, ...phones].flatMap((tab) => tab.faults).filter((fault) => !/ERR_CONNECTION|ERR_EMPTY_RESPONSE|Failed to fetch|ERR_INCOMPLETE/.test(fault));
assert.deepEqual(faults, [], "the console is free of errors");
console.log(`ok  the seminar, ${Math.round((Date.now() - begun) / 1000)} s`);
browser.close();
server.kill();
setTimeout(() => process.exit(0), 600);
