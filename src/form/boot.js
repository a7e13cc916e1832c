import { showFonts } from "./browser/fonts.ts";
import { actionOf } from "./lead/desk/shortcuts.ts";

// Runs in the page before the first paint (its hash is in the page's security policy). It reads what this device has
// stored, and records what is pressed until the app takes over (takeOver.ts).
{
  const root = document.documentElement;
  const first = document.getElementById("first");
  /** Storage may be blocked, or hold text that is not JSON. */
  const attempt = (run) => {
    try {
      return run();
    } catch {
      return null;
    }
  };
  const local = (key) => attempt(() => JSON.parse(localStorage.getItem(`foyer:${key}`)));
  for (const name of ["theme", "contrast", "motion"]) root.dataset[name] = local(`setting:${name}`) ?? "system";
  root.style.setProperty("--text-size", (local("setting:textSize") ?? 100) / 100);
  showFonts(local("fonts"));
  const { station, profile } = first.dataset;
  const drafts = attempt(() => JSON.parse(sessionStorage.getItem(`foyer:hand:${station}`))) ?? [];
  const who = local(`who:${station}`);
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  const today = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  if (profile === "agent") {
    const event = who && local(`event:${station}:${who.agent?.id ?? "routing"}`);
    const shows = !who ? "who" : event?.day === today ? "form" : "event";
    for (const part of first.querySelectorAll("[data-shows]")) part.hidden = part.dataset.shows !== shows;
  }
  // The app shows stored leads first: a draft of this tab or of a closed tab, or a lead that is not sent yet.
  // Until then there is no empty form.
  const isKept = () => Object.keys(localStorage).some((key) => key.startsWith(`foyer:draft:${station}:`));
  if (
    drafts.some(local) ||
    local(`queued:${station}`) > 0 ||
    local(`unsent:${station}`)?.length > 0 ||
    attempt(isKept)
  ) {
    const loading = first.querySelector("[data-loading]");
    loading.hidden = false;
    first.replaceChildren(loading);
  }
  // A frame with `sandbox` and without allow-same-origin: the browser refuses the app's scripts.
  const isSandboxed = window.origin === "null";
  if (isSandboxed) {
    const message = first.querySelector("[data-sandboxed]");
    message.hidden = false;
    first.replaceChildren(message);
  }
  first.pressed = [];
  first.busy = new Set();
  const busy = (start, ...ends) => {
    let timer;
    addEventListener(start, () => {
      clearTimeout(timer);
      first.busy.add(start);
    });
    // Wait until the input or click event that follows has run.
    const ended = () => {
      clearTimeout(timer);
      timer = setTimeout(() => first.busy.delete(start), 50);
    };
    for (const end of ends) addEventListener(end, ended);
  };
  busy("compositionstart", "compositionend");
  busy("pointerdown", "pointerup", "pointercancel");
  first.addEventListener("submit", (event) => event.preventDefault());
  for (const goes of ["focusin", "input"])
    first.addEventListener(goes, ({ target, isTrusted }) => {
      // Events that are not trusted come from readBoxes.ts, before the app takes over.
      if (isTrusted && target.matches("input, textarea, select")) first.wentOn = true;
    });
  // The same as in EnterKey.tsx: Enter moves to the next box. In a box for several words it acts as a comma.
  first.addEventListener("keydown", (event) => {
    const { key, keyCode, isComposing, target } = event;
    if (key !== "Enter" || isComposing || keyCode === 229 || !target.matches("input[type=text]")) return;
    event.preventDefault();
    if ("words" in target.dataset) return void document.execCommand("insertText", false, ",");
    const part = target.closest("form, aside") ?? first;
    const boxes = [...part.querySelectorAll("input[type=text], textarea")].filter((box) => box.offsetParent);
    boxes[boxes.indexOf(target) + 1]?.focus();
  });
  first.addEventListener("click", ({ target }) => {
    const pressed = target.closest("button, summary");
    if (!pressed) return;
    first.pressed.push(pressed);
    first.wentOn = false;
    pressed.dataset.pressed = "";
  });
  // The desk's shortcuts wait for the app, and so do the keys after one: they are meant for what it opens (replay.ts).
  let holds = false;
  const hold = (event) => {
    const { key, keyCode, isTrusted, isComposing, metaKey, ctrlKey, altKey } = event;
    const isForBrowser = metaKey || ctrlKey !== altKey || /^(F\d+|Tab|Shift|Control|Alt\w*|\w+Lock)$/.test(key);
    const isHeld = actionOf(event) !== undefined || (holds && !isForBrowser);
    if (!isHeld || !isTrusted || isComposing || keyCode === 229) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    first.pressed.push(event);
    first.wentOn = false;
    holds = true;
  };
  if (profile === "desk" && local("setting:shortcuts") !== "off") addEventListener("keydown", hold, true);
  first.letKeysThrough = () => removeEventListener("keydown", hold, true);
  // Loads the app's script again after each failure. It waits 1 s, then twice as long each time, up to 8 s. Each attempt
  // has its own address, for it and for all that it imports: some browsers remember a failure (build/fetchFirst.ts).
  let waitMs = 500;
  let attempts = 0;
  const again = ({ target }) => {
    if (!target?.matches?.("script[type=module]")) return;
    waitMs = Math.min(2 * waitMs, 8000);
    setTimeout(() => {
      const next = Object.assign(document.createElement("script"), { type: "module", crossOrigin: "" });
      next.src = target.src.replace(/\/assets\/(~\d+\/)?/, `/assets/~${++attempts}/`);
      document.head.append(next);
    }, waitMs);
  };
  if (!isSandboxed) addEventListener("error", again, true);
  if (profile === "desk") first.querySelector("form :is(input, select, textarea)")?.focus();
}
