// Where the person is in the session. Kept on the device after every step, so sleep, reload and a flat battery lose nothing.

import { newId } from "./queue.js";

const KEY = (session) => `rhomboid.session.${session}`;
const STALE_MS = 12 * 60 * 60 * 1000;

// This window. The last one that opens a session has it; the others stand by.
export const WINDOW = newId();

const FRESH = {
  place: 0, endsAt: null, startedAt: null, pausedAt: null, overlay: null, restEndsAt: null,
  ended: [], easier: {}, first: {}, reached: null, told: [], ids: {}, notice: "", items: null, finished: false,
};

function readKept(session) {
  try {
    return JSON.parse(localStorage.getItem(KEY(session)));
  } catch {
    return null; // a half-written state is as good as none
  }
}

/** Return the session as it was left, or a fresh one: also when it was left long ago, or for another person. */
export function load(session, person) {
  const kept = readKept(session);
  const usable = kept && kept.person === person && Date.now() - kept.savedAt < STALE_MS;
  const state = { ...structuredClone(FRESH), ...(usable ? kept : {}), person, window: WINDOW };
  return { ...state, ended: new Set(state.ended) };
}

export function save(session, state) {
  try {
    localStorage.setItem(KEY(session), JSON.stringify({ ...state, ended: [...state.ended], savedAt: Date.now() }));
  } catch {
    // no room, or storage is off: the session goes on, only a reload would start it anew
  }
}

/** Return whether this window still has the session. */
export function isMine(session) {
  const kept = readKept(session);
  return !kept || kept.window === WINDOW;
}

/** Call `lost` when another window takes the session over. */
export function watch(session, lost) {
  addEventListener("storage", (event) => {
    if (event.key === KEY(session) && event.newValue && !isMine(session)) lost();
  });
}

export function forget(session) {
  try {
    localStorage.removeItem(KEY(session));
  } catch {
    // nothing was stored
  }
}
