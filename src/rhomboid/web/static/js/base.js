// What every page shares: minus and plus beside a number. Pages work without it.

for (const stepper of document.querySelectorAll("[data-stepper]")) {
  const input = stepper.querySelector("input");
  for (const button of stepper.querySelectorAll("button")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      if (input.value === "") input.value = input.dataset.first ?? input.min;
      else if (button.dataset.by === "-1") input.stepDown();
      else input.stepUp();
      input.dispatchEvent(new Event("input", { bubbles: true }));
    });
  }
}
