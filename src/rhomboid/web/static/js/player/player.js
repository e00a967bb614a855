// The player: one step at a time, each with an absolute end, drawn from the state alone.

import { actOn, CONSULT, endLoadedPart, STOP_NOTICES } from "./consequence.js";
import { letSleep, say, setSound, setVoice, sound, soundIsOn, stayAwake, unlockSound, voiceIsOn, voiceIsThere } from "./cues.js";
import { Figure } from "./figure.js";
import { keepForOffline } from "./offline.js";
import { keep, newId, send, sendWhenPossible, waiting } from "./queue.js";
import { nextPlace, poseAt, reachedAfter, stepsOf, verdictOf, workSeconds } from "./sequence.js";
import { forget, isMine, load, save, watch } from "./state.js";
import { announce, clock, describeMove, doseWords, drawCountdown, drawRest, drawWork, page, part, pressed, put, show, showNext, showPanel } from "./view.js";

const AWAY_S = 20; // later than this after a step's end, nobody was there
const data = JSON.parse(document.getElementById("session-data").textContent);
const state = load(data.session, data.person);
// A session under way goes on as it was begun, whatever the server would say by now.
const items = state.place > 0 && state.items ? state.items : data.items;
const steps = stepsOf(items);
const figure = new Figure(part("figure"));
let mine = true;

const step = () => steps[state.place];
const itemAt = (index) => (index === undefined ? null : { ...items[index], ...(state.easier[index] ?? {}) });
const item = () => itemAt(step().index);
const keepState = () => mine && save(data.session, state);

function log(event) {
  keep(data.urls.events, data.person, { session: data.session, ...event });
  send().then(showWaiting);
}

function showWaiting() {
  const left = waiting();
  put("waiting", left ? `${left} answer${left === 1 ? "" : "s"} kept on this device, to be sent when you are online` : "");
}

/** Return an id for an answer that is made up once: answering again after a crash is the same event. */
function idFor(name) {
  state.ids[name] ??= newId();
  keepState();
  return state.ids[name];
}

// ---- from step to step ------------------------------------------------------------------------------------------

function secondsOf(next) {
  if (next.kind === "work") return workSeconds(itemAt(next.index));
  return next.seconds ?? null;
}

