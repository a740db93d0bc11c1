// The page of `loyalsim open` in a real browser:
//   node tests/browser/page.mjs LOYALSIM CHROMIUM [AXE.JS] [FOLDER FOR PICTURES]

import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { Browser } from "./browser.mjs";

const [loyalsim, chromium, axe, pictures] = process.argv.slice(2);
const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const home = mkdtempSync(join(tmpdir(), "loyalsim-page-"));
const design = join(home, "coffee.toml");
copyFileSync(join(root, "scenarios/coffee.toml"), design);

const done = (what) => console.log(`ok  ${what}`);
const settled = `document.body.dataset.stage === "settled"`;

/** Opens files as a user does; the process ends with the test. */
function open(files, language = "en") {
  const child = spawn(loyalsim, ["open", "--no-browser", "--lang", language, ...files], { cwd: home, stdio: ["ignore", "pipe", "inherit"] });
  process.on("exit", () => child.kill());
  return new Promise((found) => child.stdout.once("data", (said) => found(/http:\S+/.exec(said)[0])));
}

async function axeFinds(tab, where) {
  if (!axe) return;
  await tab.see(readFileSync(axe, "utf8"));
  const found = await tab.see(`axe.run(document, { resultTypes: ["violations"] }).then((all) => all.violations.map((v) => v.impact + " " + v.id + ": " + v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160)).join(" | ")))`);
  assert.deepEqual(found, [], `axe, ${where}`);
}

async function shoot(tab, name) {
  if (pictures) await tab.shoot(join(pictures, `${name}.png`));
}

/** Moves a lever by keys, saves, and compares with `loyalsim run` of the saved file. */
async function equalToTheDigit(tab) {
  await tab.until(settled);
  const before = await tab.see(`document.querySelector("[data-key=net_effect]").textContent`);
  await tab.see(`(document.querySelectorAll("aside details.group").forEach((d) => (d.open = true)), document.querySelector("input[type=range][data-path='business.gross_margin']").focus())`);
  const field = `document.querySelector("input[type=text][data-path='business.gross_margin']").value`;
  const [from, step] = await tab.see(`[Number(${field}), Number(document.activeElement.step)]`);
  for (let n = 0; n < 3; n++) await tab.press("ArrowRight");
  await tab.until(`!document.getElementById("undo").disabled && ${settled} && Math.abs(Number(${field}) - ${from + 3 * step}) < 1e-6`);
  const times = await tab.see(`({ ...document.body.dataset })`);
  console.log(`    first answer after ${times.rough ?? "-"} ms, settled after ${times.settled} ms`);
  assert.notEqual(await tab.see(`document.querySelector("[data-key=net_effect]").textContent`), before);
  await tab.see(`document.getElementById("save").click()`);
  await tab.until(`document.getElementById("d-file")`);
  await tab.see(`document.getElementById("d-file").focus()`);
  await tab.type("moved by keys");
  await tab.press("Enter");
  await tab.until(`document.querySelector("dialog .told.good")`);
  await tab.press("Escape");
  const ran = execFileSync(loyalsim, ["run", "moved by keys.toml", "--format", "json", "-q", "--no-charts"], { cwd: home, maxBuffer: 1e9 });
  const said = execFileSync(loyalsim, ["run", "moved by keys.toml", "--no-charts", "--lang", "en"], { cwd: home, encoding: "utf8" });
  const { headline } = JSON.parse(ran);
  const shown = await tab.see(`[...document.querySelectorAll("[data-key][data-exact]")].map((e) => [e.dataset.key, e.dataset.exact, e.firstChild.textContent])`);
  let compared = 0;
  for (const [key, exact, text] of shown) {
    if (!headline[key]) continue;
    assert.equal(Number(exact), headline[key].mean, key);
    assert.ok(said.includes(text.replace(/\u00a0/g, " ")), `${key}: ${text}`);
    compared++;
  }
  assert.ok(compared > 10, `${compared} figures`);
  done(`${compared} figures equal to those of loyalsim run, to the digit`);
}

/** Undo and redo by keys. */
async function thereAndBack(tab) {
  const field = `document.querySelector("input[type=text][data-path='business.gross_margin']").value`;
  const moved = await tab.see(field);
  await tab.see(`document.activeElement.blur()`);
  await tab.press("z", 2);
  await tab.until(`${field} !== ${JSON.stringify(moved)} && ${settled}`);
  await tab.press("z", 10);
  await tab.until(`${field} === ${JSON.stringify(moved)} && ${settled}`);
  assert.ok((await tab.see(`document.getElementById("changes").textContent`)).includes("→"));
  done("undone, redone, and told in words");
}

/** A second variant, an element switched off, one added, one refused. */
async function variants(tab) {
  await tab.see(`document.getElementById("add-variant").click()`);
  await tab.until(`document.querySelectorAll(".tab").length === 2 && ${settled}`);
  await tab.see(`document.querySelector(".switch input").click()`);
  await tab.until(`document.querySelector(".parked") && ${settled}`);
  await tab.see(`document.querySelector("[data-control=add-element]").click()`);
  await tab.until(`document.querySelector(".offer")`);
  await shoot(tab, "add");
  await axeFinds(tab, "adding an element");
  await tab.see(`document.querySelector(".offer").click()`);
  await tab.until(`!document.getElementById("dialog").open && ${settled}`);
  const worded = await tab.see(`document.getElementById("compare").textContent`);
  assert.ok(/[▲▼]/.test(worded), worded);
  await tab.see(`document.querySelector(".parked input").click()`);
  await tab.until(`!document.querySelector(".parked") && ${settled}`);
  const field = `document.querySelector("input[type=text][data-path='business.gross_margin']")`;
  const old = await tab.see(`${field}.value`);
  await tab.see(`${field}.focus()`);
  await tab.type("140");
  await tab.press("Enter");
  await tab.until(`document.querySelector("#notice .bad") && ${field}.value === ${JSON.stringify(old)}`);
  done("two variants side by side; an element off, on, added; a bad value refused");
}

