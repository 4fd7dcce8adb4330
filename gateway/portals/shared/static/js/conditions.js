// Fields that depend on other answers come and go as one answers; the server decides for good.
function answersOf(form) {
  const answers = JSON.parse(form.dataset.known || "{}"); // what earlier steps said
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string" && value) (answers[name] ??= []).push(value);
  }
  return answers;
}

function holds(condition, answers) {
  return Object.entries(condition).every(([name, wanted]) => (answers[name] ?? []).some((value) => wanted.includes(value)));
}

export function showFittingFields(root) {
  for (const form of root.querySelectorAll("form[data-conditions]")) {
    const fit = () => {
      for (const field of form.querySelectorAll("[data-shown-when]")) {
        const shown = holds(JSON.parse(field.dataset.shownWhen), answersOf(form));
        delete field.dataset.hidden;
        field.hidden = !shown;
        for (const input of field.querySelectorAll("input, select, textarea")) input.disabled = !shown;
      }
      for (const field of form.querySelectorAll("[data-required-when]")) {
        const needed = holds(JSON.parse(field.dataset.requiredWhen), answersOf(form));
        const mark = field.querySelector(".optional");
        if (mark) mark.hidden = needed;
      }
    };
    form.addEventListener("change", fit);
    fit();
  }
}
