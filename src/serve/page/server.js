// The server: questions with one answer, and questions that are answered bit by bit.

/** Where the server does not answer at all. */
export class Lost extends Error {}

const asked = (body, signal) => ({
  method: "POST",
  headers: { "content-type": "application/json" },
  body: JSON.stringify(body),
  signal,
});

async function answered(path, body, signal) {
  let response;
  try {
    response = await fetch(path, asked(body, signal));
  } catch (fault) {
    if (fault.name === "AbortError") throw fault;
    throw new Lost();
  }
  if (response.ok) return response;
  const told = await response.json().catch(() => ({}));
  throw new Error(told.why ?? `${response.status}`);
}

/** Asks and waits for the answer. */
export const ask = async (path, body, signal) => (await answered(path, body, signal)).json();

/** Asks for a text. */
export const askText = async (path, body) => (await answered(path, body)).text();

/** Asks and hears what is told as it comes: `hear(kind, what)`. */
export async function listen(path, body, hear, signal) {
  const response = await answered(path, body, signal);
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let waiting = "";
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    waiting += value;
    const events = waiting.split("\n\n");
    waiting = events.pop();
    for (const event of events) {
      const field = (name) =>
        event.split("\n").filter((line) => line.startsWith(`${name}: `)).map((line) => line.slice(name.length + 2)).join("\n");
      const told = field("data");
      if (told) hear(field("event"), JSON.parse(told));
    }
  }
}
