// A wide table or piece of text scrolls by itself: whoever uses a keyboard must get to it, and hear what it is.
const boxes = document.querySelectorAll("main .table, main pre");
const headings = [...document.querySelectorAll("main :is(h1, h2, h3)")];
for (const box of boxes) {
  const above = headings.findLast((each) => each.compareDocumentPosition(box) & Node.DOCUMENT_POSITION_FOLLOWING);
  box.dataset.name = above?.textContent ?? "";
}
new ResizeObserver(fit).observe(document.querySelector("main"));

function fit() {
  for (const box of boxes) {
    const told = { tabindex: "0", role: "region", "aria-label": box.dataset.name };
    for (const [name, value] of Object.entries(told)) {
      if (box.scrollWidth > box.clientWidth) box.setAttribute(name, value);
      else box.removeAttribute(name);
    }
  }
}

// On a phone a table of many words stands as a list: each cell is told the heading of its column.
const COLUMNS = 3, LONG = 40;
for (const table of document.querySelectorAll("main table")) {
  const heads = [...table.querySelectorAll("thead th")].map((each) => each.textContent);
  const cells = [...table.querySelectorAll("tbody td")];
  if (heads.length < COLUMNS || !cells.some((each) => each.textContent.length > LONG)) continue;
  table.classList.add("listed");
  for (const cell of cells) cell.dataset.head = heads[cell.cellIndex];
}