function go(place, { pausedFrom = null } = {}) {
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

function forward(options) {
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

function secondsLeft() {
  return (state.endsAt - (state.pausedAt ?? Date.now())) / 1000;
}

// ---- what a step looks like -------------------------------------------------------------------------------------

const PANEL_OF = { start: "start", meet: "meet", ready: "run", work: "run", switch: "run", ask: "ask", rest: "rest", end: "end" };
const TAKES_FOCUS = new Set(["start", "meet", "ask", "end"]);
const STATES = { ready: "Get ready", switch: "Change sides" };
const PRIMARY = { meet: "I am ready", ready: "Start now", switch: "Go on now", ask: "Go on", rest: "Next set" };

function enter() {
  const { kind, index } = step();
  const now = item();
  page.dataset.step = kind;
  put("where", now ? `${now.block_name} · ${index + 1} of ${items.length}` : "");
  part("bar").value = state.place / (steps.length - 1);
  if (now) describe(now);
  show("advice", Boolean(state.advised) && ["meet", "end"].includes(kind) && !state.overlay);
  show("advice-end", kind !== "end");
  put("notice", state.notice);
  showUpcoming(kind, index);
  showLight(kind);
  showPanel(state.overlay ?? PANEL_OF[kind], { takeFocus: Boolean(state.overlay) || TAKES_FOCUS.has(kind) });
  showButtons();
  if (!state.overlay) ENTER[kind]?.(now);
  tick();
}

function describe(now) {
  const { kind, set, side } = step();
  put("name", now.name);
  put("dose", doseWords(now, step()));
  put("tempo", now.tempo_text);
  show("tempo", Boolean(now.tempo_text));
  put("cue", now.cues.length ? now.cues[((set ?? 1) - 1) % now.cues.length] : "");
  figure.show(now, side === "right");
  if (kind === "meet") describeMove(now);
  else figure.stop();
}

function showButtons() {
  const { kind } = step();
  const inMove = !["start", "end"].includes(kind) && !state.overlay;
  show("buttons", inMove);
  const timed = Boolean(state.endsAt);
  const paused = timed && state.pausedAt !== null;
  show("pause", timed && kind !== "ask");
  part("pause").setAttribute("aria-label", paused ? "Go on" : "Pause");
  put("state", paused ? "Paused" : (STATES[kind] ?? ""));
  page.dataset.paused = String(paused);
  const done = item()?.asks ? "Done with this set" : "Done";
  put("primary", paused ? "Go on" : (PRIMARY[kind] ?? done));
  part("primary").setAttribute("form", kind === "ask" ? "ask-form" : "none");
  part("primary").type = kind === "ask" ? "submit" : "button";
}

function showUpcoming(kind, index) {
  if (state.overlay) return showNext(null, null);
  const place = nextPlace(steps, state.place, state);
  const after = steps[kind === "ask" && steps[place].kind === "rest" ? nextPlace(steps, place, state) : place];
  if (!["ask", "rest"].includes(kind)) return showNext(null, kind === "work" ? nextWords(steps[place]) : null);
  const next = itemAt(after.index);
  return showNext(next, next ? (after.index === index ? `${next.name}, set ${after.set}` : next.name) : "That was the last move");
}

/** Return in a line what follows the work; nothing where it is only the questions. */
function nextWords(after) {
  if (after.kind === "switch") return "The other side";
  if (after.kind === "meet") return itemAt(after.index).name;
  return null;
}

function showLight(kind) {
  const index = state.light;
  const asked = ["meet", "end"].includes(kind) && index !== null && index !== undefined && !state.told.includes(index);
  show("light", asked);
  if (asked) put("light-name", items[index].name);
}

const ENTER = {
  meet(now) {
    figure.loop(now.seconds_per_rep || 4);
    say(`${now.name}. ${now.dose}. ${now.load_text}`);
  },
  ready(now) {
    figure.at(0);
    const words = `Get ready. ${now.name}. ${doseWords(now, step())}`;
    announce(words);
    if (step().set > 1) say(`Get ready. Set ${step().set}.`);
    else say("Get ready.");
  },
  work() {
    announce("Go.");
  },
  switch() {
    announce("Change sides.");
    say("Change sides.");
  },
  ask(now) {
    resetAnswers(now);
    sound.over();
  },
  rest() {
    const words = `Rest, ${clock(secondsLeft())} seconds.`;
    announce(`${words} Next: ${part("next-words").textContent}`);
    say(words);
  },
  end() {
    sound.over();
    figure.stop();
    letSleep();
    say("Well done. That was the last move.");
  },
};

// ---- time -------------------------------------------------------------------------------------------------------

let lastSecond = null;

function tick() {
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

function pause() {
  if (state.endsAt && state.pausedAt === null) state.pausedAt = Date.now();
}

function resume() {
  if (state.pausedAt === null) return;
  if (state.endsAt) state.endsAt += Date.now() - state.pausedAt;
  state.pausedAt = null;
  state.notice = "";
}

// ---- answers ----------------------------------------------------------------------------------------------------

const form = part("ask-form");

function resetAnswers(now) {
  form.reset();
  show("ask-error", false);
  show("ask-kind", false);
  show("ask-rir", now.rir !== null);
  const asked = now.reps ?? now.hold_s;
  const done = part("done-count");
  done.max = String(now.reps ? 99 : 600);
  done.value = String(Math.min(asked, state.reached ?? asked));
  put("done-unit", now.reps ? "repetitions" : "seconds");
  put("done-all", `All ${asked}`);
  put("ask-title", now.sets > 1 ? `Set ${step().set} done` : "Done");
}

form.addEventListener("input", () => {
  const values = new FormData(form);
  show("ask-kind", Number(values.get("pain") ?? 0) > 0);
  if (missingIn(values).length === 0) show("ask-error", false);
});

function missingIn(values) {
  const missing = [];
  if (!values.has("pain")) missing.push("the pain");
  else if (Number(values.get("pain")) > 0 && !values.has("kind")) missing.push("what kind of pain");
  if (item().rir !== null && !values.has("rir")) missing.push("how many more");
  if (!/^\d+$/.test(values.get("done")) || !part("done-count").checkValidity()) missing.push("how many you did");
  return missing;
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  if (!stillMine() || step().kind !== "ask") return;
  const values = new FormData(form);
  const missing = missingIn(values);
  show("ask-error", missing.length > 0);
  if (missing.length) {
    put("ask-error", `Please tell ${missing.join(" and ")}.`);
    part("ask-error").focus();
    return;
  }
  answer(values);
});

function answer(values) {
  const { index, set } = step();
  const now = item();
  const pain = Number(values.get("pain"));
  const done = Number(values.get("done"));
  const shared = {
    type: "set",
    exercise: now.exercise,
    set,
    reps: now.reps ? done : null,
    hold_s: now.reps ? now.hold_s : done,
    load: now.load,
    rir: now.rir === null ? null : Number(values.get("rir")),
    pain,
    pain_kind: pain === 0 ? "none" : values.get("kind"),
    compensation: values.has("twist"),
  };
  logSet(index, shared);
  state.notice = actOn(verdictOf(shared, state.first[index] ?? null, now, data.limits), { state, items, index, set });
  state.first[index] ??= pain;
  if (state.notice) say(state.notice);
  forward();
  tellAdvice();
}

/** After a sharp or growing pain: the advice stands on the page; it is also said. */
function tellAdvice() {
  if (!state.advised || state.adviceSaid) return;
  state.adviceSaid = true;
  keepState();
  announce(CONSULT);
  say(CONSULT);
}

function logSet(index, set) {
  for (const side of items[index].per_side ? ["left", "right"] : ["both"]) {
    log({ id: idFor(`set.${index}.${set.set}.${side}`), ...set, side });
  }
}

/** One tap for a move that asks nothing else: it counts as done, with that pain. */
part("light").addEventListener("change", (event) => {
  const index = state.light;
  const now = items[index];
  const pain = Number(event.target.value);
  state.told.push(index);
  logSet(index, {
    type: "set", exercise: now.exercise, set: now.sets, reps: now.reps, hold_s: now.hold_s, load: now.load, rir: null,
    pain, pain_kind: pain === 0 ? "none" : "sore", compensation: false,
  });
  event.target.checked = false;
  state.notice = pain >= now.stop_pain ? "Noted. That was too much: next time it will be easier, or left out." : "Noted, thank you.";
  keepState();
  put("notice", state.notice);
  show("light", false);
  part(`panel-${page.dataset.panel}`).querySelector("[data-heading]").focus({ preventScroll: true });
});

// ---- buttons ----------------------------------------------------------------------------------------------------

function begin() {
  const values = new FormData(part("start-form"));
  const complete = values.has("pain") && values.has("new");
  show("start-error", !complete);
  if (!complete) return part("start-error").focus();
  state.items = items;
  const isNew = values.get("new") === "yes";
  log({ type: "session_start", pain: Number(values.get("pain")), anything_new: isNew });
  if (isNew) return location.assign(data.urls.something_new);
  stayAwake();
  return forward();
}

function primary() {
  if (state.pausedAt !== null) return ACTIONS.pause();
  state.notice = "";
  return forward();
}

function overlay(name) {
  figure.stop();
  pause();
  state.overlay = name;
  keepState();
  enter();
}

function endMove(notice) {
  state.ended.add(step().index);
  state.notice = notice;
  forward();
}

const ACTIONS = {
  begin,
  primary,
  pause() {
    if (state.pausedAt === null) pause();
    else resume();
    keepState();
    put("notice", state.notice);
    showButtons();
    announce(state.pausedAt === null ? "Going on." : "Paused.");
  },
  more() {
    state.endsAt = Math.max(state.endsAt, Date.now()) + 15_000;
    state.restEndsAt = state.endsAt;
    keepState();
  },
  skip() {
    log({ id: idFor(`skip.${step().index}`), type: "stopped", exercise: item().exercise, why: "time" });
    endMove("Left out for today.");
  },
  swap() {
    log({ id: idFor(`wish.${step().index}`), type: "swap_wish", exercise: item().exercise });
    log({ id: idFor(`skip.${step().index}`), type: "stopped", exercise: item().exercise, why: "time" });
    endMove("Left out today. We look for another move for next time.");
  },
  easier() {
    state.easier[step().index] = items[step().index].easier;
    state.notice = `Easier now: ${item().dose}${item().load_text ? `, ${item().load_text}` : ""}.`;
    keepState();
    enter();
  },
  hurts() {
    overlay("stop");
    say("Stop. Let go and breathe.");
  },
  leave() {
    if (["start", "end"].includes(step().kind)) location.assign(data.urls.today);
    else overlay("leave");
  },
  back() {
    state.overlay = null;
    keepState();
    comeBack();
  },
  finish() {
    items.forEach((_, index) => state.ended.add(index));
    state.light = null;
    state.notice = "";
    go(steps.length - 1);
  },
  all: () => {
    part("done-count").value = String(item().reps ?? item().hold_s);
  },
  here() {
    location.reload();
  },
  sound() {
    setSound(!soundIsOn());
    showToggles();
  },
  voice() {
    setVoice(!voiceIsOn());
    showToggles();
    say("Voice on.");
  },
};

/** Show the step again after an overlay, as it was: nothing typed is lost, and a clock waits until told to go on. */
function comeBack() {
  const { kind } = step();
  if (kind === "ask") {
    showPanel("ask", { takeFocus: true });
    return showButtons();
  }
  if (state.pausedAt !== null) state.notice = "The clock waits until you go on.";
  return enter();
}

/** What was said after "This hurts": the move ends; sharp or worsening ends everything that loads the body today. */
function stopFor(why) {
  const { index } = step();
  log({ id: idFor(`stop.${index}`), type: "stopped", exercise: items[index].exercise, why });
  if (why === "sharp" || why === "worsening") endLoadedPart(state, items);
  endMove(STOP_NOTICES[why]);
  tellAdvice();
}

function stillMine() {
  if (mine && !isMine(data.session)) standBy();
  return mine;
}

/** Another window has the session: this one neither counts nor logs any more. */
function standBy() {
  mine = false;
  figure.stop();
  letSleep();
  show("buttons", false);
  showPanel("elsewhere", { takeFocus: true });
}

page.addEventListener("click", (event) => {
  const button = event.target.closest("[data-action], [data-why]");
  if (!button || event.detail > 1) return; // the second half of a double click is no answer to the next question
  unlockSound();
  const { action, why } = button.dataset;
  if (action === "primary" && button.type === "submit") return;
  event.preventDefault(); // the button may become the next step's submit before this click has run its course
  if (action !== "here" && !stillMine()) return;
  if (why) stopFor(why);
  else ACTIONS[action]();
});

// Escape stops, in every state of a move. A key held down presses a button once.
page.ownerDocument.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !part("buttons").hidden && stillMine()) {
    event.preventDefault();
    ACTIONS.hurts();
  }
  if (event.repeat && ["Enter", " "].includes(event.key) && event.target.closest?.("button")) event.preventDefault();
});

