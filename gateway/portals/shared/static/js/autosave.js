// A draft is saved while one writes: shortly after the last change, and when one leaves.
// The form is posted to its own address as a browser would, so there is one way to read it.
import { forgetUnsaved, keepUnsaved, putBackUnsaved } from "./unsaved.js";

const PAUSE = 600;
const AGAIN = 5000;

function contentOf(form, move = "autosave") {
  const content = new FormData(form);
  for (const [name, value] of [...content]) if (value instanceof File) content.delete(name);
  content.set("go", move);
  return content;
}

class Saver {
  constructor(form) {
    this.form = form;
    this.said = form.querySelector("[data-saved]");
    this.timer = 0;
    this.running = null;
  }

  soon(delay = PAUSE) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), delay);
  }

  save() {
    clearTimeout(this.timer);
    this.timer = 0;
    if (this.running) return this.soon();
    this.running = this.send().finally(() => { this.running = null; });
    return this.running;
  }

  async send() {
    this.tell("saving", this.said.dataset.saving);
    try {
      const answer = await fetch(this.form.action || location.href, {
        method: "POST", body: contentOf(this.form), credentials: "same-origin", keepalive: true, headers: { Accept: "application/json" },
      });
      const result = await answer.json();
      if (result.version) this.form.elements.version.value = result.version;
      if (answer.ok && !this.timer) forgetUnsaved(this.form);
      if (!answer.ok) keepUnsaved(this.form);
      this.behind(Boolean(result.behind));
      this.tell(answer.ok ? "saved" : "failed", result.words ?? this.said.dataset.failed);
      if (answer.status >= 500) this.soon(AGAIN);
    } catch {
      keepUnsaved(this.form);
      this.tell("failed", this.said.dataset.failed);
      this.soon(AGAIN);
    }
  }

  behind(is) {
    const button = this.form.querySelector("[data-catch-up]");
    if (button) button.hidden = !is;
  }

  tell(state, words) {
    this.said.dataset.state = state;
    this.said.querySelector("span").textContent = words;
  }

  leave(event) {
    clearTimeout(this.timer);
    this.timer = 0;
    forgetUnsaved(this.form);
    if (!this.running) return;
    event.preventDefault();
    const button = event.submitter;
    this.running.finally(() => this.form.requestSubmit(button));
  }

  gone() {
    if (!this.timer) return;
    keepUnsaved(this.form);
    navigator.sendBeacon(this.form.action || location.href, contentOf(this.form, "left"));
  }
}

export function watchForm(root) {
  for (const form of root.querySelectorAll("form[data-autosave]")) {
    if (form.dataset.watched) continue;
    form.dataset.watched = "1";
    const saver = new Saver(form);
    for (const kind of ["input", "change"]) {
      form.addEventListener(kind, (event) => { if (event.target.type !== "file") saver.soon(); });
    }
    form.addEventListener("save-now", () => saver.soon(0));
    form.addEventListener("submit", (event) => saver.leave(event));
    window.addEventListener("pagehide", () => saver.gone());
    putBackUnsaved(form);
  }
}
