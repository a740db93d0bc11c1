// A class of sixty phones through three rounds, the machine killed in every one of them:
//   node tests/browser/phones.mjs LOYALSIM [SCENARIO]

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { Agent, request } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const [loyalsim, given] = process.argv.slice(2);
const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const home = mkdtempSync(join(tmpdir(), "loyalsim-phones-"));
copyFileSync(given ?? join(root, "tests/seminar/design.toml"), join(home, "class.toml"));
process.on("exit", () => rmSync(home, { recursive: true, force: true }));

const PHONES = 60;
const TEAMS = 15;
const SLOWEST = Number(process.env.LOYALSIM_SLOWEST ?? 1000);

const agent = new Agent({ keepAlive: true, maxSockets: 500 });
const rest = (ms) => new Promise((next) => setTimeout(next, ms));
let server;
let port;
let token;
let code;
const times = []; // of everything that a phone asks and does not wait for on purpose
let killing = false;

async function open() {
  server = spawn(loyalsim, ["seminar", "class.toml", "--no-browser"], { cwd: home, stdio: ["ignore", "pipe", "inherit"] });
  let said = "";
  await new Promise((found) => server.stdout.on("data", (bytes) => ((said += bytes), said.includes(" code ") && found())));
  [, port, token] = /http:\/\/127\.0\.0\.1:(\d+)\/(\w+)\//.exec(said);
  code = / code (\w+)/.exec(said)[1];
  killing = false;
}

async function kill() {
  killing = true;
  const gone = new Promise((done) => server.on("exit", done));
  server.kill("SIGKILL");
  await gone;
}

function once(path, body) {
  const text = JSON.stringify(body);
  const host = `127.0.0.1:${port}`;
  const headers = { origin: `http://${host}`, "content-type": "application/json", "content-length": Buffer.byteLength(text) };
  return new Promise((done, failed) => {
    const asked = request({ host: "127.0.0.1", port, path, method: "POST", headers, agent }, (reply) => {
      let told = "";
      reply.setEncoding("utf8");
      reply.on("data", (more) => (told += more));
      reply.on("end", () => (reply.statusCode === 200 ? done(JSON.parse(told)) : failed(new Error(`${path}: ${reply.statusCode} ${told}`))));
      reply.on("error", failed);
    });
    asked.on("error", failed);
    asked.end(text);
  });
}

/** Asks until there is an answer, as a phone does while the machine is away; what was answered counts. */
async function ask(path, body) {
  for (;;) {
    const began = performance.now();
    try {
      const told = await once(path, body);
      times.push(performance.now() - began);
      return told;
    } catch (fault) {
      if (!["ECONNREFUSED", "ECONNRESET", "EPIPE"].includes(fault.code) && fault.message !== "socket hang up") throw fault;
      await rest(50);
    }
  }
}

const teacher = (path, body) => ask(`/${token}/${path}`, { ...body, language: "en" });
const look = (phone) => ask("/look", { student: phone.secret, since: "", language: phone.language });

/** Phones wait for news like pages do, besides what they send. */
async function listen(phone) {
  while (!phone.done) {
    try {
      const news = await once("/look", { student: phone.secret, since: phone.mark ?? "", language: phone.language });
      phone.mark = news.mark;
    } catch {
      phone.mark = "";
      await rest(killing ? 50 : 5);
    }
  }
}

async function round(number, phones, confirmed) {
  await teacher("step", { round: number, to: "design" });
  const [levers] = [(await look(phones[0])).brief.levers];
  await Promise.all(phones.map(async (phone, at) => {
    const values = levers.map((lever) => lever.slider.low + ((at % 7) / 6) * (lever.slider.high - lever.slider.low)).map((v) => Number(v.toPrecision(3)));
    const whole = levers.map((lever, place) => (Number.isInteger(lever.slider.step) ? Math.round(values[place]) : values[place]));
    await ask("/design", { student: phone.secret, round: number, values: whole, language: "en" });
  }));
  await teacher("step", { round: number, to: "bet" });
  const bets = phones.map(async (phone, at) => {
    const bet = { chances: phone.chances.map(() => at / 60), low: -1000 * (at + 1), high: 1000 * (at + 1) };
    await ask("/bet", { student: phone.secret, round: number, bet, language: "en" });
    confirmed.push({ round: number - 1, by: phone.name, low: bet.low });
  });
  // in the middle of the bets
  setTimeout(() => kill().then(open), 15);
  await Promise.all(bets);
  await rest(300);
  if (killing) await rest(2000);
  const [before] = [times.length];
  await teacher("step", { round: number, to: "play" });
  // phones go on asking while teams are simulated
  for (;;) {
    const all = await Promise.all(phones.map(look));
    if (all[0].ready) break;
    await rest(1000);
  }
  await teacher("step", { round: number, to: "reveal" });
  const all = await Promise.all(phones.map(look));
  assert.equal(all[0].result.board.length, TEAMS);
  const last = times.slice(before);
  report(`round ${number}: while teams are simulated`, last);
}

function report(what, all) {
  const sorted = [...all].sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))].toFixed(0);
  console.log(`    ${what}: ${all.length} answers, median ${at(0.5)} ms, 99th percentile ${at(0.99)} ms, longest ${at(1)} ms`);
  return Number(at(0.99));
}

await open();
const phones = await Promise.all(Array.from({ length: PHONES }, async (_, at) => {
  const name = `student ${at + 1}`;
  const secret = await ask("/join", { code, name, team: `team ${(at % TEAMS) + 1}`, language: "en" });
  return { name, secret, language: at % 2 ? "ru" : "en" };
}));
const goals = (await look(phones[0])).brief.goals;
for (const phone of phones) phone.chances = goals;
const listening = phones.map(listen);
const confirmed = [];
for (let number = 1; number <= 3; number++) {
  if (number > 1) await teacher("step", { round: number, to: "brief" });
  await round(number, phones, confirmed);
  await kill();
  const lines = readFileSync(join(home, "class.class.jsonl"), "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line));
  const bets = lines.filter((line) => line.bet).map(({ bet }) => `${bet.round} ${bet.by} ${bet.bet.low}`);
  for (const { round, by, low } of confirmed) assert.ok(bets.includes(`${round} ${by} ${low}`), `confirmed and lost: ${by}`);
  assert.equal(lines.filter((line) => line.joined).length, PHONES);
  await open();
  const again = await Promise.all(phones.map(look));
  again.forEach((shown, at) => assert.equal(shown.name, phones[at].name));
  assert.ok(again.every((shown) => shown.round === number && shown.phase === "reveal" && shown.result.board.length === TEAMS));
}
for (const phone of phones) phone.done = true;
console.log(`ok  ${PHONES} phones, three rounds, six times killed: ${confirmed.length} confirmed bets, none lost`);
const slowest = report("in all", times);
assert.ok(slowest < SLOWEST, `99th percentile ${slowest} ms`);
await kill();
await Promise.all(listening);
process.exit(0);
