// The moving figure on the page of one exercise. Without script, and for whoever asked for less motion, the still
// picture stays: it shows both ends and the way between.

import { Figure } from "./player/figure.js";

const frame = document.querySelector("[data-figure]");
const controls = document.querySelector("[data-controls]");
const pause = document.querySelector("[data-pause]");
const mirror = document.querySelector("[data-mirror]");
const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;

const figure = new Figure(frame);
const pictures = { frames_url: frame.dataset.frames, picture_url: frame.dataset.picture, still_url: frame.dataset.still };
const isPressed = (button) => button?.getAttribute("aria-pressed") === "true";

async function play() {
  await figure.show(pictures, isPressed(mirror));
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
if (!calm) play();
