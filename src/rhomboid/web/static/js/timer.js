// A countdown to a time of day that the server set. It survives sleep and reload: only the end counts.
// Without script the page tells the end as a time of day.

import { sound, unlockSound } from "./player/cues.js";

const SECOND = 1000;
const box = document.querySelector("[data-timer]");

function clockWords(seconds) {
  const rest = String(seconds % 60).padStart(2, "0");
  return `${Math.floor(seconds / 60)}:${rest}`;
}

function run() {
  const end = Date.parse(box.dataset.end);
  const left = box.querySelector("[data-left]");
  const say = box.querySelector("[data-say]");
  const title = document.title;
  let ticking = 0;

  const over = () => {
    clearInterval(ticking);
    left.textContent = "0:00";
    box.classList.add("timer-over");
    box.querySelector("h2").textContent = box.dataset.doneTitle;
    say.textContent = box.dataset.doneTitle;
    document.title = `${box.dataset.doneTitle} · ${title}`;
    sound.over();
  };
  const tick = () => {
    const seconds = Math.ceil((end - Date.now()) / SECOND);
    if (seconds <= 0) return over();
    left.textContent = clockWords(seconds);
    document.title = `${clockWords(seconds)} · ${title}`;
  };
  left.hidden = false;
  ticking = setInterval(tick, SECOND / 4);
  tick();
  document.addEventListener("visibilitychange", () => document.hidden || box.classList.contains("timer-over") || tick());
}

// A browser gives sound only after a touch of the page.
document.addEventListener("pointerdown", unlockSound, { once: true });
document.addEventListener("keydown", unlockSound, { once: true });
if (box) run();
