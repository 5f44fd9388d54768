// On a phone the menu and the contents of the page begin closed; without a script they stand open.
const folded = document.querySelectorAll(".menu details, .here details");
const narrow = window.matchMedia("(max-width: 56rem)");
const fit = () => { for (const each of folded) each.open = !narrow.matches; };
fit();
narrow.addEventListener("change", fit);
// What is folded stands open on paper.
let opened = [];
addEventListener("beforeprint", () => {
  opened = [...document.querySelectorAll("main details:not([open])")];
  for (const each of opened) each.open = true;
});
addEventListener("afterprint", () => { for (const each of opened) each.open = false; });
