// Events wait on the device and are sent once, whatever happens in between.
// Each event has a key of its own in storage, so two windows cannot overwrite each other's; it carries its own id, so
// sending it twice is harmless; it leaves the device only when the server answered for it.

const WAITING = "rhomboid.event.";
const REFUSED = "rhomboid.refused.";
const AT_ONCE = 100; // a request that may outlive its page holds at most 64 kB
const NOBODY = "the person they belong to is no longer here";
const GONE = 404; // the person was thrown away, with everything of theirs

// Where the device has no room or lets nothing be stored, events wait in this window at least.
const inMemory = new Map();
let token = null;

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

/** Keep an event of `person` on the device; it is safe from here on. An id that waits already is the same event. */
export function keep(url, person, event) {
  const row = { url, person, kept: Date.now(), event: { id: newId(), at: stamp(), ...event } };
  store(WAITING + row.event.id, row);
}

function store(key, row) {
  try {
    localStorage.setItem(key, JSON.stringify(row));
  } catch {
    inMemory.set(key, row);
  }
}

function drop(key) {
  inMemory.delete(key);
  try {
    localStorage.removeItem(key);
  } catch {
    // nothing was stored there
  }
}

function storedKeys(start) {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(start));
  } catch {
    return [];
  }
}

function readRow(key) {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null;
  }
}

function rows(start = WAITING) {
  const stored = storedKeys(start).map((key) => [key, readRow(key)]);
  const here = [...inMemory].filter(([key]) => key.startsWith(start));
  return [...stored, ...here].filter(([, row]) => row).sort(([, one], [, two]) => one.kept - two.kept);
}

export function waiting() {
  return rows().length;
}

/** Return what the server could not take in, each as {event, person, reason}. It is kept until the person lets go of it. */
export function refused() {
  return rows(REFUSED).map(([, row]) => row);
}

export function dropRefused() {
  for (const [key] of rows(REFUSED)) drop(key);
}

let sending = null;

/** Send what waits. Resolves to true when nothing waits any more. Safe to call at any time. */
export function send() {
  sending ??= sendAll()
    .catch(() => false) // a broken answer: everything stays on the device
    .finally(() => {
      sending = null;
    });
  return sending;
}

/** Send until nothing waits: what was kept while a delivery was under way goes with the next one. */
async function sendAll() {
  for (let batch = nextBatch(); batch.length; batch = nextBatch()) {
    if (!(await deliver(batch))) return false;
  }
  return true;
}

/** Return the oldest events that go to one place for one person. */
function nextBatch() {
  const all = rows();
  const [, first] = all[0] ?? [];
  return all.filter(([, row]) => row.url === first.url && row.person === first.person).slice(0, AT_ONCE);
}

async function deliver(batch) {
  const [, { url, person }] = batch[0];
  const answer = await post(url, { person, events: batch.map(([, row]) => row.event) });
  if (!answer) return false;
  const stored = new Set(answer.stored);
  const reasons = new Map(answer.refused.map((one) => [one.id, one.reason]));
  const settled = batch.filter(([, row]) => answer.gone || stored.has(row.event.id) || reasons.has(row.event.id));
  for (const [key, row] of settled) {
    if (!stored.has(row.event.id)) store(REFUSED + row.event.id, { ...row, reason: reasons.get(row.event.id) ?? NOBODY });
    drop(key);
  }
  return settled.length > 0;
}

async function post(url, body) {
  let response = await ask(url, body);
  if (response?.status === 403) {
    token = null; // the page was kept longer than its token
    response = await ask(url, body);
  }
  if (response?.status === GONE) return { stored: [], refused: [], gone: true };
  return response?.ok ? await response.json() : null;
}

async function ask(url, body) {
  try {
    token ??= await freshToken(url);
    return await fetch(url, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-CSRFToken": token },
      body: JSON.stringify(body),
      credentials: "same-origin",
      keepalive: true, // the page may be left while it is under way
    });
  } catch {
    return null; // offline: everything stays on the device
  }
}

async function freshToken(url) {
  const response = await fetch(url, { credentials: "same-origin", cache: "no-store" });
  return (await response.json()).token;
}

/** Try again whenever the device may be back on line. */
export function sendWhenPossible(changed = () => {}) {
  const attempt = () => send().then(changed);
  addEventListener("online", attempt);
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && attempt());
  setInterval(() => waiting() > 0 && attempt(), 15_000);
  return attempt();
}
