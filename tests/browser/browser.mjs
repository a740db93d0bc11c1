// A browser of the Chromium family, driven over its own protocol: nothing to install.

import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const FLAGS = ["--headless=new", "--remote-debugging-pipe", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-extensions", "--disable-sync", "--hide-scrollbars", "--force-device-scale-factor=1"];

const KEYS = { Tab: 9, Enter: 13, Escape: 27, ArrowRight: 39, ArrowLeft: 37, " ": 32 };

export class Browser {
  constructor(program) {
    this.home = mkdtempSync(join(tmpdir(), "loyalsim-browser-"));
    this.process = spawn(program, [...FLAGS, `--user-data-dir=${this.home}`, "about:blank"], { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] });
    this.waiting = new Map();
    this.hearers = [];
    this.serial = 0;
    let rest = "";
    this.process.stdio[4].on("data", (bytes) => {
      const messages = (rest + bytes).split("\0");
      rest = messages.pop();
      for (const message of messages) this.hear(JSON.parse(message));
    });
  }

  hear(message) {
    if (!message.id) return this.hearers.forEach((hearer) => hearer(message));
    const { done, failed } = this.waiting.get(message.id);
    this.waiting.delete(message.id);
    if (message.error) failed(new Error(message.error.message));
    else done(message.result);
  }

  send(method, params = {}, sessionId = undefined) {
    const id = ++this.serial;
    this.process.stdio[3].write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    return new Promise((done, failed) => this.waiting.set(id, { done, failed }));
  }

  /** A window that shows an address; `apart`, one that shares nothing with the others, like another person's. */
  async open(address, apart = false) {
    const own = apart ? { ...(await this.send("Target.createBrowserContext")), newWindow: true } : {};
    const { targetId } = await this.send("Target.createTarget", { url: "about:blank", ...own });
    const { sessionId } = await this.send("Target.attachToTarget", { targetId, flatten: true });
    const tab = new Tab(this, sessionId);
    await tab.begin(address);
    return tab;
  }

  close() {
    this.process.kill();
    setTimeout(() => rmSync(this.home, { recursive: true, force: true }), 500).unref();
  }
}

export class Tab {
  constructor(browser, session) {
    this.browser = browser;
    this.session = session;
    this.faults = [];
    browser.hearers.push((message) => message.sessionId === session && this.hear(message));
  }

  send(method, params) {
    return this.browser.send(method, params, this.session);
  }

  hear({ method, params }) {
    if (method === "Runtime.exceptionThrown") this.faults.push(params.exceptionDetails.exception?.description ?? params.exceptionDetails.text);
    if (method === "Runtime.consoleAPICalled" && ["error", "warning"].includes(params.type)) this.faults.push(params.args.map((arg) => arg.value).join(" "));
    if (method === "Log.entryAdded" && params.entry.level === "error") this.faults.push(`${params.entry.text} ${params.entry.url ?? ""}`);
  }

  async begin(address) {
    for (const domain of ["Page", "Runtime", "Log"]) await this.send(`${domain}.enable`);
    await this.send("Page.navigate", { url: address });
  }

  /** The value of an expression, perhaps a promise, in the page. */
  async see(expression) {
    const { result, exceptionDetails } = await this.send("Runtime.evaluate", { expression, returnByValue: true, awaitPromise: true });
    if (exceptionDetails) throw new Error(`${expression}: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`);
    return result.value;
  }

  /** Waits until an expression holds. */
  async until(expression, seconds = 60) {
    const end = Date.now() + 1000 * seconds;
    while (Date.now() < end) {
      if (await this.see(expression).catch(() => false)) return;
      await new Promise((next) => setTimeout(next, 40));
    }
    throw new Error(`not within ${seconds} s: ${expression}`);
  }

  async size(width, height = 900) {
    await this.send("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor: 1, mobile: width < 600 });
  }

  async dark(dark) {
    await this.send("Emulation.setEmulatedMedia", { features: [{ name: "prefers-color-scheme", value: dark ? "dark" : "light" }] });
  }

  /** Presses a key, with modifiers: 1 Alt, 2 Control, 8 Shift. */
  async press(key, modifiers = 0) {
    const code = KEYS[key] ?? key.toUpperCase().charCodeAt(0);
    const told = { key, windowsVirtualKeyCode: code, code: key, modifiers, text: key === "Enter" ? "\r" : key === " " ? " " : undefined };
    await this.send("Input.dispatchKeyEvent", { type: told.text ? "keyDown" : "rawKeyDown", ...told });
    await this.send("Input.dispatchKeyEvent", { type: "keyUp", ...told });
  }

  /** Types a text in the place of what a field holds. */
  async type(text) {
    await this.see("document.activeElement.select?.()");
    await this.send("Input.insertText", { text });
  }

  /** The whole page as a picture. */
  async shoot(file, whole = true) {
    const { cssContentSize } = await this.send("Page.getLayoutMetrics");
    const clip = whole ? { x: 0, y: 0, width: cssContentSize.width, height: Math.min(cssContentSize.height, 12000), scale: 1 } : undefined;
    const { data } = await this.send("Page.captureScreenshot", { format: "png", captureBeyondViewport: whole, clip });
    writeFileSync(file, Buffer.from(data, "base64"));
  }

  /** The page as it is printed. */
  async print(file) {
    const { data } = await this.send("Page.printToPDF", { printBackground: true, preferCSSPageSize: true });
    writeFileSync(file, Buffer.from(data, "base64"));
  }
}
