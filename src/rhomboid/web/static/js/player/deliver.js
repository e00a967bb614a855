// On the pages around a session: send what still waits on this device, and tell what could not be taken in.

import { offerRefused, showKept } from "./kept.js";
import { sendWhenPossible, waiting } from "./queue.js";

const had = waiting();
offerRefused();
showKept();
sendWhenPossible(() => {
  showKept();
  const note = document.querySelector("[data-waiting]");
  if (!note || !had) return;
  // The page was made without what has only now arrived.
  if (waiting() === 0) location.reload();
  else note.hidden = false;
});
