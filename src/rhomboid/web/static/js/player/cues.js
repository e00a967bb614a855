// Sound, voice and the screen lock: all optional, none ever in the way.

const SOUND = "rhomboid.sound";
const VOICE = "rhomboid.voice";

function kept(key, otherwise) {
  try {
    return (localStorage.getItem(key) ?? otherwise) === "on";
  } catch {
    return otherwise === "on";
  }
}

function keepOn(key, on) {
  try {
    localStorage.setItem(key, on ? "on" : "off");
  } catch {
    // not kept: it is asked for again next time
  }
}

let audio = null;
export const soundIsOn = () => kept(SOUND, "on");
export const setSound = (on) => keepOn(SOUND, on);

/** Sounds need one touch first; call this from a click. */
export function unlockSound() {
  audio ??= window.AudioContext ? new AudioContext() : null;
  audio?.resume?.().catch?.(() => {});
}

function tone(frequency, seconds, after = 0) {
  if (!soundIsOn() || audio?.state !== "running") return;
  const start = audio.currentTime + after;
  const source = audio.createOscillator();
  const volume = audio.createGain();
  source.frequency.value = frequency;
  volume.gain.setValueAtTime(0.0001, start);
  volume.gain.exponentialRampToValueAtTime(0.25, start + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.0001, start + seconds);
  source.connect(volume).connect(audio.destination);
  source.start(start);
  source.stop(start + seconds);
}

export const sound = {
  tick: () => tone(660, 0.12),
  go: () => tone(880, 0.3),
  over: () => [523, 659, 784].forEach((note, n) => tone(note, 0.28, n * 0.16)),
};

export const voiceIsThere = () => "speechSynthesis" in window;
export const voiceIsOn = () => voiceIsThere() && kept(VOICE, "off");

export function setVoice(on) {
  keepOn(VOICE, on);
  if (!on) window.speechSynthesis?.cancel();
}

export function say(text) {
  if (!voiceIsOn() || !text) return;
  window.speechSynthesis.cancel();
  const words = new SpeechSynthesisUtterance(text);
  words.lang = document.documentElement.lang || "en";
  window.speechSynthesis.speak(words);
}

let wanted = false;
let lock = null;

/** Keep the screen awake while a session runs; browsers drop the lock when the page is hidden. */
export async function stayAwake() {
  wanted = true;
  try {
    lock = (await navigator.wakeLock?.request("screen")) ?? null;
  } catch {
    lock = null; // refused, e.g. on low battery: the session goes on
  }
}

export function letSleep() {
  wanted = false;
  lock?.release?.().catch?.(() => {});
  lock = null;
}

document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible" && wanted) stayAwake();
});
