// On the pages around a session: send what still waits on this device.

import { sendWhenPossible, waiting } from "./queue.js";

const had = waiting();
sendWhenPossible(() => {
  const note = document.querySelector("[data-waiting]");
  if (!note || !had) return;
  // The page was made without what has only now arrived.
  if (waiting() === 0) location.reload();
  else note.hidden = false;
});
