// Groups that repeat (properties, missing items): add one and remove one without a round trip.
function renumber(group) {
  const sets = [...group.querySelectorAll("[data-set]")];
  sets.forEach((set, at) => {
    for (const element of set.querySelectorAll("[name], [id], [for], [aria-describedby]")) {
      for (const attribute of ["name", "id", "for", "aria-describedby"]) {
        const value = element.getAttribute(attribute);
        if (value) element.setAttribute(attribute, value.replace(/([.-])(\d+|__)([.-])/, `$1${at}$3`));
      }
    }
    const number = set.querySelector("[data-number]");
    if (number) number.textContent = String(at + 1);
    const remove = set.querySelector("[data-remove]");
    if (remove) {
      remove.hidden = sets.length === 1;
      if (remove.value) remove.value = remove.value.replace(/:(\d+|__)$/, `:${at}`);
    }
  });
  const add = group.querySelector("[data-add]");
  if (add) add.hidden = group.dataset.most !== undefined && sets.length >= Number(group.dataset.most);
}

export function repeatGroups(root) {
  for (const group of root.querySelectorAll("[data-repeat]")) {
    if (group.dataset.ready) continue;
    group.dataset.ready = "1";
    const template = group.querySelector(":scope > template"); // rows may hold templates of their own
    group.addEventListener("click", (event) => {
      const add = event.target.closest("[data-add]");
      const remove = event.target.closest("[data-remove]");
      if (add) {
        event.preventDefault();
        const sets = group.querySelectorAll("[data-set]");
        const fresh = template.content.cloneNode(true);
        sets[sets.length - 1].after(fresh);
        renumber(group);
        group.querySelectorAll("[data-set]")[sets.length].querySelector("input:not([type=hidden]), textarea, select")?.focus();
      } else if (remove) {
        event.preventDefault();
        const form = group.closest("form");
        remove.closest("[data-set]").remove();
        renumber(group);
        group.querySelector("[data-add]")?.focus();
        form?.dispatchEvent(new Event("change", { bubbles: true }));
      }
    });
    renumber(group);
  }
}
