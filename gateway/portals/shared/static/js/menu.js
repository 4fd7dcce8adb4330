// The menu is folded on phones and open where there is room.
export function openMenuWhenWide() {
  const menu = document.getElementById("meny");
  if (!menu) return;
  const wide = window.matchMedia("(min-width: 60.01rem)");
  const fit = () => { menu.open = wide.matches; };
  wide.addEventListener("change", fit);
  fit();
}
