// What comes after what. Pure functions over the session's items: no clock, no page.

const SWITCH_S = 5;
const READY_S = 5;
const RELEASE_S = 3;

/** Return the steps of one set: work for each side, a cue to change sides in between. */
function workSteps(item, index, set) {
  const sides = item.per_side ? ["left", "right"] : ["both"];
  return sides.flatMap((side, turn) => {
    const work = { kind: "work", index, set, side };
    return turn === 0 ? [work] : [{ kind: "switch", index, set, side, seconds: SWITCH_S }, work];
  });
}

/** Return all steps of a session, in order: meet the move, get ready, work, answer, rest. */
export function stepsOf(items) {
  const steps = items.flatMap((item, index) => {
    const first = item.per_side ? "left" : "both";
    const sets = Array.from({ length: item.sets }, (_, n) => n + 1).flatMap((set) => [
      { kind: "ready", index, set, side: first, seconds: READY_S },
      ...workSteps(item, index, set),
      ...(item.asks ? [{ kind: "ask", index, set }] : []),
      ...(set < item.sets && item.rest_s > 0 ? [{ kind: "rest", index, set, seconds: item.rest_s }] : []),
    ]);
    return [{ kind: "meet", index }, ...sets];
  });
  return [{ kind: "start" }, ...steps, { kind: "end" }];
}

/** Return seconds of work for a step. */
export function workSeconds(item) {
  if (item.minutes) return item.minutes * 60;
  if (item.reps && item.hold_s) return item.reps * (item.hold_s + RELEASE_S);
  if (item.reps) return item.reps * item.seconds_per_rep;
  return item.hold_s;
}

/** Return where a person is inside the work: repetition (1 on), phase of it, and how far the phase is (0 to 1). */
export function beat(item, elapsed) {
  const phases = phasesOf(item);
  const length = phases.reduce((sum, phase) => sum + phase.seconds, 0);
  const rep = Math.min(Math.floor(elapsed / length), (item.reps ?? 1) - 1);
  let rest = elapsed - rep * length;
  for (const phase of phases) {
    if (rest < phase.seconds) return { rep: rep + 1, phase: phase.name, share: rest / phase.seconds, where: phase };
    rest -= phase.seconds;
  }
  const last = phases[phases.length - 1];
  return { rep: rep + 1, phase: last.name, share: 1, where: last };
}

/** Return the phases of one repetition; `from` and `to` say how far the figure is through its movement. */
export function phasesOf(item) {
  if (item.minutes || (!item.reps && item.hold_s)) {
    const seconds = workSeconds(item);
    return [{ name: "hold", seconds, from: 1, to: 1, cycle: item.moves ? item.seconds_per_rep || 4 : 0 }];
  }
  if (item.hold_s) {
    return [
      { name: "hold", seconds: item.hold_s, from: 1, to: 1 },
      { name: "let go", seconds: RELEASE_S, from: 1, to: 0 },
    ];
  }
  const [up, pause, down] = item.tempo ?? [item.seconds_per_rep / 2, 0, item.seconds_per_rep / 2];
  const [out, back] = item.words;
  return [
    { name: out, seconds: up, from: 0, to: 1 },
    { name: "pause", seconds: pause, from: 1, to: 1 },
    { name: back, seconds: down, from: 1, to: 0 },
  ].filter((phase) => phase.seconds > 0);
}

/** Return how far the figure is through its movement, 0 to 1, after so many seconds of work. */
export function poseAt(item, elapsed) {
  const { where, share } = beat(item, elapsed);
  if (where.cycle) return (1 - Math.cos((2 * Math.PI * elapsed) / where.cycle)) / 2;
  // A body starts and stops softly.
  const eased = (1 - Math.cos(Math.PI * share)) / 2;
  return where.from + (where.to - where.from) * eased;
}

/** Return how many repetitions, or seconds, were done when the work ended early: what was begun does not count. */
export function reachedAfter(item, elapsed) {
  if (item.reps) return Math.min(item.reps, Math.floor(elapsed / (workSeconds(item) / item.reps)));
  return Math.min(workSeconds(item), Math.floor(elapsed));
}

/** Return the next step's place that still counts: what was ended is passed over, and sets an easier dose leaves out. */
export function nextPlace(steps, place, { ended, easier }) {
  for (let next = place + 1; next < steps.length; next += 1) {
    const { index, set, kind } = steps[next];
    if (index === undefined) return next;
    if (ended.has(index)) continue;
    const sets = easier[index]?.sets ?? Infinity;
    if (set > sets || (kind === "rest" && set >= sets)) continue;
    return next;
  }
  return steps.length - 1;
}

/** Return what an answer means for the rest of the day (rules D3 and D4): "sharp", "stop", "twist" or "go on". */
export function verdictOf(answer, firstPain, item, limits) {
  const rose = firstPain !== null && answer.pain - firstPain >= limits.rise;
  // Pain that grew by so much from set to set is worsening, whatever it is called.
  if (answer.pain_kind === "sharp" || rose) return "sharp";
  if (answer.pain >= item.stop_pain) return "stop";
  return answer.compensation ? "twist" : "go on";
}
