// Elements made in one call. Text is always text, never markup.

/** An element: tag, attributes (functions are listeners), children. */
export function el(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (typeof value === "function") made.addEventListener(name.replace(/^on/, ""), value);
    else made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.flat(9).filter((child) => child !== null && child !== undefined && child !== ""));
  return made;
}

/** A button with words on it. */
export function button(text, press, attributes = {}) {
  return el("button", { type: "button", onclick: press, ...attributes }, text);
}

/** The element with an id. */
export const byId = (id) => document.getElementById(id);

/** Puts children in the place of what an element holds. */
export function fill(element, ...children) {
  element.replaceChildren(...children.flat(9).filter((child) => child !== null && child !== undefined && child !== ""));
}

let words = {};

/** Sets what is said. */
export function speak(says) {
  words = says;
  for (const element of document.querySelectorAll("[data-say]")) element.textContent = say(element.dataset.say);
  for (const element of document.querySelectorAll("[data-say-label]")) {
    element.setAttribute("aria-label", say(element.dataset.sayLabel));
  }
}

/** The words of a key. */
export const say = (key) => words[key] ?? key;

let language = "en";
let numbers = new Intl.NumberFormat("en", { maximumSignificantDigits: 8 });

/** Sets the language in which numbers are written. */
export function writeIn(code) {
  language = code;
  numbers = new Intl.NumberFormat(code, { maximumSignificantDigits: 8 });
  document.documentElement.lang = code;
}

/** A number as its reader writes it. */
export const written = (value) => numbers.format(value).replace("-", "−");

/** What a reader has written, as a number; NaN if it is none. */
export function read(text) {
  const bare = text.replace(/[\s\u00a0\u202f_]/g, "").replace("−", "-");
  const plain = language === "ru" || !/,\d{3}(\D|$)/.test(bare) ? bare.replace(",", ".") : bare.replaceAll(",", "");
  return plain === "" ? NaN : Number(plain);
}

/** A picture from the server, as it stands in the page. */
export function drawing(svg, title) {
  const parsed = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
  const picture = document.importNode(parsed, true);
  picture.setAttribute("role", "img");
  picture.setAttribute("aria-label", title);
  return picture;
}
