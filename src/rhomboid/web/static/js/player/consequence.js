// What pain and lost form mean for the rest of the day (rules D3 and D4).

// Stands on the page as advice of its own, so no notice repeats it.
export const CONSULT = "No more strength or core work today. Speak to a doctor or physiotherapist before your next strength session.";

export const STOP_NOTICES = {
  sharp: "",
  worsening: "",
  tired: "That move is over for today. Tired is fine.",
  time: "That move is over for today.",
};

/** End everything of today that loads the body, and advise to ask someone. */
export function endLoadedPart(state, items) {
  items.forEach((item, index) => item.asks && state.ended.add(index));
  state.advised = true;
}

/** Change what is left of the day, and return the line that says so; empty when all goes on. */
export function actOn(verdict, { state, items, index, set }) {
  if (verdict === "sharp") {
    endLoadedPart(state, items);
    return "";
  }
  if (verdict === "stop") {
    state.ended.add(index);
    return "That is enough of this move for today. Next time it will be easier.";
  }
  if (verdict === "twist") return makeEasier(state, items[index], index, set);
  return "";
}

/** Make the sets that are left one step easier; where no step is left, the move ends. */
function makeEasier(state, item, index, set) {
  if (set >= item.sets) return "Noted. Next time this move is a step easier.";
  const sets = item.easier?.sets ?? 0;
  if (sets <= set) {
    state.ended.add(index);
    return "Your form went, so this move ends here. Next time it is a step easier.";
  }
  state.easier[index] = item.easier;
  return `The sets that are left are easier, so that your form can hold: ${[item.easier.dose, item.easier.load_text].filter(Boolean).join(", ")}.`;
}
