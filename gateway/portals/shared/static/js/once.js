// A second click while the first is under way sends nothing; the key in the form guards the rest.
import { csrf } from "./requests.js";

export function sendOnce(root) {
  for (const form of root.querySelectorAll("form[method=post]")) {
    if (form.dataset.once) continue;
    form.dataset.once = "1";
    form.addEventListener("submit", (event) => {
      if (form.elements.csrf) form.elements.csrf.value = csrf() || form.elements.csrf.value;
      if (event.defaultPrevented) return;
      if (form.dataset.sent) { event.preventDefault(); return; }
      form.dataset.sent = "1";
      setTimeout(() => { delete form.dataset.sent; }, 8000);
    });
  }
  window.addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
  });
}
