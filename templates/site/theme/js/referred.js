// "Could I be referred?": asks the public questions of a program's policy and decides by them in this browser.
// Nothing is stored and nothing is sent: the answers are in the memory of this page, and go when it is left.
import { load } from "./engine.js";
import { factAt, needsOne, next, publicly } from "./referred-case.js";
import { DAY, choices, control, foreign, make, scaleOf } from "./referred-fields.js";
import { outcome } from "./referred-outcome.js";

const root = document.querySelector("#referred");
let engine, words, state;

// A page opened as a file may fetch nothing; its own words say so.
if (root && location.protocol !== "file:") start();

async function start() {
  const [policy, told] = await Promise.all([root.dataset.policy, root.dataset.words].map(fetched));
  words = told;
  engine = load(policy);
  document.querySelector("#referred-unasked")?.remove();
  reset();
  addEventListener("pagehide", reset); // whoever comes back to the page, or to the machine, finds nothing
}

async function fetched(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}

function reset() {
  const pathways = Object.keys(engine.policy.pathways);
  state = { on: today(), pathway: pathways.length === 1 ? pathways[0] : undefined, answers: new Map(), steps: [], again: null, ended: false };
  show(false);
}

/** Today, as far as the rules hold then. */
function today() {
  const now = new Date();
  const day = [now.getFullYear(), String(now.getMonth() + 1).padStart(2, "0"), String(now.getDate()).padStart(2, "0")].join("-");
  const { holds_from: from, holds_until: until } = engine.policy;
  return from && day < from ? from : until && day > until ? until : day;
}

function show(moved = true) {
  const view = step();
  root.replaceChildren(view.element, answered());
  root.dataset.outcome = view.outcome ?? "";
  if (moved) view.heading.focus();
}

function step() {
  if (state.again) return asking(state.again);
  if (state.pathway === undefined) return asking(["pathway"]);
  if (state.pathway === null) return outcome(words, engine.policy, state, null, actions);
  const { decision, names } = next(engine, state);
  if (names.length && !state.ended) return asking(names);
  return outcome(words, engine.policy, state, publicly(engine.policy, decision), actions);
}

function asking(names) {
  const from = asked().length - (state.again ? 1 : 0) + 1;
  const title = names.length > 1 ? words.questions_many : words.question_one;
  const heading = make("h2", { tabIndex: -1 }, fill(title, from, from + names.length - 1));
  const fields = names.map((name) => ({ name, ...field(name) }));
  for (const { name, element } of fields) element.dataset.fact = name;
  const wrong = make("div", { role: "alert" });
  const form = make("form", { noValidate: true }, wrong, ...fields.map((one) => one.element), buttons());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    take(fields, wrong);
  });
  return { element: make("section", { class: "step" }, heading, form), heading };
}

function field(name) {
  const text = words.pathway_question;
  if (name === "pathway") {
    const options = Object.entries(engine.policy.pathways).map(([id, one]) => [id, { text: one.name, own: true }]);
    return choices(words, [text], options);
  }
  return control(words, factAt(engine.policy, name).fact, question(name), { fewest: needsOne(engine.policy, state, name) ? 1 : 0, on: state.on });
}

/** A question as it is asked: in the reader's language where it is translated. */
function question(name) {
  const { fact, list, number } = factAt(engine.policy, name);
  const asks = (fact ?? list).question;
  const parts = [words.questions[asks] ?? foreign(asks)];
  if (fact && list) parts.unshift(`${entry(list.entry, number)}: `);
  if (!fact) parts.push(` ${words.how_many}`);
  return parts;
}

function entry(kind, number) {
  return `${words.entries[kind] ?? words.entry} ${number}`;
}

function buttons() {
  const row = make("p", { class: "buttons" }, make("button", { type: "submit" }, words.go_on));
  if (state.steps.length && !state.again) row.append(quiet(words.back, back));
  if (state.answers.size && !state.again) row.append(quiet(words.end, () => { state.ended = true; show(); }));
  return row;
}

function quiet(text, act, more) {
  const button = make("button", { type: "button", class: "quiet" }, text, ...(more ? [make("span", { class: "unseen" }, " ", ...more)] : []));
  button.addEventListener("click", act);
  return button;
}

/** Takes the answers of a step; where one is missing or cannot be read, says so and takes none. */
function take(fields, wrong) {
  const taken = new Map();
  wrong.replaceChildren();
  for (const { name, read, first, element } of fields) {
    let problem = "";
    try {
      const value = read();
      if (value === undefined) problem = words.answer_it;
      taken.set(name, value);
    } catch (error) {
      problem = error.message;
    }
    first.toggleAttribute("aria-invalid", false);
    element.classList.toggle("wrong", problem !== "");
    if (!problem || wrong.childElementCount) continue;
    first.setAttribute("aria-invalid", "true");
    wrong.append(make("p", { class: "note" }, problem));
    first.focus();
  }
  if (wrong.childElementCount) return;
  for (const [name, value] of taken) keep(name, value);
  if (!state.again) state.steps.push([...taken.keys()]);
  state.again = null;
  show();
}

function keep(name, value) {
  if (name === "pathway") state.pathway = value;
  else state.answers.set(name, value);
}

function forget(name) {
  if (name === "pathway") state.pathway = undefined;
  for (const known of [...state.answers.keys()]) {
    if (known === name || known.startsWith(`${name}.`)) state.answers.delete(known);
  }
}

function back() {
  for (const name of state.steps.pop()) forget(name);
  show();
}

const actions = {
  restart: () => { reset(); root.querySelector("h2").focus(); },
  change: (name) => { forget(name); state.again = [name]; state.ended = false; show(); },
  question, entry, quiet,
};

/** What was answered, in the order in which it was asked. */
function asked() {
  const several = Object.keys(engine.policy.pathways).length > 1 && state.pathway !== undefined;
  return [...(several ? ["pathway"] : []), ...state.answers.keys()];
}

function answered() {
  const names = asked();
  if (!names.length) return "";
  const rows = names.flatMap((name) => {
    const asks = name === "pathway" ? [words.pathway_question] : question(name);
    const button = quiet(words.change, () => actions.change(name), asks.map((one) => one.cloneNode?.(true) ?? one));
    return [make("dt", {}, ...asks), make("dd", {}, said(name), " ", button)];
  });
  const again = make("p", {}, quiet(words.restart, actions.restart));
  return make("section", { class: "answers" }, make("h2", {}, words.answers), make("p", {}, words.kept_nowhere), make("dl", {}, ...rows), again);
}

function said(name) {
  if (name === "pathway") return state.pathway === null ? words.unknown : foreign(engine.policy.pathways[state.pathway].name);
  const value = state.answers.get(name);
  const { fact } = factAt(engine.policy, name);
  if (value === null) return words.unknown;
  if (!fact) return String(value);
  if (fact.type === "yes_no") return value ? words.yes : words.no;
  if (fact.type === "choice") return words.questions[fact.options[value]] ?? foreign(fact.options[value]);
  if (fact.unit === "minutes_of_the_week") return `${words.days[Math.floor(value / DAY)]} ${String(Math.floor((value % DAY) / 60)).padStart(2, "0")}:${String(value % 60).padStart(2, "0")}`;
  return fact.type === "date" ? value : `${value / scaleOf(fact)} ${words.units[fact.unit] ?? ""}`.trim();
}

function fill(text, ...values) {
  return text.replace(/\{([0-9])\}/g, (_, place) => String(values[Number(place)]));
}
