// Live changes. The server pushes; this page asks for a part only when that part has changed.
// One stream serves all tabs of the browser: one of them holds it and tells the others.
import { refresh, watchAnswers } from "./refreshing.js";

const CHANNEL = "live";
const NAMES = ["case", "notices", "news", "incident", "firm", "version", "resync", "end"];
const build = document.querySelector('meta[name="build"]')?.content;

function act(name, body) {
  if (name === "version" && body.build !== build) {
    const prompt = document.getElementById("newer");
    if (prompt) prompt.hidden = false;
  } else if (name === "case") {
    refresh(`[data-case="${CSS.escape(body.case_id)}"], [data-live~="cases"]`);
  } else if (name === "resync") {
    refresh("[data-case], [data-live]");
  } else if (name !== "end" && name !== "version") {
    refresh(`[data-live~="${CSS.escape(name)}"]`);
  }
}

export function listen() {
  if (!document.body.hasAttribute("data-signed-in") || !window.EventSource) return;
  watchAnswers();
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }) => act(data.name, data.body);
  const hold = () => new Promise(() => open(channel));
  if (!navigator.locks) {
    hold();
    return;
  }
  navigator.locks.request(CHANNEL, { ifAvailable: true }, (lock) => {
    if (lock) return hold();
    act("resync", {});
    navigator.locks.request(CHANNEL, hold);
    return undefined;
  });
}

function open(channel) {
  const source = new EventSource("/api/v1/events");
  source.addEventListener("open", () => {
    // What changed while nobody told us, between the page and the stream too, is asked for once.
    act("resync", {});
    document.documentElement.dataset.live = "on";
  });
  source.addEventListener("error", () => {
    document.documentElement.dataset.live = "off";
  });
  for (const name of NAMES) {
    source.addEventListener(name, (event) => {
      const body = JSON.parse(event.data);
      if (name === "end" && (body.why === "signed_out" || body.why === "replaced")) source.close();
      channel.postMessage({ name, body });
      act(name, body);
    });
  }
  window.addEventListener("pagehide", () => source.close());
}
