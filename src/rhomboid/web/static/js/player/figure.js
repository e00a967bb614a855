// The drawn figure, moved between its poses. Paths of a layer share their commands, so their numbers can be blended.

const NUMBER = /-?(?:\d*\.\d+|\d+)/g; // paths are written tight: .5.2 are two numbers
const STYLE = /<style>.*?<\/style>/gs; // the page's own sheet has the dark colours
const STILL = matchMedia("(prefers-reduced-motion: reduce)");
const fetched = new Map();

function once(url, read) {
  if (!fetched.has(url)) {
    const answer = fetch(url, { credentials: "same-origin" }).then((response) => (response.ok ? read(response) : null));
    fetched.set(url, answer.catch(() => null).then((found) => found ?? (fetched.delete(url), null)));
  }
  return fetched.get(url);
}

/** Return one layer's path as its words and, per frame, its numbers; words alone where the frames do not match. */
function layerOf(paths) {
  const frames = paths.map((d) => Float32Array.from(d.match(NUMBER) ?? [], Number));
  const words = paths[0].split(NUMBER).map((word) => word || " ");
  return { paths, words: frames.every(({ length }) => length === frames[0].length) ? words : null, frames };
}

function pathAt({ paths, words, frames }, share) {
  const place = share * (frames.length - 1);
  if (!words) return paths[Math.round(place)];
  const before = frames[Math.floor(place)];
  const after = frames[Math.ceil(place)];
  const rest = place - Math.floor(place);
  let path = words[0];
  for (let n = 0; n < before.length; n += 1) {
    path += (before[n] + (after[n] - before[n]) * rest).toFixed(1) + words[n + 1];
  }
  return path;
}

export class Figure {
  constructor(frame) {
    this.frame = frame;
    this.asked = null;
    this.layers = [];
    this.targets = [];
    this.drawn = null;
    this.looping = null;
  }

  /** Show an exercise: ready to move, or, for people who want no motion, its end over its start's outline. */
  async show({ frames_url, picture_url, still_url }, mirrored) {
    const key = `${picture_url} ${mirrored}`;
    if (this.asked === key) return;
    this.asked = key;
    this.stop();
    const [text, moves] = await Promise.all([
      once(STILL.matches ? still_url : picture_url, (response) => response.text()),
      STILL.matches ? null : once(frames_url, (response) => response.json()),
    ]);
    if (this.asked !== key) return;
    if (!text) {
      this.asked = null; // not here, perhaps offline: the next step asks again
      return;
    }
    this.place(text, mirrored);
    this.layers = moves ? moves.layers.map((layer) => (layer.d.length > 1 ? layerOf(layer.d) : null)) : [];
    this.drawn = null;
  }

  place(text, mirrored) {
    const picture = new DOMParser().parseFromString(text.replace(STYLE, ""), "image/svg+xml").documentElement;
    picture.classList.toggle("mirrored", mirrored);
    this.frame.replaceChildren(document.adoptNode(picture));
    this.targets = [];
    for (const path of this.frame.querySelectorAll("[data-layer]")) this.targets[path.dataset.layer] = path;
  }

  /** Draw the figure `share` (0 to 1) of the way through its movement. */
  at(share) {
    const step = Math.round(Math.min(1, Math.max(0, share)) * 60) / 60;
    if (step === this.drawn || STILL.matches) return;
    this.drawn = step;
    this.layers.forEach((layer, index) => layer && this.targets[index]?.setAttribute("d", pathAt(layer, step)));
  }

  /** Move to and fro by itself, one movement in `seconds`. */
  loop(seconds) {
    this.stop();
    if (STILL.matches) return;
    const began = performance.now();
    const next = (now) => {
      this.at((1 - Math.cos((2 * Math.PI * (now - began)) / (seconds * 1000))) / 2);
      this.looping = requestAnimationFrame(next);
    };
    this.looping = requestAnimationFrame(next);
  }

  stop() {
    cancelAnimationFrame(this.looping);
    this.looping = null;
  }
}
