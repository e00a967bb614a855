// The page's parts and how they are filled. Knows the document, not the course of a session.

import { beat, workSeconds } from "./sequence.js";

export const page = document.querySelector("[data-player]");
const RING = 2 * Math.PI * 40;
const PANELS = ["start", "meet", "run", "ask", "rest", "stop", "leave", "elsewhere", "end"];

export const part = (name) => page.querySelector(`[data-part="${name}"]`);

export function put(name, text) {
  for (const spot of page.querySelectorAll(`[data-part="${name}"]`)) {
    if (spot.textContent !== text) spot.textContent = text;
  }
}

export function show(name, visible) {
  part(name).hidden = !visible;
}

/** Show one panel. Its heading takes the focus where the panel asks something, or where the focus would be lost. */
export function showPanel(name, { takeFocus }) {
  const changed = page.dataset.panel !== name;
  page.dataset.panel = name;
  for (const each of PANELS) show(`panel-${each}`, each === name);
  if (!changed) return;
  scrollTo({ top: 0 });
  const lost = !document.activeElement || document.activeElement === document.body || document.activeElement.closest("[hidden]");
  if (takeFocus || lost) part(`panel-${name}`).querySelector("[data-heading]").focus({ preventScroll: true });
}

/** Say it to a screen reader; the same words twice are said twice. */
export function announce(text) {
  const spot = part("announce");
  spot.textContent = spot.textContent === text ? `${text}\u00a0` : text;
}

export function ring(name, share) {
  part(name).style.strokeDashoffset = String(RING * (1 - Math.min(1, Math.max(0, share))));
}

export function clock(seconds) {
  const whole = Math.max(0, Math.ceil(seconds));
  return whole >= 60 ? `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}` : String(whole);
}

/** Keep a warning in view for as long as the move lasts. */
export function warn(text) {
  put("warning", text);
  for (const spot of page.querySelectorAll('[data-part="warning"]')) spot.hidden = !text;
}

const SIDES = { left: "left side", right: "right side" };

/** Return what a step is, in words: set, side and load. */
export function doseWords(item, { set, side }) {
  const turn = set && item.sets > 1 ? `Set ${set} of ${item.sets}` : item.dose;
  return [turn, SIDES[side], item.load_text].filter(Boolean).join(" · ");
}

export function describeMove(item) {
  put("meet-dose", [item.dose, item.load_text].filter(Boolean).join(" · "));
  put("meet-reserve", item.reserve_text);
  put("meet-summary", item.summary);
  const line = (text) => Object.assign(document.createElement("li"), { textContent: text });
  part("meet-steps").replaceChildren(...item.steps.map(line));
  part("meet-cautions").replaceChildren(...item.cautions.map(line));
  put("meet-breathing", item.breathing);
  show("easier", item.easier !== null);
}

export function drawWork(item, left) {
  const total = workSeconds(item);
  const elapsed = Math.max(0, total - left);
  if (item.reps) {
    const at = beat(item, elapsed);
    put("big", String(at.rep));
    put("of", `of ${item.reps}`);
    put("phase", at.phase);
    ring("ring", at.share);
    return;
  }
  put("big", clock(left));
  put("of", Math.ceil(left) >= 60 ? "" : "seconds");
  put("phase", "");
  ring("ring", elapsed / total);
}

export function drawCountdown(left, total) {
  put("big", clock(left));
  put("of", "");
  put("phase", "");
  ring("ring", 1 - left / total);
}

export function drawRest(left, total) {
  put("rest-left", clock(left));
  ring("rest-ring", left / total);
}

/** Show what comes next, with its picture; nothing when that is plain. */
export function showNext(item, words) {
  show("next", Boolean(words));
  put("next-words", words ?? "");
  const picture = part("next-picture");
  show("next-thumb", Boolean(item));
  if (item && picture.getAttribute("src") !== item.still_url) picture.src = item.still_url;
}

export function pressed(action, on) {
  for (const button of page.querySelectorAll(`[data-action="${action}"]`)) button.setAttribute("aria-pressed", String(on));
}
