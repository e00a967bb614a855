// The player: one step at a time, each with an absolute end, drawn from the state alone.

import { keep, sendWhenPossible, send, waiting } from "./queue.js";
import { beat, nextPlace, stepsOf, verdictOf, workSeconds } from "./sequence.js";
import { say, setVoice, sound, stayAwake, unlockSound, voiceIsOn } from "./cues.js";
import { forget, load, save } from "./state.js";
import { Figure } from "./figure.js";

const page = document.querySelector("[data-player]");
const data = JSON.parse(document.getElementById("session-data").textContent);
const token = page.dataset.token;
const steps = stepsOf(data.items);
const state = load(data.session);
const figure = new Figure(page.querySelector("[data-figure]"));
const RING = 2 * Math.PI * 40;

const part = (name) => page.querySelector(`[data-part="${name}"]`);
const put = (name, text) => {
  const target = part(name);
  if (target && target.textContent !== text) target.textContent = text;
};
const step = () => steps[state.place];
const item = () => {
  const { index } = step();
  return index === undefined ? null : { ...data.items[index], ...(state.easier[index] ?? {}) };
};

function go(place) {
  state.place = place;
  const now = Date.now();
  const seconds = secondsOf(steps[place]);
  Object.assign(state, { startedAt: now, endsAt: seconds === null ? null : now + seconds * 1000, paused: null });
  save(data.session, state);
  enter();
}

function secondsOf(next) {
  if (next.kind === "work") return workSeconds({ ...data.items[next.index], ...(state.easier[next.index] ?? {}) });
  return next.seconds ?? null;
}

const forward = () => go(nextPlace(steps, state.place, state.ended));

function log(event) {
  keep(data.urls.events, { session: data.session, ...event });
  send(token).then(showWaiting);
}

function showWaiting() {
  const left = waiting();
  put("waiting", left ? `${left} waiting to be sent` : "");
}

// ---- what a step looks like -------------------------------------------------------------------------------------

const PANELS = ["start", "meet", "run", "ask", "rest", "stop", "end"];
const PANEL_OF = { start: "start", meet: "meet", ready: "run", work: "run", switch: "run", ask: "ask", rest: "rest", end: "end" };

function showPanel(name) {
  for (const each of PANELS) part(`panel-${each}`).hidden = each !== name;
  page.dataset.panel = name;
}

function enter() {
  const { kind, index, set, side } = step();
  const now = item();
  showPanel(PANEL_OF[kind]);
  const moves = data.items.length;
  part("bar").value = state.place / (steps.length - 1);
  put("where", index === undefined ? "" : `${now.block_name} · move ${index + 1} of ${moves}`);
  if (now) describe(now, set, side);
  const heading = page.querySelector(`[data-part="panel-${PANEL_OF[kind]}"] [data-heading]`);
  heading?.focus({ preventScroll: true });
  scrollTo({ top: 0 });
  ENTER[kind]?.(now);
}

function describe(now, set, side) {
  for (const spot of page.querySelectorAll('[data-part="name"]')) spot.textContent = now.name;
  const sideText = side === "left" ? "left side" : side === "right" ? "right side" : "";
  const parts = [set ? `Set ${set} of ${now.sets}` : now.dose, sideText, now.load_text].filter(Boolean);
  put("dose", parts.join(" · "));
  put("tempo", now.tempo_text ?? "");
  part("tempo").hidden = !now.tempo_text;
  put("cue", now.cues[(set ?? 1) % now.cues.length] ?? "");
  figure.show(now.frames_url, now.picture_url, side === "right");
  if (step().kind !== "meet") figure.stop();
}

const ENTER = {
  meet(now) {
    put("meet-dose", [now.dose, now.load_text, now.reserve_text].filter(Boolean).join(" · "));
    put("meet-summary", now.summary);
    const list = part("meet-steps");
    list.replaceChildren(...now.steps.map((text) => Object.assign(document.createElement("li"), { textContent: text })));
    put("meet-breathing", now.breathing);
    figure.loop(now.seconds_per_rep || 4);
    say(`${now.name}. ${now.dose}. ${now.load_text ?? ""}`);
  },
  ready() {
    put("big", "");
    put("of", "get ready");
    say("Get ready.");
  },
  switch(now) {
    put("of", "change sides");
    say(`Change sides. ${now.name}`);
  },
  ask(now) {
    resetAnswers(now);
    sound.over();
  },
  rest() {
    const after = steps[nextPlace(steps, state.place, state.ended)];
    const upcoming = after.index === undefined ? null : data.items[after.index];
    put("next", upcoming ? `${upcoming.name}, set ${after.set ?? 1}` : "the end");
    say("Rest.");
  },
  end() {
    sound.over();
    figure.stop();
    say("Well done. That was the last move.");
  },
};

