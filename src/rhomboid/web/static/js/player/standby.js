// One session, one window: the last that opened it has it, the others stand by.

import { letSleep } from "./cues.js";
import { figure, giveUp, isTakenOver, mine } from "./session.js";
import { show, showPanel } from "./view.js";

/** Return whether this window may go on; where another took over, stand by. */
export function stillMine() {
  if (isTakenOver()) standBy();
  return mine;
}

/** Another window has the session: this one neither counts nor logs any more. */
export function standBy() {
  giveUp();
  figure.stop();
  letSleep();
  show("buttons", false);
  showPanel("elsewhere", { takeFocus: true });
}
