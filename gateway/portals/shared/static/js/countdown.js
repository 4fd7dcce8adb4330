// Time left until a freeze begins or ends; the words come from the page.
const language = document.documentElement.lang;
const locale = language === "en" ? "en-GB" : "nb-NO";
const LABELS = {
  nb: { d: ["døgn", "døgn"], h: ["time", "timer"], m: ["minutt", "minutter"] },
  nn: { d: ["døgn", "døgn"], h: ["time", "timar"], m: ["minutt", "minutt"] },
  en: { d: ["day", "days"], h: ["hour", "hours"], m: ["minute", "minutes"] },
}[language];

function words(milliseconds) {
  const minutes = Math.max(0, Math.ceil(milliseconds / 60000));
  const parts = [
    [Math.floor(minutes / 1440), LABELS.d],
    [Math.floor((minutes % 1440) / 60), LABELS.h],
    [minutes % 60, LABELS.m],
  ];
  const shown = parts.filter(([count], at) => count > 0 || (at === 2 && minutes === 0)).slice(0, 2);
  return shown.map(([count, name]) => `${count.toLocaleString(locale)} ${name[count === 1 ? 0 : 1]}`).join(" ");
}

export function countDown(root) {
  for (const place of root.querySelectorAll("[data-countdown]")) {
    const end = Date.parse(place.dataset.countdown);
    const show = () => {
      if (!place.isConnected) return;
      place.textContent = place.dataset.words.replace("@", words(end - Date.now()));
      setTimeout(show, 15000);
    };
    show();
  }
}