function showToggles() {
  pressed("sound", soundIsOn());
  pressed("voice", voiceIsOn());
  for (const button of page.querySelectorAll('[data-action="voice"]')) button.hidden = !voiceIsThere();
}

// ---- the end ----------------------------------------------------------------------------------------------------

part("end-form").addEventListener("submit", (event) => {
  event.preventDefault();
  if (!stillMine()) return;
  const values = new FormData(event.target);
  const asked = data.kind === "strength" ? ["felt", "effort", "pain"] : ["felt", "pain"];
  const complete = asked.every((name) => values.has(name));
  show("end-error", !complete);
  if (!complete) {
    part("end-error").focus();
    return;
  }
  const effort = values.has("effort") ? Number(values.get("effort")) : null;
  const end = { type: "session_end", felt: values.get("felt"), effort, pain: Number(values.get("pain")) };
  keep(data.urls.events, data.person, { id: idFor("end"), session: data.session, ...end });
  state.finished = true;
  keepState();
  leave();
});

async function leave() {
  if (await send()) {
    mine = false;
    forget(data.session);
    location.assign(data.urls.after);
    return;
  }
  showWaiting();
  show("end-form", false);
  show("offline", true);
  part("offline").focus();
}

// ---- begin ------------------------------------------------------------------------------------------------------

page.dataset.live = "true"; // shown from here on
showToggles();
keepState();
watch(data.session, standBy);
sendWhenPossible(() => {
  showWaiting();
  if (state.finished && mine && waiting() === 0) leave();
});
keepForOffline(data.urls.worker, items);
document.addEventListener("pointerdown", unlockSound, { once: true });
if (state.place > 0 && step().kind !== "end") stayAwake();
if (state.startedAt === null) go(0);
else enter();
if (state.finished) leave();

function everyFrame() {
  if (!document.hidden) tick();
  requestAnimationFrame(everyFrame);
}
requestAnimationFrame(everyFrame);
// Come back to by the browser's own Back, after the session had gone on elsewhere: read the state anew.
addEventListener("pageshow", (event) => event.persisted && location.reload());
// A hidden page gets no frames, but its clock goes on: the end of a rest is heard.
setInterval(() => document.hidden && tick(), 500);
