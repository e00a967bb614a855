// What the person tells: after a set, after a light move, at the end of the session.

import { actOn, CONSULT } from "./consequence.js";
import { say } from "./cues.js";
import { forward } from "./course.js";
import { showKept } from "./kept.js";
import { send } from "./queue.js";
import { verdictOf } from "./sequence.js";
import { data, giveUp, idFor, item, items, keepState, logSet, note, state, step } from "./session.js";
import { forget } from "./state.js";
import { stillMine } from "./standby.js";
import { announce, page, part, put, show } from "./view.js";

const form = part("ask-form");

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
export function tellAdvice() {
  if (!state.advised || state.adviceSaid) return;
  state.adviceSaid = true;
  keepState();
  announce(CONSULT);
  say(CONSULT);
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

// ---- the end

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
  note({ id: idFor("end"), ...end });
  state.finished = true;
  keepState();
  leave();
});

export async function leave() {
  if (await send()) {
    giveUp();
    forget(data.session);
    location.assign(data.urls.after);
    return;
  }
  showKept();
  show("end-form", false);
  show("offline", true);
  part("offline").focus();
}
