// Keeps the part of the page marked data-live fresh, without touching what the person is writing.
// A page without such a part, and a hidden tab, cost nothing.

const EVERY = 2000;
const live = document.querySelector("[data-live]");
const told = document.getElementById("nytt");

function count(part) {
  return Number(part.querySelector("[data-count]")?.dataset.count ?? 0);
}

async function refresh() {
  const response = await fetch(location.pathname, { headers: { Accept: "text/html" } });
  if (!response.ok) return;
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const fresh = page.querySelector("[data-live]");
  if (!fresh || fresh.innerHTML === live.innerHTML) return;
  const added = count(fresh) - count(live);
  const focused = live.contains(document.activeElement) ? document.activeElement.id : "";
  live.replaceChildren(...fresh.childNodes);
  if (focused) document.getElementById(focused)?.focus();
  if (added > 0) told.textContent = added === 1 ? "Én ny melding" : `${added} nye meldinger`;
}

async function loop() {
  if (!document.hidden) {
    try {
      await refresh();
    } catch {
      // The sandbox is restarting: the next round tries again.
    }
  }
  setTimeout(loop, EVERY);
}

if (live) setTimeout(loop, EVERY);
