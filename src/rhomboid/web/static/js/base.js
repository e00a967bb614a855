// What every page shares: whose device this is, and minus and plus beside a number. Pages work without it.

import { keepOnly } from "./device.js";

const { person, gone } = document.body.dataset;
if (person) keepOnly(person, gone);

const clamp = (value, input) => Math.min(Number(input.dataset.high), Math.max(Number(input.dataset.low), value));

for (const stepper of document.querySelectorAll("[data-stepper]")) {
  const input = stepper.querySelector("input");
  for (const button of stepper.querySelectorAll("button")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      const value = Number.parseInt(input.value, 10);
      const next = Number.isNaN(value) ? Number(input.dataset.first ?? input.dataset.low) : value + Number(button.dataset.by);
      input.value = String(clamp(next, input));
      input.dispatchEvent(new Event("input", { bubbles: true }));
    });
  }
}
