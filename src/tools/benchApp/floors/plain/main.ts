import "../floor.css";
import { left } from "../fields.ts";

const answers: Record<string, string> = {};
const steps = [...document.querySelectorAll("fieldset")];
let step = 0;

document.querySelector("form")?.addEventListener("input", ({ target }) => {
  if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return;
  answers[target.name] = target.value;
  const counter = target.parentElement?.querySelector("output");
  if (counter) counter.textContent = left(target.value, Number(counter.dataset["limit"]));
});

document.querySelector("form")?.addEventListener("submit", (event) => {
  event.preventDefault();
  if (!answers["firstName"]) return;
  steps[step]?.setAttribute("hidden", "");
  step++;
  if (step < steps.length) steps[step]?.removeAttribute("hidden");
  else document.body.textContent = `Thank you, ${answers["firstName"]}`;
});
