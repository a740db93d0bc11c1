// What the user works on: up to four variants, the way back, and the way forward again.

/** The most variants side by side. */
export const MOST = 4;
const STEPS = 200;

const place = `loyalsim ${location.pathname}`;

export const state = {
  variants: [], // { name, text, original, parked: [{ list, lines, name }] }
  shown: 0,
  past: [],
  future: [],
};

const now = () => JSON.stringify({ variants: state.variants, shown: state.shown });

function keep() {
  try {
    sessionStorage.setItem(place, now());
  } catch {
    // A window without storage works as well; it only forgets when it is loaded again.
  }
}

/** The variant that is shown. */
export const shown = () => state.variants[state.shown];

/** Begins with designs; after a reload, where the user has left off. */
export function begin(given) {
  const kept = sessionStorage.getItem(place);
  if (kept && !state.variants.length) Object.assign(state, JSON.parse(kept));
  else if (given.length) state.variants = given.map(({ name, text }) => ({ name, text, original: text, parked: [] }));
}

/** Changes the state by one step that can be undone. */
export function step(change) {
  state.past.push(now());
  if (state.past.length > STEPS) state.past.shift();
  state.future = [];
  change(state);
  keep();
}

function go(from, to) {
  if (!from.length) return false;
  to.push(now());
  Object.assign(state, JSON.parse(from.pop()));
  keep();
  return true;
}

/** One step back. */
export const undo = () => go(state.past, state.future);
/** One step forward again. */
export const redo = () => go(state.future, state.past);

/** Shows another variant, which is no change. */
export function show(which) {
  state.shown = which;
  keep();
}