// ---- time -------------------------------------------------------------------------------------------------------

let lastSecond = null;

function tick() {
  const { kind } = step();
  if (state.endsAt && !state.paused) {
    const left = (state.endsAt - Date.now()) / 1000;
    if (kind === "work") drawWork(left);
    else drawCountdown(kind, left);
    cueSeconds(kind, left);
    if (left <= 0) timeIsUp(kind);
  }
  requestAnimationFrame(tick);
}

function drawWork(left) {
  const now = item();
  const total = workSeconds(now);
  const at = beat(now, Math.max(0, total - left));
  if (now.reps) {
    put("big", String(at.rep));
    put("of", `of ${now.reps}`);
    put("phase", at.phase);
    ring("ring", at.share);
  } else {
    put("big", clock(left));
    put("of", now.minutes ? "minutes" : "seconds");
    put("phase", "");
    ring("ring", 1 - left / total);
  }
  figure.at(at.where.cycle ? cycle(total - left, at.where.cycle) : at.where.from + (at.where.to - at.where.from) * at.share);
}

function cycle(elapsed, seconds) {
  return (1 - Math.cos((2 * Math.PI * elapsed) / seconds)) / 2;
}

function drawCountdown(kind, left) {
  const text = String(Math.max(0, Math.ceil(left)));
  if (kind === "rest") {
    put("rest-left", clock(left));
    ring("rest-ring", 1 - left / step().seconds);
    return;
  }
  put("big", text);
  put("phase", "");
  ring("ring", 1 - left / step().seconds);
}

function cueSeconds(kind, left) {
  const second = Math.ceil(left);
  if (second === lastSecond) return;
  lastSecond = second;
  if (second > 0 && second <= 3 && kind !== "work") sound.tick();
}

function timeIsUp(kind) {
  sound.go();
  if (kind === "work") say("Done.");
  forward();
}

function clock(seconds) {
  const whole = Math.max(0, Math.ceil(seconds));
  return whole >= 60 ? `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}` : String(whole);
}

function ring(name, share) {
  part(name).style.strokeDashoffset = String(RING * (1 - Math.min(1, Math.max(0, share))));
}

// ---- answers ----------------------------------------------------------------------------------------------------

const form = part("ask-form");

function resetAnswers(now) {
  form.reset();
  part("ask-error").hidden = true;
  const done = part("done-count");
  done.value = now.reps ?? now.hold_s;
  put("done-unit", now.reps ? "repetitions" : "seconds");
  put("ask-title", `${now.name}: set ${step().set} done`);
  part("ask-kind").hidden = true;
  part("ask-rir").hidden = now.rir === null;
}

form.addEventListener("change", () => {
  const pain = Number(new FormData(form).get("pain") ?? 0);
  part("ask-kind").hidden = pain === 0;
});

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const values = new FormData(form);
  const complete = values.has("pain") && (item().rir === null || values.has("rir"));
  const needsKind = Number(values.get("pain")) > 0 && !values.has("kind");
  part("ask-error").hidden = complete && !needsKind;
  if (!complete || needsKind) return;
  answer(values);
});

function answer(values) {
  const { index, set } = step();
  const now = item();
  const pain = Number(values.get("pain"));
  const shared = {
    type: "set",
    exercise: now.exercise,
    set,
    reps: now.reps ? Number(values.get("done")) : null,
    hold_s: now.reps ? now.hold_s : Number(values.get("done")),
    load: now.load,
    rir: now.rir === null ? null : Number(values.get("rir")),
    pain,
    pain_kind: pain === 0 ? "none" : values.get("kind"),
    compensation: values.has("twist"),
  };
  for (const side of now.per_side ? ["left", "right"] : ["both"]) log({ ...shared, side });
  act(verdictOf(shared, state.first[index] ?? null, data.limits), index);
  state.first[index] ??= pain;
  forward();
}

/** D3 and D4 on the day itself: a stop ends the move, a twist makes the sets that are left easier. */
function act(verdict, index) {
  if (verdict === "stop") {
    state.ended.add(index);
    state.stops += 1;
    put("notice", "That move is over for today. Next time it will be easier.");
    say("That is enough of this move for today.");
  } else if (verdict === "twist" && data.items[index].easier) {
    state.easier[index] = data.items[index].easier;
    put("notice", "The sets that are left are easier, so that your form can hold.");
  } else {
    put("notice", "");
  }
}

