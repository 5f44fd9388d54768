// Searches the pages of this language in the reader's browser, with the index that stands beside them.
const form = document.querySelector(".search");
const found = document.querySelector("#found");
const input = document.querySelector("#query");
const state = document.querySelector("#state");
const list = found?.querySelector("ol");
const MOST = 8;
let engine;
let asked = 0;

// A page opened as a file may load nothing, and has no search then.
if (form && location.protocol !== "file:") {
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  input.addEventListener("input", search);
  input.addEventListener("focus", load, { once: true });
  input.addEventListener("keydown", (event) => { if (event.key === "Escape") { input.value = ""; close(); } });
}

async function load() {
  if (!engine) {
    engine = import(new URL(form.dataset.pagefind, document.baseURI).href).catch(() => null);
  }
  return engine;
}

function close() {
  found.hidden = true;
  list.replaceChildren();
}

async function search() {
  const query = input.value.trim();
  const turn = ++asked;
  if (query.length < 2) { close(); return; }
  const pages = await load();
  if (!pages) { form.hidden = true; close(); return; }
  const { results } = await pages.search(query);
  const shown = await Promise.all(results.slice(0, MOST).map((each) => each.data()));
  if (turn !== asked) { return; } // a later letter was typed meanwhile
  list.replaceChildren(...shown.map(entry));
  state.textContent = told(results.length, found.dataset);
  found.hidden = false;
}

function told(number, words) {
  if (number > MOST) { return words.more.replace("{}", number).replace("{}", MOST); }
  return number === 0 ? words.none : number === 1 ? words.one : words.many.replace("{}", number);
}

function entry(page) {
  const item = document.createElement("li");
  const link = item.appendChild(document.createElement("a"));
  link.href = page.url;
  link.textContent = [page.meta.title ?? page.url, page.meta.program].filter(Boolean).join(" – ");
  item.append(...excerpt(page.excerpt));
  return item;
}

// The excerpt holds marks around what was found, and else text alone: only that is taken over.
function excerpt(markup) {
  const line = document.createElement("p");
  const parsed = new DOMParser().parseFromString(markup, "text/html").body;
  for (const node of parsed.childNodes) {
    const piece = node.nodeName === "MARK" ? document.createElement("mark") : document.createElement("span");
    piece.textContent = node.textContent;
    line.append(piece);
  }
  return [line];
}
