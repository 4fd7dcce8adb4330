// Name and municipality from Enhetsregisteret when the organisation number is written.
const LENGTH = 9;
const PRIVATE = 11;

async function ask(digits) {
  try {
    const answer = await fetch(`/api/v1/registry/${digits}`, { headers: { Accept: "application/json" } });
    if (answer.status === 422) return { source: "wrong" };
    return answer.ok ? await answer.json() : { source: "unavailable" };
  } catch {
    return { source: "unavailable" };
  }
}

function words(found, said) {
  if (found.source === "wrong") return said.wrongNumber;
  if (found.source === "unavailable") return said.away;
  if (!found.found) return said.none;
  const who = `${said.found} ${found.name}${found.address ? `, ${found.address}` : ""}`;
  if (!found.warnings.length) return who;
  const worries = found.warnings.map((each) => said[each.replace(/_(.)/g, (_, letter) => letter.toUpperCase())]);
  return `${who}. ${said.warnings} ${worries.join(", ")}. ${said.decides}`;
}

export function lookUpFirm(root) {
  const number = root.querySelector("[data-lookup]");
  if (!number || number.dataset.ready) return;
  number.dataset.ready = "1";
  const said = document.getElementById("oppslag");
  const fill = (id, value) => {
    const input = document.getElementById(id);
    if (input && value && !input.value) input.value = value;
  };
  number.addEventListener("change", async () => {
    const digits = number.value.replace(/\D/g, "");
    if (digits.length === PRIVATE) said.textContent = said.dataset.private;
    else if (digits.length !== LENGTH) said.textContent = number.value.trim() ? said.dataset.wrongNumber : "";
    else {
      said.textContent = said.dataset.asking;
      const found = await ask(digits);
      said.textContent = words(found, said.dataset);
      if (found.found) {
        fill("f-firm-name", found.name);
        fill("f-firm-municipality", found.municipality);
      }
    }
  });
}
