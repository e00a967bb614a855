// Small comforts of the intake; every page works without them.
// Loaded before the page is drawn, not deferred: on a slow line a box may be ticked before anything later would hear it.

// "None of these" and the other boxes of its group rule each other out.
document.addEventListener("change", (event) => {
  const box = event.target;
  if (!(box instanceof HTMLInputElement) || !box.checked || !box.closest(".intake-form")) return;
  const group = box.closest("fieldset");
  const clear = (selector) => {
    for (const other of group.querySelectorAll(selector)) if (other !== box) other.checked = false;
  };
  if ("none" in box.dataset) clear("[data-yes], [data-unsure], [data-open-unsure], [data-some]");
  else if ("yes" in box.dataset || "unsure" in box.dataset || "openUnsure" in box.dataset || "some" in box.dataset) clear("[data-none]");
  // One line is either a yes or not sure.
  const line = box.closest(".tick-line");
  if (line && "yes" in box.dataset) line.querySelector("[data-unsure]").checked = false;
  if (line && "unsure" in box.dataset) line.querySelector("[data-yes]").checked = false;
});

document.addEventListener("DOMContentLoaded", () => document.getElementById("errors")?.focus());