// ---- buttons ----------------------------------------------------------------------------------------------------

const ACTIONS = {
  begin() {
    unlockSound();
    stayAwake();
    const values = new FormData(part("start-form"));
    const pain = values.get("pain");
    part("start-error").hidden = pain !== null && values.has("new");
    if (pain === null || !values.has("new")) return;
    const isNew = values.get("new") === "yes";
    log({ type: "session_start", pain: Number(pain), anything_new: isNew });
    if (isNew) location.assign(data.urls.something_new);
    else forward();
  },
  ready() {
    unlockSound();
    forward();
  },
  done: forward,
  pause() {
    const now = Date.now();
    if (state.paused) {
      const away = now - state.paused;
      state.startedAt += away;
      state.endsAt += away;
      state.paused = null;
    } else if (state.endsAt) {
      state.paused = now;
    }
    for (const button of page.querySelectorAll('[data-action="pause"]')) {
      button.textContent = state.paused ? "Go on" : "Pause";
      button.setAttribute("aria-pressed", String(Boolean(state.paused)));
    }
    save(data.session, state);
  },
  more() {
    state.endsAt += 15_000;
    save(data.session, state);
  },
  skip() {
    const { index } = step();
    log({ type: "stopped", exercise: data.items[index].exercise, why: "time" });
    state.ended.add(index);
    forward();
  },
  easier() {
    const { index } = step();
    if (data.items[index].easier) state.easier[index] = data.items[index].easier;
    put("notice", "A bit easier from here on.");
    go(state.place);
  },
  swap() {
    const { index } = step();
    log({ type: "swap_wish", exercise: data.items[index].exercise });
    log({ type: "stopped", exercise: data.items[index].exercise, why: "time" });
    state.ended.add(index);
    put("notice", "Left out today. We look for another one for next time.");
    forward();
  },
  hurts() {
    figure.stop();
    Object.assign(state, { endsAt: null });
    save(data.session, state);
    showPanel("stop");
    part("panel-stop").querySelector("[data-heading]").focus();
    say("Stop. Let go and rest.");
  },
  back() {
    go(state.place);
  },
  voice() {
    setVoice(!voiceIsOn());
    showVoice();
    say("Voice on");
  },
};

page.addEventListener("click", (event) => {
  const button = event.target.closest("[data-action]");
  if (button) ACTIONS[button.dataset.action]?.();
  const why = event.target.closest("[data-why]")?.dataset.why;
  if (why) stopFor(why);
});

/** What was said after "This hurts": the move ends; sharp or worsening ends everything that loads the body today. */
function stopFor(why) {
  const { index } = step();
  if (index === undefined) return forward();
  log({ type: "stopped", exercise: data.items[index].exercise, why });
  state.ended.add(index);
  if (why === "sharp" || why === "worsening") {
    data.items.forEach((each, place) => each.asks && state.ended.add(place));
    put("notice", "No more strength work today. Gentle moves are fine if they feel good. If this pain is new to you, ask a clinician.");
  } else {
    put("notice", "That move is over for today.");
  }
  return forward();
}

function showVoice() {
  const button = page.querySelector('[data-action="voice"]');
  button.textContent = voiceIsOn() ? "Voice on" : "Voice off";
  button.setAttribute("aria-pressed", String(voiceIsOn()));
}

part("end-form").addEventListener("submit", async (event) => {
  event.preventDefault();
  const values = new FormData(event.target);
  const complete = ["felt", "effort", "pain"].every((name) => values.has(name));
  part("end-error").hidden = complete;
  if (!complete) return;
  if (!state.finished) {
    state.finished = true;
    save(data.session, state);
    keep(data.urls.events, {
      type: "session_end",
      session: data.session,
      felt: values.get("felt"),
      effort: Number(values.get("effort")),
      pain: Number(values.get("pain")),
    });
  }
  await leave();
});

async function leave() {
  if (await send(token)) {
    forget(data.session);
    location.assign(data.urls.after);
    return;
  }
  showWaiting();
  part("offline").hidden = false;
}

showVoice();
sendWhenPossible(token, () => {
  showWaiting();
  if (state.finished && waiting() === 0) leave();
});
if ("serviceWorker" in navigator) navigator.serviceWorker.register(data.urls.worker).catch(() => {});
if (state.startedAt === null) go(0);
else enter();
requestAnimationFrame(tick);
