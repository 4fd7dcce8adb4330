// What was written but not saved when a page went away: kept in its tab, and put back when it returns.
// With it goes the version it was written on, so that others' changes since are not overwritten.
const OWN = ["csrf", "key", "go", "version", "page"];

function place(form) {
  return `unsaved:${new URL(form.action || location.href).pathname}`;
}

export function keepUnsaved(form) {
  const answers = [...new FormData(form)].filter(([name, value]) => typeof value === "string" && !OWN.includes(name));
  try {
    sessionStorage.setItem(place(form), JSON.stringify({ version: form.elements.version?.value, page: form.elements.page?.value, answers }));
  } catch { /* no room, or not allowed: the beacon has still been sent */ }
}

export function forgetUnsaved(form) {
  try { sessionStorage.removeItem(place(form)); } catch { /* nothing was kept */ }
}

export function putBackUnsaved(form) {
  let kept = null;
  try { kept = JSON.parse(sessionStorage.getItem(place(form))); } catch { return false; }
  if (!kept) return false;
  const answers = new Map();
  for (const [name, value] of kept.answers) answers.set(name, [...(answers.get(name) ?? []), value]);
  for (const field of form.elements) {
    if (!field.name || OWN.includes(field.name) || field.type === "file" || field.type === "submit") continue;
    const values = answers.get(field.name) ?? [];
    if (field.type === "checkbox" || field.type === "radio") field.checked = values.includes(field.value);
    else if (values.length && field.type !== "hidden") field.value = values[0];
  }
  if (kept.version) form.elements.version.value = kept.version;
  if (kept.page) form.elements.page.value = kept.page; // its last save may still have been under way
  form.dispatchEvent(new Event("change", { bubbles: true }));
  return true;
}
