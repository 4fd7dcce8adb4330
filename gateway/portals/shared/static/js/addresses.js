// A property looked up at Kartverket without leaving the page; the button does the same without scripts.
const PARTS = ["kommunenr", "gnr", "bnr"];

function inputOf(row, part) {
  return row.querySelector(`input[name$=".${part}"]`);
}

function query(row) {
  const words = inputOf(row, "address").value.trim();
  if (words) return new URLSearchParams({ q: words });
  const numbers = PARTS.map((part) => [part, inputOf(row, part).value.trim()]);
  return numbers.every(([, value]) => value) ? new URLSearchParams(numbers) : null;
}

async function ask(parameters) {
  try {
    const answer = await fetch(`/api/v1/addresses?${parameters}`, { headers: { Accept: "application/json" }, credentials: "same-origin" });
    if (answer.status === 422) return { source: "kartverket", items: [], total: 0 };
    return answer.ok ? await answer.json() : { source: "unavailable" };
  } catch {
    return { source: "unavailable" };
  }
}

function fill(row, box, hit) {
  for (const part of [...PARTS, "fnr"]) {
    const value = hit.property[part];
    inputOf(row, part).value = part === "fnr" && !value ? "" : value;
  }
  inputOf(row, "address").value = hit.address;
  const numbers = PARTS.map((part) => hit.property[part]).join("/");
  inputOf(row, "point").value = hit.lat && hit.lon ? `${hit.lat},${hit.lon}@${numbers}` : "";
  const list = box.querySelector("[data-hits]");
  list.hidden = true;
  list.replaceChildren();
  box.querySelector("[data-said]").textContent = box.dataset.filled;
  box.querySelector("[data-look]").focus();
  row.dispatchEvent(new Event("change", { bubbles: true }));
}

function show(row, box, answer) {
  const list = box.querySelector("[data-hits]");
  const said = box.querySelector("[data-said]");
  const hits = answer.items ?? [];
  list.replaceChildren(...hits.map((hit) => {
    const line = box.querySelector("[data-hit]").content.cloneNode(true);
    const place = hit.property;
    line.querySelector("[data-address]").textContent = hit.address;
    line.querySelector("[data-town]").textContent = `${hit.postcode} ${hit.town}`;
    line.querySelector("[data-numbers]").textContent = `${place.kommunenr}-${place.gnr}/${place.bnr}${place.fnr ? `/${place.fnr}` : ""}`;
    line.querySelector("button").addEventListener("click", () => fill(row, box, hit));
    return line;
  }));
  list.hidden = hits.length === 0;
  if (answer.source === "unavailable") said.textContent = box.dataset.away;
  else if (!hits.length) said.textContent = box.dataset.none;
  else said.textContent = answer.total > hits.length ? `${box.dataset.found} ${box.dataset.more}` : box.dataset.found;
}

export function lookUpAddresses(root) {
  for (const group of root.querySelectorAll("[data-repeat]")) {
    if (group.dataset.looks) continue;
    group.dataset.looks = "1";
    group.addEventListener("click", async (event) => {
      const button = event.target.closest("[data-look]");
      if (!button) return;
      event.preventDefault();
      const row = button.closest("[data-set]");
      const box = button.closest("[data-addresses]");
      const parameters = query(row);
      if (!parameters) { show(row, box, { items: [], total: 0 }); box.querySelector("[data-said]").textContent = box.dataset.nothing; return; }
      box.querySelector("[data-said]").textContent = box.dataset.asking;
      show(row, box, await ask(parameters));
    });
  }
}
