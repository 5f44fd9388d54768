// On a phone the menu begins closed; without a script it stands open.
const menu = document.querySelector(".menu details");
const narrow = window.matchMedia("(max-width: 56rem)");
const fit = () => { menu.open = !narrow.matches; };
if (menu) {
  fit();
  narrow.addEventListener("change", fit);
}
// A wide table scrolls by itself: whoever uses a keyboard must get to it.
for (const table of document.querySelectorAll("main table")) {
  if (table.scrollWidth > table.clientWidth) {
    table.tabIndex = 0;
  }
}
