// Fetches a part of the page anew when told that it has changed. A change told while the part is
// being fetched is not lost though the answer replaces the element, and a failed fetch is repeated.
const LONGEST_PAUSE = 30_000;
const asking = new Set();
const again = new Set();
const failures = new Map();

const nameOf = (part) => part.id || part.getAttribute("hx-get");
const isLive = (part) => part.matches?.("[data-case], [data-live]") && part.hasAttribute("hx-get");

function ask(part) {
  const name = nameOf(part);
  if (asking.has(name)) {
    again.add(name);
    return;
  }
  asking.add(name);
  // Not by its trigger: an element just put in place does not listen yet.
  window.htmx?.ajax("GET", part.getAttribute("hx-get"), { source: part }).catch(() => {});
}

function now(part) {
  return part.isConnected ? part : document.getElementById(part.id);
}

function askAgain(part, pause) {
  setTimeout(() => {
    const there = now(part);
    if (there && isLive(there)) ask(there);
  }, pause);
}

function answered({ detail }) {
  // The event comes from a parent when the answer has taken the part's place.
  const part = detail.requestConfig?.elt ?? detail.elt;
  if (!isLive(part)) return;
  const name = nameOf(part);
  asking.delete(name);
  const status = detail.xhr?.status ?? 0;
  if (status === 0 || status === 429 || status >= 500) {
    const before = failures.get(name) ?? 0;
    failures.set(name, before + 1);
    askAgain(part, Math.min(1000 * 2 ** before, LONGEST_PAUSE));
    return;
  }
  failures.delete(name);
  if (again.delete(name)) askAgain(part, 0);
}

export function refresh(selector) {
  for (const part of document.querySelectorAll(selector)) if (isLive(part)) ask(part);
}

// What a refusal gave back is as good as typed, though the server wrote it into the page.
function wasGivenBack(part) {
  if (part.querySelector(".wrong, [aria-invalid='true'], [data-kept] .file")) return true;
  if (!document.querySelector("main [role='alert']")) return false;
  return [...part.querySelectorAll("textarea")].some((field) => field.value !== "");
}

// A part with something typed in it is left alone: nothing typed is ever lost.
function isBeingWritten(part) {
  if (wasGivenBack(part)) return true;
  if (part.id === "handlinger" && part.querySelector("details[open]")) return true;
  return [...part.querySelectorAll("textarea, input:not([type=hidden])")].some(
    (field) => field.value !== field.defaultValue || field.checked !== field.defaultChecked,
  );
}

export function watchAnswers() {
  document.body.addEventListener("htmx:oobBeforeSwap", ({ detail }) => {
    if (isBeingWritten(detail.target)) detail.shouldSwap = false;
  });
  document.body.addEventListener("htmx:afterRequest", answered);
}
