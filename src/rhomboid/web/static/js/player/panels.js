// What a step looks like and says when it begins. Reads the session; only the course of it changes it.

import { letSleep, say, sound } from "./cues.js";
import { nextPlace } from "./sequence.js";
import { figure, item, itemAt, items, secondsLeft, state, step, steps } from "./session.js";
import { announce, clock, describeMove, doseWords, page, part, put, show, showNext, showPanel, warn } from "./view.js";

const PANEL_OF = { start: "start", meet: "meet", ready: "run", work: "run", switch: "run", ask: "ask", rest: "rest", end: "end" };
const TAKES_FOCUS = new Set(["start", "meet", "ask", "end"]);
const STATES = { ready: "Get ready", switch: "Change sides" };
const PRIMARY = { meet: "I am ready", ready: "Start now", switch: "Go on now", ask: "Go on", rest: "Next set" };

/** Show the step the person is at, or what lies over it. */
export function showStep() {
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
}

function describe(now) {
  const { kind, set, side } = step();
  put("name", now.name);
  put("dose", doseWords(now, step()));
  put("tempo", now.tempo_text);
  show("tempo", Boolean(now.tempo_text));
  put("cue", now.cues.length ? now.cues[((set ?? 1) - 1) % now.cues.length] : "");
  warn(now.warning);
  figure.show(now, side === "right");
  if (kind === "meet") describeMove(now);
  else figure.stop();
}

export function showButtons() {
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

/** Ask anew: nothing ticked, and as much done as was asked or reached. */
function resetAnswers(now) {
  part("ask-form").reset();
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
