// Events wait on the device and are sent once, whatever happens in between.
// An event carries its own id, so sending it twice is harmless; it leaves the queue only when the server answered.

const WAITING = "rhomboid.waiting";
const REFUSED = "rhomboid.refused";

function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key)) ?? [];
  } catch {
    return [];
  }
}

function write(key, rows) {
  localStorage.setItem(key, JSON.stringify(rows));
}

/** Return this moment as ISO text with the device's own offset: an event's day is the day where it happened. */
export function stamp(moment = new Date()) {
  const offset = -moment.getTimezoneOffset();
  const local = new Date(moment.getTime() + offset * 60_000).toISOString().slice(0, 19);
  const two = (value) => String(value).padStart(2, "0");
  const sign = offset < 0 ? "-" : "+";
  return `${local}${sign}${two(Math.floor(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`;
}

/** Return a random UUID; randomUUID needs a secure context, which a phone on the home network may not have. */
export function newId() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

/** Keep an event on the device; it is safe from here on. */
export function keep(url, event) {
  write(WAITING, [...read(WAITING), { url, event: { id: newId(), at: stamp(), ...event } }]);
}

export function waiting() {
  return read(WAITING).length;
}

let sending = null;

/** Send what waits. Resolves to true when nothing waits any more. Safe to call at any time. */
export function send(token) {
  sending ??= sendAll(token).finally(() => {
    sending = null;
  });
  return sending;
}

async function sendAll(token) {
  for (const url of new Set(read(WAITING).map((row) => row.url))) {
    const rows = read(WAITING).filter((row) => row.url === url);
    const answer = await post(url, token, rows.map((row) => row.event));
    if (!answer) return false;
    const settled = new Set([...answer.stored, ...answer.refused.map((row) => row.id)]);
    write(REFUSED, [...read(REFUSED), ...answer.refused]);
    // Read again: events may have been kept while this request was under way.
    write(WAITING, read(WAITING).filter((row) => !settled.has(row.event.id)));
  }
  return waiting() === 0;
}

async function post(url, token, events) {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-CSRFToken": token },
      body: JSON.stringify({ events }),
      credentials: "same-origin",
    });
    return response.ok ? await response.json() : null;
  } catch {
    return null; // offline: everything stays in the queue
  }
}

/** Try again whenever the device may be back on line. */
export function sendWhenPossible(token, changed) {
  const attempt = () => send(token).then(changed);
  addEventListener("online", attempt);
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && attempt());
  setInterval(() => waiting() > 0 && attempt(), 15_000);
  return attempt();
}
