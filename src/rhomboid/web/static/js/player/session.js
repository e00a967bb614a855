// The session of this page: what was asked, where the person is, what is kept of it. Everything else reads it here.

import { Figure } from "./figure.js";
import { showKept } from "./kept.js";
import { keep, newId, send } from "./queue.js";
import { stepsOf, workSeconds } from "./sequence.js";
import { isMine, load, save } from "./state.js";
import { part } from "./view.js";

export const data = JSON.parse(document.getElementById("session-data").textContent);
export const state = load(data.session, data.person);
// A session under way goes on as it was begun, whatever the server would say by now.
export const items = state.place > 0 && state.items ? state.items : data.items;
export const steps = stepsOf(items);
export const figure = new Figure(part("figure"));

/** Whether this window has the session; read anew by everyone, changed by `giveUp` alone. */
export let mine = true;

export function giveUp() {
  mine = false;
}

export const isTakenOver = () => mine && !isMine(data.session);
export const step = () => steps[state.place];
export const itemAt = (index) => (index === undefined ? null : { ...items[index], ...(state.easier[index] ?? {}) });
export const item = () => itemAt(step().index);
export const keepState = () => mine && save(data.session, state);

/** Return how long a step lasts by itself, or null where it waits for the person. */
export function secondsOf(next) {
  if (next.kind === "work") return workSeconds(itemAt(next.index));
  return next.seconds ?? null;
}

export function secondsLeft() {
  return (state.endsAt - (state.pausedAt ?? Date.now())) / 1000;
}

/** Keep an event of this session on the device, without sending it yet. */
export function note(event) {
  keep(data.urls.events, data.person, { session: data.session, ...event });
}

export function log(event) {
  note(event);
  send().then(showKept);
}

/** Return an id for an answer that is made up once: answering again after a crash is the same event. */
export function idFor(name) {
  state.ids[name] ??= newId();
  keepState();
  return state.ids[name];
}

/** Log a set; of a move with two sides, one event for each. */
export function logSet(index, set) {
  for (const side of items[index].per_side ? ["left", "right"] : ["both"]) {
    log({ id: idFor(`set.${index}.${set.set}.${side}`), ...set, side });
  }
}
