// Name and municipality from Enhetsregisteret when the organisation number is written.
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
    if (digits.length !== 9) return;
    said.textContent = said.dataset.asking;
    try {
      const answer = await fetch(`/api/v1/registry/${digits}`, { headers: { Accept: "application/json" } });
      const found = answer.ok ? await answer.json() : { source: "unavailable" };
      if (found.source === "unavailable") said.textContent = said.dataset.away;
      else if (!found.found) said.textContent = said.dataset.none;
      else {
        said.textContent = `${said.dataset.found} ${found.name}${found.address ? `, ${found.address}` : ""}`;
        fill("f-firm-name", found.name);
        fill("f-firm-municipality", found.municipality);
      }
    } catch {
      said.textContent = said.dataset.away;
    }
  });
}
