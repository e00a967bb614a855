// From step to step, by hand or by time: each step with an absolute end, so a sleep or a reload changes nothing.

import { say, sound } from "./cues.js";
import { showStep } from "./panels.js";
import { nextPlace, poseAt, reachedAfter, workSeconds } from "./sequence.js";
import { figure, idFor, item, itemAt, keepState, log, mine, secondsLeft, secondsOf, state, step, steps } from "./session.js";
import { announce, drawCountdown, drawRest, drawWork, clock, put, show } from "./view.js";

const AWAY_S = 20; // later than this after a step's end, nobody was there

/** Show the step the person is at, and its clock. */
export function enter() {
  showStep();
  tick();
}

export function go(place, { pausedFrom = null } = {}) {
  const now = Date.now();
  const next = steps[place];
  let endsAt = secondsOf(next) === null ? null : now + secondsOf(next) * 1000;
  if (next.kind === "rest" && state.restEndsAt) {
    if (state.restEndsAt <= now) return go(nextPlace(steps, place, state), { pausedFrom });
    endsAt = state.restEndsAt;
  }
  Object.assign(state, { place, endsAt, startedAt: now, pausedAt: pausedFrom && endsAt ? now : null, overlay: null });
  keepState();
  return enter();
}

export function forward(options) {
  const before = step();
  if (before.kind === "work") leaveWork(before);
  const place = nextPlace(steps, state.place, state);
  const after = steps[place];
  if (after.kind === "ask") {
    const rest = steps[nextPlace(steps, place, state)];
    state.restEndsAt = rest.kind === "rest" ? Date.now() + rest.seconds * 1000 : null;
  } else if (after.kind !== "rest") {
    state.restEndsAt = null;
  }
  if (after.index !== before.index) leaveMove(before.index);
  go(place, options);
}

/** Remember how far the work came; of two sides the shorter counts. */
function leaveWork({ side, index }) {
  const now = itemAt(index);
  const total = workSeconds(now);
  const done = reachedAfter(now, Math.min(total, total - secondsLeft()));
  state.reached = side === "right" ? Math.min(state.reached ?? done, done) : done;
  if (now.is_walk && done > 0) log({ id: idFor(`walk.${index}`), type: "walk", minutes: Math.round(done / 6) / 10 });
}

/** A move that asks nothing may still have hurt: the next page has one tap for it. */
function leaveMove(index) {
  const left = itemAt(index);
  state.light = left && !left.asks && !left.is_walk && !state.ended.has(index) ? index : null;
}

let lastSecond = null;

export function tick() {
  const { kind } = step();
  if (!mine || state.overlay) return;
  if (kind === "ask") drawRestChip();
  if (!state.endsAt) return;
  const left = secondsLeft();
  if (left <= 0 && state.pausedAt === null) {
    timeIsUp(kind, left < -AWAY_S);
    return;
  }
  draw(kind, left);
  if (state.pausedAt === null) cueSeconds(kind, left);
}

function draw(kind, left) {
  if (kind === "work") {
    const now = item();
    drawWork(now, left);
    figure.at(poseAt(now, Math.max(0, workSeconds(now) - left)));
  } else if (kind === "rest") {
    drawRest(left, step().seconds);
  } else {
    drawCountdown(left, step().seconds);
  }
}

/** The rest begins with the end of the set, while the questions are answered. */
function drawRestChip() {
  const left = state.restEndsAt === null ? null : (state.restEndsAt - Date.now()) / 1000;
  show("rest-chip", left !== null);
  if (left !== null) put("rest-chip", left > 0 ? `Rest ${clock(left)}` : "Rested");
}

function cueSeconds(kind, left) {
  const second = Math.ceil(left);
  if (second === lastSecond) return;
  lastSecond = second;
  if (kind === "work") return;
  if (second > 0 && second <= 3) sound.tick();
  if (kind === "rest" && second === 10) {
    announce("10 seconds.");
    say("10 seconds.");
  }
}

/** Go on by itself; but after a sleep of the device nothing starts before the person is back. */
function timeIsUp(kind, wasAway) {
  sound.go();
  if (kind === "work" && item().asks) say("Done.");
  if (wasAway) state.notice = "You were away, so the clock waits for you.";
  else if (kind === "rest" || kind === "work") state.notice = "";
  forward({ pausedFrom: wasAway });
}

export function pause() {
  if (state.endsAt && state.pausedAt === null) state.pausedAt = Date.now();
}

export function resume() {
  if (state.pausedAt === null) return;
  if (state.endsAt) state.endsAt += Date.now() - state.pausedAt;
  state.pausedAt = null;
  state.notice = "";
}
