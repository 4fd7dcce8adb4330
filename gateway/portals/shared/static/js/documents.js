// A document that is no longer shown to whoever reads is taken out of the open page at once, also out
// of parts that are left alone because somebody writes in them.
export function dropUnseen() {
  document.body.addEventListener("htmx:oobAfterSwap", () => {
    const list = document.getElementById("synlige");
    if (!list?.hasAttribute("data-shown")) return;
    const shown = new Set(list.dataset.shown.split(" "));
    for (const part of document.querySelectorAll("[data-document]")) {
      if (!shown.has(part.dataset.document)) part.remove();
    }
  });
}
