// What is asked in a window of its own.

import { button, byId, el, fill, say } from "./dom.js";

const dialog = () => byId("dialog");

/** Opens a dialog with a title; what is inside may close it. */
function open(title, ...inside) {
  const box = dialog();
  fill(
    box,
    el("header", {}, el("h2", { id: "dialog-title" }, title), button("×", close, { class: "quiet", "aria-label": say("open-close") })),
    inside,
  );
  if (!box.open) box.showModal();
  return box;
}

/** Closes it. */
export function close() {
  dialog().close();
}

const status = () => el("p", { class: "told", role: "status" });

/** Asks for the name of a variant. */
export function rename(name, done) {
  const field = el("input", { id: "d-name", type: "text", value: name, maxlength: 80, required: true, autocomplete: "off" });
  const submit = (event) => {
    event.preventDefault();
    if (field.value.trim()) done(field.value.trim());
    close();
  };
  open(say("open-rename"), el("form", { onsubmit: submit }, el("label", { for: "d-name" }, say("open-name")), field, el("footer", {}, el("button", { class: "strong" }, say("open-rename")))));
  field.select();
}

/** Asks where to save: `save(name, replace)` answers with a sentence. */
export function save(name, done) {
  const field = el("input", { id: "d-file", type: "text", value: name, required: true, autocomplete: "off", spellcheck: "false" });
  const replace = el("input", { id: "d-replace", type: "checkbox" });
  const told = status();
  const submit = async (event) => {
    event.preventDefault();
    try {
      told.textContent = await done(field.value, replace.checked);
      told.className = "told good";
    } catch (fault) {
      told.textContent = fault.message;
      told.className = "told bad";
    }
  };
  open(
    say("open-save"),
    el("p", {}, say("open-save-means")),
    el("form", { onsubmit: submit }, el("label", { for: "d-file" }, say("open-file-name")), field, el("p", {}, replace, el("label", { for: "d-replace" }, say("open-replace"))), told, el("footer", {}, el("button", { class: "strong" }, say("open-save")))),
  );
  field.select();
}

/** Offers one file with everything. */
export function share(name, make) {
  const told = status();
  const download = async () => {
    try {
      const address = URL.createObjectURL(new Blob([await make()], { type: "text/html" }));
      const link = el("a", { href: address, download: name });
      link.click();
      setTimeout(() => URL.revokeObjectURL(address), 60_000);
      close();
    } catch (fault) {
      told.textContent = fault.message;
      told.className = "told bad";
    }
  };
  open(say("open-share"), el("p", {}, say("open-share-means")), told, el("footer", {}, button(`${say("open-download")}: ${name}`, download, { class: "strong" })));
}

/** Offers the elements that can be added. */
export function add(elements, done) {
  const told = status();
  const offer = (element) =>
    el(
      "li",
      {},
      button(
        [el("strong", {}, element.name), el("span", {}, element.meaning)],
        async () => {
          try {
            await done(element);
            close();
          } catch (fault) {
            told.textContent = fault.message;
            told.className = "told bad";
          }
        },
        { class: "offer" },
      ),
    );
  open(say("open-add-element"), el("p", {}, say("open-add-element-means")), told, el("ul", { class: "offers" }, elements.map(offer)));
}

/** Shows how far long work has come: `work(progress, signal)` answers with what to show at its end. */
export async function wait(title, text, work) {
  const stop = new AbortController();
  const bar = el("progress", { max: 1, "aria-label": text });
  const told = status();
  told.textContent = text;
  const box = open(title, told, bar, el("footer", {}, button(say("open-stop"), close)));
  box.addEventListener("close", () => stop.abort(), { once: true });
  try {
    const shown = await work((share) => (bar.value = share), stop.signal);
    if (shown) open(title, shown);
    else close();
  } catch (fault) {
    if (fault.name === "AbortError") return;
    told.textContent = fault.message;
    told.className = "told bad";
    bar.remove();
  }
}

/** The first start: choose an industry, answer eight questions. `ask(industry, title, answers)` makes the design; `done(design)` takes it. */
export function welcome(templates, ask, done, { read, written, languages }) {
  const told = status();
  // without a design there is nothing to go back to
  const stay = () => dialog().showModal();
  const refuse = (fault) => {
    told.textContent = fault.message;
    told.className = "told bad";
  };
  const choose = () => {
    const offer = (template) => el("li", {}, button([el("strong", {}, template.name), el("span", {}, template.meaning)], () => questions(template).catch(refuse), { class: "offer", "data-template": template.key }));
    open(say("open-start"), el("p", {}, say("open-start-means")), el("p", {}, languages), told, el("ul", { class: "offers" }, templates.map(offer)));
    dialog().querySelector("header button").remove();
  };
  const questions = async (template) => {
    const begun = await ask(template.key, "", {});
    const name = el("input", { id: "q-name", type: "text", value: begun.title, required: true, maxlength: 80, autocomplete: "off" });
    const fields = begun.questions.map((question) => ({ question, input: el("input", { id: `q-${question.key}`, type: "text", inputmode: "decimal", value: written(question.value), required: true, autocomplete: "off" }) }));
    const submit = async (event) => {
      event.preventDefault();
      const answers = Object.fromEntries(fields.map(({ question, input }) => [question.key, read(input.value)]).filter(([, value]) => !Number.isNaN(value)));
      try {
        const made = await ask(template.key, name.value, answers);
        dialog().removeEventListener("close", stay);
        close();
        done(made);
      } catch (fault) {
        refuse(fault);
      }
    };
    const row = ({ question, input }) => el("p", { class: "question" }, el("label", { for: input.id }, question.text), el("span", { class: "field" }, input, el("span", { class: "unit" }, question.unit)));
    open(
      say("open-questions"),
      el("p", {}, say("open-questions-means")),
      el("form", { onsubmit: submit }, el("p", { class: "question" }, el("label", { for: "q-name" }, say("open-business-name")), name), fields.map(row), told, el("footer", {}, button(say("open-back"), choose), el("button", { class: "strong", id: "begin" }, say("open-begin")))),
    );
    dialog().querySelector("header button").remove();
    name.focus();
  };
  // another language begins anew
  const before = dialog().stay;
  if (before) dialog().removeEventListener("close", before);
  dialog().stay = stay;
  dialog().addEventListener("close", stay);
  choose();
}
