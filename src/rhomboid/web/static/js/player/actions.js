// What the buttons do.

import { tellAdvice } from "./answers.js";
import { endLoadedPart, STOP_NOTICES } from "./consequence.js";
import { enter, forward, go, pause, resume } from "./course.js";
import { say, setSound, setVoice, soundIsOn, stayAwake, unlockSound, voiceIsOn, voiceIsThere } from "./cues.js";
import { showButtons } from "./panels.js";
import { data, figure, idFor, item, items, keepState, log, state, step, steps } from "./session.js";
import { stillMine } from "./standby.js";
import { announce, page, part, pressed, put, show, showPanel } from "./view.js";

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

export function showToggles() {
  pressed("sound", soundIsOn());
  pressed("voice", voiceIsOn());
  for (const button of page.querySelectorAll('[data-action="voice"]')) button.hidden = !voiceIsThere();
}
