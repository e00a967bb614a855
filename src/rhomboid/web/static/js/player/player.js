// The player: one step at a time, drawn from the state alone. This module only begins; the others do the work.

import { showToggles } from "./actions.js";
import { leave } from "./answers.js";
import { enter, go, tick } from "./course.js";
import { stayAwake, unlockSound } from "./cues.js";
import { showKept } from "./kept.js";
import { keepForOffline } from "./offline.js";
import { sendWhenPossible, waiting } from "./queue.js";
import { data, items, keepState, mine, state, step } from "./session.js";
import { standBy } from "./standby.js";
import { watch } from "./state.js";
import { page } from "./view.js";

page.dataset.live = "true"; // shown from here on
showToggles();
keepState();
watch(data.session, standBy);
sendWhenPossible(() => {
  showKept();
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
