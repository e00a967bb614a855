// The moving figure on the page of one exercise. Without script the still picture stays.

import { Figure } from "./player/figure.js";

const frame = document.querySelector("[data-figure]");
const controls = document.querySelector("[data-controls]");
const pause = document.querySelector("[data-pause]");
const mirror = document.querySelector("[data-mirror]");
const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;

const figure = new Figure(frame);
const isPressed = (button) => button?.getAttribute("aria-pressed") === "true";

async function play() {
  await figure.show(frame.dataset.frames, frame.dataset.picture, isPressed(mirror));
  if (!isPressed(pause)) figure.loop(Number(frame.dataset.seconds));
}

pause.hidden = calm; // nothing moves then
controls.hidden = calm && !mirror;
pause.addEventListener("click", () => {
  const paused = !isPressed(pause);
  pause.setAttribute("aria-pressed", String(paused));
  if (paused) figure.stop();
  else figure.loop(Number(frame.dataset.seconds));
});
mirror?.addEventListener("click", () => {
  mirror.setAttribute("aria-pressed", String(!isPressed(mirror)));
  play();
});
play();
