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
    const sets = Array.from({ length: item.sets }, (_, n) => n + 1).flatMap((set) => [
      { kind: "ready", index, set, seconds: READY_S },
      ...workSteps(item, index, set),
      ...(item.asks ? [{ kind: "ask", index, set }] : []),
      ...(set < item.sets && item.rest_s > 0 ? [{ kind: "rest", index, set, seconds: item.rest_s }] : []),
    ]);
    return [{ kind: "meet", index }, ...sets];
  });
  return [{ kind: "start" }, ...steps, { kind: "end" }];
}

/** Return seconds of work for a step, or null where the person decides when it is over. */
export function workSeconds(item) {
  if (item.minutes) return item.minutes * 60;
  if (item.reps && item.hold_s) return item.reps * (item.hold_s + RELEASE_S);
  if (item.reps) return item.reps * item.seconds_per_rep;
  return item.hold_s;
}

/** Return where a person is inside the work: repetition (1 on), phase of it, and seconds left of that phase. */
export function beat(item, elapsed) {
  const phases = phasesOf(item);
  const length = phases.reduce((sum, phase) => sum + phase.seconds, 0);
  const rep = Math.min(Math.floor(elapsed / length), (item.reps ?? 1) - 1);
  let rest = elapsed - rep * length;
  for (const phase of phases) {
    if (rest < phase.seconds) return { rep: rep + 1, phase: phase.name, share: rest / phase.seconds, left: phase.seconds - rest, where: phase };
    rest -= phase.seconds;
  }
  const last = phases[phases.length - 1];
  return { rep: rep + 1, phase: last.name, share: 1, left: 0, where: last };
}

/** Return the phases of one repetition; `from` and `to` say how far the figure is through its movement. */
export function phasesOf(item) {
  if (item.minutes || (!item.reps && item.hold_s)) {
    const seconds = workSeconds(item);
    return [{ name: "hold", seconds, from: 1, to: 1, cycle: item.moves ? 4 : 0 }];
  }
  if (item.hold_s) {
    return [
      { name: "hold", seconds: item.hold_s, from: 1, to: 1 },
      { name: "let go", seconds: RELEASE_S, from: 1, to: 0 },
    ];
  }
  const [up, pause, down] = item.tempo ?? evenTempo(item.seconds_per_rep);
  return [
    { name: item.words?.[0] ?? "up", seconds: up, from: 0, to: 1 },
    ...(pause > 0 ? [{ name: "pause", seconds: pause, from: 1, to: 1 }] : []),
    { name: item.words?.[1] ?? "down", seconds: down, from: 1, to: 0 },
  ].filter((phase) => phase.seconds > 0);
}

function evenTempo(seconds) {
  return [seconds / 2, 0, seconds / 2];
}

/** Return the next step's place that still counts: items that were ended are passed over. */
export function nextPlace(steps, place, ended) {
  for (let next = place + 1; next < steps.length; next += 1) {
    const { index } = steps[next];
    if (index === undefined || !ended.has(index)) return next;
  }
  return steps.length - 1;
}

/** Return what an answer means for the rest of the item (rules D3 and D4): "stop", "twist" or "go on". */
export function verdictOf(answer, firstPain, limits) {
  const rose = firstPain !== null && answer.pain - firstPain >= limits.rise;
  if (answer.pain_kind === "sharp" || answer.pain >= limits.stop || rose) return "stop";
  return answer.compensation ? "twist" : "go on";
}
