// What lies on this device, told in plain lines: answers that wait, and answers the server could not take in.

import { dropRefused, refused, waiting } from "./queue.js";

const counted = (number) => `${number} answer${number === 1 ? "" : "s"}`;

export function waitingWords() {
  const left = waiting();
  return left ? `${counted(left)} kept on this device, to be sent when you are online` : "";
}

/** Return what happened to refused answers and what to do, or an empty text. */
export function refusedWords() {
  const rows = refused();
  if (!rows.length) return "";
  const because = rows.map((row) => row.reason).find(Boolean);
  const why = because ? ` (${because})` : "";
  return `${counted(rows.length)} could not be taken in${why}. You can go on: all else counts. They stay on this device; on the page You they can be saved as a file.`;
}

function show(spot, words) {
  spot.hidden = !words;
  const line = spot.querySelector("[data-words]") ?? spot;
  if (line.textContent !== words) line.textContent = words;
}

/** Fill the lines of the page, wherever it has them. */
export function showKept() {
  for (const spot of document.querySelectorAll("[data-kept]")) show(spot, waitingWords());
  for (const spot of document.querySelectorAll("[data-refused]")) show(spot, refusedWords());
}

/** Save what was refused as a file of lines, as the log has them, each with its reason. */
function saveRefused() {
  const lines = refused().map(({ event, reason }) => JSON.stringify({ ...event, refused: reason }));
  const url = URL.createObjectURL(new Blob([`${lines.join("\n")}\n`], { type: "application/x-ndjson" }));
  Object.assign(document.createElement("a"), { href: url, download: "rhomboid-not-taken-in.jsonl" }).click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

/** Make the buttons beside the line work, where the page has them. */
export function offerRefused() {
  document.querySelector("[data-refused-save]")?.addEventListener("click", saveRefused);
  document.querySelector("[data-refused-drop]")?.addEventListener("click", () => {
    dropRefused();
    showKept();
  });
}