/** Every control can be reached by the Tab key alone. */
async function reachable(tab) {
  const controls = `[...document.querySelectorAll("button, select, input, summary, a[href]")].filter((e) => !e.disabled && e.checkVisibility({ visibilityProperty: true }) && !e.closest("dialog"))`;
  await tab.see(`(window.met = new Set(), document.body.focus(), document.addEventListener("focusin", (e) => met.add(e.target)))`);
  const count = await tab.see(`${controls}.length`);
  for (let n = 0; n < count + 60; n++) await tab.press("Tab");
  const missed = await tab.see(`${controls}.filter((e) => !met.has(e)).map((e) => e.outerHTML.slice(0, 120))`);
  assert.deepEqual(missed, []);
  done(`${count} controls reached by keyboard`);
}

/** On a phone pictures are no wider than it, and their words no smaller than those of a footnote. */
async function readable(tab) {
  await tab.until(`${settled} && document.querySelectorAll("#pictures figure").length > 6 && [...document.querySelectorAll("#pictures .sheet")].every((e) => e.scrollWidth <= e.clientWidth + 1)`);
  const least = await tab.see(`Math.min(...[...document.querySelectorAll("#pictures svg text")].map((t) => parseFloat(getComputedStyle(t).fontSize) * t.getScreenCTM().a))`);
  assert.ok(least > 8.5, `words of ${least} px`);
}

async function looks(tab, language) {
  for (const [width, dark] of [[360, false], [360, true], [1280, false], [1280, true], [2560, false], [2560, true]]) {
    await tab.size(width, width < 600 ? 780 : 1000);
    await tab.dark(dark);
    await new Promise((next) => setTimeout(next, 250));
    assert.ok(await tab.see(`Math.max(document.documentElement.scrollWidth, innerWidth)`) <= width, `${width} px is too narrow`);
    if (width < 600) await readable(tab);
    await axeFinds(tab, `${width} px, ${dark ? "dark" : "light"}, ${language}`);
    await shoot(tab, `${language}-${width}-${dark ? "dark" : "light"}`);
  }
  done(`${language}: 360 to 2560 px, dark and light${axe ? ", axe finds nothing" : ""}`);
}

async function russian(tab) {
  await tab.see(`(document.getElementById("language").value = "ru", document.getElementById("language").dispatchEvent(new Event("change")))`);
  await tab.until(`document.documentElement.lang === "ru" && ${settled}`);
  const text = (await tab.see(`document.body.innerText`)).replace(/\u00a0/g, " ");
  for (const word of ["Ради чего?", "Какой ценой?", "Рычаги"]) assert.ok(text.includes(word), word);
  const net = await tab.see(`document.querySelector("[data-key=net_effect]").textContent`);
  assert.ok(/^[−\d\s\u00a0\u202f,±]+(млн|млрд)?[\s\u00a0]*\S+$/.test(net), net);
}

/** From a template to a printed comparison of two programs, in Russian, by somebody who has opened no file. */
async function firstStart(browser) {
  const tab = await browser.open(await open([], "ru"));
  await tab.size(1280, 1000);
  await tab.until(`document.querySelector("[data-template=coffee]")`);
  await axeFinds(tab, "templates");
  if (pictures) await tab.shoot(join(pictures, "start.png"), false);
  await tab.press("Escape");
  await tab.until(`document.getElementById("dialog").open`);
  await tab.see(`document.querySelector("[data-template=coffee]").click()`);
  await tab.until(`document.getElementById("q-customers")`);
  await axeFinds(tab, "questions");
  if (pictures) await tab.shoot(join(pictures, "questions.png"), false);
  await tab.see(`document.getElementById("q-customers").focus()`);
  await tab.type("12 000");
  await tab.see(`document.getElementById("begin").click()`);
  await tab.until(settled);
  assert.ok((await tab.see(`document.querySelector("input[data-path='business.customers']").value`)).replace(/\s/g, "") === "12000");
  await tab.see(`document.getElementById("add-variant").click()`);
  await tab.until(`document.querySelectorAll(".tab").length === 2 && ${settled}`);
  await tab.see(`document.querySelector("#levers .chosen input[type=range]").focus()`);
  for (let n = 0; n < 4; n++) await tab.press("ArrowRight");
  await tab.until(`document.querySelector("#changes li") && ${settled}`);
  assert.ok(/[▲▼]/.test(await tab.see(`document.getElementById("compare").textContent`)));
  const pdf = join(home, "comparison.pdf");
  await tab.print(pdf);
  assert.ok(readFileSync(pdf).subarray(0, 5).toString() === "%PDF-");
  if (pictures) copyFileSync(pdf, join(pictures, "print.pdf"));
  await shoot(tab, "first");
  assert.deepEqual(tab.faults, [], "console");
  done("from a template to a printed comparison");
}

const browser = new Browser(chromium);
try {
  const tab = await browser.open(await open([design]));
  await tab.size(1280, 1000);
  await equalToTheDigit(tab);
  await thereAndBack(tab);
  await variants(tab);
  await reachable(tab);
  await looks(tab, "en");
  await russian(tab);
  await looks(tab, "ru");
  // the refused value is the only thing that may have gone wrong
  const faults = tab.faults.filter((fault) => !/status of 422/.test(fault));
  assert.deepEqual(faults, [], "console");
  done("nothing in the console");
  await firstStart(browser);
} finally {
  browser.close();
  rmSync(home, { recursive: true, force: true });
}
process.exit(0);
